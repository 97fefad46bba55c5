"""Words that are kept once, names of authors by themselves, and links that nobody looked at again.

Nothing here reads a table that grows with the archive while it keeps writers waiting, but for the
names, which takes about a second for a million articles.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

#: What made words before, by whose names the archive remembers them, and the same without what only
#: copied them: where these are the functions that made all words, they need not be made again.
_MAKERS = """
SELECT md5(string_agg(prosrc, ' ' ORDER BY proname)) || ' '
       || current_setting('server_version_num')::integer / 10000 || ' '
       || (SELECT datctype FROM pg_database WHERE datname = current_database())
FROM pg_proc
WHERE pronamespace = current_schema()::regnamespace
  AND proname IN ('text_configuration', 'parted_text', 'searched_text', 'searched_words',
                  'searched_brief'{})
"""
_SAME_WORDS = f"""
UPDATE indexing SET words = ({_MAKERS.format("")})
WHERE words = ({_MAKERS.format(", 'keep_searchable'")})
"""
#: Room of what is there comes back as rows are written anew, or with VACUUM FULL.
_ONCE = (
    "DROP TRIGGER make_searched_words ON revision",
    "DROP FUNCTION make_searched_words()",
    "ALTER TABLE revision DROP COLUMN search",
)
_NAMES = "INSERT INTO author_name (name) SELECT DISTINCT unnest(authors) FROM searchable"
#: Earlier versions gave up at once what may be mended. Whatever was given up sooner than two weeks
#: after it first failed gets the looks of those weeks that are left, or the last one; not what no
#: look can change, nor what a person dropped.
_LOOK_AGAIN = """
UPDATE link SET next_visit_at = archive_now()
WHERE outcome = 'quarantined' AND next_visit_at IS NULL AND lease IS NULL
  AND reason NOT IN ('', 'url_too_long', 'scheme')
  AND visited_at < failing_since + interval '14 days'
  AND NOT EXISTS (SELECT FROM quarantine q WHERE q.outlet = link.outlet AND q.key = link.key
                  AND q.settlement = 'dropped')
"""


def upgrade() -> None:
    op.execute(_LOOK_AGAIN)
    op.execute(_SAME_WORDS)
    for statement in _ONCE:
        op.execute(statement)
    op.create_table("author_name", sa.Column("name", sa.Text(), nullable=False))
    # Hashed: no name is too long for it.
    op.create_index("author_name_name_idx", "author_name", [sa.text("md5(name)")])
    op.execute(_NAMES)
