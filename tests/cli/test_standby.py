"""Who only reads reads a standby, and who writes next does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.notebook import connect as connect_notebook
from tests.archive.making import article, begin_crawl, lease, record_visits, visit
from tests.cli.runner import newscrawl
from tests.own_server import OwnServer, majors, own_server
from tests.standby import standby, wait_for

_NOWHERE = "postgresql://nobody@127.0.0.1:1/nowhere"


@dataclass(frozen=True, slots=True)
class Pair:
    primary: OwnServer
    follower: OwnServer


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    with own_server(15 if 15 in majors() else max(majors())) as primary:
        primary.make_login("owner")
        engine = connect(primary.url("owner", "owner"))
        upgrade(engine)
        with session_factory(engine).begin() as session:
            crawl = begin_crawl(session)
            [link] = lease(session, crawl, "1")
            record_visits(session, crawl, visit(link, article("The harbour froze over.")))
        engine.dispose()
        with standby(primary) as follower:
            wait_for(primary, follower)
            yield Pair(primary, follower)


def _told(pair: Pair, home: Path, command: str, **environment: str) -> tuple[int, str, str]:
    environment.setdefault("NEWSCRAWL_DATABASE_URL", _NOWHERE)
    done = newscrawl(*command.split(), NEWSCRAWL_HOME=str(home), **environment)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "search harbour --json",
        "export",
        "show 1",
        "links herald",
        "snapshots verify",
    ],
)
def test_a_standby_tells_what_the_primary_tells(pair: Pair, tmp_path: Path, command: str) -> None:
    standby, primary = (each.url("owner", "owner") for each in (pair.follower, pair.primary))

    told = _told(pair, tmp_path, command, NEWSCRAWL_READ_URL=standby)

    asked = _told(pair, tmp_path, command, NEWSCRAWL_DATABASE_URL=primary)
    assert told[:2] == asked[:2]
    assert told[1], told


def test_a_notebook_reads_the_standby_unless_it_is_given_another(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", _NOWHERE)
    monkeypatch.setenv("NEWSCRAWL_READ_URL", pair.follower.url("owner", "owner"))
    question, told = "SELECT pg_is_in_recovery() AS is_standby", []
    for given in (None, pair.primary.url("owner", "owner")):
        with connect_notebook(given) as archive:
            [row] = archive.sql(question)
            told.append(row["is_standby"])

    assert told == [True, False]


@pytest.mark.parametrize(
    "command", ["health --notify", "gaps moscow_times --fill", "rules learn", "upgrade"]
)
def test_what_is_written_is_not_read_from_the_standby(
    pair: Pair, tmp_path: Path, command: str
) -> None:
    read_url = pair.follower.url("owner", "owner")
    notify = "mailto:desk@example.org"
    code, _, said = _told(
        *(pair, tmp_path, command), NEWSCRAWL_READ_URL=read_url, NEWSCRAWL_NOTIFY=notify
    )

    assert (code, len(said.splitlines())) == (4, 1), said
    assert "does not answer" in said


@pytest.mark.parametrize("url", ["mysql://h/d", "postgresql://me:pa@S3CRET@127.0.0.1/db"])
def test_an_address_to_read_from_that_is_none_is_named(
    pair: Pair, tmp_path: Path, url: str
) -> None:
    code, _, said = _told(pair, tmp_path, "search harbour", NEWSCRAWL_READ_URL=url)

    assert (code, len(said.splitlines())) == (2, 1), said
    assert said.startswith("newscrawl: NEWSCRAWL_READ_URL ")
    assert "S3CRET" not in said
