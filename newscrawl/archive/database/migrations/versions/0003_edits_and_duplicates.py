"""Edits, deletions, revisit records and near duplicates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Postgres takes each band for one that every 200th revision has, as it knows none of them: it would
# start workers, compile, or read the whole table for what the index finds in no time.
_WITH_BANDS = """
CREATE FUNCTION revisions_with_bands(asked integer[], most bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 10
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off
AS $$ SELECT id FROM revision WHERE bands && asked ORDER BY id + 0 LIMIT most $$
"""


def upgrade() -> None:
    for name in ("sketch", "bands"):
        numbers = postgresql.ARRAY(sa.Integer())
        op.add_column("revision", sa.Column(name, numbers, server_default="{}", nullable=False))
    for name in ("sketch", "bands"):
        op.alter_column("revision", name, server_default=None)
    op.create_index(
        "revision_bands_idx",
        "revision",
        ["bands"],
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "duplicate",
        sa.Column("article_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cluster", sa.BigInteger(), nullable=False),
        sa.Column("similarity", sa.REAL(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="duplicate_pkey"),
    )
    op.create_index("duplicate_cluster_idx", "duplicate", ["cluster"])
    op.execute(_WITH_BANDS)
    op.add_column("revision", sa.Column("changes", postgresql.JSONB()))
    op.add_column("snapshot", sa.Column("kind", sa.Text(), server_default="page", nullable=False))
    op.add_column("snapshot", sa.Column("same_as", sa.BigInteger()))
    op.create_foreign_key("snapshot_same_as_fkey", "snapshot", "snapshot", ["same_as"], ["id"])
    op.create_index(
        "snapshot_digest_idx",
        "snapshot",
        ["digest"],
        postgresql_where=sa.text("same_as IS NULL"),
    )
    op.add_column("article", sa.Column("other_hash", sa.LargeBinary()))
    op.add_column(
        "article", sa.Column("other_seen", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.create_table(
        "deletion",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("missing_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="deletion_article_id_fkey"),
        sa.PrimaryKeyConstraint("id", name="deletion_pkey"),
    )
    op.create_index("deletion_article_id_idx", "deletion", ["article_id"])
