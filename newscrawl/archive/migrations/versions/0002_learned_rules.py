"""Learned boilerplate: the rules, and the fingerprints of what each revision was read from."""

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.wording import prints_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BATCH = 500
_BLOCKS = sa.text("SELECT id, blocks || removed FROM revision WHERE id > :id ORDER BY id LIMIT :n")
_FILL = sa.text("""
UPDATE revision SET prints = array(SELECT jsonb_array_elements_text(new.prints)::integer)
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (id bigint, prints jsonb)
WHERE revision.id = new.id
""")


def upgrade() -> None:
    op.add_column(
        "revision",
        sa.Column("prints", postgresql.ARRAY(sa.Integer()), server_default="{}", nullable=False),
    )
    _fill()
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


def _fill() -> None:
    """Fingerprints of the revisions that are there; their order does not matter."""
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_BLOCKS, {"id": last, "n": _BATCH}).all():
        filled = [{"id": row[0], "prints": prints_of(map(_block, row[1]))} for row in rows]
        connection.execute(_FILL, {"rows": json.dumps(filled)})
        last = rows[-1][0]


def _block(row: dict[str, str]) -> Block:
    return Block(BlockKind(row["kind"]), row["text"])
