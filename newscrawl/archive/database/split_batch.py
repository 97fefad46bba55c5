"""Split a batch that fails until the one bad item is alone: what crawls and imports do."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def by_halves(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Done],
    is_theirs: Callable[[Exception], bool],
) -> Iterator[tuple[Sequence[Item], Done | Exception]]:
    """Do the work for all items at once; where one of them makes it fail, by halves.

    What comes is the items of each piece with what became of it: an error stands beside the one
    item that is to blame. An error that is not the items' is raised.
    """
    done: Done | Exception
    try:
        done = work(items)
    except Exception as error:
        if not is_theirs(error):
            raise
        done = error
    if not isinstance(done, Exception) or len(items) == 1:
        yield items, done
        return
    middle = len(items) // 2
    yield from by_halves(items[:middle], work, is_theirs)
    yield from by_halves(items[middle:], work, is_theirs)
