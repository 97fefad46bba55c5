"""Refuse a database that cannot hold every text; tell of one that does not know every letter."""

import logging

from sqlalchemy import Connection, text

from newscrawl.errors import ConfigError

logger = logging.getLogger(__name__)

_ASKED = text("""
SELECT pg_encoding_to_char(encoding), datctype FROM pg_database WHERE datname = current_database()
""")
_MAKE = "CREATE DATABASE … ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C' TEMPLATE template0"


def require_letters(connection: Connection) -> None:
    """Raise ``ConfigError`` unless the encoding is UTF-8; warn where letters are those of ASCII."""
    encoding, letters = connection.execute(_ASKED).one()
    if encoding != "UTF8":
        raise ConfigError(
            f"the database's encoding is {encoding}, which does not hold every text:"
            f" make another by {_MAKE}"
        )
    if not knows_letters(letters):
        logger.warning(
            "the database's LC_CTYPE is %s, which knows the letters of ASCII alone: search misses"
            " words and names; newscrawl db rebuild moves an embedded archive (docs/database.md)",
            letters,
        )


def knows_letters(ctype: str) -> bool:
    """Whether a locale knows more letters than those of ASCII."""
    return ctype not in {"C", "POSIX"}
