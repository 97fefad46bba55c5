"""Join an article that goes on on further pages, each of which was fetched apart as a part of it.

An outlet's ``next_pages`` finds the links to them: of all pages, of the next one alone, or of the
one that has everything. What an earlier page says already is not said again. Where an address
answers with an earlier page once more, as that of a pager that never ends does, it is no page.
"""

import math
import re
from collections.abc import Container, Sequence

from newscrawl import urls
from newscrawl.article import Block, BlockKind
from newscrawl.errors import ExtractionError, said
from newscrawl.extract.body.find_body import body_of
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

#: Further pages of one article that are asked for, at most.
MOST = 20
#: The end of a path that further pages have not: "/story-17.html", "/story-17/".
_ENDING = re.compile(r"(?:\.\w{2,5}|/)$", re.ASCII)
#: A shorter line may well be said twice.
_TELLING = 25
#: What is told of a further page that cannot be read.
_READER = "body/next_pages"


def further_pages(page: Page, outlet: Outlet | None) -> tuple[str, ...]:
    """The addresses of the article's further pages, as far as those at hand name them.

    In the order of the numbers in them: the page without one, that has everything, comes last.
    One more than ``MOST`` where there are more. What shows an earlier page again names none.
    """
    if outlet is None or not outlet.next_pages:
        return ()
    own = outlet.canonical(page.url) or page.url
    found = _linked(page, own, outlet)
    for url in found:
        # What a page adds is looked at in its turn.
        if url in page.parts and len(found) <= MOST and not _is_among(url, found, page, outlet):
            new = _linked(further_page(page, url, page.parts[url]), own, outlet)
            found += [each for each in new if each not in found]
    return tuple(sorted(found, key=lambda url: _number(url, own))[: MOST + 1])


def lacks_pages(page: Page, outlet: Outlet | None) -> bool:
    """Whether a further page is not at hand, or could not be read."""
    named = further_pages(page, outlet)
    is_read = all(url in page.parts and not _is_unheard(url, page, outlet) for url in named)
    return not is_read or bool(named and _READER in page.raised)


def is_shown_again(url: str, page: Page, outlet: Outlet) -> bool:
    """Whether what came from an address as a further page is an earlier one once more."""
    return _is_among(url, further_pages(page, outlet), page, outlet)


def _is_among(url: str, named: Sequence[str], page: Page, outlet: Outlet) -> bool:
    """Whether a further page says nothing that one page before it does not say as well.

    One that has everything says what several say.
    """
    own = outlet.canonical(page.url) or page.url
    number = _number(url, own)
    earlier = [each for each in named if each in page.parts and _number(each, own) < number]
    said = _lines(further_page(page, url, page.parts[url]), outlet)
    pages = [page, *(further_page(page, each, page.parts[each]) for each in earlier)]
    return bool(said) and any(said <= _lines(each, outlet) for each in pages)


def _is_unheard(url: str, page: Page, outlet: Outlet | None) -> bool:
    """Whether an address answered with the first page as it is, which names that address still.

    One that knows what it was asked for, and has nothing to add, ends the article.
    """
    assert outlet is not None
    part = further_page(page, url, page.parts[url])
    own = outlet.canonical(page.url) or page.url
    said = _lines(part, outlet)
    return bool(said) and said <= _lines(page, outlet) and url in _linked(part, own, outlet)


def _lines(page: Page, outlet: Outlet) -> frozenset[str]:
    """What a page says that would not be said twice by chance."""
    try:
        return page.once(_telling, outlet)
    except ExtractionError:
        return frozenset()


def _telling(page: Page, outlet: Outlet) -> frozenset[str]:
    _, blocks = page.once(body_of, outlet)
    return frozenset(each.text for each in blocks if _is_telling(each))


def _is_telling(block: Block) -> bool:
    return len(block.text) >= _TELLING or block.kind is BlockKind.CAPTION


def with_further_pages(
    page: Page, outlet: Outlet | None, layout: Layout | None, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The blocks of the page, and those of its further pages that are at hand."""
    joined, told = list(blocks), {block.text for block in blocks}
    page.raised.pop(_READER, None)
    named = further_pages(page, outlet)
    for url in named:
        if outlet is None or url not in page.parts or _is_among(url, named, page, outlet):
            continue
        part = further_page(page, url, page.parts[url])
        more = text_on(part, outlet, by_layout=layout is not None)
        if isinstance(more, str):
            page.raised[_READER] = more
            continue
        joined += _unsaid(more, told)
        told |= {block.text for block in more}
    return tuple(joined)


def _unsaid(blocks: Sequence[Block], told: Container[str]) -> list[Block]:
    """The blocks that no earlier page says.

    A short line may well be said twice, but for one that stands before what is not said again.
    """
    found, short = list[Block](), list[Block]()
    is_new = True
    for block in blocks:
        if len(block.text) < _TELLING:
            short.append(block)
            continue
        is_new = block.text not in told
        found += [*_kept(short, told, is_new=is_new), *([block] if is_new else [])]
        short = []
    return [*found, *_kept(short, told, is_new=is_new)]


def _kept(short: Sequence[Block], told: Container[str], *, is_new: bool) -> list[Block]:
    return [block for block in short if is_new or block.text not in told]


def further_page(page: Page, url: str, body: bytes) -> Page:
    """What came from an address as a further page of the article, parsed once."""
    return page.once(_parsed, url, body)


def _parsed(page: Page, url: str, body: bytes) -> Page:
    # A server that names a charset names it for all pages of an article.
    return Page(url, body, page.fetched_at, page.declared)


def text_on(part: Page, outlet: Outlet | None, *, by_layout: bool) -> tuple[Block, ...] | str:
    """The blocks of a further page, or why it has none; ``by_layout``: a layout has to fit it."""
    try:
        fitting, blocks = part.once(body_of, outlet)
    except ExtractionError as error:
        return said(error)
    if by_layout and fitting is None:
        # A wall, or another page: the article's own have the look of its first.
        return f"no layout fits {part.url}"
    return blocks


def _linked(page: Page, own: str, outlet: Outlet) -> list[str]:
    """What a page names as further pages of the article that begins at ``own``."""
    assert outlet.next_pages is not None
    try:
        named = page.once(_named, outlet.next_pages)
    except ExtractionError:
        # Who reads its text meets the same.
        return []
    found = dict.fromkeys(url for each in named if (url := outlet.canonical(each)))
    first = _stem(urls.path_of(own))
    return [
        url for url in found if _stem(urls.path_of(url)) != first and _continues(url, own, outlet)
    ]


def _named(page: Page, selector: str) -> list[str]:
    # The first is the article's own, however it is spelled there.
    given = [node.attributes for node in page.tree.css(selector) if node.text().strip() != "1"]
    hrefs = [each.get("href") or each.get("data-url") or "" for each in given]
    return [url for href in hrefs if href.strip() and (url := urls.absolute(page.base, href))]


def may_continue(url: str, page: Page, outlet: Outlet | None) -> bool:
    """Whether an address may be that of a further page of the article that begins on a page."""
    if outlet is None or not outlet.next_pages:
        return False
    return _continues(url, outlet.canonical(page.url) or page.url, outlet)


def _continues(url: str, own: str, outlet: Outlet) -> bool:
    """Whether an address may be that of the same article: a next article's is not."""
    key, own_key = outlet.key(url), outlet.key(own)
    if key is not None and own_key is not None and not key.startswith(_stem(own_key)):
        return False
    stem = _stem(urls.path_of(own).partition("?")[0])
    path = urls.path_of(url)
    return outlet.owns(url) and path.startswith(stem) and not path[len(stem) :][:1].isalnum()


def _number(url: str, own: str) -> float:
    """The number of a page, which stands behind what all addresses of the article have."""
    path = urls.path_of(own)
    begun = path if urls.path_of(url).startswith(path) else _stem(path.partition("?")[0])
    digits = re.findall(r"\d+", urls.path_of(url).removeprefix(begun))
    return int(digits[-1]) if digits else math.inf


def _stem(path: str) -> str:
    return _ENDING.sub("", path)
