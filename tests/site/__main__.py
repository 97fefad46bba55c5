"""Serve a site as tests use it: ``python -m tests.site [--port N] [--russian] [--hashed]``."""

import argparse

from tests.site.example import ExampleSite, RussianSite, SiteServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.site")
    parser.add_argument("--port", type=int, default=8080, help="0 takes a free one")
    parser.add_argument("--russian", action="store_true", help="the Russian service")
    parser.add_argument("--hashed", action="store_true", help="class names that tell nothing")
    chosen = parser.parse_args()
    site = (RussianSite if chosen.russian else ExampleSite)(hashed=chosen.hashed)
    server = SiteServer(site, chosen.port)
    print(f"serving {site.edition.title} at {server.url}", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
