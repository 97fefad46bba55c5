"""``newscrawl replay``, as a person runs it."""

import gzip
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from bench import captures
from newscrawl.archive.database.engine import SessionFactory
from newscrawl.replay.spread_work import OpenArchive
from tests.cli.runner import newscrawl
from tests.test_replay import ask, keep_pages, worsen

COUNT = 12


@pytest.fixture
def archive(sessions: SessionFactory, tmp_path: Path) -> OpenArchive:
    found = OpenArchive(sessions=sessions, home=tmp_path)
    keep_pages(found, COUNT)
    return found


def replay(archive: OpenArchive, *args: str) -> CompletedProcess[str]:
    url = archive.sessions.kw["bind"].url.render_as_string(hide_password=False)
    home = str(archive.home)
    return newscrawl("replay", *args, NEWSCRAWL_HOME=home, NEWSCRAWL_DATABASE_URL=plain(url))


def plain(url: str) -> str:
    return url.replace("postgresql+psycopg2://", "postgresql://", 1)


def test_a_dry_run_says_what_would_change_by_field(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}', headline = 'x'", "id % 3 = 0")
    worsen(archive, "description = 'gone', lead = 'Not there.'", "id = 1")

    done = replay(archive, "--dry-run", "--processes", "1")

    assert done.returncode == 0
    assert done.stdout.splitlines()[-2:] == [
        "5 pages read",
        "5 articles would change: 4 change their headline, 4 gain an author,"
        " 1 changes its description, 1 loses its lead",
    ]
    assert "  + authors: Vera Lugovaya" in done.stdout
    assert ask(archive, "SELECT count(*) FROM revision WHERE authors = '{}'") == [(4,)]


def test_a_script_reads_all_differences(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}'")

    done = replay(archive, "--json", "--processes", "2")

    told = json.loads(done.stdout)
    assert (told["read"], told["articles"], told["dry_run"]) == (COUNT, COUNT, False)
    assert told["fields"] == {"authors": {"gain": COUNT, "lose": 0, "change": 0}}
    assert len(told["differences"]) == COUNT
    assert told["differences"][0]["fields"]["authors"] == {"before": [], "after": ["Vera Lugovaya"]}


def test_one_article_is_read_by_its_url(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}'")
    [(url,)] = ask(archive, "SELECT url FROM article ORDER BY id LIMIT 1")

    done = replay(archive, "--article", url)

    assert done.stdout.splitlines()[-1] == "1 article changed: 1 gains an author"


def test_a_lost_file_is_named_and_the_code_tells(archive: OpenArchive) -> None:
    worsen(archive, "authors = '{}'")
    for path in archive.home.glob("warc/*/*"):
        path.unlink()

    done = replay(archive, "--processes", "1")

    assert done.returncode == 1
    assert f"{COUNT} pages cannot be read; nothing changed about them" in done.stdout
    assert "No such file" in done.stdout


def test_a_list_of_files_is_imported(archive: OpenArchive, tmp_path: Path) -> None:
    planned = captures.plan(20)
    captures.write(tmp_path / "a.warc.gz", planned[:10])
    captures.write(tmp_path / "b.warc.gz", planned[10:])
    (tmp_path / "list.txt").write_text("# two\na.warc.gz\n\nb.warc.gz\n", encoding="utf-8")

    done = replay(archive, str(tmp_path / "list.txt"), "--processes", "1", "--json")

    told = json.loads(done.stdout)
    assert (told["files"], sum(told["counts"].values()), told["faults"]) == (2, 20, [])
    assert "20 known already" in replay(archive, str(tmp_path / "list.txt")).stdout


def test_a_file_that_is_packed_as_a_whole_is_named(archive: OpenArchive, tmp_path: Path) -> None:
    raw = b"".join(captures.record(one) for one in captures.plan(3))
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(raw))

    done = replay(archive, str(tmp_path / "a.warc.gz"), "--processes", "1")

    assert done.returncode == 1
    assert "is compressed as a whole, not record by record: gunzip it first" in done.stdout


def test_what_is_passed_over_is_said_with_the_reason(archive: OpenArchive, tmp_path: Path) -> None:
    page = captures.record(captures.plan(1)[0])
    cut = page.replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type", 1)
    odd = page.replace(b"WARC-Type: response", b"WARC-Type: thumbnail")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.warc").write_bytes(page + cut + odd)
    (tmp_path / "files" / "b.warc.lz4").write_bytes(b"\x04\x22\x4d\x18")

    done = replay(archive, str(tmp_path / "files"), "--processes", "1")

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "1 captures stored",
        "1 truncated: cut off before their end, or one of several segments",
        "1 of an unknown type",
        f"cannot be read: {tmp_path}/files/b.warc.lz4 is packed with LZ4: unpack it first (lz4 -d)",
    ]


@pytest.mark.parametrize("folder", ["lent", "home/lent", "home"])
def test_a_file_of_others_is_checked_and_read_as_theirs_wherever_it_is(
    database_url: str, tmp_path: Path, folder: str
) -> None:
    """Also below the archive's folder: its records have none of the digests that ours have."""
    place, home = tmp_path / folder, tmp_path / "home"
    place.mkdir(parents=True)
    captures.write(place / "a.warc.gz", captures.plan(5, damaged=0))
    where = {"NEWSCRAWL_HOME": str(home), "NEWSCRAWL_DATABASE_URL": plain(database_url)}
    given = ("replay", str(place / "a.warc.gz"), "--outlet", "moscow_times")
    assert newscrawl(*given, **where).returncode == 0

    checked = newscrawl("snapshots", "verify", "--json", **where)
    again = newscrawl("replay", "--again", **where)

    assert checked.returncode == 0, checked.stdout
    assert json.loads(checked.stdout)["readable"] == 5
    assert (again.returncode, again.stderr) == (0, "")
