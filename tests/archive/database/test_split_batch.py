from collections.abc import Sequence

import pytest

from newscrawl.archive.database.database_retries import by_halves


def _always(error: BaseException) -> bool:
    return True


def test_all_but_the_item_to_blame_are_done() -> None:
    def work(items: Sequence[int]) -> int:
        if 5 in items:
            raise ValueError("five")
        return sum(items)

    found = list(by_halves(range(8), work, _always))

    done = [(list(items), result) for items, result in found if not isinstance(result, Exception)]
    assert done == [([0, 1, 2, 3], 6), ([4], 4), ([6, 7], 13)]
    [(blamed, error)] = [(items, error) for items, error in found if isinstance(error, Exception)]
    assert (list(blamed), str(error)) == ([5], "five")


def test_a_fault_that_is_not_the_items_is_raised_once() -> None:
    calls = []

    def work(items: Sequence[int]) -> None:
        calls.append(items)
        raise KeyError("disk")

    with pytest.raises(KeyError):
        list(by_halves([1, 2, 3], work, lambda error: not isinstance(error, KeyError)))
    assert len(calls) == 1
