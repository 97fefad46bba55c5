"""Where the dates of an article are looked for: JSON-LD, meta tags, what the page shows."""

import re
from typing import Any

from newscrawl.extract.dates.visible_dates import (
    dates_in_text,
    dates_in_time,
    dates_marked,
    dates_updated,
)
from newscrawl.extract.fields.field_readers import Read, linked, meta
from newscrawl.extract.fields.json_ld import about_page
from newscrawl.page import Page

#: What the name of a meta tag says of the date in it; what is somebody's or an address is none.
_MODIFIED = r"modif|updat|revis|edited|changed|last.?(?:mod|pub|edit|chang)"
_PUBLISHED = (
    r"publish|publication|pub.?date|issued|creat|cre-date|release|(?:^|[.:_-])pdate$|[.:]date$"
    r"|(?:reg|gen|post|news|display|original)[.:_-]?(?:date|time)|date[.:_-]?original|available$"
)
_OTHERS = r"(?:er|id|by|url|name|state|status|place|type)$|unpublish|expir"
_SAYS_MODIFIED = re.compile(rf"(?!.*(?:{_OTHERS})).*(?:{_MODIFIED})")
_SAYS_PUBLISHED = re.compile(rf"(?!.*(?:{_OTHERS}|{_MODIFIED})).*(?:{_PUBLISHED})")
_DATE = re.compile(r"\d{4}|\d\D\d\d?\D\d\d")


def _called(says: re.Pattern[str], name: str) -> Read:
    """Reads all meta tags that are called so and hold a date, and what the page's object says.

    Asked last: they may tell of the page where the article has another date.
    """

    def read(page: Page) -> list[Any]:
        named = page.metas.items()
        told = [said for tag, said in named if says.match(tag) and _DATE.search(said)]
        return [*told, page.once(about_page).get(name)]

    return read


#: Where to look for dates: the name of the reader goes into ``date_source``.
DATES: dict[str, tuple[tuple[str, Read], ...]] = {
    "date_published": (
        (
            "meta",
            meta(
                *("article:published_time", "datepublished", "date", "pubdate", "dc.date"),
                *("parsely-pub-date", "sailthru.date", "publish-date", "dc.date.issued"),
                *("dcterms.date", "dcterms.created", "cxenseparse:recs:publishtime", "publishdate"),
                *("article:published", "published", "published-date", "published_date", "pub_date"),
                *("publication_date", "publication-date", "citation_publication_date"),
                *("displaydate", "og:article:published_time", "originalpublicationdate"),
                "rnews:datepublished",
            ),
        ),
        ("json-ld", lambda page: linked("datePublished")(page) or linked("dateCreated")(page)),
        ("time", lambda page: [*dates_marked(page), *dates_in_time(page)]),
        ("text", dates_in_text),
        ("meta", _called(_SAYS_PUBLISHED, "datePublished")),
    ),
    "date_modified": (
        ("meta", meta("article:modified_time", "og:updated_time", "datemodified", "last-modified")),
        ("json-ld", linked("dateModified")),
        ("text", dates_updated),
        ("meta", _called(_SAYS_MODIFIED, "dateModified")),
    ),
}
