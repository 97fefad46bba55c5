"""Turn an outlet and the environment into Scrapy's settings, and refuse those that are wrong."""

from typing import Any

from scrapy.settings import BaseSettings, Settings, default_settings

from newscrawl.config import Config
from newscrawl.crawl import settings as own_settings
from newscrawl.crawl.arguments import Arguments
from newscrawl.crawl.handler import refuse_other_handlers
from newscrawl.crawl.user_agent import user_agent
from newscrawl.errors import UsageError

#: Above the command line's.
_ABOVE_ALL = 50
#: Settings that are read before Scrapy would say what is wrong with them.
_NUMBERS = (
    "DOWNLOAD_DELAY",
    "NEWSCRAWL_DB_WAIT",
    "NEWSCRAWL_DB_PATIENCE",
    "NEWSCRAWL_GRACE",
    "NEWSCRAWL_LEASE",
    "NEWSCRAWL_TEXT_LINKS",
)
#: With none of them, a crawl would wait for ever.
_AT_LEAST_ONE = (
    "CONCURRENT_ITEMS",
    "CONCURRENT_REQUESTS",
    "CONCURRENT_REQUESTS_PER_DOMAIN",
    "NEWSCRAWL_LEASE",
)
#: How numbers are called that may have a fraction though the usual value has none.
_SECONDS = ("TIMEOUT", "DELAY", "INTERVAL", "WAIT", "PATIENCE", "GRACE")


def require_readable(settings: BaseSettings) -> None:
    """Raise ``UsageError`` for a text that is not what Scrapy, or a crawl, reads in a setting."""
    for name, usual in (vars(default_settings) | vars(own_settings)).items():
        given = settings.get(name) if name.isupper() else None
        if isinstance(given, str) and (wanted := _unmet(settings, name, usual)):
            raise UsageError(f"-s {name}={given} is no {wanted}")


def _unmet(settings: BaseSettings, name: str, usual: object) -> str | None:
    """What the setting should be, if it is not."""
    kind, read = "", settings.get
    if isinstance(usual, bool):
        kind, read = "truth: write True or False", settings.getbool
    elif isinstance(usual, float) or (isinstance(usual, int) and name.endswith(_SECONDS)):
        kind, read = "number", settings.getfloat
    elif isinstance(usual, int):
        kind, read = "whole number", settings.getint
    elif isinstance(usual, dict):
        kind, read = "object of JSON", settings.getdict
    try:
        found = read(name)
    except (TypeError, ValueError):
        return kind
    return f"{kind} from 1 on" if name in _AT_LEAST_ONE and found < 1 else None


def configure(settings: Settings, config: Config, arguments: Arguments) -> None:
    """The settings that follow from the outlet and the environment; ``-s`` wins over them."""
    outlet = arguments.outlet
    values: dict[str, Any] = {"USER_AGENT": user_agent(config), "DOWNLOAD_DELAY": outlet.delay}
    for name, value in values.items():
        settings.set(name, value, priority="spider")
    settings.set("NEWSCRAWL_MIRROR", outlet.mirror, priority="cmdline")
    for name in _NUMBERS:
        _require_number(settings, name)
    # Ours to keep, between all processes: see host_delay.py. Scrapy's would come on top.
    settings.set("NEWSCRAWL_DELAY", settings.getfloat("DOWNLOAD_DELAY"), priority="cmdline")
    settings.set("DOWNLOAD_DELAY", 0, priority=_ABOVE_ALL)
    refuse_other_handlers(settings)


def _require_number(settings: Settings, name: str) -> None:
    try:
        is_right = settings.getfloat(name) >= 0
    except (TypeError, ValueError):
        is_right = False
    if not is_right:
        raise UsageError(f"-s {name}={settings.get(name)} is no number from 0 on")
