"""What was done and found, as the tables of docs/reliability.md."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bench.torture.tally import Tallies, Tally

_TITLES = {
    "histories": "Histories",
    "kills": "Kills",
    "lost": "Lost answers",
    "fuzz": "Rubbish",
}


def printed(tallies: Tallies) -> str:
    """The report, as Markdown."""
    return "\n".join(_lines(tallies)) + "\n"


def _lines(tallies: Tallies) -> Iterator[str]:
    yield f"{datetime.now(UTC):%Y-%m-%d}, seed {tallies.seed}."
    for name, tally in tallies.parts.items():
        yield f"\n| {_TITLES[name]} | |\n|---|---|"
        yield from (f"| {what} | {count:,} |" for what, count in _told(tally).items())
        yield from (f"| highest, {what} | {value:,.2f} |" for what, value in tally.most.items())
        yield f"| minutes | {tally.seconds / 60:.0f} |"
        yield f"| at fault | {len(tally.faults)} |"
        yield from (f"\n- {fault}" for fault in tally.faults)


def _told(tally: Tally) -> dict[str, int]:
    """The counts; of points only how many there were at which something was killed."""
    counts = {what: n for what, n in sorted(tally.counts.items()) if not what.startswith("at: ")}
    points = sum(what.startswith("at: ") for what in tally.counts)
    return {**counts, "points of kills": points} if points else counts
