"""Hold an outlet against what its words mean: every word that says nothing, or not what it seems.

The checks ask for no page. What is right by them may still read nothing: that, pages tell.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.localedata import exists

from newscrawl import urls
from newscrawl.did_you_mean import nearest, unknown
from newscrawl.outlet import Feed, Layout, Outlet, Section, Sitemap
from newscrawl.outlet_files.layout_checks import of_fields, of_layouts, takes
from newscrawl.outlet_files.pattern_checks import of_pattern, of_selector
from newscrawl.outlet_files.rule_checks import of_rule

_GROUPS = ("key", "year", "month", "day")
#: Seconds of a day.
_DAY = 86_400
_HOST = re.compile(r"[^\s/:?#@]+")
#: The front page, and what may be any other: a pattern that fits them says nothing.
_PATHS = ("/", "/q", "/Q/-7?z")
#: A path with "/*" and no other sign of a pattern: ``/*$`` may end one, too.
_GLOB = re.compile(r"\^?[\w./-]*/\*(?:/[\w./*-]*)?\$?")
#: What stands in each tuple of an outlet, and how one is written.
_HELD: dict[str, tuple[type | tuple[type, ...], str]] = {
    "sources": ((Feed, Sitemap, Section), 'Feed("/rss")'),
    "articles": (str, 'r"^/news/(?P<key>\\d+)$"'),
    "aliases": (str, '"example.org/en"'),
    "hosts": (str, '"static.example.org"'),
    "layouts": (Layout, 'Layout("story", body=".story")'),
    "beside": (str, '"https://www.example.org/rss"'),
    "revisits": (timedelta, "timedelta(hours=1)"),
}


class Wrong(NamedTuple):
    """What is wrong: the word of the file, the value that shows the line, and the remedy."""

    word: str
    value: Any
    says: str


def wrongs_in(outlet: Outlet) -> Iterator[Wrong]:
    """Everything that is wrong with an outlet, in the order of the words in the docs."""
    of_site = list(_of_site(outlet))
    yield from of_site
    if any(wrong.word == "home" for wrong in of_site):
        # All addresses stand below it.
        return
    odd = dict(_odd(outlet))
    yield from odd.values()
    for word, check in _CHECKS.items():
        if word not in odd:
            yield from (Wrong(word, *told) for told in check(outlet))
    yield from (Wrong("fields", *told) for told in of_fields(outlet.fields, "fields"))
    if outlet.not_articles is not None:
        yield from (Wrong("not_articles", *told) for told in of_selector(outlet.not_articles))
    if outlet.next_pages is not None:
        yield from (Wrong("next_pages", *told) for told in of_selector(outlet.next_pages))
    if outlet.parts is not None and not takes(outlet.parts, 1):
        yield Wrong("parts", outlet.parts, "parts takes a function from a page to addresses")
    if outlet.mirror is not None:
        yield Wrong("mirror", outlet.mirror, "mirror is set with -a mirror=URL: leave it out")
    if not isinstance(outlet.overrides, bool):
        yield Wrong("overrides", outlet.overrides, "overrides takes True or False")
    if type(outlet.delay) not in (int, float) or not 0 <= outlet.delay <= _DAY:
        yield Wrong("delay", outlet.delay, f"delay takes seconds, not {outlet.delay!r}")


def _odd(outlet: Outlet) -> Iterator[tuple[str, Wrong]]:
    """Words whose values hold something else than they should."""
    for word, (kinds, example) in _HELD.items():
        held = getattr(outlet, word)
        odd = next((each for each in held if not isinstance(each, kinds)), None)
        if odd is not None:
            yield word, Wrong(word, odd, f"{odd!r} is nothing that {word} holds: write {example}")


def _of_site(outlet: Outlet) -> Iterator[Wrong]:
    home, language, zone = outlet.home, outlet.language, outlet.timezone
    if not isinstance(outlet.title, str) or not outlet.title.strip():
        yield Wrong("title", outlet.title, "title takes the name as the outlet writes it")
    if not isinstance(home, str) or not re.match(r"https?://", home) or not urls.canonical(home):
        told = f"home {home!r} is no address: write one such as https://www.example.org"
        yield Wrong("home", home, told)
    if not isinstance(language, str) or not _is_language(language):
        yield Wrong("language", language, _unknown_language(language))
    if not isinstance(zone, str) or not _is_zone(zone):
        yield Wrong("timezone", zone, _unknown_zone(zone))


def _is_language(code: str) -> bool:
    return bool(re.fullmatch(r"[a-z]{2,3}", code)) and (exists(code) or code in _languages())


def _languages() -> Mapping[str, str]:
    names = {str(code): str(name) for code, name in Locale("en").languages.items()}
    return {code: name for code, name in names.items() if re.fullmatch(r"[a-z]{2,3}", code)}


def _unknown_language(given: object) -> str:
    """By its name, by a code of three letters, and by the start of a tag such as ``en-US``."""
    if not isinstance(given, str):
        return f"language takes one code such as 'en', not {given!r}: each page may say its own"
    codes = {name.casefold(): code for code, name in _languages().items()}
    start = re.split(r"[-_]", given.lower())[0]
    start = get_global("language_aliases").get(start, start)
    near = [start] if start in codes.values() else [codes[n] for n in nearest(given, codes)][:1]
    hint = f"did you mean {near[0]}?" if near else "write one such as en"
    return f"language {given!r} is no ISO 639 code; {hint}"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _unknown_zone(given: object) -> str:
    """By its place: what is short, or an offset, is the zone of many places."""
    if not isinstance(given, str):
        return f"timezone takes a name such as 'Europe/Riga', not {given!r}"
    if not re.fullmatch(r"[A-Za-z_]+/[\w/+-]+|[A-Z][a-z_]{4,}", given):
        return f"there is no time zone {given!r}: write a place, such as Europe/Riga"
    return unknown("time zone", given, available_timezones(), "", "a place, such as Europe/Riga,")


def _of_sources(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for at, source in enumerate(outlet.sources):
        url = source.url
        if source in outlet.sources[:at]:
            yield url, f"the source {url!r} stands twice: leave one out"
        is_blank = not isinstance(url, str) or not url or re.search(r"\s", url)
        if is_blank or outlet.canonical(url) is None:
            yield url, f"{url!r} is no address of a source: write a path below home, or a URL"
        if isinstance(source, Sitemap) and source.month is not None:
            yield from of_pattern(source.month, ("year", "month"))
            month = str(source.month)
            if "(?P<year>" not in month or "(?P<month>" not in month:
                told = f"month {source.month!r} has no groups (?P<year>…) and (?P<month>…)"
                yield source.month, f"{told}: write both"
        if isinstance(source, Section):
            yield from of_selector(source.links)
            yield from _of_paging(source)


def _of_paging(section: Section) -> Iterator[tuple[Any, str]]:
    if section.more is None:
        return
    if not isinstance(section.more, str):
        yield (
            section.more,
            f"more takes an address such as '/news/{{offset}}', not {section.more!r}",
        )
        return
    if "{offset}" not in section.more:
        yield section.more, f"more {section.more!r} has no {{offset}}: write it where cards count"
    counts = (("first", section.first), ("step", section.step))
    odd = [(name, given) for name, given in counts if not isinstance(given, int)]
    yield from ((given, f"{name} takes a number of cards, not {given!r}") for name, given in odd)
    if not odd and section.step < 1:
        yield section.more, f"more {section.more!r} needs step, the cards on each later page"


def _of_articles(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for pattern in outlet.articles:
        yield from of_pattern(pattern, _GROUPS)
        if all(re.search(pattern, path) for path in _PATHS):
            yield pattern, f"{pattern!r} fits every address: write what articles' addresses have"
        bare = urls.host_of(outlet.home).removeprefix("www.")
        if re.match(rf"\^?(?:https?:|(?:www\.)?{re.escape(bare)})", pattern.replace("\\.", ".")):
            yield pattern, f"{pattern!r} is held against path and query: begin it with ^/"
        if _GLOB.fullmatch(pattern):
            yield pattern, f"{pattern!r} repeats a slash: for anything but one write [^/]+"


def _of_aliases(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for alias in outlet.aliases:
        if not _HOST.match(alias) or "//" in alias or urls.canonical(f"https://{alias}") is None:
            yield alias, f"alias {alias!r} is no host or host/path: leave https:// out"


def _of_hosts(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for host in outlet.hosts:
        if not _HOST.fullmatch(host):
            yield host, f"host {host!r} is no host: write a name such as static.example.org"


def _of_beside(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for url in outlet.beside:
        if not re.match(r"https?://", url) or urls.canonical(url) is None:
            yield url, f"{url!r} is no whole address: write one such as {outlet.home}/rss"


def _of_boilerplate(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    for rule in outlet.boilerplate:
        yield from of_rule(rule)


_CHECKS = {
    "sources": _of_sources,
    "articles": _of_articles,
    "aliases": _of_aliases,
    "hosts": _of_hosts,
    "layouts": of_layouts,
    "boilerplate": _of_boilerplate,
    "beside": _of_beside,
}
