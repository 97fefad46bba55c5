"""Since 0017: what search reads is made for all articles of a statement at once."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.archive.searchable import UNLIKE

_REVISION = """
INSERT INTO revision (id, article_id, number, cause, fetched_at, url, kind, headline, authors,
    keywords, language, is_sponsored, credits, opinion_disclaimer, legal_label, images, related,
    blocks, removed, entries, has_more_entries, body, word_count, layout, read_hash, text_hash,
    prints, sketch, bands, extractor_version, rules_version)
SELECT %s, %s, %s, 'first', now(), i, 'article', 'Ferries', ARRAY['Pen ' || i], '{}', 'en', false,
       '{}', false, false, '[]', '{}', '[]', '[]', '[]', false, 'It sailed ' || i, 3, 'main', 'x',
       convert_to('said %s', 'UTF8'), '{}', '{}', '{}', '1', '1'
FROM generate_series(1, %s) AS i
"""


def _revisions(id: str, article: str, number: int, count: int = 3) -> str:
    return _REVISION % (id, article, number, number, count)


_WAYS = {
    "all at once": ["UPDATE article SET revision_id = id"],
    "an edit": [
        "UPDATE article SET revision_id = id",
        _revisions("i + 10", "i", 3),
        "UPDATE article SET revision_id = id + 10",
    ],
    "an earlier text": [
        "UPDATE article SET revision_id = id",
        _revisions("i + 10", "i", 1),
        "UPDATE article SET revision_id = id",
    ],
    "beside other columns": ["UPDATE article SET url = url || '/', revision_id = id WHERE id < 3"],
    "an article of another archive": [
        "DELETE FROM revision WHERE article_id = 3",
        "DELETE FROM article WHERE id = 3",
        "INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at, revision_id)"
        " VALUES (4, 'herald', 4, 4, now(), now(), 9)",
        _revisions("9", "4", 1, 1),
        "UPDATE revision SET headline = 'Boats' WHERE id = 9",
    ],
}


@pytest.mark.parametrize("way", _WAYS)
def test_search_reads_what_the_latest_revisions_say(session: Session, way: str) -> None:
    session.execute(
        text("INSERT INTO outlet (name, title, home, language) VALUES ('herald', 'H', 'h', 'en')")
    )
    session.execute(
        text(
            "INSERT INTO article (id, outlet, key, url, first_seen_at, last_seen_at)"
            " SELECT i, 'herald', i, i, now(), now() FROM generate_series(1, 3) AS i"
        )
    )
    session.execute(text(_revisions("i", "i", 2)))

    for statement in _WAYS[way]:
        session.execute(text(statement))

    assert session.scalars(text(UNLIKE)).all() == []
    assert session.scalar(text("SELECT count(*) FROM searchable")) > 0
