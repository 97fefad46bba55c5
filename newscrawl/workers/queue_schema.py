"""The queue's own tables, in a schema beside the archive's: they hold nothing that lasts."""

import hashlib
from importlib.metadata import version

import psycopg
from procrastinate.schema import SchemaManager

from newscrawl.errors import ConfigError

SCHEMA = "newscrawl_workers"
_LOCK = 7263991109


def require_queue(url: str) -> None:
    """Make the tables where there are none, or those of an older Procrastinate.

    What waits in a queue is found anew from the archive. Raises ``ConfigError`` where the tables
    are a newer one's: two of them would undo each other's.
    """
    statements = SchemaManager.get_schema()
    ours = f"procrastinate {version('procrastinate')} {_digest(statements)}"
    with psycopg.connect(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        found = connection.execute(
            "SELECT obj_description(to_regnamespace(%s)::oid, 'pg_namespace')", [SCHEMA]
        ).fetchone()
        theirs = found[0] if found else None
        if theirs and theirs.split()[2] == ours.split()[2]:
            return
        if theirs and _numbers(theirs) > _numbers(ours):
            raise ConfigError(f"the workers' queue is of a newer {theirs.rpartition(' ')[0]}")
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
        connection.execute(f"SET LOCAL search_path = {SCHEMA}")
        connection.execute(statements)
        connection.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{ours}'")


def _digest(statements: str) -> str:
    return hashlib.sha256(statements.encode()).hexdigest()[:12]


def _numbers(told: str) -> list[int]:
    return [int(part) for part in told.split()[1].split(".") if part.isdigit()]
