"""Where each field of an article is looked for: JSON-LD, meta tags, what the page shows."""

from collections.abc import Mapping
from typing import Any

from newscrawl.extract.fields import authors, stated_fields
from newscrawl.extract.fields.authors_left import authors_left, profile_authors
from newscrawl.extract.fields.breadcrumbs import last_breadcrumb
from newscrawl.extract.fields.field_forms import formed
from newscrawl.extract.fields.field_readers import Found, Read, css, linked, meta
from newscrawl.extract.fields.free_to_read import is_free
from newscrawl.extract.fields.headline import HEADINGS_BELOW, agreed_headline, visible_headline
from newscrawl.extract.fields.headline_in_title import heading_in_title, marked_headline
from newscrawl.extract.fields.lead_image import lead_image
from newscrawl.outlet import Reader
from newscrawl.page import Page

_TITLES = ("parsely-title", "sailthru.title", "citation_title", "title", "article:title")
_DESCRIPTIONS = (
    *("dc.description", "dcterms.description", "dcterms.abstract"),
    *("article:description", "article-description", "standfirst"),
)
#: What else elements are called that have "headline" in their names.
_NO_HEADLINE = "".join(
    f':not([class*="{name}" i])'
    for name in ("kicker", "label", "section", "related", "breaking", "wrapper", "ticker", "meta")
)
#: Elements that are called like a headline, on a page without a heading.
_CALLED_HEADLINE = ", ".join(
    f'{around} [class*="{name}" i]{_NO_HEADLINE}'
    for around in ("article", "main")
    for name in ("headline", "entry-title", "article-title", "post-title", "article__title")
)
#: Where to look for each field: name of the reader → reader, best first. An outlet names only
#: what differs; its readers are called ``outlet``.
READERS: dict[str, dict[str, Read]] = {
    "headline": {
        "json-ld and meta": agreed_headline,
        "h1": visible_headline,
        "json-ld": lambda page: linked("headline")(page) or linked("name")(page),
        "heading in title": heading_in_title,
        "meta": meta("og:title", "twitter:title"),
        "marked": marked_headline,
        "other meta": meta("headline", "dc.title", "dcterms.title", *_TITLES),
        "title": css("title"),
        "first h1": css('h1, [role="heading"][aria-level="1"]'),
        "first h2": css(HEADINGS_BELOW),
        "called": css(_CALLED_HEADLINE),
    },
    "description": {
        "meta": stated_fields.meta_description,
        "json-ld": linked("description"),
        "other meta": meta(*_DESCRIPTIONS),
        "abstract": linked("abstract"),
    },
    "authors": {
        "json-ld": authors.linked_authors,
        "meta": authors.meta_authors,
        "marked": authors.marked_authors,
        "byline": authors.byline_authors,
        "lead-in": authors.lead_in_authors,
        "profile": profile_authors,
        "beside": authors_left,
    },
    "section": {
        "json-ld": stated_fields.linked_section,
        "meta": stated_fields.meta_section,
        "marked": stated_fields.marked_section,
        "breadcrumbs": last_breadcrumb,
        "other meta": stated_fields.other_section,
    },
    "keywords": {
        "json-ld": stated_fields.linked_keywords,
        "meta": stated_fields.meta_keywords,
        "marked": stated_fields.marked_keywords,
    },
    "language": {"declared": stated_fields.language_of},
    "is_free": {"json-ld": is_free},
    "kind": {"json-ld": stated_fields.linked_kind},
    "images": {"meta": lead_image},
}


def readers_of(fields: Mapping[str, Reader], is_sure: bool) -> dict[str, dict[str, Read]]:
    """The readers of each field, best first: the outlet's own, then those for every page.

    ``is_sure`` where a layout fits the page: then what the outlet's own reader finds is final,
    also if that is nothing. Where none fits, its selectors may be out of date.
    """
    readers = dict(READERS)
    for name, reader in fields.items():
        own = {"outlet": css(reader) if isinstance(reader, str) else reader}
        readers[name] = own if is_sure else {**own, **READERS.get(name, {})}
    return readers


def first(page: Page, field: str, readers: Mapping[str, Read]) -> Found:
    """What the first reader finds that finds anything."""
    found = (Found(asked(page, field, name, read), name) for name, read in readers.items())
    return next((each for each in found if each.value not in (None, "", [], ())), Found())


def asked(page: Page, field: str, name: str, read: Read) -> Any:
    """What a reader finds, as the field has it; None where it raises."""
    return page.ask(f"{field}/{name}", lambda page: formed(field, read(page)))
