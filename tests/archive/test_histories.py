"""Random histories of a site and its archive, compared with a model through the views."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.histories import World
from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.replay.spread_work import OpenArchive


@pytest.fixture
def archive(database_url: str, tmp_path: Path) -> Iterator[OpenArchive]:
    engine = connect(database_url)
    yield OpenArchive(sessions=session_factory(engine), home=tmp_path / "home")
    engine.dispose()


@pytest.mark.parametrize("etags", ["always", "mixed", "never"])
@pytest.mark.parametrize("seed", range(3))
def test_the_views_tell_what_the_site_said(
    archive: OpenArchive, tmp_path: Path, etags: str, seed: int
) -> None:
    World(archive, tmp_path, random.Random(f"{etags} {seed}"), etags).run(20)
