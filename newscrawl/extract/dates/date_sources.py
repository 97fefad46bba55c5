"""Where the dates of an article are looked for: JSON-LD, meta tags, what the page shows."""

from newscrawl.extract.dates.visible_dates import (
    dates_in_text,
    dates_in_time,
    dates_marked,
    dates_updated,
)
from newscrawl.extract.fields.field_readers import Read, linked, meta

#: Where to look for dates: the name of the reader goes into ``date_source``.
DATES: dict[str, dict[str, Read]] = {
    "date_published": {
        "meta": meta(
            *("article:published_time", "datepublished", "date", "pubdate", "dc.date"),
            *("parsely-pub-date", "sailthru.date", "publish-date", "dc.date.issued"),
            *("dcterms.date", "dcterms.created", "cxenseparse:recs:publishtime", "publishdate"),
            *("article:published", "published", "published-date", "published_date", "pub_date"),
            *("publication_date", "publication-date", "citation_publication_date", "displaydate"),
            *("og:article:published_time", "originalpublicationdate", "rnews:datepublished"),
        ),
        "json-ld": lambda page: linked("datePublished")(page) or linked("dateCreated")(page),
        "time": lambda page: [*dates_marked(page), *dates_in_time(page)],
        "text": dates_in_text,
    },
    "date_modified": {
        "meta": meta(
            *("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
            *("dcterms.modified", "article:modified", "lastupdate"),
        ),
        "json-ld": linked("dateModified"),
        "text": dates_updated,
    },
}
