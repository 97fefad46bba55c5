"""Keep the entries of live blogs: as each revision has them, and as their history."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("revision", sa.Column("entries", JSONB, nullable=False, server_default="[]"))
    op.add_column(
        "revision",
        sa.Column("has_more_entries", sa.Boolean, nullable=False, server_default="false"),
    )
    # Every insert gives them.
    op.alter_column("revision", "entries", server_default=None)
    op.alter_column("revision", "has_more_entries", server_default=None)
    op.create_table(
        "live_entry",
        sa.Column("article_id", sa.BigInteger, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("revision_id", sa.BigInteger, nullable=False),
        sa.Column("last_revision_id", sa.BigInteger, nullable=False),
        sa.Column("next_revision_id", sa.BigInteger),
        sa.Column("gone_revision_id", sa.BigInteger),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("headline", sa.Text),
        sa.Column("authors", sa.ARRAY(sa.Text), nullable=False),
        sa.Column("date_published", sa.DateTime(timezone=True)),
        sa.Column("date_modified", sa.DateTime(timezone=True)),
        sa.Column("blocks", sa.ARRAY(sa.Integer), nullable=False),
        sa.Column("word_count", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "key", "number", name="live_entry_pkey"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="live_entry_article_id_fkey"),
        *(
            sa.ForeignKeyConstraint([name], ["revision.id"], name=f"live_entry_{name}_fkey")
            for name in ("revision_id", "last_revision_id", "next_revision_id", "gone_revision_id")
        ),
    )
    op.create_index("live_entry_date_published_idx", "live_entry", ["date_published"])
