"""Find an outlet's crawls, and the outlets whose turn may have come, without looking at all."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_index("crawl_outlet_idx", "crawl", ["outlet", "id"])
    op.add_column("outlet", sa.Column("look_at", sa.DateTime(timezone=True)))
