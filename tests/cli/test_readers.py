"""What a reader's login sees by the commands is what the archive's owner sees."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import make_url, text

from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.grants import ReaderLogin, grant_reader, new_password
from newscrawl.notebook import connect as connect_notebook
from tests.cli.inside import newscrawl_inside
from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, serve

_EDITED, _OUTLET, _RULE = "93081", "moscow_times", "learned-give"
_HTML = {"Content-Type": "text/html; charset=utf-8"}
_BARE = (
    '<html><body><div class="article__content"><p>The gulls are counted.</p></div></body></html>'
)
#: What the crawls of a quiet site do not bring about.
_MORE = """
INSERT INTO rule (outlet, name, wordings, prints, state, evidence)
VALUES ('moscow_times', 'learned-give', '{"Give what you can."}', '{1}', 'proposed',
        '{"articles": 9, "share": 0.5, "first": "2026-10-01", "last": "2026-10-12", "asks": true,
          "examples": ["93081"]}');
INSERT INTO gap (outlet, source, begins_at, ends_at)
VALUES ('moscow_times', 'https://www.themoscowtimes.com/rss/news', '2026-10-02', '2026-10-03')
"""
#: Words in braces are the archive's own: see ``Archive.run``.
READING = (
    "show {article}",
    "show {url}",
    "show {article} --revision 1 --removed",
    "show {article} --diff 1 2",
    "show {article} --diff 1 2 --json",
    "show {article} --json",
    "outlets",
    "outlets --json",
    "search harbor",
    "search harbor --outlet moscow_times --json",
    "search harbor --count-by month",
    "search --sample 3 --section Business",
    "export --as-of 2026-10-13T18:00:00Z",
    "export --as-of 2026-10-13T18:00:00Z --query harbor --format csv",
    "links moscow_times",
    "links moscow_times --json",
    "links moscow_times --outcome stored",
    "links moscow_times --outcome quarantined --json",
    "links moscow_times --missing",
    "links moscow_times --missing --since 2026-10-01 --json",
    "gaps moscow_times",
    "gaps moscow_times --json",
    "health",
    "health moscow_times --json",
    "rules list",
    "rules list --state proposed --lines",
    "rules list --outlet moscow_times --json",
    "rules show moscow_times learned-give",
    "quarantine list",
    "quarantine list --all --json",
    "quarantine show {quarantined}",
    "quarantine show {quarantined} --html",
    "snapshots verify",
    "snapshots verify --outlet moscow_times --json",
    "snapshots export {article} --revision 1",
    "schedule",
    "crawl-due --dry-run --json",
)
WRITING = (
    "rules accept moscow_times learned-give",
    "rules learn",
    "quarantine drop {quarantined}",
    "quarantine retry --all --fetch",
    "reclean --outlet moscow_times",
    "replay --again --processes 1",
    "replay --again --dry-run --processes 1",
    "reclean --dry-run",
    "crawl-due",
    "db backup {backup}",
    "health --notify",
    "db grant-reader other",
)


@dataclass(frozen=True, slots=True)
class Archive:
    """A home, the addresses of its database for two logins, and ids of what is in it."""

    crawls: Crawls
    logins: dict[str, str]
    ids: dict[str, str]

    def run(self, login: str, command: str) -> tuple[int, str, str]:
        given = {**self.crawls.environ, "NEWSCRAWL_DATABASE_URL": self.logins[login]}
        given["NEWSCRAWL_NOTIFY"] = "mailto:desk@example.org"
        given["NEWSCRAWL_SMTP"] = "smtp://127.0.0.1:9"
        # An export writes to a descriptor of its own.
        run = newscrawl if command.startswith("export") else newscrawl_inside
        done = run(*command.format(**self.ids).split(), **given)
        return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def archive(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    site = ExampleSite()
    with serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        bare = next(one for one in site.stories if one.listed and one.key != _EDITED)
        server.override(bare.path, body=_BARE, headers=_HTML)
        assert crawls.run().code == 0
        site.edit(_EDITED, crawls.article(_EDITED)["body"].split()[3], "altogether")
        crawls.ask_for_all()
        crawls.now = "2026-10-13T12:00:00Z"
        assert crawls.run().code == 0
    crawls.change(_MORE)
    # A day on, for what is due and what is as of then.
    crawls.now = "2026-10-14T12:00:00Z"
    name, password = f"reader_{secrets.token_hex(6)}", new_password()
    owner = connect(crawls.database_url)
    assert grant_reader(owner, ReaderLogin(name=name, password=password))
    url = make_url(crawls.environ["NEWSCRAWL_DATABASE_URL"])
    logins = {
        "owner": url.render_as_string(False),
        "reader": url.set(username=name, password=password).render_as_string(False),
    }
    article = crawls.article(_EDITED)
    [row] = crawls.ask("SELECT min(quarantine_id) AS id FROM quarantined")
    backup = str(crawls.home / "backup.dump")
    ids = {
        "backup": backup,
        "article": str(article["article_id"]),
        "url": article["url"],
        "quarantined": str(row.id),
    }
    yield Archive(crawls, logins, ids)
    with owner.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {name}"))
        connection.execute(text(f"DROP ROLE {name}"))
    owner.dispose()


def test_a_reader_is_told_what_the_owner_is_told(archive: Archive) -> None:
    told = dict[str, str]()
    for command in READING:
        code, told[command], said = archive.run("reader", command)
        assert (code, told[command], said) == archive.run("owner", command), command
        assert told[command].strip(), command
        assert "may not" not in said

    # The archive has something of everything that is read, or nothing was compared with nothing.
    assert "altogether" in told["show {article} --diff 1 2"]
    assert json.loads(told["outlets --json"])
    assert {"no_headline", _OUTLET} <= set(told["quarantine list"].split())
    assert _RULE in told["rules list"]
    assert json.loads(told["gaps moscow_times --json"])
    assert told["quarantine show {quarantined} --html"] == _BARE
    assert "<html" in told["snapshots export {article} --revision 1"]
    assert json.loads(told["search harbor --outlet moscow_times --json"])
    assert json.loads(told["links moscow_times --outcome quarantined --json"])
    assert len(told["export --as-of 2026-10-13T18:00:00Z"].splitlines()) > 10


@pytest.mark.parametrize("command", WRITING)
def test_what_a_reader_may_not_do_is_one_line(archive: Archive, command: str) -> None:
    code, _, stderr = archive.run("reader", command)

    assert code == 2, stderr
    assert len(stderr.splitlines()) == 1, stderr
    assert stderr.startswith("newscrawl: "), stderr


def test_every_command_was_tried_or_reads_nothing_of_the_archive() -> None:
    """A command that is added is tried here, or named here."""
    from newscrawl.cli.commands import COMMANDS

    tried = {command.split()[0] for command in (*READING, *WRITING)}
    # All pages of ``serve`` are asked for as a reader in tests/web. Workers write, and their list
    # is of the queue, which is no part of the archive.
    others = {"crawl", "demo", "extract", "serve", "upgrade", "worker", "workers"}
    assert set(COMMANDS) - tried == others


def test_a_notebook_shows_a_reader_what_it_shows_the_owner(archive: Archive) -> None:
    shown = []
    for login in archive.logins.values():
        with connect_notebook(login) as found:
            asked = "SELECT outcome, reason, error FROM visits ORDER BY visit_id"
            shown.append((list(found.articles(query="harbor")), list(found.sql(asked))))

    assert shown[0] == shown[1]
    assert all(shown[0])
