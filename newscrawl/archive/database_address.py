"""Read a database's address as Postgres' own library does; what is wrong with it quotes nothing."""

import re

import psycopg2  # type: ignore[import-untyped]
from psycopg2.extensions import parse_dsn  # type: ignore[import-untyped]

from newscrawl.errors import ConfigError

_UNKNOWN = re.compile(r'invalid URI query parameter: "([\w.-]+)"')


def parameters(url: str, named: str = "NEWSCRAWL_DATABASE_URL") -> dict[str, str]:
    """What the library makes of an address: ``host``, ``user``, ``password`` and so on.

    Raises ``ConfigError``. Any piece of an address that is broken may be one of a password.
    """
    # Without SQLAlchemy's name for a driver.
    bare = url.replace("postgresql+psycopg2://", "postgresql://", 1)
    no_url = f"{named} is not the URL of a database"
    rest = bare.partition("://")[2]
    login, at, host = rest.partition("@")
    behind, _, query = (host if at and "/" not in login else rest).partition("?")
    if "@" in behind:
        raise ConfigError(
            f"{no_url}: in a name or a password, @ is written as %40, / as %2F and ? as %3F"
        )
    try:
        found: dict[str, str] = parse_dsn(bare)
    except (psycopg2.Error, ValueError) as error:
        unknown = _UNKNOWN.search(str(error))
        if unknown is None or "@" in query:
            raise ConfigError(no_url) from None
        raise ConfigError(f"{no_url}: Postgres has no option {unknown[1]}") from None
    if not all(_is_port(port) for port in found.get("port", "").split(",")):
        raise ConfigError(f"{no_url}: its port is not a number from 1 to 65535")
    return found


def _is_port(written: str) -> bool:
    return not written or (written.isascii() and written.isdigit() and 0 < int(written) < 65536)
