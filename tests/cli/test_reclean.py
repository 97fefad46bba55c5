"""``newscrawl reclean``: what it shows, and what it changes."""

import json
from collections.abc import Callable, Iterator

import pytest

from newscrawl.archive.models import Revision
from tests.cli.learned import OUTLET, SURE, Archive, archive


@pytest.fixture
def learned(
    make_database: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """Learned, and applied to nothing yet."""
    yield from archive(tmp_path_factory.mktemp("home"), make_database, learned=True)


def _removals(found: Archive) -> int:
    with found.sessions() as session:
        return sum(len(row.removed) for row in session.query(Revision))


def test_a_dry_run_shows_a_sample_and_a_run_changes_it(learned: Archive) -> None:
    dry = learned.run("reclean", "--outlet", OUTLET, "--dry-run").stdout.splitlines()

    assert dry[-2:] == [f"{SURE} takes 12 blocks", "12 articles would change"]
    shown = [line for line in dry if line.startswith(f"  - [{SURE}] Nobody pays for this paper")]
    assert len(shown) == 10
    assert _removals(learned) == 0

    done = learned.run("reclean")

    assert done.stdout.splitlines()[-1] == "12 articles changed"
    assert _removals(learned) == 12
    assert learned.run("reclean").stdout == "0 articles changed\n"


def test_all_changes_are_printed_as_json(learned: Archive) -> None:
    found = json.loads(learned.run("reclean", "--dry-run", "--json").stdout)

    assert len(found) == 12
    assert {change["taken"][0]["rule"] for change in found} == {SURE}
    assert all(change["headline"].startswith("News ") for change in found)


@pytest.mark.parametrize(
    ("arguments", "articles"),
    [
        (["--since", "2026-03-10"], 3),
        (["--rule", SURE], 12),
        (["--rule", "newsletter"], 0),
        (["--outlet", "moscow_times_ru"], 0),
    ],
)
def test_a_scope_bounds_what_changes(learned: Archive, arguments: list[str], articles: int) -> None:
    done = learned.run("reclean", *arguments)

    assert done.stdout.splitlines()[-1] == f"{articles} articles changed"
    assert _removals(learned) == articles
