"""``newscrawl rules``: what was learned, and what a person says to it."""

import json
from collections.abc import Callable, Iterator

import pytest

from newscrawl.archive.learning.rule_rows import ACCEPTED, PROPOSED, REFUSED, notes
from newscrawl.archive.models import Revision
from newscrawl.archive.revisions.revision_rows import article_of
from newscrawl.boilerplate import Repeated, clean
from tests.cli.learned import OUTLET, SURE, WAITING, Archive, archive

MakeHome = pytest.TempPathFactory


@pytest.fixture(scope="module")
def learned(make_database: Callable[[], str], tmp_path_factory: MakeHome) -> Iterator[Archive]:
    """Learned, nothing decided; who decides takes an archive of its own."""
    yield from archive(tmp_path_factory.mktemp("home"), make_database, learned=True)


@pytest.fixture
def fresh(make_database: Callable[[], str], tmp_path_factory: MakeHome) -> Iterator[Archive]:
    yield from archive(tmp_path_factory.mktemp("home"), make_database, learned=False)


def test_rules_are_listed_with_their_evidence(learned: Archive) -> None:
    done = learned.run("rules", "list")

    columns, *rows = (line.split("\t") for line in done.stdout.splitlines())
    assert columns == "outlet rule state by articles share first last asks".split()
    assert [row[:6] for row in rows] == [
        [OUTLET, SURE, ACCEPTED, "evidence", "12", "100%"],
        [OUTLET, WAITING, PROPOSED, "-", "12", "100%"],
    ]
    assert [row[8] for row in rows] == ["yes", "no"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], [SURE, WAITING]),
        (["--state", "proposed"], [WAITING]),
        (["--state", "refused"], []),
        (["--outlet", OUTLET, "--state", "accepted"], [SURE]),
        (["--outlet", "moscow_times_ru"], []),
    ],
)
def test_rules_are_listed_as_json(learned: Archive, arguments: list[str], names: list[str]) -> None:
    done = learned.run("rules", "list", "--json", *arguments)

    assert [rule["name"] for rule in json.loads(done.stdout)] == names


@pytest.mark.parametrize(("state", "name"), [(None, SURE), (PROPOSED, WAITING)])
def test_printed_lines_are_rules_that_take_the_same_blocks(
    learned: Archive, state: str | None, name: str
) -> None:
    done = learned.run("rules", "list", "--lines", *(["--state", state] if state else []))

    (printed,) = eval(f"({done.stdout})", {"Repeated": Repeated})
    with learned.sessions() as session:
        (note,) = (note for note in notes(session, OUTLET) if note.name == name)
        read = [article_of(row) for row in session.query(Revision)]
    ours = Repeated(name, tuple(note.wordings))
    assert not printed.name.startswith("learned-"), "in an outlet's file it is a written rule"
    for article in read:
        taken, expected = clean(article, (printed,)).removed, clean(article, (ours,)).removed
        assert [removal.at for removal in taken] == [removal.at for removal in expected] != []


def test_a_rule_is_shown_with_its_articles(learned: Archive) -> None:
    done = learned.run("rules", "show", OUTLET, SURE)

    lines = done.stdout.splitlines()
    assert lines[0] == f"{SURE}  accepted by evidence"
    assert lines[1].startswith("  | nobody pays for this paper but its readers.")
    assert len([line for line in lines if "https://herald.test/" in line]) == 5
    assert "articles   12" in lines


def test_a_rule_is_shown_as_json(learned: Archive) -> None:
    shown = json.loads(learned.run("rules", "show", OUTLET, SURE, "--json").stdout)

    assert (shown["name"], shown["state"], len(shown["articles"])) == (SURE, ACCEPTED, 5)
    assert set(shown["articles"][0]) == {"article_id", "url", "headline"}


def _removed(found: Archive) -> set[str]:
    """Names of the rules that took something."""
    with found.sessions() as session:
        return {removal["rule"] for row in session.query(Revision) for removal in row.removed}


def test_learning_accepting_and_refusing_take_and_give_back(fresh: Archive) -> None:
    done = fresh.run("rules", "learn", OUTLET)
    assert done.stdout == (f"{OUTLET}: 1 accepted, 1 proposed, 0 withdrawn; 12 articles changed\n")
    assert _removed(fresh) == {SURE}

    done = fresh.run("rules", "accept", OUTLET, WAITING)
    assert done.stdout == f"{WAITING} is accepted; 12 articles changed\n"
    assert _removed(fresh) == {SURE, WAITING}

    done = fresh.run("rules", "refuse", OUTLET, SURE)
    assert done.stdout == f"{SURE} is refused; 12 articles changed\n"
    assert _removed(fresh) == {WAITING}

    done = fresh.run("rules", "learn")
    assert done.stdout == (f"{OUTLET}: 0 accepted, 0 proposed, 0 withdrawn; 0 articles changed\n")
    with fresh.sessions() as session:
        states = {note.name: (note.state, note.decided_by) for note in notes(session)}
    assert states == {SURE: (REFUSED, "person"), WAITING: (ACCEPTED, "person")}
