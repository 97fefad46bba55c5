"""Page in, article out: every block of the body, and every field that the page gives."""

from typing import Any

from newscrawl.article import Article, Kind
from newscrawl.errors import EmptyBody, NoHeadline
from newscrawl.extract.body import WORDLESS, body_of
from newscrawl.extract.bylines import persons
from newscrawl.extract.claims import claimed_date
from newscrawl.extract.identity import identity, own_url, site_names
from newscrawl.extract.metadata import first, readers_of, strings, text, without_site_name
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Goes up when the same bytes would be read differently, so that no edit is seen where we changed.
VERSION = "1"


def extract(page: Page, outlet: Outlet | None = None) -> Article:
    """The article on a page, with all the blocks of its body: nothing is cleaned here.

    The first layout of the outlet whose container holds text is used, else the generic reader.
    Raises an ``ExtractionError`` where the page is no article.
    """
    layout, blocks = body_of(page, outlet)
    fields = {**(outlet.fields if outlet else {}), **(layout.fields if layout else {})}
    readers = readers_of(fields, is_sure=layout is not None)

    def read(name: str) -> Any:
        return first(page, readers.get(name, ()))

    sites = site_names(page, outlet)
    headline = without_site_name(text(read("headline")) or "", sites)
    if not headline:
        raise NoHeadline(page.url)
    kind = Kind(read("kind") or Kind.ARTICLE)
    if not blocks and kind not in WORDLESS:
        raise EmptyBody(page.url)
    canonical_url, key = identity(page, outlet)
    published = claimed_date(page, "date_published", fields, outlet)
    return Article(
        url=own_url(page, outlet),
        canonical_url=canonical_url,
        outlet=outlet.name if outlet else None,
        key=key,
        kind=kind,
        headline=headline,
        description=text(read("description")),
        lead=text(read("lead")),
        kicker=text(read("kicker")),
        authors=persons(strings(read("authors")), sites),
        date_published=published.moment,
        date_modified=claimed_date(page, "date_modified", fields, outlet).moment,
        date_source=published.source,
        date_raw=published.raw,
        section=text(read("section")),
        keywords=tuple(dict.fromkeys(strings(read("keywords")))),
        language=read("language") or (outlet.language if outlet else None),
        is_free=read("is_free"),
        is_sponsored=bool(read("is_sponsored")) or kind is Kind.SPONSORED,
        images=tuple(read("images") or ()),
        related=tuple(dict.fromkeys(read("related") or ())),
        blocks=blocks,
        layout=layout.name if layout else "generic",
    )
