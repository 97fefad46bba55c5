"""What search reads: one narrow row for each article, upkept by triggers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

#: Copies what the latest revision says. Triggers do it, so that no writer can forget it.
KEEP = """
CREATE FUNCTION keep_searchable(wanted bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO searchable AS old (article_id, revision_id, outlet, language, configuration,
        date_published, section, authors, is_edited, gone_at, brief, words)
    SELECT a.id, r.id, a.outlet, r.language, text_configuration(r.language)::text,
           r.date_published, r.section, r.authors,
           (SELECT count(*) > 1 FROM revision n
            LEFT JOIN revision p ON p.article_id = n.article_id AND p.number = n.number - 1
            WHERE n.article_id = a.id AND n.text_hash IS DISTINCT FROM p.text_hash),
           a.gone_at,
           setweight(to_tsvector(text_configuration(r.language), left(r.headline, 300)), 'A')
           || setweight(to_tsvector(text_configuration(r.language),
                  left(coalesce(r.description, '') || ' ' || coalesce(r.lead, ''), 500)), 'B'),
           r.search
    FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = wanted
    ON CONFLICT (article_id) DO UPDATE SET
        revision_id = excluded.revision_id, outlet = excluded.outlet,
        language = excluded.language, configuration = excluded.configuration,
        date_published = excluded.date_published, section = excluded.section,
        authors = excluded.authors, is_edited = excluded.is_edited, gone_at = excluded.gone_at,
        brief = excluded.brief, words = excluded.words
$$
"""
TRIGGERS = (
    """
CREATE FUNCTION keep_article_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_searchable(NEW.id);
    RETURN NULL;
END $$
""",
    """
CREATE FUNCTION keep_revision_searchable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- An earlier revision counts for whether the article was edited.
    PERFORM keep_searchable(a.id) FROM article a
    WHERE a.id = NEW.article_id
      AND (a.revision_id = NEW.id OR NEW.text_hash IS DISTINCT FROM OLD.text_hash);
    RETURN NULL;
END $$
""",
    """
CREATE FUNCTION keep_searchable_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE searchable SET gone_at = NEW.gone_at WHERE article_id = NEW.id;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER keep_searchable AFTER INSERT OR UPDATE OF revision_id ON article
FOR EACH ROW WHEN (NEW.revision_id IS NOT NULL) EXECUTE FUNCTION keep_article_searchable()
""",
    """
CREATE TRIGGER keep_searchable_gone AFTER UPDATE OF gone_at ON article
FOR EACH ROW WHEN (OLD.gone_at IS DISTINCT FROM NEW.gone_at)
EXECUTE FUNCTION keep_searchable_gone()
""",
    """
CREATE TRIGGER keep_searchable AFTER UPDATE OF
    headline, description, lead, body, language, date_published, section, authors, text_hash
ON revision FOR EACH ROW EXECUTE FUNCTION keep_revision_searchable()
""",
)
#: Misspelt names are found where the server has this; without it, parts of names are.
TRIGRAMS = """
DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN NULL;
END $$
"""


def upgrade() -> None:
    op.execute(TRIGRAMS)
    op.create_table(
        "searchable",
        sa.Column("article_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision_id", sa.BigInteger(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("configuration", sa.Text(), nullable=False),
        sa.Column("date_published", sa.DateTime(timezone=True)),
        sa.Column("section", sa.Text()),
        sa.Column("authors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("is_edited", sa.Boolean(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True)),
        sa.Column("brief", postgresql.TSVECTOR(), nullable=False),
        sa.Column("words", postgresql.TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="searchable_pkey"),
    )
    op.execute(KEEP)
    # Before what is there is copied: from here on nobody writes until that is done, so that
    # nothing is missed.
    for statement in TRIGGERS:
        op.execute(statement)
    op.execute("SELECT keep_searchable(id) FROM article WHERE revision_id IS NOT NULL")
    op.create_index("searchable_words_idx", "searchable", ["words"], postgresql_using="gin")
    op.create_index("searchable_authors_idx", "searchable", ["authors"], postgresql_using="gin")
    op.create_index(
        "searchable_newest_idx",
        "searchable",
        [sa.text("date_published DESC NULLS LAST"), "article_id"],
    )
    op.create_index("searchable_configuration_idx", "searchable", ["configuration"])
    op.drop_index("revision_search_idx", table_name="revision")
