"""What validators stand for, when a text was last met, and the addresses that articles had."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

#: No writer can forget it: what an article's address was until now is a fact that would be lost.
KEEP = (
    """
CREATE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO address (article_id, url, until) VALUES (OLD.id, OLD.url, archive_now());
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER keep_address AFTER UPDATE OF url ON article
FOR EACH ROW WHEN (OLD.url IS DISTINCT FROM NEW.url) EXECUTE FUNCTION keep_address()
""",
    # Or an operator who deletes an article would leave its addresses behind.
    """
CREATE FUNCTION forget_addresses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN TRUNCATE address;
    ELSE DELETE FROM address WHERE article_id = OLD.id;
    END IF;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER forget_addresses AFTER DELETE ON article
FOR EACH ROW EXECUTE FUNCTION forget_addresses()
""",
    """
CREATE TRIGGER forget_all_addresses AFTER TRUNCATE ON article
FOR EACH STATEMENT EXECUTE FUNCTION forget_addresses()
""",
)


def upgrade() -> None:
    # Empty for the links that are there: of theirs nobody knows which text they came with.
    op.add_column("link", sa.Column("revision_id", sa.BigInteger()))
    op.add_column("article", sa.Column("other_snapshot", sa.BigInteger()))
    op.add_column("article", sa.Column("met_at", sa.DateTime(timezone=True)))
    op.add_column("revision", sa.Column("met_at", sa.DateTime(timezone=True)))
    op.create_table(
        "address",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("article_id", sa.BigInteger(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="address_pkey"),
    )
    op.create_index("address_article_id_idx", "address", ["article_id"])
    for statement in KEEP:
        op.execute(statement)
    op.create_index(
        "snapshot_part_of_idx",
        "snapshot",
        ["part_of"],
        postgresql_where=sa.text("part_of IS NOT NULL"),
    )
