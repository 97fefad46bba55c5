"""The example site on loopback, and crawls of it into a database of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.replay import read_again
from tests.crawl import paged
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


@pytest.fixture
def harbor(
    crawls: Crawls, site: ExampleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Crawls]:
    folder = tmp_path / "outlets"
    folder.mkdir()
    (folder / "harbor.py").write_text(paged.OUTLET)
    monkeypatch.setenv("NEWSCRAWL_OUTLETS", str(folder))
    read_again._outlets.cache_clear()
    crawls.outlet, crawls.variables = "harbor", {"NEWSCRAWL_OUTLETS": str(folder)}
    for number, path in enumerate((paged.STORY, paged.SECOND, paged.THIRD), 1):
        site.add_html_page(path, paged.chapter(number))
    yield crawls
    read_again._outlets.cache_clear()
