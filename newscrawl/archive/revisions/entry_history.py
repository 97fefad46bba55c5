"""Tell the history of a live blog's entries from the revisions of its article. Pure.

An entry that is no longer shown is gone, unless it may stand where the page does not reach: before
the first one that it shows, where the page says that there are more, or where older ones made room
for as many that came. What once was out of reach is gone only when the page shows older ones again.
A revision that shows no entry at all says nothing of any.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.article import Article, blocks_of_entries
from newscrawl.boilerplate.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What counts as an edit of an entry where it changes."""

    date: datetime | None
    #: Headline and text.
    lines: tuple[str, ...]
    authors: tuple[str, ...]

    def is_like(self, other: "_Said") -> bool:
        """Whether both say the same, but for typography and white space."""
        # Nearly all of a blog's entries stay as they are, letter by letter.
        return self == other or (
            self.date == other.date
            and [*map(fold, self.lines)] == [*map(fold, other.lines)]
            and [*map(fold, self.authors)] == [*map(fold, other.authors)]
        )


@dataclass(slots=True, kw_only=True)
class EntryState:
    """What an entry said, from one revision to another: numbers are places in the line of them."""

    key: str
    number: int
    cause: str
    first: int
    last: int
    gone: int | None = None
    position: int
    said: "_Said"
    #: It was not shown, where it could not be.
    is_out_of_reach: bool = False


@dataclass(slots=True, kw_only=True)
class _Line:
    """The states of all entries up to a revision."""

    states: list[EntryState] = field(default_factory=list)
    #: The latest state of each.
    latest: dict[str, EntryState] = field(default_factory=dict)
    #: What the revision before showed, in its order.
    before: dict[str, datetime | None] = field(default_factory=dict)


def history(revisions: Sequence[Article]) -> list[EntryState]:
    """The states of all entries of one article, whose revisions are in their order.

    Each says something else than the one before it.
    """
    line = _Line()
    for place, article in enumerate(revisions):
        if article.entries:
            _go_on(line, place, article)
    return line.states


def _go_on(line: _Line, place: int, article: Article) -> None:
    texts = blocks_of_entries(article)
    shown = {entry.key: entry.date_published for entry in article.entries}
    for state in _missing(line, shown, article.has_more_entries):
        state.gone = place
    for position, (entry, blocks) in enumerate(zip(article.entries, texts, strict=True), 1):
        said = _Said(
            date=entry.date_published,
            lines=(entry.headline or "", *(block.text for block in blocks)),
            authors=entry.authors,
        )
        before = line.latest.get(entry.key)
        if before is not None and before.gone is None and before.said.is_like(said):
            before.last, before.position, before.is_out_of_reach = place, position, False
            continue
        state = EntryState(
            key=entry.key,
            number=before.number + 1 if before else 1,
            cause=("back" if before.gone is not None else "edit") if before else "first",
            first=place,
            last=place,
            position=position,
            said=said,
        )
        line.latest[entry.key] = state
        line.states.append(state)
    line.before = shown


def _missing(
    line: _Line, shown: Mapping[str, datetime | None], has_more: bool
) -> Iterator[EntryState]:
    """Those that are gone, of all that are not shown; others are noted to be out of reach."""
    is_window = has_more or _made_room(line, shown)
    for key, state in line.latest.items():
        if key in shown or state.gone is not None:
            continue
        if (is_window or state.is_out_of_reach) and not _is_reached(key, state, line, shown):
            state.is_out_of_reach = True
        else:
            yield state


def _is_reached(
    key: str, state: EntryState, line: _Line, shown: Mapping[str, datetime | None]
) -> bool:
    """Whether the page shows entries on both sides of where this one would stand."""
    dates = [date for date in shown.values() if date is not None]
    if state.said.date is not None and len(dates) == len(shown):
        return min(dates) < state.said.date
    order = list(line.before)
    if key not in line.before:
        return False
    at = order.index(key)
    return any(one in shown for one in order[:at]) and any(one in shown for one in order[at:])


def _made_room(line: _Line, shown: Mapping[str, datetime | None]) -> bool:
    """Whether as many entries came at one end as went at the other, or more."""
    went = [key for key in line.before if key not in shown]
    came = [key for key in shown if key not in line.latest]
    if not went or len(came) < len(went):
        return False
    order, now = list(line.before), list(shown)
    if len(went) == len(order):
        return True
    is_new_first = now[: len(came)] == came
    return went == (order[-len(went) :] if is_new_first else order[: len(went)])
