"""A page of the real outlet, laid out anew in four ways, through the whole crawl."""

import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, serve, story_from_dump

_CAPTION, _CREDIT, _KEY = "Kremlin spokesman Dmitry Peskov.", "kremlin.ru", "90001"
_PARAGRAPHS = 11


@pytest.fixture(scope="session")
def dump(pages_folder: Path) -> str:
    return (pages_folder / "seed" / "kremlin-denies.txt").read_text(encoding="utf-8")


@pytest.fixture(
    scope="module",
    params=[
        (False, {}),
        (True, {}),
        (False, {"place": "middle"}),
        (False, {"split": True}),
    ],
    ids=["as printed", "hashed class names", "appeal in mid-body", "appeal split over spans"],
)
def crawls(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    make_database: MakeDatabase,
    dump: str,
) -> Crawls:
    """The archive after a crawl of the article's page, laid out in this way."""
    hashed, given = request.param
    story = story_from_dump(dump, caption=_CAPTION, credit=_CREDIT, key=_KEY, **given)
    site = ExampleSite(hashed=hashed)
    site.publish(story)
    with serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        url = f"https://www.themoscowtimes.com{story.path}"
        assert crawls.run("-a", f"urls={url}").code == 0
    return crawls


def test_the_body_is_its_eleven_paragraphs(crawls: Crawls, dump: str) -> None:
    paragraphs = _paragraphs(dump)
    assert len(paragraphs) == _PARAGRAPHS
    assert _asked_by_an_analyst(crawls) == "\n\n".join(paragraphs)


def test_the_headline_is_the_articles(crawls: Crawls, dump: str) -> None:
    assert crawls.article(_KEY)["headline"] == _lines(dump)[1]


def test_the_picture_has_its_caption_and_its_credit(crawls: Crawls) -> None:
    images = crawls.article(_KEY)["images"]
    assert [(image["caption"], image["credit"]) for image in images] == [(_CAPTION, _CREDIT)]


def test_nothing_of_the_appeals_is_left(crawls: Crawls, dump: str) -> None:
    appeals, kept = _appeals(dump), crawls.article(_KEY)["body"].split("\n\n")
    assert len(appeals) > 3, "the control: the page does beg"
    assert [line for line in appeals if line in kept] == []


def _paragraphs(dump: str) -> list[str]:
    """The lines between the caption and the first appeal."""
    lines = _lines(dump)
    start = lines.index(f"{_CAPTION} {_CREDIT}") + 1
    return lines[start : start + _PARAGRAPHS]


def _appeals(dump: str) -> list[str]:
    lines = _lines(dump)
    return lines[lines.index(f"{_CAPTION} {_CREDIT}") + 1 + _PARAGRAPHS :]


def _lines(dump: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in dump.splitlines()) if line]


def _asked_by_an_analyst(crawls: Crawls) -> str:
    """The body, through psql where there is one."""
    query = f"SELECT body FROM articles WHERE key = '{_KEY}'"
    if shutil.which("psql") is None:
        return str(crawls.ask(query)[0][0])
    url = make_url(crawls.database_url).set(drivername="postgresql")
    command = ["psql", url.render_as_string(hide_password=False), "-XAtc", query]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.rstrip("\n")
