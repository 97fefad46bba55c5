"""``newscrawl export`` and ``newscrawl db grant-reader``, as they are typed."""

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect
from newscrawl.cli import export as exporting
from newscrawl.cli import main
from newscrawl.errors import UsageError
from tests.archive.making import article, begin_crawl, reading, store
from tests.cli.runner import COMMAND
from tests.ready_programs import ReadyProgram

Run = Callable[..., int]


@pytest.fixture(scope="module")
def filled(make_database) -> Iterator[Engine]:
    """An archive of 600 articles; more revisions change nothing for the other tests."""
    engine = connect(make_database.with_schema())
    with Session(engine) as session:
        begin_crawl(session)
        store(session, reading(article("Snow fell.")))
        session.execute(text(_MANY))
        session.execute(
            text(
                "UPDATE article AS a SET revision_id = r.id FROM revision r WHERE article_id = a.id"
            )
        )
        session.commit()
    yield engine
    engine.dispose()


@pytest.fixture
def archive(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The same, and the command is told of it."""
    monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", filled.url.render_as_string(False))
    return filled


_LIKE = """cause, fetched_at, kind, headline, authors, keywords, is_sponsored, credits,
    opinion_disclaimer, legal_label, images, related, blocks, removed, body, word_count, layout,
    read_hash, text_hash, prints, sketch, bands, extractor_version, rules_version, entries,
    has_more_entries"""
_MANY = f"""
WITH made AS (
    INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
    SELECT 'herald', 'n' || n, 'https://herald.test/n' || n, now(), now()
    FROM generate_series(2, 600) AS n RETURNING id, url
)
INSERT INTO revision (article_id, number, url, {_LIKE})
SELECT made.id, 1, made.url, {_LIKE} FROM made, revision
"""


@pytest.fixture
def run(archive: Engine) -> Run:
    """Runs the command in this process; its exit code comes back."""

    def run(*args: str | Path) -> int:
        with pytest.raises(SystemExit) as ended:
            main([str(arg) for arg in args])
        assert isinstance(ended.value.code, int)
        return ended.value.code

    return run


def manifest_of(file: Path) -> dict[str, object]:
    told = json.loads(Path(f"{file}.manifest.json").read_text())
    assert isinstance(told, dict)
    return told


def test_a_file_comes_with_its_manifest(run: Run, tmp_path: Path, capfd) -> None:
    file = tmp_path / "articles.jsonl"

    assert run("export", "-o", file) == 0

    ids = [json.loads(line)["article_id"] for line in file.read_bytes().splitlines()]
    told = manifest_of(file)
    assert ids == sorted(ids)
    assert len(ids) == told["rows"] == 600
    assert told["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "articles.jsonl",
        "articles.jsonl.manifest.json",
    ]
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.startswith("600 articles in ")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_a_file_is_verified_and_made_again_after_more_news(
    archive: Engine, run: Run, tmp_path: Path, name: str, capfd
) -> None:
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
    file = tmp_path / name
    run("export", "-o", file)
    with Session(archive) as session:
        store(session, reading(article("Hail fell.")))
        session.commit()

    assert run("export", "--verify", f"{file}.manifest.json") == 0
    assert run("export", "--from-manifest", f"{file}.manifest.json", "-o", tmp_path / "b") == 0
    assert (tmp_path / "b").read_bytes() == file.read_bytes()
    assert "is as it was exported: 600 articles" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_a_file_that_lost_its_end_is_found_out(run: Run, tmp_path: Path, name: str, capfd) -> None:
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
    file = tmp_path / name
    run("export", "-o", file)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    assert run("export", "--verify", f"{file}.manifest.json") == 1

    said = capfd.readouterr().out
    assert f"has {len(whole) // 2} bytes, and its manifest says {len(whole)}" in said
    assert "is not what was exported" in said
    assert "the archive still gives the same" in said


def test_what_was_cleaned_anew_is_named(archive: Engine, run: Run, tmp_path: Path, capfd) -> None:
    file = tmp_path / "a.jsonl"
    run("export", "-o", file)
    with archive.begin() as connection:
        connection.execute(
            text("UPDATE revision SET body = 'Snow.', rules_version = 'new' WHERE article_id <= 3")
        )

    assert run("export", "--verify", f"{file}.manifest.json") == 1
    assert run("export", "--from-manifest", f"{file}.manifest.json", "-o", tmp_path / "b") == 1

    said = capfd.readouterr()
    assert "herald: 3 articles were cleaned anew (by new," in said.out
    assert "herald: 3 articles were cleaned anew (by new," in said.err
    assert manifest_of(tmp_path / "b")["rows"] == 600


def test_to_stdout_goes_nothing_but_rows(run: Run, tmp_path: Path, capfdbinary) -> None:
    told = tmp_path / "told.json"

    assert run("export", "--columns", "url", "--until", "2026-01-01", "--manifest", told) == 0
    assert capfdbinary.readouterr().out == b""
    told = tmp_path / "again.json"
    assert run("export", "--columns", "key", "--format", "csv", "--raw", "--manifest", told) == 0

    out = capfdbinary.readouterr().out
    assert out.startswith(b'"key"\r\n"1"\r\n"n2"\r\n')
    assert json.loads(told.read_text())["sha256"] == hashlib.sha256(out).hexdigest()
    assert json.loads(told.read_text())["file"] is None


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--as-of", "soon"], "not a time such as"),
        (["--as-of", "2999-01-01"], "in the future"),
        (["--columns", "title"], "no column 'title'"),
        (["--raw"], "--raw works only with CSV"),
        (["-o", "/nowhere/a.jsonl"], "there is no folder /nowhere"),
        (["-o", "/dev/null"], "is not a file"),
        (["-o", ""], "'' is empty"),
        (["-o", "/"], "is not a file name"),
        (["-o", "/proc/a.csv"], "/proc/a.csv"),
        (["-o", f"/tmp/{'a' * 300}.csv"], "File name too long"),
        (["--from-manifest", "/tmp"], "/tmp: Is a directory"),
        (["--verify", "/tmp"], "/tmp: Is a directory"),
        (
            ["-o", "a.xlsx"],
            "a.xlsx ends in .xlsx, but exports end in .jsonl, .csv or .parquet: name",
        ),
        (["-o", "/tmp/a", "--manifest", "/tmp/../tmp/a"], "cannot be its own manifest"),
        (["--verify", "/nowhere/m.json"], "there is no /nowhere/m.json"),
        (["--verify", "m.json", "--outlet", "herald"], "the manifest says what is exported"),
        (["--verify", "m.json", "--unedited"], "the manifest says what is exported"),
        (["--verify", "m.json", "--force"], "the manifest says"),
        (["--verify", "m.json", "--from-manifest", "m.json"], "the manifest says"),
    ],
)
def test_what_cannot_be_exported_is_said_in_one_line(
    run: Run, args: list[str], said: str, capfd
) -> None:
    assert run("export", *args) == 2

    error = capfd.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_the_manifest_that_is_cited_is_not_written_over(run: Run, tmp_path: Path, capfd) -> None:
    file = tmp_path / "a.jsonl"
    run("export", "-o", file)
    before = Path(f"{file}.manifest.json").read_bytes()

    assert run("export", "--from-manifest", f"{file}.manifest.json", "-o", file) == 2

    assert "would take the place of" in capfd.readouterr().err
    assert Path(f"{file}.manifest.json").read_bytes() == before


def test_the_last_line_names_the_filters(run: Run, tmp_path: Path, capfd) -> None:
    assert run("export", "--outlet", "herald", "--unedited", "-o", tmp_path / "a.csv") == 0

    assert capfd.readouterr().err.endswith("+00:00: outlet herald, not edited\n")
    assert manifest_of(tmp_path / "a.csv")["filters"] == {"outlet": "herald", "edited": False}


@pytest.mark.parametrize("taken", ["a.csv", "a.csv.manifest.json"])
def test_what_was_exported_is_replaced_only_by_force(
    run: Run, tmp_path: Path, taken: str, capfd
) -> None:
    (tmp_path / taken).write_text("cited")

    assert run("export", "-o", tmp_path / "a.csv") == 2

    assert capfd.readouterr().err.endswith(
        f"{taken} exists: name another file, or replace it with --force\n"
    )
    assert [path.read_text() for path in tmp_path.iterdir()] == ["cited"]
    assert run("export", "-o", tmp_path / "a.csv", "--force") == 0
    assert run("export", "--verify", tmp_path / "a.csv.manifest.json") == 0


def test_an_export_that_is_made_again_replaces_nothing_and_keeps_its_ending(
    run: Run, tmp_path: Path, capfd
) -> None:
    run("export", "-o", tmp_path / "a.csv")
    (tmp_path / "b.csv").write_text("cited")
    again = "export", "--from-manifest", tmp_path / "a.csv.manifest.json", "-o"

    assert run(*again, tmp_path / "b.csv") == 2
    assert run(*again, tmp_path / "c.jsonl") == 2
    said = capfd.readouterr().err.splitlines()
    assert "b.csv exists" in said[-2]
    assert "c.jsonl ends in .jsonl, but this export is csv" in said[-1]
    assert run(*again, tmp_path / "b.csv", "--force") == 0
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()


def test_a_reader_that_goes_away_ends_it_in_silence(archive: Engine) -> None:
    exporting = ReadyProgram(
        [*COMMAND, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    )
    assert exporting.stdout is not None
    assert exporting.stderr is not None
    exporting.stdout.read(1)
    exporting.stdout.close()

    assert exporting.wait(60) == 1
    assert exporting.stderr.read() == b""
    exporting.stderr.close()


def test_rows_on_a_terminal_have_no_bar_among_them(archive: Engine) -> None:
    screen, terminal = os.openpty()
    exporting = ReadyProgram(
        [*COMMAND, "export", "--columns", "key"], stdout=terminal, stderr=terminal, env=os.environ
    )
    os.close(terminal)
    shown = b""
    # A terminal that nobody holds any more ends with an error.
    with os.fdopen(screen, "rb", buffering=0) as file, suppress(OSError):
        while piece := file.read(4096):
            shown += piece

    assert exporting.wait(60) == 0
    first, *others, told, _ = shown.decode().split("\r\n")
    assert (first, others[-1]) == ('{"key": "1"}', '{"key": "n600"}')
    assert told.startswith("600 articles, as of")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to offer")
def test_a_full_disk_is_told(archive: Engine) -> None:
    with Path("/dev/full").open("wb") as full:
        # How a process ends whose output cannot be written is its own: none is forked here.
        done = subprocess.run([*COMMAND, "export"], stdout=full, stderr=subprocess.PIPE)

    assert done.returncode == 5
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_reader_may_export(
    archive: Engine, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd
) -> None:
    name = f"reader_{os.urandom(4).hex()}"
    assert run("db", "grant-reader", name) == 0
    said = capfd.readouterr()
    url = make_url(archive.url.render_as_string(False))
    login = url.set(username=name, password=said.out.strip()).render_as_string(False)
    monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", login.replace("+psycopg2", ""))
    file = tmp_path / "articles.csv"

    try:
        assert len(said.out.strip()) >= 20
        assert said.err == f"{name} can read the views\n"
        assert run("export", "--query", "snow", "-o", file) == 0
        assert run("export", "--verify", f"{file}.manifest.json") == 0
        assert run("reclean") == 2
        assert "the database is read-only for this login" in capfd.readouterr().err
    finally:
        with archive.begin() as connection:
            connection.exec_driver_sql(f"DROP OWNED BY {name}")
            connection.exec_driver_sql(f"DROP ROLE {name}")


def test_a_password_that_is_given_is_not_printed(
    archive: Engine, run: Run, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    name = f"reader_{os.urandom(4).hex()}"
    monkeypatch.setattr(sys, "stdin", io.StringIO("snow on the line\n"))
    try:
        assert run("db", "grant-reader", name, "--password-stdin") == 0
        assert capfd.readouterr().out == ""
    finally:
        with archive.begin() as connection:
            connection.exec_driver_sql(f"DROP OWNED BY {name}")
            connection.exec_driver_sql(f"DROP ROLE {name}")


def test_no_password_on_stdin_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch, capfd) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    assert run("db", "grant-reader", "ann", "--password-stdin") == 2
    assert "no password on standard input" in capfd.readouterr().err


def test_parquet_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    with pytest.raises(UsageError, match="name a file with -o FILE"):
        exporting._stdout(exporting.Format.PARQUET)
