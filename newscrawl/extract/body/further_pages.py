"""Join an article that goes on on further pages, each of which was fetched apart as a part of it.

An outlet's ``next_pages`` finds the links to them: of all pages, of the next one alone, or of the
one that has everything. What an earlier page says already is not said again. Where an address
answers with an earlier page once more, as that of a pager that never ends does, it is no page.
"""

import re
from collections.abc import Container, Iterable, Sequence

from newscrawl import urls
from newscrawl.article import Block, BlockKind
from newscrawl.errors import ExtractionError, said
from newscrawl.extract.body.find_body import body_of
from newscrawl.extract.body.page_addresses import answering, continues, number_of, stem
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

#: Further pages of one article that are asked for, at most.
MOST = 20
#: A shorter line may well be said twice.
_TELLING = 25
_NUMBER = re.compile(r"\d+")
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
    found = _linked(page, own, outlet, page.parts)
    for url in found:
        # What a page adds is looked at in its turn.
        if url in page.parts and len(found) <= MOST and not _is_among(url, found, page, outlet):
            part = further_page(page, url, page.parts[url])
            new = _linked(part, own, outlet, page.parts)
            found += [each for each in new if each not in found]
    return tuple(sorted(found, key=lambda url: number_of(url, own))[: MOST + 1])


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
    number = number_of(url, own)
    earlier = [each for each in named if each in page.parts and number_of(each, own) < number]
    part = further_page(page, url, page.parts[url])
    pages = [page, *(further_page(page, each, page.parts[each]) for each in earlier)]
    return any(_says_no_more(part, each, outlet) for each in pages)


def _is_unheard(url: str, page: Page, outlet: Outlet | None) -> bool:
    """Whether an address answered with the first page as it is, which names that address still.

    One that knows what it was asked for, and has nothing to add, ends the article.
    """
    assert outlet is not None
    part = further_page(page, url, page.parts[url])
    own = outlet.canonical(page.url) or page.url
    return _says_no_more(part, page, outlet) and url in _linked(part, own, outlet, page.parts)


def _says_no_more(part: Page, page: Page, outlet: Outlet) -> bool:
    """Whether a page says what another one says, and nothing else but which page it is.

    Short lines alone may be the same by chance, as what all pages of a site say may be: beside
    that, what is short is as much of the article as what is long.
    """
    said, told = _lines(part, outlet), _lines(page, outlet)
    new = said.keys() - told.keys()
    if not any(said.values()) or any(said[text] for text in new):
        return False
    return len(new) <= 1 and {*map(_uncounted, new)} <= {*map(_uncounted, told)}


def _uncounted(text: str) -> str:
    """A line without its numbers: "Page 1 of 3" and "Page 2 of 3" are the same."""
    return _NUMBER.sub("", text)


def _lines(page: Page, outlet: Outlet) -> dict[str, bool]:
    """What a page says, and of each whether it would not be said twice by chance."""
    try:
        return page.once(_telling, outlet)
    except ExtractionError:
        return {}


def _telling(page: Page, outlet: Outlet) -> dict[str, bool]:
    _, blocks = page.once(body_of, outlet)
    told = {block.text for block in blocks if block.kind is BlockKind.CAPTION}
    return {text: len(text) >= _TELLING or text in told for text in (b.text for b in blocks)}


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


def _linked(page: Page, own: str, outlet: Outlet, parts: Iterable[str]) -> list[str]:
    """What a page names as further pages of the article that begins at ``own``.

    Those at hand as the addresses that answered: a redirect may spell them anew.
    """
    assert outlet.next_pages is not None
    try:
        named = page.once(_named, outlet.next_pages)
    except ExtractionError:
        # Who reads its text meets the same.
        return []
    spelled = (url for each in named if (url := outlet.canonical(each)))
    first = stem(urls.path_of(own))
    further = (
        url for url in spelled if stem(urls.path_of(url)) != first and continues(url, own, outlet)
    )
    return list(dict.fromkeys(answering(url, parts, own, outlet) or url for url in further))


def _named(page: Page, selector: str) -> list[str]:
    # The first is the article's own, however it is spelled there.
    given = [node.attributes for node in page.tree.css(selector) if node.text().strip() != "1"]
    hrefs = [each.get("href") or each.get("data-url") or "" for each in given]
    return [url for href in hrefs if href.strip() and (url := urls.absolute(page.base, href))]
