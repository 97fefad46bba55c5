"""What search reads made for all articles of a statement at once: by ``triggers.sql``."""

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    pass
