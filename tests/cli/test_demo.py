"""The demo from end to end, and every reading command over what it archived."""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive.postgres.embedded_server import Server
from tests.cli.runner import newscrawl
from tests.site.example import ExampleSite

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fcntl") is None, reason="the embedded server is for POSIX systems"
)
Done = subprocess.CompletedProcess[str]
#: A database of the user's own: whoever asks it learns that nobody is there.
ELSEWHERE = "postgresql://nobody@127.0.0.1:9/archive?connect_timeout=1"


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A home whose ``.env`` names a database that the demo must leave alone."""
    with tempfile.TemporaryDirectory(prefix="newscrawl-test-") as folder:
        (Path(folder) / ".env").write_text(f"NEWSCRAWL_DATABASE_URL={ELSEWHERE}\n")
        yield Path(folder)
        Server(Path(folder) / "demo").stop()


@pytest.fixture(scope="module")
def demo(home: Path) -> Done:
    return newscrawl("demo", NEWSCRAWL_HOME=str(home), NEWSCRAWL_DATABASE_URL=ELSEWHERE)


@pytest.fixture(scope="module")
def archive(home: Path, demo: Done) -> Iterator[dict[str, str]]:
    """The environment in which the demo's archive is ours, with its server running."""
    with Server(home / "demo"):
        yield {"NEWSCRAWL_HOME": str(home / "demo")}


def answer(archive: dict[str, str], *arguments: str) -> Any:
    done = newscrawl(*arguments, "--json", **archive)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_the_demo_shows_what_was_archived(demo: Done) -> None:
    listed = [story for story in ExampleSite().stories if story.listed]

    assert demo.returncode == 0
    assert f"The crawl stored {len(listed)} new articles." in demo.stdout
    assert listed[0].headline in demo.stdout
    assert "\nsupport-message\t" in demo.stdout


def test_the_demo_leaves_the_users_own_archive_alone(home: Path, demo: Done) -> None:
    assert sorted(path.name for path in home.iterdir()) == [".env", "demo"]


def test_the_commands_that_the_demo_prints_lead_to_its_archive(home: Path, demo: Done) -> None:
    printed = re.findall(r"^  (NEWSCRAWL\S.*)$", demo.stdout, re.MULTILINE)
    alias = f"{sys.executable} -m newscrawl.cli"

    done = [
        subprocess.run(
            line.replace(" newscrawl ", f" {alias} "),
            shell=True,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in printed
    ]

    assert [each.returncode for each in done] == [0] * 4
    shown = next(each.stdout for line, each in zip(printed, done, strict=True) if "show" in line)
    assert "support-message" in shown


def test_a_second_demo_finds_nothing_new(home: Path, archive: dict[str, str]) -> None:
    again = newscrawl("demo", NEWSCRAWL_HOME=str(home))

    assert again.returncode == 0
    assert "The crawl found nothing new since the last one." in again.stdout


def test_the_schema_is_up_to_date_after_a_crawl(archive: dict[str, str]) -> None:
    assert newscrawl("upgrade", **archive).stdout == "the schema is up to date\n"


def test_search_prints_what_was_found(archive: dict[str, str]) -> None:
    hits = answer(archive, "search", "lakes", "--limit", "3")
    printed = newscrawl("search", "lakes", "--limit", "3", **archive).stdout

    assert len(hits) == 3
    assert all("[Lake]" in hit["snippet"] for hit in hits)
    assert [hit["headline"] for hit in hits] == re.findall(r"^(\S.+)$", printed, re.MULTILINE)
    assert "\x1b" not in printed


def test_an_article_in_the_archive_is_what_extract_prints(archive: dict[str, str]) -> None:
    site = ExampleSite()
    story = site.story("92455")
    url = f"{site.edition.home}/2020/01/01/quite-another-slug-a92455"

    shown = answer(archive, "show", url)

    assert {name: shown[name] for name in site.truth("92455")} == site.truth("92455")
    assert (shown["number"], shown["headline"]) == (1, story.headline)


def test_what_was_taken_is_shown_at_its_place(archive: dict[str, str]) -> None:
    url = ExampleSite().edition.home + ExampleSite().story("92455").path
    truth = ExampleSite().truth("92455")

    plain = newscrawl("show", url, **archive).stdout
    marked = newscrawl("show", url, "--removed", **archive).stdout

    lines = [f"[{removal['rule']}] {removal['text']}" for removal in truth["removed"]]
    places = [marked.index(line) for line in lines]
    assert places == sorted(places)
    assert not any(line in plain for line in lines)


def test_two_revisions_are_compared_line_by_line(archive: dict[str, str]) -> None:
    change = (
        "INSERT INTO revision (article_id, number, cause, fetched_at, url, kind, headline, authors,"
        " keywords, is_sponsored, credits, opinion_disclaimer, legal_label, images, related,"
        " blocks, removed, body, word_count, layout, read_hash, text_hash, extractor_version,"
        " rules_version, prints, sketch, bands, entries, has_more_entries)"
        " SELECT article_id, 2, 'edit', fetched_at, url, kind, 'Changed', authors,"
        " keywords, is_sponsored, credits, opinion_disclaimer, legal_label, images, related,"
        " blocks, removed, body, word_count, layout, read_hash, text_hash, extractor_version,"
        " rules_version, prints, sketch, bands, entries, has_more_entries"
        " FROM revision WHERE article_id = 1"
    )
    assert newscrawl("db", "psql", "-qc", change, **archive).returncode == 0

    done = newscrawl("show", "1", "--diff", "1", "2", **archive)
    as_json = answer(archive, "show", "1", "--diff", "1", "2")

    assert "\n+headline: Changed\n" in done.stdout
    assert as_json["diff"] == done.stdout.splitlines()


def test_outlets_tell_of_the_last_crawl(archive: dict[str, str]) -> None:
    found = {outlet["name"]: outlet for outlet in answer(archive, "outlets")}

    assert found["moscow_times"]["last_crawl"]["exit_code"] == 0
    assert found["moscow_times"]["articles"] > 40
    assert found["moscow_times_ru"]["last_crawl"] is None


def test_the_ledger_adds_up_to_every_link(archive: dict[str, str]) -> None:
    ledger = answer(archive, "links", "moscow_times")
    counts = {row["outcome"]: row["links"] for row in ledger["outcomes"]}
    due = ledger["due"]

    assert ledger["total"] == sum(counts.values())
    assert ledger["total"] == sum(due[name] for name in ("now", "within_a_day", "later", "final"))
    stored = answer(archive, "links", "moscow_times", "--outcome", "stored")
    assert len(stored) == counts["stored"]


def test_an_outlet_that_was_never_crawled_has_no_links(archive: dict[str, str]) -> None:
    assert answer(archive, "links", "moscow_times_ru")["total"] == 0
