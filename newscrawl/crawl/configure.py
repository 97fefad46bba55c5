"""Turn an outlet and the environment into Scrapy's settings, and refuse those that are wrong."""

from scrapy.settings import Settings

from newscrawl.config import Config
from newscrawl.crawl.arguments import Arguments
from newscrawl.crawl.handler import refuse_other_handlers
from newscrawl.errors import ConfigError
from newscrawl.version import __version__

#: Above the command line's.
_ABOVE_ALL = 50


def configure(settings: Settings, config: Config, arguments: Arguments) -> None:
    """The settings that follow from the outlet and the environment; ``-s`` wins over them."""
    outlet = arguments.outlet
    own = {"USER_AGENT": user_agent(config), "DOWNLOAD_DELAY": outlet.delay}
    settings.setdict(own, priority="spider")
    settings.set("NEWSCRAWL_MIRROR", outlet.mirror, priority="cmdline")
    # Ours to keep, between all processes: see host_delay.py. Scrapy's would come on top.
    settings.set("NEWSCRAWL_DELAY", settings.getfloat("DOWNLOAD_DELAY"), priority="cmdline")
    settings.set("DOWNLOAD_DELAY", 0, priority=_ABOVE_ALL)
    refuse_other_handlers(settings)


def user_agent(config: Config) -> str:
    """The name under which outlets are asked, with whom they can reach."""
    contact = config.contact or "contact not given"
    if not contact.isprintable():
        raise ConfigError(
            "NEWSCRAWL_CONTACT must be one line: it goes into a header of each request"
        )
    return f"newscrawl/{__version__} ({contact})"
