"""Read what an address asks for; a wrong value is named, with why it is wrong."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from newscrawl.did_you_mean import unknown
from newscrawl.errors import UsageError

#: What Postgres holds in a bigint.
_LARGEST = 2**63 - 1


def check_names(given: MultiDict[str, str], known: Collection[str]) -> None:
    """Raise ``UsageError`` for what would be passed over in silence.

    That is a filter that the page does not know, as one that is misspelt, and one that is given
    two values.
    """
    for name, values in given.lists():
        if not known:
            raise UsageError(f"there is no filter {name!r}: this page has none")
        if name not in known:
            raise UsageError(unknown("filter", name, known))
        if len(set(values)) > 1:
            raise UsageError(f"{name}: {values[0]!r} and {values[1]!r} cannot both be asked for")


def word(given: Mapping[str, str], name: str) -> str | None:
    return given.get(name, "").strip() or None


def day(given: Mapping[str, str], name: str) -> date | None:
    value = word(given, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise UsageError(f"{name}: {value!r} is no day such as 2026-03-01") from error


def truth(given: Mapping[str, str], name: str) -> bool | None:
    """Yes, no, or either."""
    return {"yes": True, "no": False, None: None}[choice(given, name, ("yes", "no"))]


def choice(given: Mapping[str, str], name: str, allowed: Collection[str]) -> Any:
    value = word(given, name)
    if value is not None and value not in allowed:
        raise UsageError(f"{name}: {value!r} is none of {', '.join(allowed)}")
    return value


def number(given: Mapping[str, str], name: str, least: int = 0, most: int = _LARGEST) -> int | None:
    value = word(given, name)
    if value is None:
        return None
    is_number = value.removeprefix("-").isdecimal() and len(value) < 20
    if not is_number or not least <= int(value) <= most:
        raise UsageError(f"{name}: {value!r} is no number from {least} to {most}")
    return int(value)
