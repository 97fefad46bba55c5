"""Every outlet is a spider of the same name."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self, TypeAlias

from scrapy import Request, Spider
from scrapy.exceptions import UsageError as ScrapysUsageError
from scrapy.settings import BaseSettings

from newscrawl.errors import ConfigError, OutletError
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlet, load_outlets, outlet_of

if TYPE_CHECKING:
    from newscrawl.crawl.spider import OutletSpider

#: Named here, since the method ``list`` hides the type in the class.
_Names: TypeAlias = list[str]


class OutletSpiderLoader:
    """Finds outlets where Scrapy would look for spider modules."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        return cls()

    def load(self, spider_name: str) -> type[Spider]:
        try:
            return spider_of(load_outlet(spider_name))
        except OutletError as error:
            raise KeyError(str(error)) from error

    def list(self) -> _Names:
        return [*_outlets()]

    def find_by_request(self, request: Request) -> _Names:
        found = outlet_of(request.url, _outlets().values())
        return [found.name] if found else []


def _outlets() -> Mapping[str, Outlet]:
    try:
        return load_outlets()
    except ConfigError as error:
        raise ScrapysUsageError(str(error), print_help=False) from error


def spider_of(outlet: Outlet) -> "type[OutletSpider]":
    """A spider class for an outlet; ``-a mirror=`` changes the outlet of the instance alone."""
    # Scrapy loads this module for every command, and most of a spider's imports for none but two.
    from newscrawl.crawl.spider import OutletSpider

    return type(f"{outlet.name}_spider", (OutletSpider,), {"name": outlet.name, "outlet": outlet})
