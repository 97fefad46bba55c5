"""What an operator's own server refuses: one line, the right code, at once, without a secret."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from newscrawl.archive.database.engine import connect, wait_until_up
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.errors import Busy, ConfigError
from tests.cli.runner import newscrawl
from tests.own_server import PASSWORD, OwnServer, majors, own_server
from tests.pooler import pooler

_CRAWL = "crawl moscow_times -a mirror=http://127.0.0.1:1"
_DUE = "crawl-due moscow_times"
#: Seconds: what a command takes to begin on a busy machine, and no patience with the database.
_AT_ONCE = 25
_SHUT = ("shut", "shut", "permission denied for schema public")
_STILL = ("still", "still", "the database is read-only")
_OPTION = ("postgresql://me:S3CRET@127.0.0.1/db?pgbouncer=true", "has no option pgbouncer")


@pytest.fixture(scope="module")
def server() -> Iterator[OwnServer]:
    """Of the system's version where it has one: it is what most have."""
    with own_server(15 if 15 in majors() else max(majors())) as server:
        server.make_login("owner")
        engine = connect(server.url("owner", "owner"))
        upgrade(engine)
        engine.dispose()
        for name in ("guest", "still", "lost", "shut"):
            server.make_login(name)
        server.run("shut", "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        server.run("postgres", "ALTER DATABASE shut OWNER TO boss")
        for name in ("still", "owner_still"):
            if name == "owner_still":
                server.run("postgres", "CREATE DATABASE owner_still TEMPLATE owner OWNER owner")
            server.run(name, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        server.run("postgres", "ALTER ROLE lost SET search_path = ''")
        server.run("postgres", "CREATE ROLE sleeper", "CREATE DATABASE closed OWNER owner")
        server.run("postgres", "REVOKE CONNECT ON DATABASE closed FROM PUBLIC")
        yield server


def _refused(
    home: Path, url: str, command: str, code: int, says: str, at_once: bool = True
) -> None:
    began = time.monotonic()
    done = newscrawl(
        *command.replace("FILE", str(home / "archive.dump")).split(),
        NEWSCRAWL_DATABASE_URL=url,
        NEWSCRAWL_HOME=str(home),
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, "", 1), (
        done.stderr + done.stdout
    )
    assert says in done.stderr
    assert "S3CRET" not in done.stderr
    assert not at_once or time.monotonic() - began < _AT_ONCE
    assert not (home / "archive.dump").exists()


@pytest.mark.parametrize(
    ("login", "database", "says", "command"),
    [
        *((*_SHUT, command) for command in (_CRAWL, _DUE, "upgrade", "replay nothing.warc")),
        *((*_STILL, command) for command in (_CRAWL, _DUE)),
        ("owner", "owner_still", "the database is read-only", _CRAWL),
        ("lost", "lost", "no schema of its search_path", "upgrade"),
    ],
)
def test_what_the_login_may_not_write_is_one_line(
    server: OwnServer, tmp_path: Path, login: str, database: str, says: str, command: str
) -> None:
    (tmp_path / "nothing.warc").touch()
    command = command.replace("nothing.warc", str(tmp_path / "nothing.warc"))
    _refused(tmp_path, server.url(login, database), command, 2, says)


@pytest.mark.parametrize(
    ("login", "database", "password", "says", "command"),
    [
        *(
            ("owner", "owner", "wrong S3CRET", "password authentication failed", command)
            for command in (_CRAWL, "search coal", "db backup FILE")
        ),
        ("nobody_here", "owner", PASSWORD, "password authentication failed", _CRAWL),
        ("owner", "nowhere", PASSWORD, 'database "nowhere" does not exist', _CRAWL),
        ("owner", "owner", "", "no password supplied", "search coal"),
        ("guest", "closed", PASSWORD, 'permission denied for database "closed"', "upgrade"),
    ],
)
def test_who_is_not_let_in_hears_why_at_once(
    server: OwnServer,
    tmp_path: Path,
    login: str,
    database: str,
    password: str,
    says: str,
    command: str,
) -> None:
    _refused(tmp_path, server.url(login, database, password), command, 2, says)


@pytest.mark.parametrize(
    ("url", "says", "command"),
    [
        *((*_OPTION, each) for each in (_CRAWL, _DUE, "upgrade", "outlets", "db url", "db psql")),
        ("postgresql://me:S3CRET@127.0.0.1/db?foo=bar", "has no option foo", _CRAWL),
        ("postgresql://me:pa@S3CRET@127.0.0.1/db", "@ is written as %40", _CRAWL),
        ("postgresql://me:pa/S3CRET@127.0.0.1/db", "/ as %2F", "db psql"),
        ("postgresql://me:pa?S3CRET=1@x@127.0.0.1/db", "is not the URL of a database", "db psql"),
        ("postgresql://[", "is not the URL of a database", "upgrade"),
        ("postgresql://me:%S3CRET@127.0.0.1/db", "is not the URL of a database", "db psql"),
        ("postgresql://me:S3CRET@127.0.0.1:99999/db", "from 1 to 65535", "db psql"),
    ],
)
def test_an_address_that_cannot_be_read_is_one_line_that_quotes_nothing(
    tmp_path: Path, url: str, says: str, command: str
) -> None:
    _refused(tmp_path, url, command, 2, says)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?sslmode=require", "does not support SSL"),
        ("?options=-c%20nonsense%3D1", 'unrecognized configuration parameter "nonsense"'),
        ("?options=-c%20work_mem%3Dmuch", 'invalid value for parameter "work_mem"'),
        ("?sslmode=perhaps", "invalid sslmode value"),
    ],
)
def test_what_the_server_does_not_take_is_one_line(
    server: OwnServer, tmp_path: Path, query: str, says: str
) -> None:
    _refused(tmp_path, server.url("owner", "owner", query=query), "upgrade", 2, says)


@pytest.mark.parametrize("command", ["search coal", "db backup FILE"])
def test_a_server_that_is_not_there_is_waited_for(tmp_path: Path, command: str) -> None:
    url = "postgresql://me:S3CRET@127.0.0.1:1/db"
    _refused(tmp_path, url, command, 4, "does not answer", at_once=False)


@pytest.mark.parametrize("command", [_CRAWL, "upgrade", "search coal"])
@pytest.mark.parametrize(
    ("mode", "more"),
    [
        ("transaction", ""),
        ("transaction", "ignore_startup_parameters = options"),
        ("statement", ""),
    ],
)
def test_a_pooler_that_gives_one_session_to_several_is_refused(
    server: OwnServer, tmp_path: Path, mode: str, more: str, command: str
) -> None:
    with pooler(server, "owner", mode, more) as port:
        url = replace(server, port=port).url("owner", "owner")
        _refused(tmp_path, url, command, 2, "shares sessions among clients")


@pytest.mark.parametrize("more", ["", "default_pool_size = 1", "server_round_robin = 1"])
@pytest.mark.parametrize("mode", ["transaction", "statement"])
def test_no_outlet_is_locked_in_a_session_that_others_share(
    server: OwnServer, mode: str, more: str
) -> None:
    with pooler(server, "owner", mode, more) as port:
        url = replace(server, port=port).url("owner", "owner")
        for _ in range(3):
            with pytest.raises(ConfigError, match="shares sessions among clients"):
                OutletLock(url, "herald").__enter__()


@pytest.mark.parametrize("more", ["", "ignore_startup_parameters = options"])
def test_a_pooler_of_whole_sessions_keeps_locks_and_settings(server: OwnServer, more: str) -> None:
    """The control: it is not the pooler that is refused."""
    with pooler(server, "owner", "session", more) as port:
        url = replace(server, port=port).url("owner", "owner")
        engine = connect(url, default_transaction_read_only="on")
        wait_until_up(engine, 0)
        with OutletLock(url, "herald") as lock, engine.connect() as connection:
            assert lock.is_held()
            with pytest.raises(Busy):
                OutletLock(url, "herald").__enter__()
            asked = "timezone", "statement_timeout", "lock_timeout", "transaction_read_only"
            told = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in asked]
        engine.dispose()

    assert told == ["UTC", "30s", "5s", "on"]


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks into /proc")
@pytest.mark.parametrize("is_in_query", [False, True])
def test_no_list_of_processes_shows_a_password(
    server: OwnServer, tmp_path: Path, is_in_query: bool
) -> None:
    url = server.url("owner", "owner")
    if is_in_query:
        url = server.url("owner", "owner", "", f"?password={quote(PASSWORD, safe='')}")
    show = r"\! tr '\\0' ' ' < /proc/$PPID/cmdline"

    done = newscrawl(
        *("db", "psql", "-XAt", "-c", "SELECT current_user", "-c", show),
        NEWSCRAWL_DATABASE_URL=url,
        NEWSCRAWL_HOME=str(tmp_path),
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("owner\n"), "the control: the password was used"
    assert "user=owner" in done.stdout, "the control: this is the command line"
    assert "S3CRET" not in done.stdout
