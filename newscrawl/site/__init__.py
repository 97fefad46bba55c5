"""The bundled example site that ``newscrawl demo`` serves."""

from newscrawl.site.server import SiteServer, serve
from newscrawl.site.site import ExampleSite

__all__ = ["ExampleSite", "SiteServer", "serve"]
