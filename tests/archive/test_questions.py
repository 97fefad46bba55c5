"""The ten questions of docs/archive.md, asked of an archive whose history is known."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.article import Article, Block, BlockKind, Removal
from newscrawl.outlet import Outlet
from newscrawl.screen import Outcome
from tests.archive.making import HERALD, NOON, fetched, kept, set_clock, visit
from tests.archive.making import article as page_of

_DOC = Path(__file__).parents[2] / "docs" / "archive.md"
_TRIBUNE = Outlet(name="tribune", title="Tribune", home="https://tribune.test", language="en")
_SNOW = (
    "Snow fell on the upper town all night, and the trams that climb the hill stood still until "
    "noon, when the ploughs came at last from the depot beyond the river.",
    "The council counted 12 roofs that gave way under the load, none of them of a house that "
    "anybody lived in, and asked people to stay indoors until the wind turned.",
)
_MAYOR = "The mayor said that he would leave in May, after nine years and two elections."
_PLEA = Removal("support", 2, Block(BlockKind.PARAGRAPH, "Give what you can."))


class History:
    """What happened, day by day; every step is a crawl's commit at noon."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._outlets = {outlet.name: outlet for outlet in (HERALD, _TRIBUNE)}
        self._kept = 0

    def on(self, day: int) -> None:
        self._moment = NOON + timedelta(days=day - 1)
        set_clock(self._session, self._moment)

    def store(self, outlet: str, read: Article) -> None:
        self._kept += 100
        page = fetched(read.url, fetched_at=self._moment)
        self._visit(outlet, read.key, article=read, fetched=(page,), kept=(kept(self._kept),))

    def miss(self, outlet: str, key: str) -> None:
        self._visit(outlet, key, outcome=Outcome.MISSING, reason="http_410")

    def list(self, outlet: str, key: str, outcome: Outcome = Outcome.WAITING) -> None:
        link = ListedLink(key=key, url=f"https://{outlet}.test/{key}", outcome=outcome)
        list_links(self._session, outlet, "feed", [link])

    def _visit(self, outlet: str, key: str, **fields: Any) -> None:
        crawl = crawls.begin(self._session, self._outlets[outlet], {})
        self.list(outlet, key)
        [link] = lease_urls(self._session, outlet, crawl, [key])
        record(self._session, crawl, outlet, [visit(link, **fields)], (), lambda _: None)


def _article(*texts: str, outlet: str = "herald", key: str = "1", **fields: Any) -> Article:
    url = f"https://{outlet}.test/{key}"
    given = {"outlet": outlet, "key": key, "url": url, "canonical_url": url, "language": "en"}
    return page_of(*texts, **{**given, "date_published": NOON, **fields})


@pytest.fixture
def history(session: Session) -> Session:
    """Five days of two outlets: an edit, a correction, a deletion, a copy, a hole."""
    told = History(session)
    told.on(1)
    told.store("herald", _article(*_SNOW, headline="Snow Stops Trams", removed=(_PLEA,)))
    told.store("herald", _article(_MAYOR, key="2", headline="Mayor to Go"))
    told.store("herald", _article("The fair opens on Friday.", key="3", headline="Fair Opens"))
    told.list("herald", "4")
    told.list("herald", "about", Outcome.NOT_ARTICLE)
    told.on(2)
    copy = {"outlet": "tribune", "key": "9", "credits": ("Reuters",)}
    told.store("tribune", _article(*_SNOW, headline="Heavy Snow", **copy))
    told.on(3)
    fourteen = tuple(each.replace("12", "14") for each in _SNOW)
    told.store("herald", _article(*fourteen, headline="Snow Buries Town", removed=(_PLEA,)))
    note = "Correction: an earlier version of this article misstated the month."
    june = _MAYOR.replace("May", "June")
    told.store(
        "herald",
        _article(june, note, key="2", headline="Mayor to Go", date_modified=NOON),
    )
    for day in (4, 5):
        told.on(day)
        told.miss("herald", "3")
    return session


def _moment(day: int) -> datetime:
    return datetime(2026, 3, day, 12, tzinfo=UTC)


_MARCH = datetime(2026, 3, 1, tzinfo=UTC)
_FIRST, _SECOND = "warc/herald/a.warc.gz", timedelta(days=2)
#: Rows without the ids, which are the database's.
ANSWERS: dict[str, list[tuple[object, ...]]] = {
    "How many articles had a word": [("2026-03", "herald", 1), ("2026-03", "tribune", 1)],
    "Which headlines were changed": [("herald", "Snow Stops Trams", "Snow Buries Town", _SECOND)],
    "What did outlets delete": [
        (
            "herald",
            "Fair Opens",
            _moment(4),
            ["missing: http_410", "missing: http_410"],
            "The fair opens on Friday.",
        )
    ],
    "What did the archive say": [("Snow Stops Trams",), ("Mayor to Go",), ("Fair Opens",)],
    "Who had it first": [
        ("tribune", "Heavy Snow", "herald", "wire", timedelta(days=1), pytest.approx(0.9, abs=0.1))
    ],
    "How does each outlet correct": [("herald", 2, 1, 1)],
    "Which figures": [("herald", "https://herald.test/1", "12", "14", _moment(3))],
    "What appeals did each outlet make": [("herald", _MARCH, "support", 1, "Give what you can.")],
    "How complete": [("herald", _MARCH, 4, 3, 75), ("tribune", _MARCH, 1, 1, 100)],
    "Where is the proof": [
        ("Snow Stops Trams", _moment(1), "https://herald.test/1", _FIRST, 100, "sha1:A"),
        ("Snow Buries Town", _moment(3), "https://herald.test/1", _FIRST, 500, "sha1:A"),
    ],
}


def _questions() -> dict[str, str]:
    """The SQL of each question, by its first words."""
    section = _DOC.read_text(encoding="utf-8").split("\n## Ten questions\n")[1]
    return dict(re.findall(r"^### ([^\n]+)\n\n```sql\n(.*?)```", section, re.DOTALL | re.MULTILINE))


def test_there_are_ten_questions_and_each_has_an_answer() -> None:
    asked = list(_questions())

    assert len(asked) == 10
    assert [next(q for q in asked if q.startswith(name)) for name in ANSWERS] == asked


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_is_answered(history: Session, name: str) -> None:
    sql = next(sql for question, sql in _questions().items() if question.startswith(name))

    found = history.execute(text(sql.replace(":", r"\:"))).mappings()

    rows = [
        tuple(value for column, value in row.items() if not column.endswith("_id")) for row in found
    ]
    assert rows == ANSWERS[name]
