"""Choose among the dates that a page claims, and remember which reader found the chosen one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from newscrawl.extract.dates.date_candidate import Candidate, candidate, day_in_url
from newscrawl.extract.dates.date_labels import DateLabel, last_label, part_about
from newscrawl.extract.dates.date_sources import DATES, LAST
from newscrawl.extract.dates.dates_left import dates_left
from newscrawl.extract.fields.field_forms import each_of
from newscrawl.extract.fields.field_readers import Read, css
from newscrawl.extract.fields.json_ld import article_object, text
from newscrawl.outlet import Outlet, Reader
from newscrawl.page import Page

_DAY = timedelta(days=1)
#: The readers of what is written for machines.
_TOLD = ("meta", "json-ld")
#: Those of what readers see.
_SEEN = ("text", "time")
#: What is asked before all else, each if those before it have not settled the date.
_FIRST = {"date_published": (_TOLD, ("time",)), "date_modified": (_TOLD,)}
#: What PHP, MongoDB and Firestore call a moment, or its seconds.
_MOMENTS = ("date", "$date", "$numberLong", "seconds", "_seconds")
#: No moment that a number of seconds or milliseconds may mean is as far.
_FAR = 1e17
#: Lines that one reader may offer until one of them is a date.
_MOST = 12


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date as printed, what it means, and which reader found it."""

    moment: datetime | None = None
    raw: str | None = None
    source: str | None = None


def claimed_date(
    page: Page, name: str, fields: Mapping[str, Reader], outlet: Outlet | None
) -> DateClaim:
    """The most trusted date that can be understood; else the first that is printed, unread.

    What readers see costs more to find than what machines are told, which mostly settles it.
    """
    is_dated = name == "date_published"
    day = page.ask(f"{name}/url", lambda page: day_in_url(page, outlet)) if is_dated else None
    readers = _readers(name, fields)
    lines: list[tuple[str, str]] = []
    best = None
    for sources in _FIRST[name] if name not in fields else ():
        lines += _lines(page, name, {source: readers.pop(source) for source in sources})
        lines = _without_changes(page, lines, outlet) if is_dated else lines
        found = _understood(page, lines, outlet)
        best = _best(found, day)
        is_exact = best is not None and best.precision == 2 and not _are_apart(*_told(found))
        if best and is_exact and not (day and not best.may_be_of(day)):
            break
    else:
        lines += [*_lines(page, name, readers), *_lines(page, name, {"meta": LAST[name]})]
        lines = _without_changes(page, lines, outlet) if is_dated else lines
        best = _best(_understood(page, lines, outlet), day)
        # A date that cannot be is kept as it was printed, and no other is put in its place.
        if best is None and is_dated and not any(source in _TOLD for source, _ in lines):
            last = [] if name in fields else _lines(page, name, {"text": dates_left})
            last += [] if day is None else [("url", day.isoformat())]
            best = _best(_understood(page, [*lines, *last], outlet), day)
    if best is not None:
        return DateClaim(best.moment, best.raw, best.source)
    return next(
        (DateClaim(None, raw, source) for source, raw in lines if source != "text"), DateClaim()
    )


def _readers(name: str, fields: Mapping[str, Reader]) -> dict[str, Read]:
    """The readers of a date by the names of their sources, the outlet's own first."""
    own = fields.get(name)
    if own is None:
        return dict(DATES[name])
    others = {source: read for source, read in DATES[name].items() if source != "time"}
    # A reader of something else than the page says so.
    return {getattr(own, "source", "time"): css(own) if isinstance(own, str) else own, **others}


def _lines(page: Page, name: str, readers: Mapping[str, Read]) -> list[tuple[str, str]]:
    """What the readers offer, each line with the name of its source."""
    found: list[tuple[str, str]] = []
    wanted = DateLabel.PUBLISHED if name == "date_published" else DateLabel.UPDATED
    for source, read in readers.items():
        several = page.ask(f"{name}/{source}", partial(_printed, read, wanted)) or []
        found += [(source, line) for line in several]
    return found


def _without_changes(
    page: Page, lines: list[tuple[str, str]], outlet: Outlet | None
) -> list[tuple[str, str]]:
    """The lines but a meta tag's that JSON-LD calls the date of a change beside another date."""
    changed = text(page.once(article_object).get("dateModified"))
    told = [(source, raw) for source, raw in lines if source == "json-ld"]
    if not changed or ("meta", changed) not in lines or ("json-ld", changed) in told:
        return lines
    is_dated = bool(_understood(page, told, outlet))
    return [line for line in lines if not is_dated or line != ("meta", changed)]


def _printed(read: Read, wanted: DateLabel, page: Page) -> list[str]:
    """The first lines that a reader offers; seconds or milliseconds since 1970 are one.

    Of a line with two dates, the part that is about the wanted one.
    """
    lines = map(text, map(_spelled, each_of(read(page))[:_MOST]))
    return [part_about(line, wanted) for line in lines if line]


def _spelled(given: Any) -> Any:
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, dict):
        named = next(filter(None, map(given.get, _MOMENTS)), None)
        if named is None:
            return {name: _spelled(value) for name, value in given.items()}
        zone = given.get("timezone")
        return f"{named} {zone}" if isinstance(named, str) and zone else _spelled(named)
    if isinstance(given, list):
        return [_spelled(value) for value in given]
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    return f"{given:.0f}" if is_number and 0 < given < _FAR else given


def _understood(
    page: Page, lines: Sequence[tuple[str, str]], outlet: Outlet | None
) -> list[Candidate]:
    """The first date of each reader; for a day, the moment of it that elements name behind it."""
    found: dict[str, Candidate] = {}
    for source, raw in lines:
        day = found.get(source)
        if day and (source != "time" or day.precision == 2):
            continue
        understand = partial(candidate, source, raw, outlet)
        read = page.ask(f"date/{source}", understand)
        if read and (day is None or _is_moment_of(read, day)):
            found[source] = read
    return list(found.values())


def _is_moment_of(moment: Candidate, day: Candidate) -> bool:
    is_of = moment.precision == 2 and moment.local.date() == day.local.date()
    return is_of and last_label(moment.raw) is not DateLabel.UPDATED


def _best(found: Sequence[Candidate], day: date | None) -> Candidate | None:
    """The first, but one near the day in the URL before others, and of its day the most exact.

    A meta tag may name the day alone, or a time without its zone, where JSON-LD names the moment.
    """
    ordered = _by_trust(found)
    if not ordered:
        return None
    near = [each for each in ordered if day and each.source != "url" and each.may_be_of(day)]
    first = (near or ordered)[0]
    same_day = [each for each in ordered if each.local.date() == first.local.date()]
    return max(same_day, key=lambda each: each.precision) if first.precision < 2 else first


def _by_trust(found: Sequence[Candidate]) -> list[Candidate]:
    """In the order of the readers, but what JSON-LD says goes before a meta tag of another day,
    unless readers see that day.
    """
    meta, linked = _told(found)
    if meta and linked and _is_less_exact(meta, linked) and not _is_seen(meta, linked, found):
        return [linked, *(each for each in found if each is not linked)]
    return list(found)


def _told(found: Sequence[Candidate]) -> tuple[Candidate | None, Candidate | None]:
    """What the two readers of what is written for machines found: a meta tag, and JSON-LD."""
    of = {each.source: each for each in found}
    return of.get("meta"), of.get("json-ld")


def _are_apart(one: Candidate | None, other: Candidate | None) -> bool:
    """Whether two days are farther apart than zones are."""
    return bool(one and other and abs(one.local.date() - other.local.date()) > _DAY)


def _is_less_exact(meta: Candidate, linked: Candidate) -> bool:
    """Whether they are far apart, or one is a moment of another day."""
    is_moment = bool(linked.local.utcoffset()) and meta.precision == 0
    return _are_apart(meta, linked) or (is_moment and meta.local.date() != linked.local.date())


def _is_seen(meta: Candidate, linked: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a date that readers see, and that is not of a change, is near to the meta tag's."""
    seen = [each for each in found if each.source in _SEEN]
    told = next((each for each in seen if last_label(each.raw) is not DateLabel.UPDATED), None)
    is_near = told is not None and not _are_apart(told, meta)
    return is_near and _are_apart(told, linked)
