"""Captures that others made: snapshots know their article."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("snapshot", sa.Column("article_id", sa.BigInteger()))
    op.create_foreign_key("snapshot_article_id_fkey", "snapshot", "article", ["article_id"], ["id"])
    op.create_index(
        "snapshot_article_id_idx",
        "snapshot",
        ["article_id"],
        postgresql_where=sa.text("article_id IS NOT NULL"),
    )
