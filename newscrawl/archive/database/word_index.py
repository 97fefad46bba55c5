"""Index the archive's words again where other functions, or another server, made them."""

import logging

from sqlalchemy import Connection, Engine, text

from newscrawl.archive.database.database_retries import patiently

logger = logging.getLogger(__name__)

#: Revisions of one transaction: a kill costs no more than that.
_BATCH = 200
#: Any number, but the same for all: who holds it indexes, the others go on.
_LOCK = 7263991105
#: Seconds of waiting for a database that went away.
_PATIENCE = 60.0

# What makes words here: the functions, the server's dictionaries, and what it takes for letters.
_MAKERS = """
SELECT md5(string_agg(prosrc, ' ' ORDER BY proname)) || ' '
       || current_setting('server_version_num')::integer / 10000 || ' '
       || (SELECT datctype FROM pg_database WHERE datname = current_database())
FROM pg_proc
WHERE pronamespace = current_schema()::regnamespace
  AND proname IN ('text_configuration', 'parted_text', 'searched_text', 'searched_words',
                  'searched_brief')
"""
_IS_DONE = text(f"SELECT EXISTS (SELECT FROM indexing WHERE below = 0 AND words = ({_MAKERS}))")
# Words of another kind are begun with: what is stored from here on has the right ones.
_BEGIN = (
    text(f"DELETE FROM indexing WHERE words IS DISTINCT FROM ({_MAKERS})"),
    text(f"""
INSERT INTO indexing (words, below)
SELECT ({_MAKERS}), coalesce((SELECT max(id) + 1 FROM revision), 0)
WHERE NOT EXISTS (SELECT FROM indexing)
"""),
)
# The articles whose latest revisions these are, in the order in which crawls lock them: who writes
# one meanwhile is waited for, and what he wrote is what is read then.
_STEP = text("""
WITH step AS (
    SELECT id, article_id FROM revision WHERE id < (SELECT below FROM indexing)
    ORDER BY id DESC LIMIT :most
), locked AS (
    SELECT a.id FROM step JOIN article a ON a.id = step.article_id AND a.revision_id = step.id
    ORDER BY a.key FOR NO KEY UPDATE OF a
), indexed AS (
    SELECT keep_searchable(ARRAY(SELECT id FROM locked))
)
UPDATE indexing SET below = coalesce((SELECT min(id) FROM step), 0) FROM indexed RETURNING below
""")


def is_indexed(connection: Connection) -> bool:
    """Whether all words are what this database would make of the texts."""
    return bool(connection.scalar(_IS_DONE))


def index_again(engine: Engine) -> bool:
    """Make all words anew, the latest revisions first; whether there was anything to do.

    Each step is a commit of its own: whoever comes after a kill goes on. Others who come meanwhile
    do not wait.
    """
    with engine.connect() as holder:
        if not holder.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}):
            return False
        try:
            holder.commit()
            below = patiently(lambda: _begin(engine), _PATIENCE)
            if below:
                logger.info("search: the words of %d revisions are indexed again", below - 1)
            is_due = below > 0
            while below:
                below = patiently(lambda: _step(engine), _PATIENCE)
            return is_due
        finally:
            # Or it would go back into the pool with the lock, which others ask for.
            holder.invalidate()


def _begin(engine: Engine) -> int:
    with engine.begin() as connection:
        for statement in _BEGIN:
            connection.execute(statement)
        return int(connection.scalar(text("SELECT below FROM indexing")) or 0)


def _step(engine: Engine) -> int:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        return int(connection.scalar(_STEP, {"most": _BATCH}) or 0)
