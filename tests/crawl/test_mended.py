"""Pages that did not change are no edits, whatever became of the code that reads them."""

from pathlib import Path

import pytest

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.outlets import load_outlet
from newscrawl.read_kept_page import read_article
from tests.crawl.runner import Crawls
from tests.site.example import SiteServer

_LIVE = "92875"
_OUTLET = """
from dataclasses import replace
from newscrawl.outlet import Feed
from newscrawl.outlets.moscow_times import OUTLET as SITE

def description(page):
    return "{said}"

FIELDS = {{"description": description}}
OUTLET = replace(SITE, name="harbor", sources=SITE.sources[:1], fields=FIELDS)
"""
_STORED = "SELECT description, revision_count FROM articles"


@pytest.fixture
def harbor(tmp_path: Path, database_url: str, server: SiteServer) -> Crawls:
    """Crawls of an outlet that another package describes."""
    info = tmp_path / "harbor-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbor\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[newscrawl.outlets]\nharbor = harbor_outlet\n")
    crawls = Crawls(tmp_path / "home", database_url, server.url, outlet="harbor")
    crawls.variables = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    return crawls


def _ask_in_full(crawls: Crawls) -> None:
    """Let all be due, and be sent whether it changed or not."""
    crawls.ask_for_all()
    crawls.change("UPDATE link SET etag = NULL, last_modified = NULL")


def test_an_outlets_file_that_was_mended_makes_no_edit(harbor: Crawls, tmp_path: Path) -> None:
    for said in ("Before.", "After."):
        (tmp_path / "harbor_outlet.py").write_text(_OUTLET.format(said=said))
        _ask_in_full(harbor)
        assert harbor.run().code in {0, 6}
        assert {tuple(row) for row in harbor.ask(_STORED)} == {(said, 1)}
    assert harbor.ask("SELECT * FROM edits") == []


def test_a_live_blog_that_older_code_read_is_read_again_with_its_parts(crawls: Crawls) -> None:
    assert crawls.run().code == 0
    before = crawls.article(_LIVE)["body"]
    crawls.change(
        "UPDATE revision SET extractor_version = '0', blocks = '[]', body = '', read_hash = 'x',"
        " text_hash = 'x' FROM article WHERE article.id = article_id AND key = :key",
        key=_LIVE,
    )
    _ask_in_full(crawls)

    assert crawls.run().code == 0

    after = crawls.article(_LIVE)
    assert (after["body"], after["revision_count"]) == (before, 1)
    assert crawls.ask("SELECT * FROM edits") == []
    query = "SELECT snapshot_id FROM snapshots JOIN articles USING (article_id) WHERE key = :key"
    [page] = crawls.ask(query, key=_LIVE)
    engine = connect(crawls.database_url)
    with session_factory(engine)() as session:
        read = read_article(session, crawls.home, page.snapshot_id, load_outlet("moscow_times"))
    engine.dispose()
    assert read is not None
    assert set(before.split("\n\n")) <= {block.text for block in read.blocks}
