"""Describe a site by its pages, as the text of an outlet file."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from urllib.parse import parse_qsl, urlsplit

from newscrawl import urls
from newscrawl.article import Article
from newscrawl.boilerplate import Rule
from newscrawl.describe.address_shapes import article_patterns
from newscrawl.describe.field_witness import field_reader, section_by_address
from newscrawl.describe.outlet_code import FieldReader, outlet_code
from newscrawl.describe.page_template import template_of
from newscrawl.describe.site_zone import zone_of
from newscrawl.extract.fields.json_ld import strings
from newscrawl.outlet import Feed, Outlet, Section, Sitemap, Source
from newscrawl.page import Page
from newscrawl.read_page import article_of

#: Lines of a file, and sources in it, at most.
_MOST_LINES, _MOST_SOURCES = 40, 6
#: Of a comment.
_WIDTH = 95
#: Fields for which a reader is looked for where metadata is missing.
_FIELDS = ("authors", "section")
_UNLISTED = "No feed, sitemap or section was found: without sources a crawl asks nobody."
#: A name that is an address: "gazette.example".
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", re.IGNORECASE)
#: What stands before the country in a host and is no name.
_SECOND_LEVEL = re.compile(r"\.(?:co|com|org|net|gov|ac|or|ne|go|edu)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletDraft:
    """What the file will say, and what it rests on."""

    outlet: Outlet
    #: On so many of the pages the layout reads what general rules read.
    agree: int
    pages: int

    @property
    def text(self) -> str:
        """The file: 40 lines at most."""
        rules, sources = list(self.outlet.boilerplate), list(self.outlet.sources)[:_MOST_SOURCES]
        text = self._text(rules, sources)
        while len(text.splitlines()) > _MOST_LINES and (rules or sources):
            # What stands last was seen least.
            (rules if len(rules) > 1 else sources).pop()
            text = self._text(rules, sources)
        return text

    def _text(self, rules: Sequence[Rule], sources: Sequence[Source]) -> str:
        outlet = replace(self.outlet, sources=tuple(sources), boilerplate=tuple(rules))
        return outlet_code(outlet, [f"# {line}" for line in wrap(self._rests_on(), _WIDTH)])

    def _rests_on(self) -> str:
        rests = f"It rests on {self.pages} pages"
        if self.pages == 1:
            rests = "It rests on one page: no other tells what is the template's, and no layout is"
        elif self.outlet.layouts:
            rests += f": on {self.agree} the layout reads what general rules read"
        else:
            rests += ": no container read them as well as general rules"
        zone = "" if self.outlet.timezone != "UTC" else " Nothing told its time zone."
        # Pages that were saved may name no feed, and sitemaps they never do.
        asked = "" if self.outlet.sources else f" {_UNLISTED}"
        return f"Made from what the site lists and shows. {rests}.{zone}{asked}"


def draft_of(
    address: str, pages: Sequence[Page], listed: Iterable[str], sources: Iterable[Source]
) -> OutletDraft:
    """The draft for the site at an address, by pages of articles and addresses that it lists."""
    host = urls.host_of(address)
    asked = f"{address.partition(':')[0]}://{host}"
    stub = Outlet(name="found", title=host, home=asked, language="en")
    read = [(page, found) for page in pages if (found := article_of(page, None))]
    articles = [found for _, found in read]
    language = _most([found.language for found in articles]) or "en"
    title = _title(pages, host)
    own = [url for url in (*listed, *(page.url for page in pages)) if stub.owns(url)]
    home = _home(asked, stub, [*(found.canonical_url for found in articles), *own])
    template = template_of(pages, replace(stub, title=title, language=language, home=home))
    known = replace(stub, layouts=template.layouts, boilerplate=template.boilerplate, title=title)
    outlet = replace(
        known,
        name=name_of(host),
        home=home,
        language=language,
        timezone=zone_of(host, _regions(pages), [found.date_raw for found in articles]),
        sources=_spelled(sources),
        articles=tuple(article_patterns(own, idle_parameters(read))),
        fields=dict(_fields(read, known)),
    )
    return OutletDraft(outlet=outlet, agree=template.agree, pages=len(read))


def idle_parameters(read: Iterable[tuple[Page, Article]]) -> frozenset[str]:
    """Query parameters that pages were listed with and leave out of their canonical addresses."""
    found = set[str]()
    for page, article in read:
        asked, told = urlsplit(page.url), urlsplit(article.canonical_url or page.url)
        if asked.path == told.path:
            found |= {n for n, _ in parse_qsl(asked.query)} - {n for n, _ in parse_qsl(told.query)}
    return frozenset(found)


def _fields(
    read: Sequence[tuple[Page, Article]], outlet: Outlet
) -> Iterable[tuple[str, FieldReader]]:
    """Readers of fields that some pages say to machines, and others show alone."""
    for name in _FIELDS:
        known = [(page, value) for page, found in read if (value := getattr(found, name))]
        others = [page for page, found in read if not getattr(found, name)]
        reader = field_reader(name, known, others, outlet) if others else None
        if name == "section" and not known:
            reader = section_by_address(read)
        if reader is not None:
            yield name, reader


def _title(pages: Sequence[Page], host: str) -> str:
    """What most pages call the site; its publisher, where that is but its address."""
    named = _most(page.metas.get("og:site_name") for page in pages) or host
    if not _ADDRESS.fullmatch(named):
        return named
    return _most(name for page in pages for name in _publishers(page)) or named


def _publishers(page: Page) -> list[str]:
    told = (each.get("publisher") for each in page.linked_data)
    return [name for each in told if isinstance(each, dict) for name in strings(each.get("name"))]


def _home(asked: str, stub: Outlet, addresses: Sequence[str]) -> str:
    """The host that most of the site's own addresses have."""
    hosts = Counter(urls.host_of(url) for url in addresses if stub.owns(url))
    if not hosts:
        return asked
    return f"{asked.partition(':')[0]}://{hosts.most_common(1)[0][0]}"


def _spelled(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each once: feeds, then sitemaps, then sections."""
    kinds = (Feed, Sitemap, Section)
    return tuple(sorted(dict.fromkeys(sources), key=lambda source: kinds.index(type(source))))


def _regions(pages: Sequence[Page]) -> list[str]:
    """Of ``de-AT``, the second part."""
    declared = [page.metas.get("og:locale", "") for page in pages]
    declared += [
        (node.attributes.get("lang") or "") if (node := page.tree.css_first("html")) else ""
        for page in pages
    ]
    return [found[1] for each in declared if (found := re.fullmatch(r"\w\w[-_](\w\w)", each))]


def name_of(host: str) -> str:
    """What the outlet of a host is called."""
    bare = _SECOND_LEVEL.sub("", host.removeprefix("www.").rpartition(".")[0])
    words = re.sub(r"[^a-z0-9]+", "_", bare.lower()).strip("_")
    return words if re.match(r"[a-z]", words) else f"outlet_{words}".rstrip("_")


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest, in one line; half of a character, as JSON may have it, is none."""
    told = (" ".join((value or "").encode(errors="ignore").decode().split()) for value in values)
    counts = Counter(filter(None, told))
    return counts.most_common(1)[0][0] if counts else None
