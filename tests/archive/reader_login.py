"""A login that may only read, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text

from newscrawl.archive.database.grants import ReaderLogin, grant_reader, new_password


@contextmanager
def reader_login(engine: Engine, name: str, connections: int = 10) -> Iterator[str]:
    """The address by which the login reaches what the engine does."""
    reader = ReaderLogin(name=name, password=new_password(), connections=connections)
    grant_reader(engine, reader)
    yield engine.url.set(username=name, password=reader.password).render_as_string(False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {name} CASCADE"))
        connection.execute(text(f"DROP ROLE {name}"))
