"""Keys in today's spelling of addresses: what was stored under another must not be stored twice.

Which spellings an archive was brought to is noted beside the schema's revision: whoever finds his
own there has nothing to do.
"""

from sqlalchemy import Connection, text

from newscrawl.archive.database.shipped import RememberedMarks
from newscrawl.archive.sanitize import safe_json
from newscrawl.urls import SPELLING, canonical, path_of

#: Articles first: of two old keys with one new spelling, that of an article takes it.
_TABLES = ("article", "link", "quarantine")
_SPELLINGS = RememberedMarks("COLUMN alembic_version.version_num", 1, "keys are spelled as of:")
_ANY_HOST = "https://www.example.org"
# Postgres looks for what could be spelled otherwise, so that few rows travel.
_MAY_DIFFER = r"""
SELECT outlet, key FROM {table} WHERE key !~ '^[a-zA-Z0-9/_.~-]*$' OR key ~ '/\.' ORDER BY id
"""
# A key whose new spelling is taken stays as it is: those were two articles, and remain two.
_FREE = text("""
SELECT new.* FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (outlet text, old text, key text)
WHERE NOT EXISTS (SELECT FROM article a WHERE a.outlet = new.outlet AND a.key = new.key)
  AND NOT EXISTS (SELECT FROM link l WHERE l.outlet = new.outlet AND l.key = new.key)
""")
_RENAME = """
UPDATE {table} AS old SET key = new.key
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (outlet text, old text, key text)
WHERE old.outlet = new.outlet AND old.key = new.old
"""


def is_spelled(connection: Connection) -> bool:
    """Whether the archive's keys were brought to today's spelling."""
    return SPELLING in _SPELLINGS.read(connection)


def respell(connection: Connection) -> None:
    """Bring them there."""
    if is_spelled(connection):
        return
    wanted: dict[tuple[str, str], str] = {}
    for table in _TABLES:
        for row in connection.execute(text(_MAY_DIFFER.format(table=table))).all():
            wanted.setdefault((row.outlet, respelled(row.key)), row.key)
    rows = [
        {"outlet": outlet, "old": old, "key": new}
        for (outlet, new), old in wanted.items()
        if old != new
    ]
    free = connection.execute(_FREE, {"rows": safe_json(rows)}).mappings().all()
    given = {"rows": safe_json([dict(row) for row in free])}
    for table in _TABLES:
        connection.execute(text(_RENAME.format(table=table)), given)
    _SPELLINGS.put_first(connection, SPELLING)


def respelled(key: str) -> str:
    """A key as the addresses of today give it: path and query, a whole address, or a part."""
    if key.startswith("sha256:"):
        return key
    if key.startswith("http"):
        return canonical(key) or key
    root = "" if key.startswith("/") else "/"
    found = canonical(_ANY_HOST + root + key)
    return path_of(found).removeprefix(root) if found else key
