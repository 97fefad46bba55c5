"""Connections to the archive's database, set up the one way that the archive relies on."""

import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker

from newscrawl.archive.types import safe_json
from newscrawl.errors import ConfigError, DatabaseUnavailable

SessionFactory = sessionmaker[Session]
_OPTIONS = {
    "timezone": "UTC",
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
_OLDEST = 140000


def connect(url: str, **options: str) -> Engine:
    """An engine for the URL; ``options`` are Postgres settings of its sessions.

    Statements' parameters are never printed: they are whole articles. Raises ``ConfigError``.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigError("NEWSCRAWL_DATABASE_URL is no URL of a database") from error
    given = " ".join(address.normalized_query.get("options", ()))
    settings = {**_OPTIONS, **options}
    command_line = " ".join(f"-c {name}={value}" for name, value in settings.items())
    connect_args: dict[str, Any] = {
        "application_name": "newscrawl",
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "options": f"{command_line} {given}".strip(),
    }
    return create_engine(
        address.difference_update_query(["options"]),
        connect_args=connect_args,
        pool_pre_ping=True,
        hide_parameters=True,
        json_serializer=safe_json,
    )


def session_factory(engine: Engine) -> SessionFactory:
    """Sessions whose objects stay readable after the commit."""
    return sessionmaker(engine, expire_on_commit=False)


def wait_until_up(
    engine: Engine, seconds: float, pause: Callable[[float], None] = time.sleep
) -> None:
    """Return when the database answers; raise ``DatabaseUnavailable`` after so many seconds."""
    deadline, delay = time.monotonic() + seconds, 0.2
    while True:
        try:
            with engine.connect() as connection:
                version = connection.scalar(
                    text("SELECT current_setting('server_version_num')::int")
                )
        except OperationalError as error:
            if time.monotonic() + delay > deadline:
                raise DatabaseUnavailable(
                    f"the database does not answer: {first_line(error)}"
                ) from error
            pause(delay)
            delay = min(delay * 2, 5.0)
            continue
        if version < _OLDEST:
            raise DatabaseUnavailable("the database is older than Postgres 14: upgrade the server")
        return


def unsafe_settings(session: Session) -> list[str]:
    """Server settings under which a crash may lose what was acknowledged."""
    names = ("fsync", "full_page_writes", "synchronous_commit")
    return [
        name
        for name in names
        if session.scalar(text("SELECT current_setting(:name)"), {"name": name}) == "off"
    ]


def first_line(error: BaseException) -> str:
    """What a database error says, in one line, without SQL."""
    original = getattr(error, "orig", None) or error
    return (str(original).strip().splitlines() or [type(original).__name__])[0]
