"""Drop an index that ``link_ledger_idx``, which is built late, has within it."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.drop_index("link_outcome_idx", "link")
