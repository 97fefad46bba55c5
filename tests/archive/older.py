"""Archives as an older newscrawl left them."""

from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from newscrawl.archive.database import migrate
from newscrawl.archive.database.engine import run_as_written

_OLDEST = Path(__file__).with_name("database") / "schema_of_0007.sql"


def make_older(connection: Connection, schema: str = "0007") -> None:
    """Fill an empty database with the tables of an older schema."""
    run_as_written(connection, _OLDEST.read_text(encoding="utf-8"))
    bring_to(connection, schema)


def bring_to(connection: Connection, schema: str) -> None:
    """Let the migrations up to that schema be done, and nothing else."""
    config = migrate._config()
    config.attributes["connection"] = connection
    command.upgrade(config, schema)
