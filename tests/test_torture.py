"""A little of each part of ``bench/torture``, and whether it would see a fault at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bench.torture import answers, fuzz, histories, kills, report, rubbish, truth
from bench.torture.tally import Make, Tallies, Tally, Unit, opened

#: Kills, histories and inputs of each kind here; docs/reliability.md has the many.
_LIVES, _HISTORIES, _INPUTS = 4, 2, 150


@pytest.fixture(scope="module")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kills.Kills]:
    with kills.opened(7, tmp_path_factory.mktemp("kills")) as made:
        yield made


def _made(make: Make, numbers: range) -> Tally:
    tally = Tally()
    for number in numbers:
        tally.following = number
        tally.add(make(number, tally))
    return tally


def test_kills_of_any_sort_leave_the_archive_that_nothing_disturbed(tortured: kills.Kills) -> None:
    tally = _made(tortured.one, range(4, 4 + _LIVES))  # one of each sort

    assert tally.faults == []
    assert tally.counts["kills"] > 3
    assert tally.counts["crawls to the end"] == _LIVES


def test_what_was_lost_doubled_or_invented_would_be_seen(tortured: kills.Kills) -> None:
    """The control: each of these is done to an archive that is whole."""
    changed = tortured.beginnings[1]
    with tortured.worlds.life(changed) as life:
        assert life.faults() == []
        for statement, seen in _HARM.items():
            with life.sessions.begin() as session:
                session.execute(text(statement))
            assert any(seen in one for one in life.faults()), statement
        [file, *_] = (life.order.home / "warc").rglob("*.warc.gz")
        file.write_bytes(b"")
        assert any("no record begins there" in one for one in life.faults())


_HARM = {
    "UPDATE link SET outcome = 'lost' WHERE key = '93081'": "a link has no outcome: 93081",
    "DELETE FROM link WHERE key = '93067'": "an article has no link: 93067",
    "UPDATE revision SET snapshot_id = NULL WHERE number = 1 AND id % 7 = 0": "has no page",
    "UPDATE revision SET url = url || 'x' WHERE id % 5 = 0": "is of another address",
    "UPDATE revision SET number = number + 1 WHERE id % 3 = 0": "a revision is there twice",
}


def test_an_archive_that_says_something_else_would_be_seen(tortured: kills.Kills) -> None:
    [first, _] = tortured.beginnings
    with tortured.worlds.life(first) as life:
        wrong = life.ended(0)

    assert any("its row says None" in one for one in wrong)
    assert any(one.startswith("links differ") for one in wrong)
    assert list(truth.differences(first.said, first.said)) == []


def test_answers_to_commits_that_are_lost_change_nothing(tortured: kills.Kills) -> None:
    worlds, beginnings = tortured.worlds, tortured.beginnings
    tally = _made(lambda number, _: answers.one(worlds, beginnings, 7, number), range(1))

    assert tally.faults == []
    assert tally.counts["answers lost"] > 3


def test_histories_with_kills_tell_what_the_site_said(tortured: kills.Kills) -> None:
    worlds, empty = tortured.worlds, tortured.beginnings[0].database
    tally = _made(lambda number, _: histories.one(worlds, empty, 7, number), range(_HISTORIES))

    assert tally.faults == []
    assert tally.counts["crawls killed"] + tally.counts["imports killed"] > 2


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "AT_ONCE", _INPUTS)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("kind", sorted(set(rubbish.SHARES)))
def test_rubbish_is_read_or_refused_by_name(tmp_path: Path, kind: rubbish.Kind) -> None:
    with fuzz.opened(7, tmp_path) as make:
        unit = make(rubbish.SHARES.index(kind), Tally())

    assert unit.faults == []
    assert unit.counts["inputs"] == _INPUTS
    assert sum(n for name, n in unit.counts.items() if name.startswith(f"{kind}: ")) == _INPUTS


@pytest.mark.usefixtures("few")
def test_a_reader_that_raises_something_else_would_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(fuzz, "links_in", broken)
    with fuzz.opened(7, tmp_path) as make:
        unit = make(0, Tally())

    assert unit.counts["feed: not a named error"] == len(unit.faults) == _INPUTS


def test_an_input_is_the_same_each_time() -> None:
    again = [rubbish.made(7, kind, 3) for kind in rubbish.SHARES]

    assert [rubbish.made(7, kind, 3) for kind in rubbish.SHARES] == again


def test_a_run_goes_on_where_it_was_cut_off(tmp_path: Path) -> None:
    tallies = Tallies(7, tmp_path / "state.json", {"kills": Tally()})
    unit = Unit(faults=["a page was lost"], most={"MB": 3.0})
    unit.counts["at: edits: before a commit"] = unit.counts["kills"] = 1
    tallies.parts["kills"].add(unit)
    tallies.save()

    found = opened(1, tmp_path / "state.json")

    assert found == replace(tallies)
    assert found.parts["kills"].following == 1
    told = report.printed(found)
    assert "| kills | 1 |" in told
    assert "- 0: a page was lost" in told
