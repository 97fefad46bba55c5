"""Refuse what ``-s`` says where Scrapy, or a crawl, could not read it: in one line, at once."""

import json
import re
from collections.abc import Callable, Iterable
from numbers import Real
from typing import Any

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings
from scrapy.utils.misc import load_object

from newscrawl.crawl import settings as own_settings
from newscrawl.did_you_mean import unknown
from newscrawl.errors import UsageError

_USUAL = {n: v for n, v in (vars(default_settings) | vars(own_settings)).items() if n.isupper()}
# Nobody reads it any more, and Scrapy warns whoever asks for it.
del _USUAL["DNS_RESOLVER"]
#: How settings of ours begin.
_OURS = "NEWSCRAWL_"
#: The least that numbers may be: with none of some, a crawl would wait for ever.
_LEAST = {
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    "NEWSCRAWL_DB_PATIENCE": 0,
    "NEWSCRAWL_DB_WAIT": 0,
    "NEWSCRAWL_GRACE": 0,
    "NEWSCRAWL_LEASE": 1,
    "NEWSCRAWL_TEXT_LINKS": 0,
}
#: How numbers are called that may have a fraction though the usual value has none.
_SECONDS = ("TIMEOUT", "DELAY", "INTERVAL", "WAIT", "PATIENCE", "GRACE")
#: Settings that name a class; those of the reactor are a crawl's own.
_CLASS = re.compile(r"(?:scrapy|newscrawl|uvloop)(?:\.\w+)*\.[A-Z]\w+")
_FIXED = ("TWISTED_REACTOR", "TWISTED_REACTOR_ENABLED", "FORCE_CRAWLER_PROCESS")
#: Tables of classes by name, rather than of their order by class.
_BY_NAME = ("DOWNLOAD_HANDLERS", "FEED_STORAGES", "FEED_EXPORTERS")
_TABLES = ("ADDONS", *(name for name in _USUAL if f"{name}_BASE" in _USUAL))


def require_tables(settings: BaseSettings, given: Iterable[str]) -> None:
    """Raise ``UsageError`` where a table is given as anything but an object of JSON."""
    for name, is_given, value in (one.partition("=") for one in given):
        if is_given and isinstance(settings.get(name), BaseSettings) and not _is_table(value):
            raise UsageError(f"-s {name}={value} is not a JSON object")


def _is_table(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def require_readable(settings: BaseSettings) -> None:
    """Raise ``UsageError`` for a text that is not what Scrapy, or a crawl, reads in a setting.

    Also for a name that nobody reads but looks like ours.
    """
    ours = [name for name in _USUAL if name.startswith(_OURS)]
    for name in settings:
        if name.startswith(_OURS) and name not in ours:
            raise UsageError(unknown("setting", name, ours))
    for name, usual in _USUAL.items():
        given = settings.get(name)
        if isinstance(given, str) and (wanted := _unmet(settings, name, usual)):
            raise UsageError(f"-s {name}={given} is not a {wanted}")


def add_own_tables(settings: BaseSettings) -> None:
    """Add newscrawl's own to the tables that were given: a crawl needs its archive.

    Raises ``UsageError`` for a class that is not there, or has no place.
    """
    for name in _TABLES:
        if (settings.getpriority(name) or 0) >= SETTINGS_PRIORITIES["cmdline"]:
            _require_table(name, settings[name])
            own = getattr(own_settings, name, {})
            settings.set(name, {**own, **settings[name]}, priority="cmdline")


def _require_table(name: str, given: BaseSettings) -> None:
    """The classes of a table are there, each with its place."""
    for key, value in given.items():
        path = value if name in _BY_NAME else key
        if value is not None and (why := _no_class(path)):
            raise UsageError(f"-s {name}: {path} is not a class: {why}")
        if name not in _BY_NAME and not isinstance(value, Real | None):
            raise UsageError(f"-s {name}: {path} needs a number for its place, not {value!r}")


def _no_class(path: object) -> str | None:
    """Why this leads to no class, if it does not."""
    try:
        found = load_object(path)  # type: ignore[arg-type]
    except Exception as error:
        # There is no end to what a module that somebody named may raise.
        return str(error) or type(error).__name__
    return None if isinstance(found, type) else "it is something else"


def _unmet(settings: BaseSettings, name: str, usual: object) -> str | None:
    """What the setting should be, if it is not."""
    kind = ""
    read: Callable[[str], Any] = settings.get
    if isinstance(usual, str) and _CLASS.fullmatch(usual):
        why = settings[name] != usual and _no_class(settings[name])
        return f"class: {why}" if why else None
    if isinstance(usual, bool):
        kind, read = "truth value: write True or False", settings.getbool
    elif isinstance(usual, float) or (isinstance(usual, int) and name.endswith(_SECONDS)):
        kind, read = "number", settings.getfloat
    elif isinstance(usual, int):
        kind, read = "whole number", settings.getint
    elif isinstance(usual, dict):
        kind, read = "object of JSON", settings.getdict
    elif name == "RETRY_EXCEPTIONS":
        kind, read = (
            "list of classes",
            lambda name: [load_object(p) for p in settings.getlist(name)],
        )
    elif isinstance(usual, list) and usual and isinstance(usual[0], int):
        kind, read = "list of whole numbers", lambda name: list(map(int, settings.getlist(name)))
    try:
        found: Any = read(name)
    except (TypeError, ValueError, ImportError, NameError):
        return kind
    if name in _FIXED and found != usual:
        return f"choice: a crawl needs {usual}"
    # Nor is what is no number at all.
    is_enough = name not in _LEAST or found >= _LEAST[name]
    return None if is_enough else f"{kind} from {_LEAST[name]} on"
