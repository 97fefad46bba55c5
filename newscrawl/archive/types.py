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
    if text.isascii() and "\x00" not in text:
        return text
    return _REFUSED.sub("\ufffd", text)


def safe_json(value: Any) -> str:
    """The value as JSON that ``jsonb`` accepts; a datetime becomes its ISO form."""
    dumped = json.dumps(value, ensure_ascii=False, default=_iso)
    return _REFUSED.sub("\ufffd", _ESCAPED_NUL.sub("\\1\ufffd", dumped))


class SafeText(TypeDecorator[str]):
    """``text`` behind the gate."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else safe_text(value)


def _iso(value: datetime) -> str:
    return value.isoformat()
