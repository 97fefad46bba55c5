"""The ledger of an outlet's links, and when they are due."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows
from newscrawl.archive.queries import operator_report as queries
from newscrawl.archive.queries.health_inputs import outlets_to_judge
from newscrawl.archive.queries.operator_report import operations
from newscrawl.archive.queries.outlet_ledger import Due, Outcomes, ledger
from tests.archive.making import DAY, HERALD, NOON, begin_crawl

_LINKS = text("""
INSERT INTO link (outlet, key, url, outcome, reason, next_visit_at, lease)
SELECT 'herald', n, 'https://herald.test/' || n, outcome, reason,
       cast(:noon AS timestamptz) + hours * interval '1 hour', CASE WHEN is_held THEN :crawl END
FROM (VALUES (1, 'waiting', NULL, -1, true), (2, 'waiting', NULL, NULL, false),
             (3, 'waiting', NULL, 1, false), (4, 'stored', NULL, 0, false),
             (5, 'stored', NULL, 24, false), (6, 'stored', NULL, 25, false),
             (7, 'stored', NULL, NULL, true), (8, 'failed', 'http_500', -2, false),
             (9, 'failed', 'http_404', NULL, false))
     AS given (n, outcome, reason, hours, is_held)
""")


@pytest.fixture
def listed(session: Session, crawl: int) -> None:
    session.execute(_LINKS, {"noon": NOON, "crawl": crawl})


@pytest.mark.usefixtures("listed")
def test_the_ledger_counts_links_by_how_they_ended_and_by_when_they_are_due(
    session: Session,
) -> None:
    ended, due = ledger(session, "herald")

    assert ended == [
        Outcomes(outcome="failed", reason="http_404", links=1),
        Outcomes(outcome="failed", reason="http_500", links=1),
        Outcomes(outcome="stored", reason=None, links=4),
        Outcomes(outcome="waiting", reason=None, links=3),
    ]
    assert due == Due(
        now=3, within_a_day=2, later=1, in_a_range=1, final=2, leased=2,
        next_visit_at=NOON - DAY / 12,
    )  # fmt: skip


@pytest.mark.usefixtures("listed")
def test_the_operators_ledger_counts_what_is_due_of_each_outcome(session: Session) -> None:
    found = operations(session, None, False, None, 9).ledger

    assert [(row["outcome"], row["links"], row["due"]) for row in found] == [
        ("stored", 4, 1),
        ("waiting", 3, 1),
        ("failed", 2, 1),
    ]


def test_of_an_outlet_without_links_nothing_is_due(session: Session) -> None:
    ended, due = ledger(session, "herald")

    assert (ended, due.now, due.final, due.next_visit_at) == ([], 0, 0, None)


def test_of_many_outlets_those_are_judged_first_whose_last_crawl_did_not_end_well(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until there is no time left: the page says of how many."""
    for name, codes in (("herald", (6, 0)), ("zenit", (0, 6)), ("gazette", (0,))):
        for code in codes:
            crawl = begin_crawl(session, replace(HERALD, name=name))
            crawl_rows.finish(session, crawl, "finished", code, {})

    def asked(seconds: float) -> tuple[int, int]:
        monkeypatch.setattr(queries, "_JUDGING", seconds)
        found = operations(session, None, False, None, 9)
        return found.judged, found.to_judge

    assert outlets_to_judge(session) == ["zenit", "gazette", "herald"]
    assert (asked(0), asked(60)) == ((1, 3), (3, 3))
