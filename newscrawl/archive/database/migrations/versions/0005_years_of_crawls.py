"""What crawls of years need: completeness, politeness between processes, quarantine."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add("outlet", sa.Column("timezone", sa.Text(), server_default="UTC", nullable=False))
    _add("outlet", sa.Column("told", postgresql.JSONB(), server_default="{}", nullable=False))
    _add("source", _moment("new_at"))
    _add("link", _texts("listed_in"), _texts("robots"))
    _add(
        "host",
        _moment("next_at"),
        sa.Column("delay", sa.REAL()),
        sa.Column("robots", sa.LargeBinary()),
        sa.Column("robots_status", sa.BigInteger()),
        _moment("robots_at"),
    )
    _add("quarantine", _moment("settled_at"), sa.Column("settlement", sa.Text()))
    op.create_table(
        "gap",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("begins_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "found_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("archive_now()"),
            nullable=False,
        ),
        _moment("filled_at"),
        sa.ForeignKeyConstraint(["outlet"], ["outlet.name"], name="gap_outlet_fkey"),
        sa.PrimaryKeyConstraint("id", name="gap_pkey"),
        sa.UniqueConstraint(
            "outlet", "source", "begins_at", name="gap_outlet_source_begins_at_key"
        ),
    )


def _add(table: str, *columns: sa.Column[object]) -> None:
    for column in columns:
        op.add_column(table, column)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True))


def _texts(name: str) -> sa.Column[object]:
    return sa.Column(name, postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False)
