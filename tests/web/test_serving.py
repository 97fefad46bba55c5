"""``newscrawl serve`` as a process of its own: where it listens, whom it answers, how it ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.web.application import application
from newscrawl.web.archive_reader import WebArchive
from tests.conftest import MakeDatabase
from tests.ready_programs import ReadyProgram, run_ready
from tests.rows import every_row
from tests.web.conftest import EDITED, Crawled, Served, serving

COMMAND = [sys.executable, "-m", "newscrawl.cli", "serve", "--port", "0"]


def _environment(crawled: Crawled, **given: str) -> dict[str, str]:
    own = {"NEWSCRAWL_HOME": str(crawled.home), "NEWSCRAWL_DATABASE_URL": crawled.reader}
    return {**os.environ, **own, **given}


@pytest.fixture
def process(crawled: Crawled) -> Iterator["subprocess.Popen[str]"]:
    with ReadyProgram(
        COMMAND, stdout=subprocess.PIPE, env=_environment(crawled), text=True
    ) as started:
        yield started
        started.kill()


def _status(port: int, host: str | None = None) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": host} if host else {})
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_listens_answers_there_and_ends_when_told(
    process: "subprocess.Popen[str]", ending: signal.Signals
) -> None:
    assert process.stdout is not None
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", process.stdout.readline())
    assert found
    port = int(found[1])

    assert _status(port) == 200
    process.send_signal(ending)
    assert process.wait(timeout=60) == 0


def test_without_the_extra_it_says_in_one_line_what_to_install(
    crawled: Crawled, tmp_path: Path
) -> None:
    (tmp_path / "flask.py").write_text("raise ModuleNotFoundError('flask')", encoding="utf-8")

    done = run_ready(
        COMMAND,
        env=_environment(crawled, PYTHONPATH=str(tmp_path)),
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "newscrawl: serve needs Flask and waitress: pip install 'newscrawl[web]'\n"
    )


@pytest.mark.parametrize("host", ["no-such-host.invalid", "999.1.1.1", "a..b", "[::1"])
def test_a_host_on_which_nobody_can_listen_is_one_line(crawled: Crawled, host: str) -> None:
    done = run_ready(
        [*COMMAND, "--host", host],
        env=_environment(crawled),
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert f"cannot listen on {host}" in done.stderr


@every_row(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8642", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8642", 200),
        ("rebound.test", 421),
        ("rebound.test:8642", 421),
        ("127.0.0.1.rebound.test", 421),
        ("localhost.rebound.test:80", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_machine_are_answered_on_loopback(
    served: Served, host: str, status: int
) -> None:
    assert served.get("/.json", {"Host": host}).status == status


@every_row("path", ["/", "/.json", "/static/style.css", "/nowhere", "/?limit=0"])
def test_every_answer_forbids_scripts_and_other_sites(served: Served, path: str) -> None:
    headers = served.get(path).headers

    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == policy["img-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "waitress" not in headers.get("server", "")


def test_an_unknown_page_is_404_as_a_page_and_as_data(served: Served) -> None:
    assert served.get("/nowhere").status == 404
    answer = served.get("/nowhere.json")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/json")


def test_no_page_passes_over_a_filter_that_it_does_not_know(served: Served) -> None:
    """A typing error would answer another question: whatever the page, also one that is new."""
    app = application(WebArchive(engine=served.engine, home=served.home))
    article = served.article_of(EDITED)
    shown = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]

    answers = {
        rule.rule: served.get(
            rule.rule.replace("<int:article_id>", str(article)).replace("<name>", "moscow_times"),
            revison="1",
        )
        for rule in shown
    }

    assert len(answers) > 25
    assert {path for path, answer in answers.items() if answer.status != 400} == set()
    assert all("revison" in answer.text for answer in answers.values())


@pytest.mark.parametrize(
    ("path", "column"), [("/.csv?limit=25&q=", "article_id"), ("/operator.csv?limit=2", "crawl_id")]
)
def test_a_list_of_rows_says_where_it_goes_on(served: Served, path: str, column: str) -> None:
    seen: list[str] = []
    asked: str | None = path
    while asked:
        answer = served.get(asked)
        rows = answer.table
        seen += [row[column] for row in rows]
        following = re.fullmatch(r'<(/.*)>; rel="next"', answer.headers.get("link", ""))
        asked = following[1] if following else None

    table = {"article_id": "articles", "crawl_id": "crawls"}[column]
    assert sorted(map(int, seen)) == [
        row[0] for row in served.rows(f"SELECT {column} FROM {table} ORDER BY {column}")
    ]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_read_alone(served: Served, method: str) -> None:
    assert served.ask(method, "/").status == 405


def test_a_database_that_went_away_is_one_line_and_the_page_comes_back(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    url = make_database.with_schema()
    with serving(url, tmp_path) as served:
        assert served.get("/").status == 200
        _let_in(served, make_database, "false")
        away = served.get("/")
        data = served.get("/.json")
        _let_in(served, make_database, "true")
        back = served.get("/")

    assert (away.status, data.status) == (503, 503)
    assert 'http-equiv="refresh"' in away.text
    assert away.headers["retry-after"] == "5"
    assert back.status == 200


def _let_in(served: Served, make_database: MakeDatabase, is_allowed: str) -> None:
    """Close the database to everybody, as an administrator would, or open it."""
    name = served.engine.url.database
    make_database._run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {is_allowed}")
    if is_allowed == "false":
        make_database._run(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        )


def test_no_page_can_write(served: Served) -> None:
    with served.engine.connect() as connection, pytest.raises(Exception, match=r"read-only|denied"):
        connection.execute(text("UPDATE article SET gone_at = now()"))
