"""The bundled example site that ``newscrawl demo`` serves."""

from newscrawl.site.server import SiteServer, serve
from newscrawl.site.standing_site import ExampleSite

__all__ = ["ExampleSite", "SiteServer", "serve"]
