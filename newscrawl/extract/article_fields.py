"""Read all fields of an article but its body, and remember which reader gave each."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from newscrawl.article import Block, BlockKind
from newscrawl.extract.dates.date_choice import DateClaim, claimed_date
from newscrawl.extract.fields.authors import (
    linked_authors,
    linked_organisations,
    meta_authors,
    names_above,
    names_of_others,
)
from newscrawl.extract.fields.authors_left import names_below, names_reporting
from newscrawl.extract.fields.bare_bylines import bare_name, without_lead_in
from newscrawl.extract.fields.byline_parts import follows_and, parts, says_and
from newscrawl.extract.fields.byline_scripts import uncased
from newscrawl.extract.fields.byline_words import LOGIN, NOBODY, PARTICLES
from newscrawl.extract.fields.bylines import begins_given, persons, says_what
from newscrawl.extract.fields.credited_organisations import SEEN, is_signed_by_desk, signers
from newscrawl.extract.fields.field_readers import Found, Read
from newscrawl.extract.fields.field_sources import asked, first, readers_of
from newscrawl.extract.fields.identity import site_names
from newscrawl.extract.fields.language_guess import language_of_article
from newscrawl.extract.fields.lead_ins import without_own_lead_in
from newscrawl.extract.fields.no_persons import (
    is_agency,
    is_host,
    is_named_like_one,
    is_personal,
    names_host,
)
from newscrawl.extract.fields.seen_bylines import begins_a_byline, persons_seen
from newscrawl.extract.fields.site_name_in_title import without_site_name
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.extract.fields.title_words import words_in
from newscrawl.markup.linked_data import unescaped
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

_MACHINES = frozenset({"json-ld", "meta", "marked"})
_RARE = frozenset({"marked", "lead-in", "profile", "beside"})
_MOST_LINES = 10
#: Paragraphs of a story above which its writer may be named.
_MOST_DEKS = 3
#: Elements within each other in a headline.
_MOST_LEVELS = 3
#: Words of a heading that is believed where all else names the site.
_FEWEST_WORDS = 3
#: Elements in what is written for machines, which have none.
_MARKUP = re.compile(
    r"<(em|i|b|strong|span|sup|sub|small|mark|u)\b[^<>]{0,200}>([^<>]*)</\1\s*>", re.IGNORECASE
)
#: How many messages wait, before the title of a page; a sign that it plays or is not saved.
_COUNT = re.compile(r"^(?:\(\d{1,3}\+?\)|[•●▶*])\s+(?=\S)")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
#: Fields whose readers are weighed against each other.
_JUDGED = frozenset({"headline", "authors"})


@dataclass(frozen=True, slots=True)
class Fields:
    """What the readers of a page found, by field."""

    found: Mapping[str, Found]
    published: DateClaim
    modified: DateClaim

    def __getitem__(self, name: str) -> Any:
        return self.found.get(name, Found()).value


def read_fields(
    page: Page, outlet: Outlet | None, layout: Layout | None, blocks: Sequence[Block]
) -> Fields:
    """All fields; a layout that fits makes the outlet's own readers final."""
    own = {**(outlet.fields if outlet else {}), **(layout.fields if layout else {})}
    readers = readers_of(own, is_sure=layout is not None)
    sites = page.ask("sites/names", lambda page: site_names(page, outlet)) or []
    found = {name: first(page, name, of) for name, of in readers.items() if name not in _JUDGED}
    found["headline"] = _headline(page, readers["headline"], sites)
    lines = cache(partial(_lines, page, readers["authors"]))
    told = page.ask("authors/organisations", linked_organisations) or []
    found["authors"] = _authors(page, readers["authors"], lines, [*sites, *told])
    # The others were asked already.
    asked_of = (r for r in readers["authors"] if r not in _RARE or not found["authors"].value)
    signed = {reader: lines(reader)[:_MOST_LINES] for reader in asked_of}
    found["credits"] = page.ask("credits", partial(signers, signed, told, sites)) or Found()
    if not found["authors"].value and layout is None:
        told = [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH]
        if _is_signed_by_site(page, sites):
            names = page.ask("authors/above", lambda page: names_above(page, told[:_MOST_DEKS]))
            found["authors"] = Found(names or (), "line above the text")
        if not found["authors"].value:
            names = names_below(told) if not found["credits"].value else names_reporting(told)
            found["authors"] = Found(names, "line below the text")
    found["language"] = language_of_article(found["language"], outlet, blocks)
    published = claimed_date(page, "date_published", own, outlet)
    changed = claimed_date(page, "date_modified", own, outlet)
    return Fields(found, published, DateClaim() if _is_first(changed, published) else changed)


def _is_first(changed: DateClaim, published: DateClaim) -> bool:
    """Whether what readers see of a change is the publication that machines are told of."""
    is_told = changed.source == "text" and published.source in _MACHINES
    return is_told and changed.moment == published.moment


def _headline(page: Page, readers: Mapping[str, Read], sites: Sequence[str]) -> Found:
    """The first that is more than the site's name; else the site's name."""
    fallback = Found()
    for name, read in readers.items():
        # Some escape what is escaped already.
        said = _without_markup(unescaped(asked(page, "headline", name, read) or ""))
        said = _COUNT.sub("", said) if name == "title" else said
        found = Found(without_site_name(said, sites), name)
        is_told = found.value.casefold().removeprefix("www.") not in sites
        # "Home", "Untitled Document".
        is_short = words_in(found.value) < _FEWEST_WORDS and (fallback.value or name == "title")
        if is_told and found.value and not is_short:
            return found
        fallback = found if found.value and not fallback.value else fallback
    return fallback


def _without_markup(headline: str) -> str:
    """The text of elements that are closed again: "What the <b> tag does" has none."""
    for _ in range(_MOST_LEVELS if "</" in headline else 0):
        headline = _MARKUP.sub(r"\2", headline)
    return _BREAK.sub(" ", headline).strip()


def _lines(page: Page, readers: Mapping[str, Read], reader: str) -> list[str]:
    """What a reader of authors finds, asked once."""
    return asked(page, "authors", reader, readers[reader]) or []


def _authors(
    page: Page,
    readers: Iterable[str],
    lines: Callable[[str], list[str]],
    sites: Sequence[str],
) -> Found:
    """The persons that the first reader finds; those of the byline where it has them and more."""
    sites = [name for name in sites if not is_personal(name)]
    best = _first_persons(page, readers, lines, sites)
    if best.reader is None:
        return _pen_names(lines) if "byline" in readers else Found(())
    if best.reader in SEEN - {"marked"} and _is_signed_by_agency(page):
        return Found(())
    if best.reader in _MACHINES and len(best.value) > 1:
        others = page.ask("authors/others", lambda p: names_of_others(p, best.value)) or ()
        best = Found(tuple(n for n in best.value if n not in others) or best.value, best.reader)
    if best.reader in _MACHINES and "byline" in readers:
        told = [name.casefold() for name in best.value]
        seen = _persons(page, "byline", lines("byline"), sites)
        # "FAND Ann Lee" is Ann Lee, behind what she has studied.
        line = " ".join(lines("byline")[:1])
        seen = tuple(n for n in seen if n.casefold() in told or _is_more(n, told, line))
        if {name.casefold() for name in best.value} < {name.casefold() for name in seen}:
            return Found(seen, "byline")
    is_odd = best.reader in _MACHINES and all(map(_is_no_name, best.value))
    is_one_of_several = best.reader == "byline" and _are_several(lines("byline"))
    if best.value and (is_one_of_several or is_odd):
        led = [line for line in lines("lead-in") if begins_a_byline(line)]
        names = _persons(page, "lead-in", led, sites)
        # "Ann Lee Review" is Ann Lee, with what stands beside her name.
        is_same = any(name.startswith(each) for name in names for each in best.value)
        best = Found(names, "lead-in") if names and not is_same else best
    # An outlet's own reader of authors stands alone.
    bylines = [name for name in ("byline", "lead-in") if name in readers]
    return _fuller(best, bylines, lambda name: _persons(page, name, lines(name), sites))


def _pen_names(lines: Callable[[str], list[str]]) -> Found:
    """Who signs for readers, too, by the name that a program has for him: "kei_eno"."""
    seen = {without_lead_in(line) for reader in ("marked", "byline") for line in lines(reader)}
    told = (name for name in lines("json-ld") if name in seen and LOGIN.fullmatch(name))
    named = tuple(name for name in told if NOBODY.isdisjoint(re.split("[._]", name)))
    return Found(named, "json-ld" if named else None)


def _are_several(lines: Sequence[str]) -> bool:
    """Whether elements that are called like authors name several, and none says that it is a
    byline: they may be those of other articles.
    """
    named = {names for line in lines[:_MOST_LINES] if (names := persons_seen([line]))}
    return len(named) > 1 and not any(map(begins_a_byline, lines[:_MOST_LINES]))


def _first_persons(
    page: Page,
    readers: Iterable[str],
    lines: Callable[[str], list[str]],
    sites: Sequence[str],
) -> Found:
    """Whom the first reader names; nobody where a byline says that a desk wrote."""
    is_desks = False
    for name in readers:
        said = lines(name)
        # Beside a desk that is marked as the author, what is only called so is of other articles.
        said = list(filter(begins_a_byline, said)) if is_desks and name in SEEN else said
        names = _persons(page, name, said, sites)
        is_desks |= name == "marked" and bool(said) and all(map(is_named_like_one, said))
        signed = lines(name)[:_MOST_LINES] if name in SEEN else ()
        if names or any(is_signed_by_desk(line, sites) for line in signed):
            return Found(names, name)
    return Found(())


def _is_no_name(name: str) -> bool:
    """Whether a name is an abbreviation, or begins small: "HDN", "your harbor team"."""
    is_short = " " not in name and name.isupper() and not uncased(name)
    return is_short or (name[0].islower() and name.partition(" ")[0] not in PARTICLES)


def _fuller(best: Found, bylines: Iterable[str], read: Callable[[str], tuple[str, ...]]) -> Found:
    """Who is named in full in a byline, where machines are told a first name."""
    for reader in bylines:
        if len(best.value) != 1 or " " in best.value[0] or reader == best.reader:
            break
        seen = read(reader)
        told, name = best.value[0].casefold(), " ".join(seen[:1]).casefold()
        if len(seen) == 1 and (name.startswith(f"{told} ") or name.replace(" ", "") == told):
            return Found(seen, reader)
    return best


def _is_more(name: str, told: Sequence[str], line: str) -> bool:
    """Whether a byline names one more than machines are told of, and not what one of them is."""
    if any(name.casefold().endswith(f" {each}") for each in told):
        return False
    said = list(parts(line))
    # Behind a role stands what else somebody is: "Ann Lee, Editor and Master Sailor".
    before = said[: said.index(name)] if says_and(line) and name in said else said
    is_known = uncased(name) or begins_given(name)
    return is_known or follows_and(name, line) or not any(map(says_what, before))


def _persons(
    page: Page, reader: str, lines: Sequence[str], sites: Sequence[str]
) -> tuple[str, ...]:
    told = [line for line in lines if not names_host(line, page.url)]
    lines = [without_own_lead_in(line, language_of(page)) for line in told]
    names = page.ask(f"authors/{reader}", lambda page: _named(lines, reader, sites)) or ()
    return tuple(n for n in names if not is_host(n, page.url)) if reader in SEEN else names


def _named(lines: Sequence[str], reader: str, sites: Sequence[str]) -> tuple[str, ...]:
    if reader not in SEEN:
        return persons(lines, sites, bare_name if reader == "json-ld" else None)
    if reader == "marked":
        return persons_seen(lines, sites)
    named = []
    for line in lines[:_MOST_LINES]:
        if names := persons_seen([line], sites):
            named.append(names)
        elif not named and is_signed_by_desk(line, sites):
            # Names behind it are those of other articles.
            return ()
    if not named:
        return ()
    # "Ann Lee The Paper" in the byline, "Ann Lee" in an element of its own inside it.
    inner = [n for n in named[1:] if len(n) == 1 and named[0][0].startswith(n[0] + " ")]
    return inner[0] if inner else named[0]


def _is_signed_by_agency(page: Page) -> bool:
    """Whether machines are told of agencies alone: names elsewhere are those of other articles."""
    told = _told(page)
    return bool(told) and all(is_agency(name) for name in told)


def _is_signed_by_site(page: Page, sites: Sequence[str]) -> bool:
    """Whether machines are told that the site itself wrote the article."""
    told = (*_told(page), *meta_authors(page))
    return any(" ".join(name.split()).casefold() in sites for name in told)


def _told(page: Page) -> list[str]:
    """Whom machines are told of."""
    return page.ask("authors/json-ld", linked_authors) or []
