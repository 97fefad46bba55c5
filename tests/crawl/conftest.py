"""The example site on loopback, and crawls of it into a database of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer, serve


@pytest.fixture
def site() -> ExampleSite:
    return ExampleSite()


@pytest.fixture
def server(site: ExampleSite) -> Iterator[SiteServer]:
    with serve(site) as server:
        yield server


@pytest.fixture
def crawls(tmp_path: Path, database_url: str, server: SiteServer) -> Crawls:
    return Crawls(tmp_path / "home", database_url, server.url)
