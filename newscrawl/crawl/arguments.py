"""What ``-a`` may say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.discover import Range, read_day
from newscrawl.errors import OutletError, UsageError
from newscrawl.outlet import Outlet

_DAYS = ("since", "until")
_KNOWN = (*_DAYS, "urls", "mirror")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The arguments of a crawl, read and checked."""

    outlet: Outlet
    wanted: Range
    #: Canonical URLs to visit instead of what the sources list; empty: the sources.
    urls: tuple[str, ...] = ()

    @property
    def since(self) -> datetime | None:
        """The first moment of the range, in UTC."""
        return _midnight(self.wanted.since, self.outlet) if self.wanted.since else None

    @property
    def until(self) -> datetime | None:
        """The first moment after the range, in UTC."""
        if self.wanted.until is None:
            return None
        return _midnight(self.wanted.until + timedelta(days=1), self.outlet)


def read_arguments(outlet: Outlet, given: Mapping[str, str]) -> Arguments:
    """The arguments as given on the command line; raises ``UsageError`` for what is wrong."""
    unknown = sorted(set(given) - set(_KNOWN))
    if unknown:
        raise UsageError(
            f"unknown argument -a {unknown[0]}=: the arguments are {', '.join(_KNOWN)}"
        )
    # An empty value is refused like any other that is wrong: with a shell's variable that was
    # never set, a crawl of the mirror would become one of the outlet itself.
    if "mirror" in given:
        outlet = _mirrored(outlet, given["mirror"])
    wanted = Range(*(read_day(given[name]) if name in given else None for name in _DAYS))
    named = _read_urls(outlet, given["urls"]) if "urls" in given else ()
    return Arguments(outlet=outlet, wanted=wanted, urls=named)


def _mirrored(outlet: Outlet, mirror: str) -> Outlet:
    try:
        # The port is read only when it is asked for.
        _ = urlsplit(mirror).port
        return outlet.at(mirror)
    except OutletError as error:
        raise UsageError(str(error)) from error
    except ValueError as error:
        raise UsageError(f"-a mirror={mirror}: {error}") from error


def _read_urls(outlet: Outlet, text: str) -> tuple[str, ...]:
    """URLs, comma-separated, or a file with one in a line."""
    lines = text.split(",") if "://" in text or not text else _lines(Path(text))
    found = []
    for line in (line.strip() for line in lines):
        if not line or line.startswith("#"):
            continue
        url = outlet.canonical(line)
        if url is None or not outlet.owns(url):
            raise UsageError(f"{line!r} is not a URL of {outlet.name}")
        if len(url) > urls.LONGEST_URL:
            raise UsageError(f"the URL is longer than {urls.LONGEST_URL} characters: {url[:80]}…")
        found.append(url)
    if not found:
        raise UsageError(f"there are no URLs in {text!r}")
    return tuple(dict.fromkeys(found))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", error)
        raise UsageError(f"-a urls= takes URLs or a file of them; {path}: {why}") from error


def _midnight(day: date, outlet: Outlet) -> datetime:
    return datetime.combine(day, time.min, tzinfo=outlet.zone).astimezone(UTC)
