"""Random histories of a site and its archive, compared with a model through the views."""

import random
from pathlib import Path

import pytest

from bench.histories import World
from newscrawl.archive.database.engine import SessionFactory
from newscrawl.replay.spread_work import OpenArchive


@pytest.mark.parametrize("etags", ["always", "mixed", "never"])
@pytest.mark.parametrize("seed", range(3))
def test_the_views_tell_what_the_site_said(
    sessions: SessionFactory, tmp_path: Path, etags: str, seed: int
) -> None:
    archive = OpenArchive(sessions=sessions, home=tmp_path / "home")
    World(archive, tmp_path, random.Random(f"{etags} {seed}"), etags).run(20)
