"""Remember what is read of short texts alone: pages are others', and theirs may be megabytes."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")


def remembered(most: int, longest: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Remember the answers for so many texts; those of longer ones are found anew."""

    def of(read: Callable[[str], T]) -> Callable[[str], T]:
        known = lru_cache(most)(read)

        @wraps(read)
        def ask(text: str) -> T:
            return known(text) if len(text) <= longest else read(text)

        return ask

    return of
