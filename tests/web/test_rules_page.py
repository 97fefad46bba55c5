"""The page of learned rules; who may decide, and from where."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest

from newscrawl.archive.learning.learn_outlet import decide_and_apply
from tests.cli.inside import newscrawl_inside
from tests.cli.learned import OUTLET, WAITING, Archive, archive
from tests.conftest import MakeDatabase
from tests.web.conftest import Served, serving

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def learned(tmp_path: Path, make_database: MakeDatabase) -> Iterator[Archive]:
    yield from archive(tmp_path, make_database, learned=True)


@pytest.fixture
def reviewing(learned: Archive) -> Iterator[Served]:
    review = partial(decide_and_apply, learned.sessions)
    with serving(learned.url, learned.home, review=review) as served:
        yield served


def _token(served: Served) -> str:
    found = re.search(r'name="token" value="([^"]+)"', served.get("/rules").text)
    assert found
    return found[1]


def _decide(served: Served, headers: dict[str, str] | None = None, **given: str) -> int:
    form = {"outlet": OUTLET, "rule": WAITING, "decision": "accept", **given}
    return served.ask("POST", "/rules", {**FORM, **(headers or {})}, urlencode(form)).status


def _state(served: Served) -> str:
    rules = served.get("/rules.json", state="all").data["rules"]
    return next(rule["state"] for rule in rules if rule["name"] == WAITING)


def test_a_rule_that_waits_is_shown_with_evidence_and_its_articles(learned: Archive) -> None:
    with serving(learned.url, learned.home) as served:
        page = served.get("/rules").text
        [rule] = served.get("/rules.json").data["rules"]
        status = _decide(served)

    assert rule["name"] == WAITING
    assert rule["examples"]
    for one in rule["examples"]:
        assert f'href="/articles/{one["article_id"]}?removed=yes"' in page
    assert 'method="post"' not in page
    assert status == 405, "nobody may decide unless it is allowed"


@pytest.mark.parametrize(("decision", "state"), [("accept", "accepted"), ("refuse", "refused")])
def test_a_decision_is_that_of_the_command(reviewing: Served, decision: str, state: str) -> None:
    taken = "SELECT count(*) FROM removed_text WHERE rule = :rule"

    assert _decide(reviewing, token=_token(reviewing), decision=decision) == 303
    assert _state(reviewing) == state
    [(count,)] = reviewing.rows(taken, rule=WAITING)
    assert (count > 0) == (state == "accepted")


@pytest.mark.parametrize(
    ("headers", "given", "status"),
    [
        ({}, {"token": ""}, 403),
        ({}, {"token": "x" * 32}, 403),
        ({}, {"token": "ключ"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, {}, 403),
        ({"Sec-Fetch-Site": "same-site"}, {}, 403),
        ({"Host": "rebound.test"}, {}, 421),
        ({}, {"decision": "delete"}, 400),
        ({}, {"decision": ""}, 400),
        ({}, {"rule": ""}, 400),
        ({}, {"rule": "learned-nothing"}, 404),
        ({}, {"outlet": "nobody"}, 400),
    ],
    ids=str,
)
def test_a_forged_or_wrong_decision_changes_nothing(
    reviewing: Served, headers: dict[str, str], given: dict[str, str], status: int
) -> None:
    assert _decide(reviewing, headers, **{"token": _token(reviewing), **given}) == status
    assert _state(reviewing) == "proposed"


def test_decisions_are_for_this_machine_alone(tmp_path: Path) -> None:
    done = newscrawl_inside(
        "serve", "--host", "0.0.0.0", "--allow-review", NEWSCRAWL_HOME=str(tmp_path)
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "--allow-review" in done.stderr
