"""An archive of a known outlet whose articles beg, for the commands about rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.archive.database.engine import SessionFactory, connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.learning.learn_outlet import learn_rules
from newscrawl.outlets import load_outlet
from tests.archive.learning.test_rule_rows import NOTE, TEA, news
from tests.archive.making import DAY, NOON, article, reading, store_all
from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase

OUTLET = "moscow_times"
#: What the archive learns from the articles: the first is sure, the other waits for a person.
SURE, WAITING = "learned-nobody-pays-for-this-paper", "learned-this-report-is-part-of"


if TYPE_CHECKING:
    from subprocess import CompletedProcess


@dataclass(frozen=True, slots=True)
class Archive:
    """A home and a database, and the commands that are run on them."""

    home: Path
    url: str
    sessions: SessionFactory

    def run(self, *arguments: str) -> "CompletedProcess[str]":
        return newscrawl(*arguments, NEWSCRAWL_HOME=str(self.home), NEWSCRAWL_DATABASE_URL=self.url)


def archive(home: Path, make_database: MakeDatabase, *, learned: bool) -> Iterator[Archive]:
    """Twelve articles on twelve days that beg and bear a note; ``learned`` but not yet applied."""
    url = make_database.with_schema()
    engine = connect(url)
    sessions = session_factory(engine)
    with sessions.begin() as session:
        crawls.begin(session, load_outlet(OUTLET), {})
        store_all(
            session,
            [
                reading(
                    article(
                        NOTE,
                        news(number),
                        news(number + 100),
                        TEA,
                        key=str(number),
                        outlet=OUTLET,
                        headline=f"News {number}",
                        date_published=NOON + number * DAY,
                    )
                )
                for number in range(12)
            ],
        )
        if learned:
            learn_rules(session, OUTLET)
    yield Archive(home, url, sessions)
    engine.dispose()
