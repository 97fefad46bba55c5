"""Tell what belongs to an article's head from what stands beside the article."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.headline import is_headline, main_headings
from newscrawl.extract.fields.property_scopes import holds_main_heading, is_of_another
from newscrawl.markup.ancestors import ancestors, before, with_ancestors
from newscrawl.page import Page

#: Names of boxes that are never the article's, whatever the page calls its own.
OTHERS_BOXES = (
    *("comment", "komment", "coment", "disqus"),
    *("related", "recommend", "popular", "newsletter", "testimonial"),
)
#: What surrounds all of the page's story: its class may name the layout ("with-sidebar").
_WHOLE = frozenset("html body main".split())
#: What stands in these is of other articles, or of nobody.
_OTHERS = frozenset("aside footer nav form blockquote".split())
_LINES = frozenset(
    "h1 h2 h3 h4 h5 p div span a li time address small em strong b i font td th dt dd "
    "summary".split()
)
#: Elements of the head: so many before the headline, so many behind it.
_BEFORE, _BEHIND = 30, 120
#: Levels between an element and the box that it shares with the headline.
_NEAR = 3
_LONGEST = 160
#: Characters of a sentence; paragraphs of one that may stand above a story.
_SENTENCE, MOST_DEKS = 80, 3
_TOPIC = re.compile(r"kicker|categor|topic|eyebrow|overline|\btags?\b", re.IGNORECASE)
#: Steps from an element to the words before it, and characters of them.
_STEPS, _WORDS_BEFORE = 3, 60
#: An ``aside`` of the article's own: so short, and with an element that is called like this.
_LONGEST_NOTE, _AUTHOR = 600, '[class*="author" i], [class*="byline" i], [class*="autor" i]'
#: Characters of an element's names: a damaged one swallows the page.
_NAMES = 2_000
#: Names of an article's own parts: what is marked as a person's data is no card among others, and
#: a page builder calls all parts of a page widgets.
_OWN = re.compile(
    r"vcard|elementor-widget|(?:post|entry|article|asset|node|headline|header|title)[-_]+footer"
)
#: A ``footer`` that an article has for its own date and byline.
_OWN_FOOTER = re.compile(rf"(?:^|[\s_-])(?:meta|byline)(?:$|\s)|{_OWN.pattern}")
#: Headings that are looked at for that of a page whose ``h1`` is the site's, or that has none.
_MOST_HEADINGS = 12


def is_beside(page: Page, node: LexborNode, marks: tuple[str, ...]) -> bool:
    """Whether an element around the node is named like something else than the article.

    Elements that hold the headline are not: a page may call its head a teaser. No element is
    asked twice.
    """
    known = page.once(_known, marks)
    climbed, answer = [], False
    for around in with_ancestors(node):
        if (of := around.mem_id) in known:
            answer = known[of]
            break
        climbed.append(of)
        if (is_one := _is_another(page, around, marks)) is not None:
            answer = is_one and of not in page.once(_around_heading)
            break
    known.update(dict.fromkeys(climbed, answer))
    return answer


def _known(page: Page, marks: tuple[str, ...]) -> dict[int, bool]:
    """Whether an element stands beside the article, of those that were asked for."""
    return {}


def _is_another(page: Page, around: LexborNode, marks: tuple[str, ...]) -> bool | None:
    """Whether an element holds something else than the article; None where it does not tell."""
    if (tag := around.tag) in _WHOLE:
        return False
    given = around.attributes
    named = f"{given.get('class') or ''} {given.get('id') or ''}"[:_NAMES].lower()
    # A masthead has the day on which the page was fetched.
    is_top = tag == "header" and any(a.tag == "body" for a in islice(ancestors(around), 2))
    if is_top or tag in _OTHERS or _names_another(named, marks):
        is_own = not is_top and _is_own(around, named, marks)
        return None if is_own else not holds_main_heading(page, around)
    return None


def _is_own(around: LexborNode, named: str, marks: tuple[str, ...]) -> bool:
    """Whether a footer is the article's, or an aside that says in a few words who wrote."""
    if around.tag == "footer":
        return _OWN_FOOTER.search(named) is not None
    is_aside = around.tag == "aside" and not _names_another(named, marks)
    return (
        is_aside and len(around.text()) <= _LONGEST_NOTE and around.css_first(_AUTHOR) is not None
    )


def _names_another(named: str, marks: tuple[str, ...]) -> bool:
    find = _finder(marks)
    return bool(find(named) and find(_OWN.sub("", named)))


@lru_cache(maxsize=64)
def _finder(marks: tuple[str, ...]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(map(re.escape, marks)) or "(?!)").search


def is_of_picture(node: LexborNode) -> bool:
    """Whether an element stands beside a picture, and not beside the headline."""
    figure = next((around for around in ancestors(node) if around.tag == "figure"), None)
    return figure is not None and figure.css_first("h1") is None


def is_topic(node: LexborNode) -> bool:
    """Whether an element may name of whom the article tells: a link, or one that is called so."""
    return node.tag == "a" or _TOPIC.search(node.attributes.get("class") or "") is not None


def words_before(node: LexborNode) -> str:
    """The words before an element, or around it where nothing stands before it."""
    for step in islice(with_ancestors(node), _STEPS):
        if step.tag in ("article", "main", "body"):
            break
        words = ""
        for beside in before(step):
            if len(words) >= _WORDS_BEFORE:
                break
            words = f"{beside.text(separator=' ')} {words}"
        if words.strip():
            return words[-_WORDS_BEFORE:]
    return ""


def near_headline(page: Page, marks: tuple[str, ...]) -> Iterator[LexborNode]:
    """The elements with text of their own behind the headline, then those before it."""
    return _own(page, lines_near_headline(page), marks)


def lines_near_headline(page: Page) -> Iterator[LexborNode]:
    """The same with those that may stand beside the article."""
    return chain.from_iterable(page.once(head))


def is_told(node: LexborNode) -> bool:
    """Whether it is a paragraph of a sentence or more."""
    return node.tag == "p" and len(node.text()) > _SENTENCE


def _above_story(behind: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Those above the first long paragraph, and above the last of a few that may be deks."""
    told = 0
    for node in behind:
        if told == MOST_DEKS or (node.tag == "p" and len(node.text()) > _LONGEST):
            return
        yield node
        told += is_told(node)


def between_headline_and_story(page: Page, marks: tuple[str, ...]) -> Iterator[LexborNode]:
    """Those behind the headline and above the first paragraph, then those in the headline's box."""
    behind, before = page.once(head)
    heading = page.once(_own_heading)
    box = heading.parent.mem_id if heading and heading.parent else None
    within = (n for n in before if any(a.mem_id == box for a in islice(ancestors(n), _NEAR)))
    return _own(page, chain(_above_story(behind), within), marks)


def _own(page: Page, nodes: Iterable[LexborNode], marks: tuple[str, ...]) -> Iterator[LexborNode]:
    for node in nodes:
        if not is_beside(page, node, marks) and not is_of_another(page, node):
            yield node


def _own_heading(page: Page) -> LexborNode | None:
    """The heading that the page is called like, else its first ``h1``."""
    mains = [node for node in page.once(main_headings) if node.tag == "h1"][:_MOST_HEADINGS]
    own = next((node for node in mains if _is_called(page, node)), None)
    others = page.tree.css("h2, h3")[:_MOST_HEADINGS] if own is None else ()
    return own or next((n for n in others if _is_called(page, n)), next(iter(mains), None))


def _is_called(page: Page, node: LexborNode) -> bool:
    return is_headline(page, " ".join(node.text(separator=" ").split()))


def _around_heading(page: Page) -> frozenset[int]:
    """The elements that hold a headline which is no ``h1``."""
    heading = page.once(_own_heading)
    is_other = heading is not None and heading.tag != "h1"
    return frozenset(n.mem_id for n in ancestors(heading)) if heading and is_other else frozenset()


def head(page: Page) -> tuple[list[LexborNode], list[LexborNode]]:
    """The elements with text of their own behind the headline, and those before it."""
    heading = page.once(_own_heading)
    behind = _lines_behind(heading or page.tree.css_first(", ".join(_LINES)))
    before = _lines_before(heading)
    told, above = ([n for n in p if (n.text(deep=False) or "").strip()] for p in (behind, before))
    return told, above


def _lines_behind(node: LexborNode | None) -> list[LexborNode]:
    """The elements that begin behind one, in the page's order: to select all costs far more."""
    found = list[LexborNode]()
    while node is not None and len(found) < _BEHIND - 1:
        following = node.first_child
        while following is None and node is not None:
            following, node = node.next, node.parent
        node = following
        if node is not None and node.tag in _LINES:
            found.append(node)
    return found


def _lines_before(node: LexborNode | None) -> list[LexborNode]:
    """The elements that begin before one, in the page's order."""
    found = list[LexborNode]()
    while node is not None and len(found) < _BEFORE:
        before = node.prev
        while before is not None and before.last_child is not None:
            before = before.last_child
        node = before if before is not None else node.parent
        if node is not None and node.tag in _LINES:
            found.append(node)
    return found[::-1]


def folded(node: LexborNode) -> str | None:
    """The text with white space folded; None where there is none, or more than a line."""
    line = " ".join(node.text(separator=" ").split())
    return line if 0 < len(line) <= _LONGEST else None
