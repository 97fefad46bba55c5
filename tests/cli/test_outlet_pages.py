"""An outlet file is held against the pages that the archive has."""

import re
from pathlib import Path

import pytest

from newscrawl.text_agreement import agreement
from tests.cli.runner import newscrawl
from tests.cli.test_outlet_repair import FILE, HOME, TOWNS, before, crawl
from tests.conftest import MakeDatabase


def _page(number: int) -> str:
    """An article; that of number 3 has its text under another name, too."""
    page = before(number)
    return page.replace('"story"', '"story late"') if number == 3 else page


@pytest.fixture(scope="module")
def crawled(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """The file of an outlet of which twelve articles are stored, and where the archive is."""
    home = tmp_path_factory.mktemp("home")
    environ = crawl(make_database, home, _page, len(TOWNS))
    return home / "outlets" / "gazette.py", environ


def _checked(crawled: tuple[Path, dict[str, str]], text: str, asked: str) -> tuple[int, str]:
    file, environ = crawled
    file.write_text(text)
    done = newscrawl("outlets", "check", asked.replace("FILE", str(file)), **environ)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


@pytest.mark.parametrize("asked", ["gazette", "FILE"])
def test_a_file_that_reads_what_is_stored_agrees_with_it(
    crawled: tuple[Path, dict[str, str]], asked: str
) -> None:
    code, said = _checked(crawled, FILE, asked)

    assert code == 0
    assert "12 pages read: story 12; agreement 1.00 with the generic reader, 1.00 with" in said
    assert HOME not in said
    assert "under half" not in said


def test_the_pages_that_a_file_reads_worst_are_named(crawled: tuple[Path, dict[str, str]]) -> None:
    code, said = _checked(crawled, FILE.replace('".story"', '".late p:first-child"'), "gazette")

    [named] = [line for line in said.splitlines() if HOME in line]
    assert code == 0
    assert "story 1" in said
    assert "; on 1 under half of what the generic reader reads\n" in said
    assert "\n    - " in said
    assert named.endswith(f"{HOME}/news/ferries-3")
    assert re.search(r"stored 0\.\d\d, story", named)


def test_a_pattern_that_fits_nothing_listed_is_wrong(crawled: tuple[Path, dict[str, str]]) -> None:
    wrong = FILE.replace(",),\n    lay", ',\n        r"^/sport/(?P<key>\\d+)$",\n    ),\n    lay')

    code, said = _checked(crawled, wrong, "gazette")

    assert code == 2
    assert f"{crawled[0]}:9: '^/sport/(?P<key>\\\\d+)$' matches none of 12 listed addresses" in said


def test_texts_agree_by_their_runs_of_four_words() -> None:
    text = "the ferry sails at noon and comes back at night"

    assert agreement(text, text) == 1
    assert agreement(text, "nothing of all that is said in here") == 0
    assert 0 < agreement(text, "the ferry sails at noon and sinks") < 1
    assert agreement("", "") == 1
    assert agreement("", text) == 0
