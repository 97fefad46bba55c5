"""The archive: outlets, their sources and links, articles, revisions, snapshots, crawls."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: The one clock: a test sets it with ``newscrawl.now``, and nobody else does.
CLOCK = """
CREATE FUNCTION archive_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce(nullif(current_setting('newscrawl.now', true), '')::timestamptz, now())
$$
"""

#: The text search configuration of a language; a language that has none is not stemmed.
CONFIGURATION = """
CREATE FUNCTION text_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE language
        WHEN 'ar' THEN 'arabic'::regconfig
        WHEN 'da' THEN 'danish'::regconfig
        WHEN 'de' THEN 'german'::regconfig
        WHEN 'en' THEN 'english'::regconfig
        WHEN 'es' THEN 'spanish'::regconfig
        WHEN 'fi' THEN 'finnish'::regconfig
        WHEN 'fr' THEN 'french'::regconfig
        WHEN 'hu' THEN 'hungarian'::regconfig
        WHEN 'it' THEN 'italian'::regconfig
        WHEN 'nl' THEN 'dutch'::regconfig
        WHEN 'no' THEN 'norwegian'::regconfig
        WHEN 'pt' THEN 'portuguese'::regconfig
        WHEN 'ro' THEN 'romanian'::regconfig
        WHEN 'ru' THEN 'russian'::regconfig
        WHEN 'sv' THEN 'swedish'::regconfig
        WHEN 'tr' THEN 'turkish'::regconfig
        ELSE 'simple'::regconfig END
$$
"""


def upgrade() -> None:
    op.execute(CLOCK)
    op.execute(CONFIGURATION)
    op.create_table(
        "host",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("blocked_until", sa.DateTime(timezone=True)),
        sa.Column("failures", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("name", name="host_pkey"),
    )
    op.create_table(
        "outlet",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="outlet_pkey"),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True)),
        sa.Column("revision_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="article_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="article_pkey"),
        sa.UniqueConstraint("outlet", "key", name="article_outlet_key_key"),
    )
    op.create_table(
        "crawl",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column(
            "started_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("finish_reason", sa.Text()),
        sa.Column("exit_code", sa.BigInteger()),
        sa.Column("arguments", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("stats", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="crawl_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="crawl_pkey"),
    )
    op.create_table(
        "link",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("listed_by", sa.Text()),
        sa.Column(
            "listed_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.Column("claimed_at", sa.DateTime(timezone=True)),
        sa.Column("outcome", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("last_result", sa.Text()),
        sa.Column("attempts", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True)),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("visited_at", sa.DateTime(timezone=True)),
        sa.Column(
            "next_visit_at", sa.DateTime(timezone=True), server_default=sa.text("archive_now()")
        ),
        sa.Column("lease", sa.BigInteger()),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="link_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="link_pkey"),
        sa.UniqueConstraint("outlet", "key", name="link_outlet_key_key"),
    )
    op.create_index(
        "link_due_idx",
        "link",
        ["outlet", sa.literal_column("claimed_at DESC NULLS LAST")],
        unique=False,
        postgresql_where=sa.text("next_visit_at IS NOT NULL"),
    )
    op.create_index("link_outcome_idx", "link", ["outlet", "outcome"], unique=False)
    op.create_table(
        "snapshot",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.BigInteger(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("part_of", sa.BigInteger()),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="snapshot_outlet_fkey"),
        sa.ForeignKeyConstraint(["part_of"], ["snapshot.id"], name="snapshot_part_of_fkey"),
        sa.PrimaryKeyConstraint("id", name="snapshot_pkey"),
        sa.UniqueConstraint("file", "offset", name="snapshot_file_offset_key"),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("children", postgresql.JSONB()),
        sa.Column("asked_at", sa.DateTime(timezone=True)),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("last_result", sa.Text()),
        sa.Column("complaint", sa.Text()),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="source_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="source_pkey"),
    )
    op.create_index("source_url_idx", "source", ["outlet", sa.text("md5(url)")], unique=True)
    op.create_table(
        "quarantine",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("crawl_id", sa.BigInteger()),
        sa.Column("snapshot_id", sa.BigInteger()),
        sa.Column(
            "happened_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["crawl_id"], ["crawl.id"], name="quarantine_crawl_id_fkey"),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="quarantine_outlet_fkey"),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name="quarantine_snapshot_id_fkey"
        ),
        sa.PrimaryKeyConstraint("id", name="quarantine_pkey"),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "recorded_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.Column("snapshot_id", sa.BigInteger()),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("lead", sa.Text()),
        sa.Column("kicker", sa.Text()),
        sa.Column("authors", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("date_published", sa.DateTime(timezone=True)),
        sa.Column("date_modified", sa.DateTime(timezone=True)),
        sa.Column("date_source", sa.Text()),
        sa.Column("date_raw", sa.Text()),
        sa.Column("section", sa.Text()),
        sa.Column("keywords", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("is_free", sa.Boolean()),
        sa.Column("is_sponsored", sa.Boolean(), nullable=False),
        sa.Column("credits", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("opinion_disclaimer", sa.Boolean(), nullable=False),
        sa.Column("legal_label", sa.Boolean(), nullable=False),
        sa.Column("republished_from", sa.Text()),
        sa.Column("images", postgresql.JSONB(), nullable=False),
        sa.Column("related", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("blocks", postgresql.JSONB(), nullable=False),
        sa.Column("removed", postgresql.JSONB(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("word_count", sa.BigInteger(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("read_hash", sa.LargeBinary(), nullable=False),
        sa.Column("text_hash", sa.LargeBinary(), nullable=False),
        sa.Column("extractor_version", sa.Text(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector(text_configuration(language), "
                "left(headline, 10000)), 'A') || "
                "setweight(to_tsvector(text_configuration(language), "
                "left(coalesce(description, '') || ' ' || coalesce(lead, ''), 10000)), 'B') || "
                "to_tsvector(text_configuration(language), left(body, 150000))",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="revision_article_id_fkey"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name="revision_snapshot_id_fkey"),
        sa.PrimaryKeyConstraint("id", name="revision_pkey"),
        sa.UniqueConstraint("article_id", "number", name="revision_article_id_number_key"),
    )
    op.create_index("revision_date_published_idx", "revision", ["date_published"], unique=False)
    op.create_index(
        "revision_search_idx", "revision", ["search"], unique=False, postgresql_using="gin"
    )
