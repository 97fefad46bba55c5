"""What takes too long ends with a clear message, and stops nobody else."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import text

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.frontier import crawl_rows as crawls
from tests.archive.making import HERALD, article, reading, store
from tests.conftest import MakeDatabase
from tests.web.conftest import serving

#: In place of the function that search is: it takes for ever.
_SLOW = """
CREATE OR REPLACE FUNCTION search_statement(
    query text, outlet text, since date, until date, author text, section text, language text,
    edited boolean, gone boolean, by_brief boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql STABLE AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$
"""


def _slow_archive(url: str) -> None:
    engine = connect(url)
    with session_factory(engine).begin() as session:
        crawls.begin(session, HERALD, {})
        store(session, reading(article()))
        session.execute(text(_SLOW))
    engine.dispose()


def test_ten_slow_questions_end_and_do_not_stop_the_others(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    url = make_database.with_schema()
    _slow_archive(url)
    with serving(url, tmp_path) as served, ThreadPoolExecutor(10) as pool:
        [(article_id,)] = served.rows("SELECT article_id FROM articles")
        assert served.get(f"/articles/{article_id}").status == 200
        began = time.monotonic()
        asked = [pool.submit(served.get, "/", q=f"snow {number}") for number in range(10)]
        time.sleep(1)
        asking = time.monotonic()
        other = served.get(f"/articles/{article_id}")
        waited = time.monotonic() - asking
        ended = [each.result() for each in asked]
        took = time.monotonic() - began

    assert other.status == 200
    assert waited < 30, "each would take a minute"
    assert took < 50
    assert {each.status for each in ended} == {503, 504}
    assert sum(each.status == 504 for each in ended) == 4
    slow = next(each for each in ended if each.status == 504)
    assert "longer than 5 seconds" in slow.text
    assert "refresh" not in slow.text, "it would be asked again for ever"
