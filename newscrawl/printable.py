"""Text for terminals, in which nothing is obeyed that others wrote; JSON and times for programs."""

import json
import re
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

#: Controls, what ends a line unseen, what turns the direction of writing round or hides text
#: between marks, and half surrogate pairs. Marks and joiners that right-to-left scripts, Indic
#: scripts and emoji are written with (U+200C to U+200F, U+061C) turn nothing round.
_OBEYED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    "\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff"
)
_IN_TEXT = re.compile(rf"[{_OBEYED}]|\r(?!\n)")
_IN_LINE = re.compile(f"[{_OBEYED}\t\n\r]")


def printable(text: str) -> str:
    r"""The text, in which only line ends and tabs are obeyed: ``\x1b``, ``\u202e``."""
    return _IN_TEXT.sub(_python_escape, text)


def printable_line(text: str) -> str:
    r"""The text in one line, without a word of it changed: line ends and tabs are escapes too."""
    return _IN_LINE.sub(_python_escape, text)


def printable_json(value: Any, indent: int | None = None, *, is_ascii: bool = False) -> str:
    """JSON that is safe to look at, and that gives back each character of the value.

    Times are ISO 8601 in UTC, spans of time are seconds, and dataclasses are their fields.
    """
    text = json.dumps(value, ensure_ascii=is_ascii, indent=indent, default=_plain)
    return _IN_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: Any) -> Any:
    """What JSON has no word for."""
    if isinstance(value, date):
        return iso(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def iso(moment: datetime) -> str:
    """ISO 8601 in UTC, in JSON and wherever else programs read a time."""
    return moment.astimezone(UTC).isoformat()


def _python_escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def first_line(error: BaseException) -> str:
    """What an error says, in one line; one that says nothing, its name."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
