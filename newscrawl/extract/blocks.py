"""Cut the body of a page into blocks of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from newscrawl.article import LINK_MARK, Block, BlockKind

#: Elements that a reader never sees as text.
_UNSEEN = frozenset(
    "script style noscript template svg math head title object canvas select textarea "
    "datalist audio video picture source track map area input img".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: Elements that begin a line of their own.
_BLOCK_LEVEL = _HEADINGS | frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "embed fieldset figcaption figure footer form header hgroup hr html iframe label legend li "
    "main menu nav ol p pre section summary table tbody td tfoot th thead tr ul amp-iframe".split()
)
_BLOCK_SELECTOR = ",".join(sorted(_BLOCK_LEVEL))
#: What makes a list or a table a piece of page layout rather than a piece of text.
_LAYOUT_SELECTOR = "h1,h2,h3,h4,figure,article,section,table,iframe,form"
#: Elements whose own name is a mark, since it tells as much as a class name.
_TELLING = frozenset("aside form blockquote figure footer nav".split())
#: A block is a link where at least this share of its characters is inside links.
_LINK_SHARE = 0.9
#: Deeper than this, what an element holds is taken as one line: no writer nests so deep.
_DEEPEST = 150
_BREAK = "\x00"
_PARAGRAPH_BREAK = re.compile(r"\x00\s*\x00[\s\x00]*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A block with the element that holds it."""

    block: Block
    node: LexborNode


def blocks_in(node: LexborNode, ignore: str | None = None) -> tuple[Block, ...]:
    """The blocks inside an element, in order; nodes that ``ignore`` selects are passed over."""
    return tuple(cut.block for cut in cuts_in(node, ignore))


def cuts_in(node: LexborNode, ignore: str | None = None) -> Iterator[Cut]:
    """The blocks inside an element with the elements that hold them."""
    skipped = frozenset(found.mem_id for found in node.css(ignore)) if ignore else frozenset()
    return _walk(node, _Place(skipped=skipped))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: what it stands under."""

    marks: tuple[str, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    is_link: bool = False
    depth: int = 0
    skipped: frozenset[int] = field(default_factory=frozenset)

    def inside(self, node: LexborNode) -> "_Place":
        tag = node.tag or ""
        marks = self.marks + tuple(m for m in marks_of(node) if m not in self.marks)
        return _Place(
            marks=marks,
            kind=_kind_of(tag, self.kind),
            is_link=self.is_link or tag == "a",
            depth=self.depth + 1,
            skipped=self.skipped,
        )


def _kind_of(tag: str, around: BlockKind) -> BlockKind:
    if tag in {"figure", "figcaption"}:
        return BlockKind.CAPTION
    return BlockKind.HEADING if tag in _HEADINGS and around is BlockKind.PARAGRAPH else around


def marks_of(node: LexborNode) -> Iterator[str]:
    """What an element adds to the marks: its name if telling, its id, its class names."""
    if node.tag in _TELLING:
        yield f"<{node.tag}>"
    given = node.attributes
    yield from (given.get("id") or "").split()
    yield from (given.get("class") or "").split()


def _walk(node: LexborNode, place: _Place) -> Iterator[Cut]:
    run: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        if _is_inline(child, place):
            run.append(child)
        else:
            yield from _lines(run, node, place)
            run = []
            if not _is_unseen(child, place):
                yield from _block(child, place.inside(child))
        child = child.next
    yield from _lines(run, node, place)


def _is_inline(node: LexborNode, place: _Place) -> bool:
    if node.is_text_node:
        return True
    if _is_unseen(node, place) or node.tag in _BLOCK_LEVEL:
        return False
    return node.first_child is None or node.css_first(_BLOCK_SELECTOR) is None


def _is_unseen(node: LexborNode, place: _Place) -> bool:
    return not node.is_element_node or node.tag in _UNSEEN or node.mem_id in place.skipped


def _block(node: LexborNode, place: _Place) -> Iterator[Cut]:
    tag = node.tag
    if tag in {"iframe", "embed", "amp-iframe"}:
        return _embed(node, place)
    if tag == "blockquote":
        return _joined(node, place, BlockKind.QUOTE)
    if tag in {"ul", "ol", "dl", "table"} and node.css_first(_LAYOUT_SELECTOR) is None:
        return _joined(node, place, BlockKind.LIST)
    if place.depth > _DEEPEST:
        return _lines([node], node, place)
    return _walk(node, place)


def _embed(node: LexborNode, place: _Place) -> Iterator[Cut]:
    given = node.attributes
    address = given.get("src") or given.get("data-src")
    if address and address.strip() and not address.startswith(("about:", "data:", "javascript:")):
        yield Cut(Block(BlockKind.EMBED, address.strip(), place.marks), node)


def _joined(node: LexborNode, place: _Place, kind: BlockKind) -> Iterator[Cut]:
    """One block of all the lines inside an element."""
    inner = _Place(is_link=place.is_link, depth=place.depth, skipped=place.skipped)
    lines = [cut.block for cut in _walk(node, inner) if cut.block.kind is not BlockKind.EMBED]
    if not lines:
        return
    linked = sum(len(line.text) for line in lines if LINK_MARK in line.marks)
    is_link = linked >= _LINK_SHARE * sum(len(line.text) for line in lines)
    marks = (*place.marks, LINK_MARK) if is_link else place.marks
    yield Cut(Block(kind, "\n".join(line.text for line in lines), marks), node)


def _lines(run: list[LexborNode], parent: LexborNode, place: _Place) -> Iterator[Cut]:
    """The paragraphs of a run of text and inline elements: two breaks in a row part them."""
    if not run:
        return
    raw = "".join(_texts(run, place))
    if not raw.strip(" \t\r\n\f\x00\xa0"):
        return
    marks = (*place.marks, LINK_MARK) if place.is_link or _is_mostly_link(run, raw) else place.marks
    for part in _PARAGRAPH_BREAK.split(raw):
        text = " ".join(part.replace(_BREAK, " ").split())
        if text:
            yield Cut(Block(place.kind, text, marks), parent)


def _texts(run: list[LexborNode], place: _Place) -> Iterator[str]:
    for top in run:
        if top.is_text_node:
            yield top.text_content or ""
            continue
        for node in top.traverse(include_text=True):
            if node.is_text_node:
                if not _is_hidden_text(node, top, place):
                    yield node.text_content or ""
            elif node.tag == "br":
                yield _BREAK


def _is_hidden_text(node: LexborNode, top: LexborNode, place: _Place) -> bool:
    """Whether a text stands in a script, or in a node that the layout ignores."""
    parent = node.parent
    if parent is None or parent.mem_id == top.mem_id:
        return False
    if not place.skipped:
        return parent.tag in _UNSEEN
    while parent is not None and parent.mem_id != top.mem_id:
        if _is_unseen(parent, place):
            return True
        parent = parent.parent
    return False


def _is_mostly_link(run: list[LexborNode], raw: str) -> bool:
    links = [
        link
        for node in run
        if node.is_element_node
        for link in ([node] if node.tag == "a" else node.css("a"))
    ]
    if not links:
        return False
    linked = sum(len("".join(link.text().split())) for link in links)
    return linked >= _LINK_SHARE * len("".join(raw.replace(_BREAK, "").split()))
