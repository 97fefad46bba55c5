"""Find how a site's articles link to their further pages, and see that these go on with them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from newscrawl import urls
from newscrawl.article import Article, Kind
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.element_selectors import selectors_of
from newscrawl.describe.sections import linked
from newscrawl.extract.body.further_pages import further_pages
from newscrawl.extract.body.page_addresses import answering, continues, stem
from newscrawl.markup.ancestors import ancestors
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of

#: What stands behind the address of an article in that of its second page, or of a later one:
#: "/2/", "-2.html", "?page=2", "/seite-2". A word of other uses, or the name of a file, is none.
_BEHIND = re.compile(
    r"(?:\.\w{2,5}(?=[?&])|/(?=\?))?"
    r"(?P<word>[/?&_,.-](?!comment|reply|share|print|photo|foto|pic|image|img)[^\W\d_]{0,15}[-=/_]?)"
    r"(?P<number>\d{1,2})(?:\.(?:[sx]?html?|php|aspx?|jsp)|/)?",
    re.IGNORECASE,
)
#: Articles whose second page is looked at.
MOST = 3
#: Characters that a second page says and the first does not; a line of fewer tells nothing.
_NEW, _TELLING = 200, 25
#: Shorter headlines may be those of two articles.
_HEADLINE = 10
#: Elements above a link that may be the pager.
_ABOVE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPages:
    """What an outlet file says of further pages, and what that rests on."""

    selector: str | None
    evidence: tuple[str, ...]
    #: The addresses that are no articles of their own.
    further: frozenset[str] = frozenset()


def second_page(page: Page, outlet: Outlet) -> str | None:
    """The address that a page of an article names as that of its second page, if any."""
    return next((url for _, url in _seconds(page, outlet)), None)


def next_pages_of(
    pages: Sequence[Page], further: Mapping[str, Page], outlet: Outlet
) -> NextPages | None:
    """The links to further pages, where those at hand go on with their articles.

    None where no page names any; without a selector where none can be told from other links.
    """
    named = [(page, url) for page in pages if (url := second_page(page, outlet))]
    if not named:
        return None
    seen, told, came = list[tuple[Page, str]](), list[str](), set[str]()
    for page, url in named[:MOST]:
        found = answering(url, further, page.url, outlet)
        why = _speaks_against(page, further[found]) if found else "which is not at hand"
        told.append(f"{page.url} names {url}, {why or 'which goes on with it'}")
        if found and not why:
            seen.append((page, url))
            came.add(found)
    if not seen or len(seen) * 2 < len(told):
        return NextPages(selector=None, evidence=tuple(told))
    fitting = (one for one in _selectors(seen, outlet) if _finds(one, seen, pages, outlet))
    return NextPages(selector=next(fitting, None), evidence=tuple(told), further=frozenset(came))


def _speaks_against(first: Page, second: Page) -> str:
    """Why a page does not go on with the article of another one; empty where it does."""
    one, other = article_of(first, None), article_of(second, None)
    if one is None or other is None:
        return "which is no article"
    if one.kind is Kind.LIVE:
        return "which has older entries"
    if not _is_one_article(one, other):
        return "which is another article"
    known, said = _lines(one), _lines(other)
    new, all_of_it = (sum(map(len, lines)) for lines in (said - known, said))
    return "" if new >= _NEW and new * 2 >= all_of_it else "which says the same again"


def _is_one_article(one: Article, other: Article) -> bool:
    """Whether headlines are the same; one may count its page, but so do parts of a series."""
    shorter, longer = sorted((fold(one.headline), fold(other.headline)), key=len)
    if shorter == longer:
        return True
    is_same = one.canonical_url == other.canonical_url or (
        one.date_published is not None and one.date_published == other.date_published
    )
    return is_same and len(shorter) >= _HEADLINE and shorter in longer


def _lines(article: Article) -> set[str]:
    return {block.text for block in article.blocks if len(block.text) >= _TELLING}


def _seconds(page: Page, outlet: Outlet) -> Iterator[tuple[Any, str]]:
    """The links to the second page: its number is 2, or 1 where pages are counted from nought."""
    for node, url, found in _further(page, outlet):
        number = int(found["number"])
        if number == 2 or (number == 1 and node.text().strip() == "2"):
            yield node, url


def _further(page: Page, outlet: Outlet) -> Iterator[tuple[Any, str, re.Match[str]]]:
    """The links to what is addressed as further pages, those first that machines follow."""
    own = outlet.canonical(page.url) or page.url
    for node, url in linked(page, outlet):
        found = _BEHIND.fullmatch(_behind(url, own))
        if found and continues(url, own, outlet) and not _is_rewritten(url, own):
            yield node, url, found


def _is_rewritten(url: str, own: str) -> bool:
    """Whether a parameter of the article's own address has another value: it may be its number."""
    said, known = (dict(parse_qsl(urlsplit(each).query)) for each in (url, own))
    return any(said.get(name, value) != value for name, value in known.items())


def _behind(url: str, own: str) -> str:
    path, whole = urls.path_of(url), urls.path_of(own)
    return path.removeprefix(whole if path.startswith(f"{whole}&") else stem(whole.split("?")[0]))


def _selectors(seen: Sequence[tuple[Page, str]], outlet: Outlet) -> Iterator[str]:
    """Selectors of the links, the one that is likeliest to last first."""
    nodes = [node for page, url in seen for node, led in _seconds(page, outlet) if led == url]
    for node in nodes:
        if "next" in (node.attributes.get("rel") or "").split():
            yield f'{node.tag}[rel~="next"]'
    for page, _ in seen:
        words = [found["word"] for _, _, found in _further(page, outlet)]
        yield from (f'a[href*="{word}"]' for word in words if word[1:-1] and word[-1] in "=-/_")
    boxes = [one for node in nodes for box in _above(node) for one in selectors_of(box)]
    # A name says more than the way to an element.
    yield from (f"{one} a" for one in sorted(boxes, key=lambda one: " > " in one))


def _above(node: Any) -> Iterator[Any]:
    """The elements that may be the pager that a link stands in."""
    near = islice(ancestors(node), _ABOVE)
    return takewhile(lambda box: box.tag not in {"body", "main", "article"}, near)


def _finds(
    selector: str, seen: Sequence[tuple[Page, str]], pages: Sequence[Page], outlet: Outlet
) -> bool:
    """Whether a selector finds all these pages, and on no page what is addressed otherwise."""
    tried = replace(outlet, next_pages=selector)
    # As they came: what a page has for a part is none of the question.
    named = {page.url: set(further_pages(replace(page, parts={}), tried)) for page in pages}
    known = {page.url: {url for _, url, _ in _further(page, outlet)} for page in pages}
    return all(url in named[page.url] for page, url in seen) and all(
        named[url] <= known[url] for url in named
    )
