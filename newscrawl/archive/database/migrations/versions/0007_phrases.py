"""Indexes for phrases and for ranks by headlines; what is deleted is no longer searched."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

#: Each word with the next one, as one of 65,536 numbers: few enough for a small index, and so many
#: that two common words which merely occur in an article seldom seem to stand together. A stop word
#: has no lexeme, so "bank of Russia" is the pair of its two at distance 2. Dear, as the planner
#: must know: it is for the index to say, not to be asked of each row.
ADJACENT_WORDS = """
CREATE FUNCTION adjacent_words(words tsvector) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
SELECT array_agg(pair) FROM (
    SELECT ((hashed # (lead(hashed) OVER spoken * 31 + lead(place) OVER spoken - place))
            & 65535)::integer AS pair
    FROM (SELECT hashtextextended(lexeme, 0) >> 16 AS hashed, positions FROM unnest(words)) AS word,
         unnest(positions) AS place
    WINDOW spoken AS (ORDER BY place)) AS said
WHERE pair IS NOT NULL
$$
"""
#: Nothing here deletes articles, but an operator may have to.
FORGET = (
    """
CREATE FUNCTION forget_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN TRUNCATE searchable;
    ELSE DELETE FROM searchable WHERE article_id = OLD.id;
    END IF;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER forget_searchable AFTER DELETE ON article
FOR EACH ROW EXECUTE FUNCTION forget_searchable()
""",
    """
CREATE TRIGGER forget_all_searchable AFTER TRUNCATE ON article
FOR EACH STATEMENT EXECUTE FUNCTION forget_searchable()
""",
)


def upgrade() -> None:
    for statement in FORGET:
        op.execute(statement)
    op.execute(ADJACENT_WORDS)
    op.create_index(
        "searchable_adjacent_idx",
        "searchable",
        [sa.text("adjacent_words(words)")],
        postgresql_using="gin",
    )
    op.create_index("searchable_brief_idx", "searchable", ["brief"], postgresql_using="gin")
    # Or every ANALYZE would ask the function about 30,000 rows.
    op.execute("ALTER INDEX searchable_adjacent_idx ALTER COLUMN 1 SET STATISTICS 0")
