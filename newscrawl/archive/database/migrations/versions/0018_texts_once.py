"""Texts of blocks stand in the body alone (``stored_blocks.py``), which older code cannot read.

Rows that are there stay as they are until they are written anew: both forms are read.
"""

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    pass
