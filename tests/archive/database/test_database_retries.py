from collections.abc import Sequence

import pytest

from newscrawl.archive.database.database_retries import by_halves, waiting


def _always(error: BaseException) -> bool:
    return True


def test_what_passes_is_waited_for_with_growing_pauses() -> None:
    pauses, fails = list[float](), [ValueError()] * 3

    def work() -> str:
        if fails:
            raise fails.pop()
        return "done"

    assert waiting(60, _always, pause=pauses.append)(work) == "done"
    assert pauses == [0.2, 0.4, 0.8]


@pytest.mark.parametrize("seconds", [0, 60])
def test_what_does_not_pass_is_raised_as_it_is(seconds: float) -> None:
    fault = ValueError("of another kind")

    def work() -> None:
        raise fault

    with pytest.raises(ValueError, match="of another kind") as failed:
        waiting(seconds, lambda _: seconds == 0, pause=pytest.fail)(work)
    assert failed.value is fault


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
