"""Which articles an address chooses: its words and filters, as ``newscrawl search`` has them."""

from collections.abc import Mapping

from newscrawl.selection import Selection
from newscrawl.web import parameters

WORDS = ("outlet", "author", "section", "language")
#: All parameters that choose.
CHOOSING = ("q", *WORDS, "since", "until", "edited", "gone")


def selection_in(given: Mapping[str, str]) -> Selection:
    """Raises ``UsageError`` for a value that cannot be, with its name."""
    return Selection(
        query=parameters.word(given, "q"),
        since=parameters.day(given, "since"),
        until=parameters.day(given, "until"),
        edited=parameters.truth(given, "edited"),
        gone=parameters.truth(given, "gone"),
        **{name: parameters.word(given, name) for name in WORDS},
    )
