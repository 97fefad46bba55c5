"""The gate through which text and JSON reach Postgres, which refuses NUL and lone surrogates.

And the way back of bytes, which the driver would give as views that equal no bytes.
"""

import json
import re
from datetime import datetime
from typing import Any

import psycopg2  # type: ignore[import-untyped]
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_REFUSED = re.compile("[\x00\ud800-\udfff]")
#: ``\u0000`` as JSON escapes it, with an even number of backslashes before it.
_ESCAPED_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def safe_text(text: str) -> str:
    """The text with U+FFFD in place of what Postgres cannot store."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _REFUSED.sub("\ufffd", text)
    return text.replace("\x00", "\ufffd")


def safe_json(value: Any) -> str:
    """The value as JSON that ``jsonb`` accepts: datetimes in ISO form, bytes in hex."""
    dumped = json.dumps(value, ensure_ascii=False, default=_as_text)
    if "\\u0000" in dumped:
        dumped = _ESCAPED_NUL.sub("\\1\ufffd", dumped)
    return safe_text(dumped)


class SafeText(TypeDecorator[str]):
    """``text`` behind the gate."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else safe_text(value)


def give_bytes(connection: Any, _: object = None) -> None:
    """Let a connection of the driver give ``bytea`` as ``bytes``.

    What it gives otherwise, a ``memoryview`` of characters, is equal to no ``bytes`` at all.
    """
    psycopg2.extensions.register_type(_BYTES, connection)


def _bytes_of(value: Any, cursor: Any) -> bytes | None:
    return None if value is None else bytes(psycopg2.BINARY(value, cursor))


_BYTES = psycopg2.extensions.new_type(psycopg2.BINARY.values, "BYTES", _bytes_of)


def _as_text(value: datetime | bytes) -> str:
    return f"\\x{value.hex()}" if isinstance(value, bytes) else value.isoformat()
