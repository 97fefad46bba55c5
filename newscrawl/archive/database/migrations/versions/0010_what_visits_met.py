"""What validators stand for, when a text was last met, and the addresses that articles had."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    # Empty for the links that are there: of theirs nobody knows which text they came with.
    op.add_column("link", sa.Column("revision_id", sa.BigInteger()))
    op.add_column("article", sa.Column("other_snapshot", sa.BigInteger()))
    op.add_column("article", sa.Column("met_at", sa.DateTime(timezone=True)))
    op.add_column("revision", sa.Column("met_at", sa.DateTime(timezone=True)))
    op.create_table(
        "address",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="address_pkey"),
    )
    op.create_index("address_article_id_idx", "address", ["article_id"])
    op.create_index(
        "snapshot_part_of_idx",
        "snapshot",
        ["part_of"],
        postgresql_where=sa.text("part_of IS NOT NULL"),
    )
