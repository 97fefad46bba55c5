"""The gate through which text and JSON reach Postgres, which refuses NUL and lone surrogates."""

import json
import re
from datetime import datetime
from typing import Any

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


def _as_text(value: datetime | bytes) -> str:
    return f"\\x{value.hex()}" if isinstance(value, bytes) else value.isoformat()
