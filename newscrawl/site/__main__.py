"""Serve the example site: ``python -m newscrawl.site [--port N] [--russian] [--hashed]``."""

import argparse

from newscrawl.site.living import ExampleSite, RussianSite
from newscrawl.site.server import SiteServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m newscrawl.site")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--russian", action="store_true", help="the Russian service")
    parser.add_argument("--hashed", action="store_true", help="class names that tell nothing")
    chosen = parser.parse_args()
    site = RussianSite if chosen.russian else ExampleSite
    server = SiteServer(site(hashed=chosen.hashed), chosen.port)
    print(f"serving {server.site.edition.title} at {server.url}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
