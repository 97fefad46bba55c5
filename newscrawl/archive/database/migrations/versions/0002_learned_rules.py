"""Learned boilerplate: the rules, and the fingerprints of what each revision was read from."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "revision",
        sa.Column("prints", postgresql.ARRAY(sa.Integer()), server_default="{}", nullable=False),
    )
    op.alter_column("revision", "prints", server_default=None)
    op.create_table(
        "rule",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("wordings", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("prints", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column(
            "learned_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        sa.Column("evidence", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="rule_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="rule_pkey"),
        sa.UniqueConstraint("outlet", "name", name="rule_outlet_name_key"),
    )
