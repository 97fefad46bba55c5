"""Page in, article out: every block of the body, and every field that the page gives."""

from functools import partial

from newscrawl.article import GENERIC, IN_PART, SCRIPT, Article, Kind
from newscrawl.errors import EmptyBody, ExtractionError, NoHeadline, ReaderFailed
from newscrawl.extract.article_fields import read_fields
from newscrawl.extract.body.author_notes import with_author_notes_marked
from newscrawl.extract.body.find_body import WORDLESS, body_of
from newscrawl.extract.body.further_pages import (
    MOST,
    further_pages,
    lacks_pages,
    with_further_pages,
)
from newscrawl.extract.body.marked_blocks import of_story
from newscrawl.extract.body.script_data import script_blocks
from newscrawl.extract.fields.credited_organisations import unsaid
from newscrawl.extract.fields.field_forms import texts
from newscrawl.extract.fields.identity import identity, own_url
from newscrawl.extract.live.live_entries import live_blog
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Goes up when the same bytes would be read differently, so that no edit is seen where we changed.
VERSION = "15"


def version_of(outlet: Outlet | None) -> str:
    """By what an outlet's pages are read today: this code, and the outlet's file.

    Two readings of other versions may differ though the page is the same.
    """
    return f"{VERSION}/{outlet.reading}" if outlet else VERSION


def extract(page: Page, outlet: Outlet | None = None) -> Article:
    """The article on a page, with all the blocks of its body: nothing is cleaned here.

    The first layout of the outlet whose container holds text is used, else the generic reader.
    Raises an ``ExtractionError`` where the page is no article, and nothing else: a reader that
    raises costs its own field (``page.raised`` tells), or, where there is no article without what
    it reads, is named.
    """
    # Further pages are held against it, too; but other parts may stand in it, and come later.
    is_kept = outlet is not None and outlet.next_pages and not outlet.parts
    layout, blocks = page.once(body_of, outlet) if is_kept else body_of(page, outlet)
    told = of_story(blocks)
    name = layout.name if layout else GENERIC
    if layout is None and (said := page.ask("body/script", partial(script_blocks, told=told))):
        blocks = told = said
        name = SCRIPT
    blocks = with_further_pages(page, outlet, layout, blocks)
    fields = read_fields(page, outlet, layout, told)
    headline = fields["headline"]
    if not headline:
        raise _without_headline(page)
    kind = fields["kind"] or Kind.ARTICLE
    if not told and kind not in WORDLESS:
        raise EmptyBody(page.url)
    if layout is None or layout.is_learned:
        blocks = with_author_notes_marked(blocks, fields["authors"])
    url = own_url(page, outlet)
    live = live_blog(page, url, outlet, layout, blocks)
    canonical_url, key = page.need("identity", lambda page: identity(page, outlet))
    return Article(
        url=url,
        canonical_url=canonical_url,
        outlet=outlet.name if outlet else None,
        key=key,
        kind=kind,
        headline=headline,
        description=fields["description"],
        lead=fields["lead"],
        kicker=fields["kicker"],
        authors=fields["authors"],
        date_published=fields.published.moment,
        date_modified=fields.modified.moment,
        date_source=fields.published.source,
        date_raw=fields.published.raw,
        section=fields["section"],
        keywords=tuple(dict.fromkeys(fields["keywords"] or ())),
        language=fields["language"],
        is_free=fields["is_free"],
        credits=unsaid(fields["credits"] or (), outlet, page.url, told),
        is_sponsored=bool(fields["is_sponsored"]) or kind is Kind.SPONSORED,
        images=tuple(fields["images"] or ()),
        related=tuple(dict.fromkeys(fields["related"] or ())),
        blocks=(*blocks, *live.own_blocks),
        entries=live.entries,
        has_more_entries=live.has_more or is_partial(page, outlet),
        layout=name + IN_PART if lacks_pages(page, outlet) else name,
        read_by=version_of(outlet),
    )


def _without_headline(page: Page) -> ExtractionError:
    """Why there is none: nothing names the article, or what would raised."""
    named = [
        (reader, said) for reader, said in page.raised.items() if reader.startswith("headline/")
    ]
    return ReaderFailed(page.url, *named[0]) if named else NoHeadline(page.url)


def parts_of(page: Page, outlet: Outlet | None) -> tuple[str, ...]:
    """The addresses of what belongs to the page and is fetched apart; raises ``ReaderFailed``.

    Behind them are its further pages, as far as those at hand name them, then feeds that are kept
    beside each page. It is a page without these: see ``optional_parts``.
    """
    return (*_own_parts(page, outlet), *optional_parts(page, outlet))


def optional_parts(page: Page, outlet: Outlet | None) -> tuple[str, ...]:
    """The parts without which the page is read, too."""
    return (*further_pages(page, outlet)[:MOST], *(outlet.beside if outlet else ()))


def is_partial(page: Page, outlet: Outlet | None) -> bool:
    """Whether some of what belongs to the page was fetched apart and is not at hand."""
    is_lacking = any(url not in page.parts for url in _own_parts(page, outlet))
    return is_lacking or lacks_pages(page, outlet)


def _own_parts(page: Page, outlet: Outlet | None) -> tuple[str, ...]:
    named = outlet.parts if outlet else None
    return page.need("parts", lambda page: tuple(texts(page.once(named)))) if named else ()
