"""Pages of a whole crawl, back from their files: as served, checked, and exported."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.orm import Session
from warcio.archiveiterator import ArchiveIterator

from newscrawl.cli.snapshots import exported
from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer, serve
from tests.site.story_files import english_stories

_MODEL = next(story for story in english_stories() if story.listed and not story.posts)
#: Pages enough for the archive's promise to be seen to hold.
STORIES = (*english_stories(), *(replace(_MODEL, key=f"97{number:03}") for number in range(200)))


@dataclass(frozen=True, slots=True)
class Kept:
    crawls: Crawls
    site: ExampleSite
    server: SiteServer
    engine: Engine
    #: The keys of the articles before anything was edited, with their pages as served.
    served: dict[str, bytes]
    #: The key of an article that was edited between the two crawls.
    edited: str


@pytest.fixture(scope="module")
def kept(make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """A crawl, and another one that gets everything again in full: one article was edited."""
    site, url = ExampleSite(STORIES), make_database.with_schema()
    engine = create_engine(url)
    with serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), url, server.url)
        _crawl(crawls, "since=2025-01-01")
        keys = crawls.keys()
        served = {key: site.respond(site.story(key).path)[2] for key in keys}
        site.edit(_MODEL.key, _MODEL.headline, "Another headline altogether")
        with engine.begin() as connection:
            connection.execute(text("UPDATE link SET etag = NULL, last_modified = NULL"))
        crawls.ask_for_all()
        _crawl(crawls, "since=2025-01-01")
        yield Kept(crawls, site, server, engine, served, _MODEL.key)
    engine.dispose()


def _crawl(crawls: Crawls, *arguments: str) -> None:
    given = [part for each in arguments for part in ("-a", each)]
    ended = crawls.run(*given, NEWSCRAWL_KEEP_SOURCES="1", CONCURRENT_REQUESTS_PER_DOMAIN="8")
    assert (ended.code, ended.stderr) == (0, "")


def _article(kept: Kept, key: str) -> str:
    return str(kept.crawls.article(key)["article_id"])


def _run(
    kept: Kept, *arguments: str, home: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    environ = {**kept.crawls.environ, "NEWSCRAWL_HOME": str(home or kept.crawls.home)}
    return newscrawl("snapshots", *arguments, **environ)


def test_two_hundred_pages_come_back_as_they_were_served(kept: Kept) -> None:
    home = kept.crawls.home
    with Session(kept.engine) as session:
        given = {key: exported(session, home, _article(kept, key), 1, False) for key in kept.served}

    assert len(given) > 200
    assert [key for key, page in kept.served.items() if given[key] != page] == []


def test_an_edited_page_is_kept_beside_the_earlier_one(kept: Kept) -> None:
    with Session(kept.engine) as session:
        article, home = _article(kept, kept.edited), kept.crawls.home
        first, latest = (exported(session, home, article, n, False) for n in (1, None))

    assert first == kept.served[kept.edited]
    assert latest == kept.site.respond(kept.site.story(kept.edited).path)[2] != first


def test_pages_that_came_again_unchanged_are_kept_once(kept: Kept) -> None:
    twice = kept.crawls.ask(
        "SELECT key, count(*) FILTER (WHERE same_as IS NULL) AS whole, count(same_as) AS again, "
        "sum(length) FILTER (WHERE same_as IS NOT NULL) AS bytes "
        "FROM snapshot s JOIN article a ON a.url = s.url WHERE kind = 'page' GROUP BY key"
    )
    # The edited headline also stands on pages that link to it.
    now = {key: kept.site.respond(kept.site.story(key).path)[2] for key in kept.served}
    same = {key for key, page in kept.served.items() if now[key] == page}

    assert len(same) > 100
    assert {(row.whole, row.again) for row in twice if row.key in same} == {(1, 1)}
    assert {(row.whole, row.again) for row in twice if row.key not in same} == {(2, 0)}
    assert max(row.bytes for row in twice if row.key in same) < 2_000


def test_sources_are_kept_where_a_setting_says_so(kept: Kept) -> None:
    rows = kept.crawls.ask("SELECT DISTINCT url FROM snapshot WHERE kind = 'source'")
    answered = kept.crawls.ask("SELECT url FROM source WHERE answered_at IS NOT NULL")

    assert {row.url for row in rows} == {row.url for row in answered} != set()


def _files(kept: Kept) -> list[Path]:
    return sorted((kept.crawls.home / "warc").glob("*/*.warc.gz"))


def test_other_tools_find_no_fault_with_the_files(kept: Kept) -> None:
    warcio = Path(sys.executable).with_name("warcio")
    done = subprocess.run(
        [warcio, "check", "-v", *_files(kept)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert "fail" not in done.stdout
    assert done.stdout.count("digest pass") > 400


def test_what_was_asked_is_kept_as_the_server_got_it(kept: Kept) -> None:
    asked = {}
    for path in _files(kept):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                if record.rec_type == "request":
                    line = record.http_headers.statusline.split(" ")[0]
                    asked.setdefault(line, []).append(dict(record.http_headers.headers))
    got = {}
    for request in kept.server.requests:
        got.setdefault(request.path, []).append(request)

    assert len(asked) > 200
    for path, requests in asked.items():
        in_full = [dict(one.headers) for one in got[path] if one.status == 200]
        assert sorted(map(_lines, requests)) == sorted(map(_lines, in_full))


def _lines(headers: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(headers.items())


def test_the_headers_of_an_answer_are_kept_as_the_server_sent_them(kept: Kept) -> None:
    path = kept.site.story(kept.edited).path
    heads = []
    for file in _files(kept):
        with file.open("rb") as opened:
            for record in ArchiveIterator(opened):
                uri = record.rec_headers["WARC-Target-URI"] or ""
                if record.rec_type == "response" and uri.endswith(path):
                    heads.append(record.http_headers)

    assert {head.protocol + " " + head.statusline for head in heads} == {"HTTP/1.1 200 OK"}
    sent = ["Server", "Date", *kept.site.respond(path)[1], "Vary"]
    names = [name for name, _ in heads[0].headers]
    assert names == [*sent, "Content-Encoding", "Content-Length"]


def test_a_check_finds_everything_readable(kept: Kept) -> None:
    done = _run(kept, "verify", "--json")

    found = json.loads(done.stdout)
    total = kept.crawls.count("SELECT count(*) FROM snapshot")
    assert (done.returncode, found["snapshots"], found["readable"]) == (0, total, total)
    assert (found["unnamed"], found["torn"], found["damaged"], found["problems"]) == (0, [], [], [])
    assert found["files"] == 4, "each crawl writes one file for pages and one for sources"


@pytest.fixture
def copy(kept: Kept, tmp_path: Path) -> Path:
    """A home with the same files, to be harmed."""
    shutil.copytree(kept.crawls.home / "warc", tmp_path / "copy" / "warc")
    return tmp_path / "copy"


def _place(kept: Kept, revisited: bool) -> Any:
    """A row of a page that was, or was not, the original of a later revisit."""
    [row] = kept.crawls.ask(
        "SELECT * FROM snapshot s WHERE kind = 'page' AND same_as IS NULL AND "
        f"{'' if revisited else 'NOT'} EXISTS (SELECT FROM snapshot WHERE same_as = s.id) LIMIT 1"
    )
    return row


def test_a_damaged_page_is_named_and_ends_the_check_with_a_code(kept: Kept, copy: Path) -> None:
    row = _place(kept, revisited=False)
    _change(copy / row.file, row.offset + row.length // 2)

    done = _run(kept, "verify", home=copy)

    assert done.returncode == 1
    assert f"snapshot {row.id}: " in done.stdout
    assert f"{row.file} at {row.offset} {row.url}" in done.stdout
    assert "newscrawl" not in done.stderr


def test_a_damaged_request_which_no_row_names_ends_the_check_with_a_code(
    kept: Kept, copy: Path
) -> None:
    row = _place(kept, revisited=False)
    _change(copy / row.file, row.offset + row.length + 60)

    done = _run(kept, "verify", home=copy)

    assert done.returncode == 1
    assert re.search(rf"^damaged: \d+ bytes: {row.file} at {row.offset + row.length}$",
                     done.stdout, re.MULTILINE)  # fmt: skip


def test_revisits_of_a_damaged_page_are_named_with_it(kept: Kept, copy: Path) -> None:
    row = _place(kept, revisited=True)
    _change(copy / row.file, row.offset + row.length // 2)

    found = json.loads(_run(kept, "verify", "--json", home=copy).stdout)

    again = kept.crawls.ask("SELECT id FROM snapshot WHERE same_as = :id", id=row.id)
    assert [one["snapshot_id"] for one in found["problems"]] == [row.id, again[0].id]
    assert found["problems"][0]["what"] == "the record is damaged"
    assert f"those of snapshot {row.id}" in found["problems"][1]["what"]


def _change(path: Path, at: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[at : at + 4] = bytes(byte ^ 0xFF for byte in raw[at : at + 4])
    path.write_bytes(raw)


def test_a_missing_file_costs_all_its_snapshots(kept: Kept, copy: Path) -> None:
    row = _place(kept, revisited=False)
    (copy / row.file).unlink()

    done = _run(kept, "verify", "--json", home=copy)

    lost = kept.crawls.ask("SELECT id FROM snapshot WHERE file = :file", file=row.file)
    named = {one["snapshot_id"] for one in json.loads(done.stdout)["problems"]}
    assert done.returncode == 1
    assert named >= {each.id for each in lost}


def test_a_torn_end_that_nobody_was_promised_is_no_fault(kept: Kept, copy: Path) -> None:
    file = copy / _place(kept, revisited=False).file
    size = file.stat().st_size
    with file.open("ab") as opened:
        opened.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n")[:-9])
    left = copy / "warc" / "moscow_times" / "left.warc.gz"
    left.write_bytes(gzip.compress(b"WARC/1.1\r\n")[:-9])

    done = _run(kept, "verify", "--json", home=copy)

    found = json.loads(done.stdout)
    assert (done.returncode, found["problems"]) == (0, [])
    assert [part["file"] for part in found["torn"]] == [
        str(file.relative_to(copy)),
        "warc/moscow_times/left.warc.gz",
    ]
    assert [part["offset"] for part in found["torn"]] == [size, 0]


def test_a_check_of_another_outlet_looks_at_none_of_these(kept: Kept) -> None:
    found = json.loads(_run(kept, "verify", "--outlet", "moscow_times_ru", "--json").stdout)

    assert (found["snapshots"], found["files"]) == (0, 0)


def test_a_page_is_written_to_standard_output(kept: Kept) -> None:
    done = _run(kept, "export", _article(kept, kept.edited), "--revision", "1")

    assert (done.returncode, done.stdout.encode()) == (0, kept.served[kept.edited])


def test_a_page_is_written_as_records_that_other_tools_read(kept: Kept, tmp_path: Path) -> None:
    key = next(key for key in kept.served if key != kept.edited)
    target = tmp_path / "page.warc.gz"

    arguments = "export", _article(kept, key), "--revision", "1", "--warc", "-o", str(target)
    done = _run(kept, *arguments)

    with target.open("rb") as file:
        records = [(each.rec_type, each.content_stream().read()) for each in ArchiveIterator(file)]
    assert (done.returncode, done.stdout) == (0, "")
    assert [kind for kind, _ in records] == ["response", "request"]
    assert records[0][1] == kept.served[key]


def test_a_page_is_written_over_nothing(kept: Kept, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("mine")
    arguments = "export", _article(kept, kept.edited), "--revision", "1", "-o", str(target)

    refused = _run(kept, *arguments)
    nowhere = _run(kept, *arguments[:-1], "/no/such/folder/x")

    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert nowhere.stderr.endswith("there is no folder /no/such/folder\n")
    assert (refused.returncode, target.read_text()) == (2, "mine")
    assert "page.html exists" in refused.stderr
    assert _run(kept, *arguments, "--force").returncode == 0
    assert target.read_bytes() == kept.served[kept.edited]
