"""What search reads made for all articles of a statement at once: it waits for no reader long."""

from alembic import op

revision = "0017"
down_revision = "0016"

#: For each article apart, Postgres opened the indexes and read the functions' texts anew. Articles
#: that are pointed to the same revision again, as after an earlier one came, are still made apart.
_AT_ONCE = (
    """
CREATE FUNCTION keep_articles_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted bigint[] := ARRAY(
        SELECT id FROM new_rows JOIN old_rows USING (id)
        WHERE new_rows.revision_id IS DISTINCT FROM old_rows.revision_id
          AND new_rows.revision_id IS NOT NULL ORDER BY id);
BEGIN
    IF wanted <> '{}' THEN PERFORM keep_searchable(wanted); END IF;
    RETURN NULL;
END $$
""",
    "DROP TRIGGER keep_searchable ON article",
    """
CREATE TRIGGER keep_searchable AFTER UPDATE ON article
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION keep_articles_searchable()
""",
    """
CREATE TRIGGER keep_inserted_searchable AFTER INSERT ON article
FOR EACH ROW WHEN (NEW.revision_id IS NOT NULL) EXECUTE FUNCTION keep_article_searchable()
""",
    """
CREATE TRIGGER keep_searchable_again AFTER UPDATE OF revision_id ON article
FOR EACH ROW WHEN (NEW.revision_id = OLD.revision_id) EXECUTE FUNCTION keep_article_searchable()
""",
)
#: Place and hash of a word as one number, so that one sort and no window puts them in their order;
#: a word and the next one are read side by side: in FROM, both arrays were copied first.
_NEIGHBOURS = """
CREATE OR REPLACE FUNCTION adjacent_words(words tsvector) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
SELECT array_agg((word # ((next & 65535) * 31 + (next >> 16) - (word >> 16))) & 65535)
FROM (SELECT unnest(spoken) AS word, unnest(spoken[2:]) AS next
      FROM (SELECT array_agg(placed ORDER BY placed) AS spoken
            FROM (SELECT unnest(positions)::integer << 16
                         | (hashtextextended(lexeme, 0) >> 16 & 65535)::integer AS placed
                  FROM unnest(words)) AS word) AS said) AS beside
WHERE next IS NOT NULL
$$
"""


def upgrade() -> None:
    for statement in (_NEIGHBOURS, *_AT_ONCE):
        op.execute(statement)
