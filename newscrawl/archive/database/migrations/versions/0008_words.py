"""Words that a trigger makes, by functions that may change; how far they were made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

MAKE = (
    """
CREATE FUNCTION make_searched_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search := searched_words(NEW.language, NEW.headline, NEW.description, NEW.lead, NEW.body);
    RETURN NEW;
END $$
""",
    """
CREATE TRIGGER make_searched_words
BEFORE INSERT OR UPDATE OF headline, description, lead, body, language ON revision
FOR EACH ROW EXECUTE FUNCTION make_searched_words()
""",
)


def upgrade() -> None:
    # What is there stays until it is indexed again, in small steps, after the upgrade.
    op.execute("ALTER TABLE revision ALTER COLUMN search DROP EXPRESSION")
    for statement in MAKE:
        op.execute(statement)
    op.create_table(
        "indexing",
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("below", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("words", name="indexing_pkey"),
    )
