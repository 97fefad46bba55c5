"""Tables of cheap cases: pytest takes longer to begin and end a test than such a case takes."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any


def every_row(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Any], Any]:
    """As ``parametrize``, but one test, which tells of each row that is wrong.

    What a fixture makes is made once for all rows.
    """
    table = [
        {names: row} if isinstance(names, str) else dict(zip(names, row, strict=True))
        for row in rows
    ]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def whole(**fixtures: Any) -> None:
            wrong = []
            for row in table:
                try:
                    test(**fixtures, **row)
                except Exception as error:
                    error.add_note(f"in the row {row!r:.500}")
                    wrong.append(error)
            if wrong:
                raise ExceptionGroup(f"{len(wrong)} of {len(table)} rows are wrong", wrong)

        asked = inspect.signature(test)
        left = [each for each in asked.parameters.values() if each.name not in table[0]]
        whole.__signature__ = asked.replace(parameters=left)  # type: ignore[attr-defined]
        return whole

    return decorate
