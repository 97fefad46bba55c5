import pytest

from newscrawl.archive.database.database_retries import waiting


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
