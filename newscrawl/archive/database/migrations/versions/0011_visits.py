"""Every visit of a link: when, what it met, and what storing that came to."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    # Empty for the visits that are past: of those the links' rows know the latest alone.
    op.create_table(
        "visit",
        sa.Column("link_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("crawl_id", sa.BigInteger(), nullable=False),
        sa.Column("snapshot_id", sa.BigInteger()),
        sa.Column(
            "visited_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.Column("status", sa.SmallInteger()),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("stored", sa.Text()),
        sa.Column("error", sa.Text()),
        sa.PrimaryKeyConstraint("link_id", "id", name="visit_pkey"),
        sa.ForeignKeyConstraint(
            ["link_id"], ["link.id"], name="visit_link_id_fkey", ondelete="CASCADE"
        ),
    )
    op.create_index("visit_visited_at_idx", "visit", ["visited_at"], postgresql_using="brin")
