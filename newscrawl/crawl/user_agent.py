"""The name under which outlets are asked, with whom they can reach."""

from newscrawl.config import Config
from newscrawl.errors import ConfigError
from newscrawl.version import __version__


def user_agent(config: Config) -> str:
    contact = config.contact or "contact not given"
    if not contact.isprintable():
        raise ConfigError("NEWSCRAWL_CONTACT goes into a header of each request: one line")
    return f"newscrawl/{__version__} ({contact})"
