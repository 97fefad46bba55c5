"""Where the dates of an article are looked for: JSON-LD, meta tags, what the page shows."""

import re
from collections.abc import Callable
from typing import Any

from newscrawl.extract.dates.visible_dates import (
    dates_in_text,
    dates_in_time,
    dates_marked,
    dates_updated,
)
from newscrawl.extract.fields.field_readers import Read, linked, metas
from newscrawl.extract.fields.json_ld import about_page, article_object
from newscrawl.markup.meta_names import says_modified, says_published
from newscrawl.page import Page

_DATE = re.compile(r"\d{4}|\d\D\d\d?\D\d\d")


def _called(says: Callable[[str], bool], name: str, *others: str) -> Read:
    """Reads all meta tags that are called so and hold a date, and what the page's object says.

    Then ``others`` of the article: a video may be older than the page that shows it.
    """

    def read(page: Page) -> list[Any]:
        named = page.metas.items()
        told = [said for tag, said in named if says(tag) and _DATE.search(said)]
        return [*told, page.once(about_page).get(name), *_linked(*others)(page)]

    return read


def _linked(*names: str) -> Read:
    """Reads these properties of the article: a date that is none may stand before one."""
    return lambda page: [article_object(page).get(name) for name in names]


#: Where to look for dates: the name of the reader goes into ``date_source``.
DATES: dict[str, dict[str, Read]] = {
    "date_published": {
        "meta": metas(
            *("article:published_time", "datepublished", "date", "pubdate", "dc.date"),
            *("parsely-pub-date", "sailthru.date", "publish-date", "dc.date.issued"),
            *("dcterms.date", "dcterms.created", "cxenseparse:recs:publishtime", "publishdate"),
            *("article:published", "published", "published-date", "published_date", "pub_date"),
            *("publication_date", "publication-date", "citation_publication_date", "displaydate"),
            *("og:article:published_time", "originalpublicationdate", "rnews:datepublished"),
        ),
        "json-ld": _linked("datePublished", "dateCreated"),
        "time": lambda page: [*dates_marked(page), *dates_in_time(page)],
        "text": dates_in_text,
    },
    "date_modified": {
        "meta": metas(
            *("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
            *("dcterms.modified", "article:modified", "lastupdate"),
        ),
        "json-ld": linked("dateModified"),
        "text": dates_updated,
    },
}
#: Asked last: they may tell of the page where the article has another date.
LAST = {
    "date_published": _called(says_published, "datePublished", "uploadDate", "coverageStartTime"),
    "date_modified": _called(says_modified, "dateModified"),
}
