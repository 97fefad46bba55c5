"""Cut the body of a page into blocks of text."""

from selectolax.lexbor import LexborNode

from newscrawl.article import Block, BlockKind
from newscrawl.extract.body.below_story import are_answered
from newscrawl.extract.body.broken_lines import parts_of, stands_in_links
from newscrawl.extract.body.cut import Cut, all_texts, close_heading, embedded, join_lines
from newscrawl.extract.body.initials import is_initial, said_by, with_initials, without_gap
from newscrawl.extract.body.inline import (
    BLANK_LINE,
    READ_OTHERWISE,
    as_seen,
    goes_on_behind,
    is_asked,
    is_followed_by_text,
    is_odd_inline,
    is_struck_whole,
    lines_set_inline,
    opens_below,
    shows_space,
)
from newscrawl.extract.body.places import HEADINGS, Place
from newscrawl.markup.folded_text import BREAK, folded
from newscrawl.markup.hidden import STRUCK, UNSEEN, is_unseen_in_line
from newscrawl.markup.hidden_email import email_hidden_in
from newscrawl.markup.seen_text import ANCHORS, LINES, is_line_by_style

#: A heading of more lines was left open, and holds what stands below it.
_HEADING_LINES = 3
_EMBEDS, _LISTS = frozenset("iframe embed amp-iframe".split()), frozenset("ul ol dl table".split())
#: What makes a list or a table a piece of page layout rather than a piece of text.
_LAYOUT = frozenset("h1 h2 h3 h4 figure article section table iframe form".split())
#: What stands so early in a line may begin it; a letter is so long, with white space around it.
_EARLY, _LETTER = 3, 3
#: Deeper than this, what an element holds is taken as one line: no writer nests so deep.
_DEEPEST = 150
#: Elements of a form that may stand in the middle of a sentence.
_WORDS = frozenset({"button", "label"})
_TEXTS = HEADINGS | {"p"}
_SENTENCES = _TEXTS | frozenset({"li", "dd", "td", "blockquote"})
#: Where white space is shown as it is written.
_SHOWN_AS_WRITTEN = frozenset({"pre", "xmp", "listing", "plaintext"})
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"

#: What holds nothing to read.
_PASSED = UNSEEN | {"-comment", "-document", "!doctype", "-undef"}
#: A cell that holds two paragraphs of so many characters is a piece of page layout.
_CELL_TEXT, _CELLS = 60, frozenset({"td", "th"})


def blocks_in(
    node: LexborNode, ignore: str | None = None, named: frozenset[int] = frozenset()
) -> tuple[Block, ...]:
    """The blocks inside an element, in order; nodes that ``ignore`` selects are passed over.

    ``named`` are elements (by ``mem_id``) that are containers themselves: the marks of what stands
    in them are those from below them.
    """
    container, cuts = cuts_in(node, ignore)
    return tuple(cut.block(cut.place.within(named) or container) for cut in cuts)


def cuts_in(node: LexborNode, ignore: str | None = None) -> tuple[Place, list[Cut]]:
    """The element as a place, and the cuts inside it."""
    skipped = frozenset(found.mem_id for found in node.css(ignore)) if ignore else frozenset()
    container = Place(node)
    return container, with_initials(_Cutter(container, skipped).cuts)


class _Cutter:
    """One walk through an element.

    Text gathers in a run until a line begins or ends. An inline element stays open meanwhile;
    if a block begins inside it, it turns out to be a place as well, and the run is parted there.
    """

    def __init__(self, container: Place, skipped: frozenset[int]) -> None:
        self.cuts: list[Cut] = []
        self._place, self._skipped = container, skipped
        #: Those that begin a line elsewhere, and stand in one here.
        self._inlined = lines_set_inline(container.node)
        #: The texts, the indexes of those in links, and how many breaks are among them.
        self._run: list[str] = []
        self._linked: list[int] = []
        self._breaks = 0
        self._open: list[tuple[LexborNode, str, int]] = []
        self._depth = self._links = self._layouts = 0
        #: Where a letter that stands large begins the run.
        self._initial: int | None = None
        self._walk(container.node.first_child)
        self._end_run()

    def _walk(self, first: LexborNode | None) -> None:
        """Walk through a node and all behind it in the same element."""
        if self._depth > _DEEPEST:
            for deep in all_texts(first, self._skipped):
                self._text(deep)
            return
        self._depth += 1
        node = first
        while node is not None:
            # Each look at a node costs as much as all the rest: none is looked at twice.
            if (text := node.text_content) is not None:
                # White space that begins a run is nothing but the source's indentation.
                if text and (self._run or not text.isspace()):
                    self._text(text)
            elif (tag := node.tag) in LINES:
                is_word = tag in _WORDS and self._is_word(node)
                if is_word or (self._inlined and node.mem_id in self._inlined):
                    self._inline(node, tag)
                else:
                    self._line(node, tag)
            elif tag == "br":
                self._break(node)
            elif tag is not None and tag not in _PASSED:
                self._inline(node, tag)
            elif tag == "img" and (said := self._place.tag in _SENTENCES and said_by(node)):
                self._text(said)
            node = node.next
        self._depth -= 1

    def _is_word(self, node: LexborNode) -> bool:
        """Whether a control is what a heading asks, or stands in a sentence.

        That has begun, or goes on behind it. Behind a heading it opens what is below.
        """
        if self._place.tag in HEADINGS:
            if is_asked(node):
                return True
            if not is_followed_by_text(node):
                return False
        if self._place.tag not in _SENTENCES:
            return False
        if any(map(str.strip, self._run)):
            return self._run[-1] is not BREAK
        return not self._run and goes_on_behind(node)

    def _text(self, text: str) -> None:
        if text.count("\n") > 1 and BLANK_LINE.search(text.strip()) and self._shows_space():
            self._paragraphs(text)
            return
        if self._links:
            self._linked.append(len(self._run))
        self._run.append(text)

    def _shows_space(self) -> bool:
        place = self._place
        style = place.node.attributes.get("style")
        return place.tag in _SHOWN_AS_WRITTEN or bool(style and shows_space(style))

    def _paragraphs(self, text: str) -> None:
        for at, part in enumerate(BLANK_LINE.split(text)):
            if at:
                self._run += (BREAK, BREAK)
                self._breaks += 2
            self._text(part)

    def _break(self, node: LexborNode) -> None:
        if node.mem_id not in self._skipped:
            self._run.append(BREAK)
            self._breaks += 1

    def _inline(self, node: LexborNode, tag: str) -> None:
        if self._skipped and node.mem_id in self._skipped:
            return
        given = node.attributes
        is_odd = is_odd_inline(tag, given)
        is_in_line = bool(self._run) or self._place.tag in _SENTENCES
        if is_odd or (is_in_line and tag != "a"):
            if is_odd and (address := email_hidden_in(given)):
                self._text(address)
                return
            is_unseen = is_unseen_in_line(node, tag, given)
            is_whole = tag in STRUCK and is_struck_whole(node, self._place.node)
            if is_unseen and is_in_line and not is_whole:
                return
            # Beside the lines it may be all of a text that a script shows.
            if is_unseen or is_whole or (is_odd and self._is_own_line(node, tag, given)):
                self._line(node, tag)
                return
        if (inner := node.first_child) is None:
            return
        around, begun = self._place, len(self._run)
        self._open.append((node, tag, begun))
        # An anchor without an address is a place to lead to.
        is_link = tag == "a" and "href" in given
        # Nor does a heading lead elsewhere that opens what is below it.
        leads = is_link and not (self._place.tag in HEADINGS and self._opens(given["href"]))
        self._links += leads
        self._walk(inner)
        self._links -= leads
        if is_link and self._place.tag in HEADINGS and self._place is around:
            self._drop_anchor(begun)
        if len(self._run) == begun + 1 <= _EARLY and len(self._run[begun]) <= _LETTER:
            self._begin_with(node, begun)
        if tag in READ_OTHERWISE and self._place is around:
            depth = sum(opened == "q" for _, opened, _ in self._open) - 1
            self._run[begun:] = as_seen(node, self._run[begun:], depth)
        if self._place is around:
            self._open.pop()
        else:
            self._end_run()
            self._place = self._place.above or around

    def _begin_with(self, node: LexborNode, begun: int) -> None:
        """Note the first letter of a paragraph, if an element is one that stands large."""
        if is_initial(node, self._run[begun]) and not "".join(self._run[:begun]).strip():
            self._initial = begun

    def _drop_anchor(self, begun: int) -> None:
        """Without the sign by which a heading links to itself."""
        if "".join(self._run[begun:]).strip() in ANCHORS:
            del self._run[begun:]
            self._linked = [at for at in self._linked if at < begun]

    def _is_own_line(self, node: LexborNode, tag: str, given: dict[str, str | None]) -> bool:
        """Whether an element is a line of its own by its style, or since it stands alone as one."""
        style = given.get("style")
        if style and tag != "a" and is_line_by_style(style):
            return True
        if "-" not in tag or self._place.tag in _TEXTS or self._links:
            return False
        return not any(map(str.strip, self._run)) and not is_followed_by_text(node)

    def _line(self, node: LexborNode, tag: str) -> None:
        if self._run or self._open:
            self._end_run()
        if self._skipped and node.mem_id in self._skipped:
            return
        inner = node.first_child
        if inner is None and tag not in _EMBEDS:
            self._layouts += tag in _LAYOUT
            return
        around, first, layouts = self._place, len(self.cuts), self._layouts
        self._place = around.inside(node, tag)
        if tag in _EMBEDS:
            self.cuts += embedded(node, self._place)
        else:
            self._walk(inner)
            if self._run or self._open:
                self._end_run()
        if tag == "blockquote":
            join_lines(self.cuts, first, BlockKind.QUOTE, self._place)
        elif tag in _LISTS and self._layouts == layouts and not self._is_layout(tag, first):
            join_lines(self.cuts, first, BlockKind.LIST, self._place)
        elif tag in HEADINGS and len(self.cuts) - first > _HEADING_LINES:
            close_heading(self.cuts, first)
        self._layouts += tag in _LAYOUT
        self._place = around

    def _end_run(self) -> None:
        """Cut the run; inline elements that are still open become places, each from its start."""
        begun = 0
        for node, tag, start in self._open:
            if start > begun:
                self._cut(begun, start)
            self._place, begun = self._place.inside(node, tag), start
        if len(self._run) > begun:
            self._cut(begun, len(self._run))
        self._run, self._open, self._linked, self._breaks, self._initial = [], [], [], 0, None

    def _cut(self, begun: int, end: int) -> None:
        """Cut what stands in the run from one piece to before another."""
        run, linked = self._run[begun:end], self._linked
        if self._initial is not None and begun <= self._initial < end:
            run = without_gap(run, self._initial - begun)
        if self._breaks < 2 or len(run) < 3:
            parts = [(run, [self._run[at] for at in linked if begun <= at < end])]
        else:
            is_linked = frozenset(linked)
            parts = list(parts_of([(self._run[at], at in is_linked) for at in range(begun, end)]))
        for pieces, links in parts:
            whole = pieces[0] if len(pieces) == 1 else "".join(pieces)
            text = " ".join(whole.split()) if whole.isascii() else folded(whole)
            if text and (text[0] not in _INVISIBLE or text.strip(_INVISIBLE)):
                is_link = bool(links) and (
                    len(links) == len(pieces)
                    or stands_in_links(links, text, is_item=self._place.tag == "li")
                )
                self.cuts.append(Cut(self._place.kind, text, is_link, self._place))

    def _is_layout(self, tag: str, first: int) -> bool:
        """Whether paragraphs stand in one cell of a table, or a list is what readers wrote."""
        if tag != "table":
            ends = self.cuts[first : first + 1]
            items = (place for cut in ends for place in cut.place.path() if place.tag == "li")
            are_comments = any("comment" in name.lower() for i in items for name in i.names())
            return are_comments or are_answered(self.cuts, first)
        long = [cut.place for cut in self.cuts[first:] if len(cut.text) >= _CELL_TEXT]
        cells = (next((p for p in place.path() if p.tag in _CELLS), None) for place in long)
        held = [cell for cell in cells if cell is not None]
        return len(set(map(id, held))) < len(held)

    def _opens(self, address: str | None) -> bool:
        """Whether a link in a heading leads to the heading, or to what is below it."""
        heading = self._place.node
        leads_here = not address or address.startswith(("#", "javascript:"))
        is_own = leads_here and address == f"#{heading.attributes.get('id')}"
        return leads_here and (is_own or opens_below(heading))
