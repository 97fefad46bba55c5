"""What became of each entry of a live blog, told from the revisions of its article."""

from datetime import UTC, datetime

from newscrawl.archive.revisions.entry_history import history
from newscrawl.article import Article, LiveEntry
from tests.archive.making import article
from tests.rows import every_row


def revision(shown: str, has_more: bool, is_dated: bool) -> Article:
    """Of entries, written as ``3 2b 1``: entry 2 was edited. Their numbers are their minutes."""
    return _blog(shown.split(), has_more=has_more, is_dated=is_dated)


def _blog(names: list[str], *, has_more: bool, is_dated: bool) -> Article:
    entries = tuple(
        LiveEntry(
            key=name[0],
            at=(at,),
            date_published=datetime(2026, 3, 1, 12, int(name[0]), tzinfo=UTC) if is_dated else None,
        )
        for at, name in enumerate(names)
    )
    return article(*(names or ["-"]), entries=entries, has_more_entries=has_more)


def told(revisions: list[Article]) -> list[str]:
    """Each state as its key and number, how it came about, and from when to when."""
    return sorted(
        f"{s.key}.{s.number} {s.cause} {s.first}-{s.last}"
        + ("" if s.gone is None else f" gone {s.gone}")
        for s in history(revisions)
    )


@every_row("is_dated", [True, False])
@every_row(
    ("shown", "more", "expected"),
    [
        (["2 1", "3 2 1"], "", ["1.1 first 0-1", "2.1 first 0-1", "3.1 first 1-1"]),
        (["2 1", "2b 1"], "", ["1.1 first 0-1", "2.1 first 0-0", "2.2 edit 1-1"]),
        # One in the middle, the oldest, and the newest are taken away.
        (["3 2 1", "3 1"], "", ["1.1 first 0-1", "2.1 first 0-0 gone 1", "3.1 first 0-1"]),
        (["2 1", "2"], "", ["1.1 first 0-0 gone 1", "2.1 first 0-1"]),
        (["2 1", "1"], "", ["1.1 first 0-1", "2.1 first 0-0 gone 1"]),
        # The oldest first, as others print them.
        (["1 2 3", "1 3 4"], "", [
            "1.1 first 0-1", "2.1 first 0-0 gone 1", "3.1 first 0-1", "4.1 first 1-1"]),
        # The page says that there are more.
        (["2 1", "2"], "1", ["1.1 first 0-0", "2.1 first 0-1"]),
        (["3 2 1", "3 1"], "01", ["1.1 first 0-1", "2.1 first 0-0 gone 1", "3.1 first 0-1"]),
        # It says nothing, but shows two at a time; what left stays so when nothing else comes.
        (["2 1", "3 2", "3 2b"], "", [
            "1.1 first 0-0", "2.1 first 0-1", "2.2 edit 2-2", "3.1 first 1-2"]),
        # A revision without any says nothing; what comes back as it was had been there.
        (["2 1", "", "2 1"], "", ["1.1 first 0-2", "2.1 first 0-2"]),
        (["3 2 1", "3 1", "3 2 1"], "", [
            "1.1 first 0-2", "2.1 first 0-0 gone 1", "2.2 back 2-2", "3.1 first 0-2"]),
        (["2 1", "3 2", "3 2 1"], "", ["1.1 first 0-2", "2.1 first 0-2", "3.1 first 1-2"]),
    ],
)  # fmt: skip
def test_an_entry_is_followed_through_the_revisions(
    shown: list[str], more: str, expected: list[str], is_dated: bool
) -> None:
    line = [revision(names, str(at) in more, is_dated) for at, names in enumerate(shown)]

    assert told(line) == expected


def test_what_was_out_of_reach_is_gone_when_the_page_shows_older_ones_again() -> None:
    line = [revision(each, False, True) for each in ("3 2 1", "5 4 3", "5 4 3 1")]

    assert "2.1 first 0-0 gone 2" in told(line)
