"""Nothing any more: keys are brought to the spelling of today by ``key_spelling.py``."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    pass
