"""Keep the entries of live blogs: as each revision has them, and as their history."""

from alembic import op

revision = "0014"
down_revision = "0013"

# Every insert gives the two columns of revisions: no default stays.
_STATEMENTS = """
ALTER TABLE revision ADD entries jsonb NOT NULL DEFAULT '[]',
    ADD has_more_entries boolean NOT NULL DEFAULT false;
ALTER TABLE revision ALTER entries DROP DEFAULT, ALTER has_more_entries DROP DEFAULT;
CREATE TABLE live_entry (
    article_id bigint NOT NULL REFERENCES article,
    key text NOT NULL,
    number bigint NOT NULL,
    cause text NOT NULL,
    revision_id bigint NOT NULL REFERENCES revision,
    last_revision_id bigint NOT NULL REFERENCES revision,
    next_revision_id bigint REFERENCES revision,
    gone_revision_id bigint REFERENCES revision,
    position bigint NOT NULL,
    url text,
    headline text,
    authors text[] NOT NULL,
    date_published timestamptz,
    date_modified timestamptz,
    blocks integer[] NOT NULL,
    word_count bigint NOT NULL,
    PRIMARY KEY (article_id, key, number)
);
CREATE INDEX live_entry_date_published_idx ON live_entry (date_published);
"""


def upgrade() -> None:
    op.execute(_STATEMENTS)
