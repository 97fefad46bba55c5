"""Serve the example site: ``python -m newscrawl.site [--port N]``."""

import argparse

from newscrawl.site.server import SiteServer
from newscrawl.site.standing_site import ExampleSite


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m newscrawl.site")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    site = ExampleSite()
    server = SiteServer(site, parser.parse_args().port)
    print(f"serving {site.title} at {server.url}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
