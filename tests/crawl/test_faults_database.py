"""Faults of the database, from a server that is not there to one whose clock is another's."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from newscrawl.archive.database import migrate
from newscrawl.archive.database.engine import connect
from newscrawl.archive.postgres.embedded_server import Server
from tests.archive.older import make_older
from tests.crawl.runner import Crawls, articles_asked, wait_until
from tests.own_server import kill_postgres
from tests.site.example import ExampleSite, SiteServer

_CANARY = "S3CRET-CANARY"
#: Slow enough to be hit in its middle.
_SLOW = {"DOWNLOAD_DELAY": "0.1", "DOWNLOAD_DELAY_JITTER": "0", "AUTOTHROTTLE_ENABLED": "0"}
_LEASED = "SELECT count(*) FROM link WHERE lease IS NOT NULL"


@pytest.fixture
def three(site: ExampleSite) -> tuple[str, str]:
    """An argument that names three articles; they are asked for in the order of their keys."""
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:3])
    return "-a", f"urls={urls}"


@pytest.fixture
def owner(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


def test_without_a_database_nothing_is_asked_of_the_outlet(
    crawls: Crawls, server: SiteServer
) -> None:
    crawls.database_url = f"postgresql://nobody:{_CANARY}@127.0.0.1:1/nothing"

    ended = crawls.run(NEWSCRAWL_DB_WAIT="1")

    assert (ended.code, ended.stdout, len(ended.complaints)) == (4, "", 1), ended.stderr
    assert "does not answer" in ended.stderr
    assert ended.stderr.endswith(" (exit code 4: the database is not available)\n")
    assert _CANARY not in ended.stderr
    assert server.requests == ()


def test_a_database_that_goes_before_the_last_commit_ends_the_crawl_and_loses_nothing(
    crawls: Crawls, server: SiteServer, site: ExampleSite, three: tuple[str, str], tmp_path: Path
) -> None:
    """The server is gone when the last page has come, and everything else is done.

    The others waited five seconds for its company.
    """
    last = max(site.stories[:3], key=lambda story: story.key)
    server.override(last.path, delay=7.0, times=1)
    with Server(tmp_path / "own") as url:
        # The embedded server asks for none, so that this one is right, and could be told.
        crawls.database_url = url.replace("newscrawl@/", f"newscrawl:{_CANARY}@/")
        with crawls.started(*three, "-L", "DEBUG", NEWSCRAWL_DB_PATIENCE="1") as process:
            wait_until(lambda: crawls.ledger().get("stored") == 2)
            kill_postgres(tmp_path / "own")
            _, stderr = process.communicate(timeout=60)
    assert process.returncode == 4, stderr
    assert len(articles_asked(server.requests)) == 3, "the control: the last page was served"
    assert "Traceback" not in stderr
    assert _CANARY not in stderr

    with Server(tmp_path / "own"):
        wait_until(lambda: crawls.count("SELECT 1"))
        assert crawls.count(_LEASED) == 1, "what was not acknowledged is leased, not lost"
        assert crawls.run(*three).code == 0
        assert crawls.ledger()["stored"] == 3
        crawls.assert_adds_up()
        rows = crawls.ask("SELECT crawl::text FROM crawl UNION ALL SELECT link::text FROM link")
        assert not any(_CANARY in row[0] for row in rows)


def test_connections_that_are_ended_between_pages_cost_nothing(
    crawls: Crawls, server: SiteServer, site: ExampleSite, owner: Engine
) -> None:
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:12])
    ended = 0
    with crawls.started("-a", f"urls={urls}", **_SLOW) as process:
        wait_until(lambda: articles_asked(server.requests))
        while process.poll() is None:
            with owner.connect() as other:
                found = other.execute(text(_END_OTHERS)).all()
            ended += len(found)
            time.sleep(0.4)
        _, stderr = process.communicate()
    assert process.returncode == 0, stderr
    assert ended > 2, "the control: connections were ended"
    assert crawls.ledger()["stored"] == 12
    crawls.assert_adds_up()


#: The lock's connection among them.
_END_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def test_an_analyst_who_forgets_a_transaction_does_not_stall_a_crawl(
    crawls: Crawls, owner: Engine, three: tuple[str, str]
) -> None:
    with owner.connect() as analyst:
        analyst.execute(text("SELECT count(*) FROM articles, revisions, outlet_days"))
        ended = crawls.run(*three)
        assert (ended.code, ended.stderr) == (0, "")
        assert analyst.scalar(text("SELECT 1")) == 1, "the control: it is still open"


def test_who_locks_a_table_stalls_it(crawls: Crawls, owner: Engine, three: tuple[str, str]) -> None:
    """The control of the analyst; a crawl that waited long enough loses nothing either."""
    with owner.connect() as other:
        other.execute(text("LOCK TABLE link"))
        with crawls.started(*three) as process:
            wait_until(lambda: crawls.count(_WAITS_FOR_LOCK))
            assert process.poll() is None
            other.rollback()
            _, stderr = process.communicate(timeout=60)
    assert process.returncode == 0, stderr
    assert crawls.ledger()["stored"] == 3


_WAITS_FOR_LOCK = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


def test_a_login_that_may_not_write_is_told_so(
    crawls: Crawls, owner: Engine, server: SiteServer
) -> None:
    name = make_url(crawls.database_url).database
    with owner.begin() as connection:
        connection.execute(text(f"CREATE ROLE {name}_reader LOGIN"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}_reader"))
    url = make_url(crawls.database_url).set(username=f"{name}_reader")
    crawls.database_url = url.render_as_string(hide_password=False)
    try:
        ended = crawls.run()
    finally:
        with owner.begin() as connection:
            connection.execute(text(f"DROP OWNED BY {name}_reader"))
            connection.execute(text(f"DROP ROLE {name}_reader"))

    assert (ended.code, len(ended.complaints), server.requests) == (2, 1, ()), ended.stderr
    assert "this login may not do that" in ended.stderr


@pytest.fixture
def small_disk(owner: Engine, tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 24 MB that belongs to the server."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=24m", "tmpfs"]
    if shutil.which("mount") is None or subprocess.run(["mount", *options, folder]).returncode:
        pytest.skip("this account may not mount a small disk")
    with owner.connect() as connection:
        data = Path(connection.scalar(text("SHOW data_directory")))
    inner = folder / "space"
    inner.mkdir()
    for each in (folder, inner):
        os.chown(each, data.stat().st_uid, data.stat().st_gid)
    yield inner
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_of_the_database_ends_the_crawl_and_the_next_one_goes_on(
    crawls: Crawls, owner: Engine, small_disk: Path, three: tuple[str, str]
) -> None:
    name = f"{make_url(crawls.database_url).database}_small"
    crawls.database_url = (
        make_url(crawls.database_url).set(database=name).render_as_string(hide_password=False)
    )
    statements = [f"CREATE TABLESPACE {name} LOCATION '{small_disk}'"]
    statements += [
        f"CREATE DATABASE {name} TEMPLATE template0 LC_CTYPE 'C.UTF-8' TABLESPACE {name}"
    ]
    _run_each(owner, statements)
    try:
        engine = connect(crawls.database_url)
        migrate.upgrade(engine)
        engine.dispose()
        ballast = small_disk.parent / "ballast"
        _fill(ballast)

        full = crawls.run(*three)

        ballast.unlink()
        roomy = crawls.run(*three)
        assert (full.code, roomy.code) == (5, 0), full.stderr + roomy.stderr
        assert "the disk of the database is full" in full.stderr
        assert "Traceback" not in full.stderr
        assert crawls.ledger()["stored"] == 3
        crawls.assert_adds_up()
    finally:
        _run_each(owner, [f"DROP DATABASE {name} WITH (FORCE)", f"DROP TABLESPACE {name}"])


def _run_each(engine: Engine, statements: list[str]) -> None:
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        for statement in ("SET statement_timeout = 0", *statements):
            connection.execute(text(statement))


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            try:
                while file.write(b"\0" * size) == size:
                    pass
            except OSError:
                continue


def test_an_older_release_was_killed_and_this_one_goes_on(
    crawls: Crawls, owner: Engine, site: ExampleSite
) -> None:
    """State is rows: no pickle of another version is in the way."""
    with owner.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        make_older(connection)
    urls = {story.key: site.truth(story.key)["url"] for story in site.stories[:5]}
    crawls.change(
        "INSERT INTO outlet (name, title, home, language) VALUES ('moscow_times', 'x', 'x', 'en')"
    )
    crawls.change("INSERT INTO crawl (outlet, arguments) VALUES ('moscow_times', '{}')")
    for key, url in urls.items():
        crawls.change(
            "INSERT INTO link (outlet, key, url, listed_by, outcome, next_visit_at, lease) "
            "VALUES ('moscow_times', :key, :url, 'feed', 'waiting', '2026-01-01', 1)",
            key=key,
            url=url,
        )

    ended = crawls.run()

    assert (ended.code, ended.stderr) == (0, "")
    assert urls.keys() <= crawls.keys()
    assert "waiting" not in crawls.ledger()
    crawls.assert_adds_up()


#: A library that puts the wall clock of one process off, and leaves its other clocks.
_SKEW = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long skew(void) { const char *s = getenv("SKEW"); return s ? atol(s) : 0; }
int clock_gettime(clockid_t id, struct timespec *t) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int r = real(id, t);
    if (id == CLOCK_REALTIME) t->tv_sec += skew();
    return r;
}
int gettimeofday(struct timeval *t, void *z) {
    struct timespec now; clock_gettime(CLOCK_REALTIME, &now);
    t->tv_sec = now.tv_sec; t->tv_usec = now.tv_nsec / 1000; return 0;
}
time_t time(time_t *t) {
    struct timespec now; clock_gettime(CLOCK_REALTIME, &now);
    if (t) *t = now.tv_sec;
    return now.tv_sec;
}
"""


@pytest.fixture(scope="module")
def skewed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process whose clock is to be off by ``SKEW`` seconds."""
    folder = tmp_path_factory.mktemp("clock")
    if shutil.which("cc") is None:
        pytest.skip("needs a C compiler, to put a process's clock off")
    source, library = folder / "skew.c", folder / "skew.so"
    source.write_text(_SKEW)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


def test_a_machine_whose_clock_is_off_goes_on_where_another_was_killed(
    crawls: Crawls, server: SiteServer, skewed: dict[str, str]
) -> None:
    with crawls.started(**_SLOW) as killed:
        wait_until(lambda: len(articles_asked(server.requests)) > 3)
        killed.kill()
        killed.wait()
    for days in (2, -2):
        newest = {row[0] for row in crawls.ask(_NEWEST)}
        server.forget_requests()
        crawls.variables = {**skewed, "SKEW": str(days * 86_400)}

        # Without a delay, all would be asked for before the limit is seen.
        ended = crawls.run(NEWSCRAWL_LEASE="10", CLOSESPIDER_ITEMCOUNT="5", **_SLOW)

        assert ended.code == 0, ended.stderr
        asked = [path.rpartition("-a")[2] for path in articles_asked(server.requests)]
        assert len(asked) >= 5
        assert set(asked[:5]) <= newest, "leased in the order of the database"
    assert crawls.count(_FETCHED_ELSEWHEN) == 0


_FETCHED_ELSEWHEN = """
SELECT count(*) FROM revision
WHERE fetched_at NOT BETWEEN archive_now() AND archive_now() + interval '10 minutes'
"""
_NEWEST = """
SELECT key FROM link WHERE outcome = 'waiting' AND next_visit_at <= archive_now()
ORDER BY claimed_at DESC NULLS LAST, id LIMIT 10
"""
