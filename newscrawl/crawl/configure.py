"""Turn an outlet and the environment into Scrapy's settings, and refuse those that are wrong."""

from typing import Any

from scrapy.settings import Settings

from newscrawl.config import Config
from newscrawl.crawl.arguments import Arguments
from newscrawl.crawl.handler import refuse_other_handlers
from newscrawl.crawl.user_agent import user_agent
from newscrawl.errors import UsageError

#: Above the command line's.
_ABOVE_ALL = 50
#: Settings that are read before Scrapy would say what is wrong with them.
_NUMBERS = (
    *("DOWNLOAD_DELAY", "NEWSCRAWL_DB_WAIT", "NEWSCRAWL_DB_PATIENCE"),
    *("NEWSCRAWL_GRACE", "NEWSCRAWL_LEASE", "NEWSCRAWL_TEXT_LINKS"),
)


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
