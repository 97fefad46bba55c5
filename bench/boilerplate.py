"""Let an archive learn the appeals of a made-up outlet, and count what it took and what it left.

    python -m bench.boilerplate

Its 300 articles are crawled ten at a time in the order of their publication, without any written
rule; after each ten the archive learns, and cleans again what its new rules reach. Then the work
of counting and of cleaning again is timed alone, without a database.
"""

import gzip
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import select, text

from bench import pages as heavy
from bench.campaigns import Page, pages
from newscrawl.archive import models
from newscrawl.archive.database.engine import SessionFactory, connect, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.learning.learn_outlet import learn_rules, learned_scope
from newscrawl.archive.learning.rule_rows import accepted_rules
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.revisions.compare_with_latest import Reading
from newscrawl.archive.revisions.recleaning import reclean
from newscrawl.archive.revisions.revision_rows import article_of, cleaned_columns, columns_of
from newscrawl.archive.revisions.stored_blocks import whole_blocks
from newscrawl.article import Article, blocks_as_read
from newscrawl.boilerplate import Rule, clean
from newscrawl.boilerplate.folding import fold
from newscrawl.boilerplate.rules.fingerprints import block_prints, prints_of
from newscrawl.extract import extract
from newscrawl.outlet import Layout, Outlet, rules_of
from newscrawl.outlets import load_outlet
from newscrawl.page import Page as FetchedPage
from tests.archive.making import store_all

RIVER = Outlet(
    name="river",
    title="The River",
    home="https://river.test",
    language="en",
    articles=(r"/(?P<key>\d+)$",),
    layouts=(Layout("story", body=".story"),),
)
_AT_A_TIME = 10
_FETCHED = datetime(2026, 11, 2, tzinfo=UTC)
#: Pages as heavy as real ones whose articles are cleaned again.
_HEAVY = 300


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as url:
        engine = connect(url)
        upgrade(engine)
        sessions = session_factory(engine)
        everything = list(pages())
        started = time.perf_counter()
        learnings = crawl(sessions, everything)
        print(f"{len(everything)} articles in {time.perf_counter() - started:.1f} s")
        print(f"learning: {len(learnings)} times, {max(learnings):.2f} s at most")
        report(sessions, everything)
        engine.dispose()
    print(f"counting: {milliseconds_of_counting(everything):.3f} ms an article")
    time_cleaning()
    return 0


def crawl(
    sessions: SessionFactory, given: Sequence[Page], at_a_time: int = _AT_A_TIME
) -> list[float]:
    """Store pages in this order; learn and clean again after each so many. Seconds of learning."""
    seconds = []
    with sessions.begin() as session:
        crawls.begin(session, RIVER, {})
    for start in range(0, len(given), at_a_time):
        with sessions.begin() as session:
            rules = accepted_rules(session, RIVER.name)
            batch = given[start : start + at_a_time]
            store_all(session, [_reading(page, rules) for page in batch], rules)
        seconds.append(learn(sessions))
    return seconds


def learn(sessions: SessionFactory) -> float:
    """Learn, and clean again; no rule is written, and so none of the common ones applies."""
    started = time.perf_counter()
    with sessions.begin() as session:
        learn_rules(session, RIVER.name)
    seconds = time.perf_counter() - started
    apply(sessions)
    return seconds


def apply(sessions: SessionFactory) -> None:
    """Clean again by what is accepted."""
    with sessions() as session:
        scope, rules = learned_scope(session, RIVER.name), accepted_rules(session, RIVER.name)
    for _ in reclean(sessions, scope, rules):
        pass


def _reading(page: Page, rules: Sequence[Rule]) -> Reading:
    return Reading(article=clean(read(page), rules), fetched_at=page.published)


@lru_cache(maxsize=1000)
def read(page: Page) -> Article:
    """The page's article with all its blocks."""
    url = f"https://river.test/{page.key}"
    return extract(FetchedPage(url, page.html, page.published, "utf-8"), RIVER)


def texts(sessions: SessionFactory) -> dict[str, tuple[str, ...]]:
    """The blocks that are left of each article, by its key."""
    with sessions() as session:
        row, article = models.Revision, models.ArticleRow
        found = session.execute(
            select(article.key, row.blocks, row.body).join(row, row.id == article.revision_id)
        )
        return {
            key: tuple(block["text"] for block in whole_blocks(blocks, body))
            for key, blocks, body in found
        }


Lines = list[tuple[str, str]]


def kept_and_lost(left: dict[str, tuple[str, ...]], given: Sequence[Page]) -> tuple[Lines, Lines]:
    """Keys and texts of the appeals that stayed, and of the journalism that went."""
    stayed = [(page.key, line) for page in given for line in page.appeals if line in left[page.key]]
    lost = [
        (page.key, line) for page in given for line in page.article if line not in left[page.key]
    ]
    return stayed, lost


def report(sessions: SessionFactory, given: Sequence[Page]) -> None:
    stayed, lost = kept_and_lost(texts(sessions), given)
    appeals = sum(len(page.appeals) for page in given)
    news = sum(len(page.article) for page in given)
    print(f"appeals: {appeals} blocks, {1 - len(stayed) / appeals:.2%} out, {len(stayed)} left")
    print(f"journalism: {news} blocks, {len(lost) / news:.3%} lost")
    for key, line in (stayed + lost)[:10]:
        print(f"  {key}: {line[:100]}")
    with sessions() as session:
        for state, name, articles in session.execute(
            text("SELECT state, name, evidence->>'articles' FROM rule ORDER BY state, name")
        ):
            print(f"  {state:9} {articles:>4} {name}")


def milliseconds_of_counting(given: Sequence[Page]) -> float:
    """What an article's fingerprints cost where nothing of it was looked at before."""
    articles = [blocks_as_read(read(page)) for page in given]
    _forget()
    started = time.process_time()
    for blocks in articles:
        prints_of(blocks)
    return (time.process_time() - started) / len(given) * 1000


def time_cleaning() -> None:
    """Revisions a second of cleaning work, as reclean does it."""
    outlet = load_outlet("moscow_times")
    rules = rules_of(outlet)
    read_ones = [_heavy_article(number, outlet) for number in range(_HEAVY)]
    cleaned = [_stored(clean(article, rules)) for article in read_ones]
    uncleaned = [_stored(article) for article in read_ones]
    print(f"cleaning again: {_rate(cleaned, rules):,.0f} revisions a second that stay as they are,")
    print(
        f"                {_rate(uncleaned, rules):,.0f} that lose their boilerplate to new rules"
    )


def _rate(rows: Sequence[SimpleNamespace], rules: Sequence[Rule]) -> float:
    _forget()
    started = time.process_time()
    for row in rows:
        before = article_of(row)  # type: ignore[arg-type]
        after = clean(before, rules)
        if after.removed != before.removed:
            cleaned_columns(after, "new")
    return len(rows) / (time.process_time() - started)


def _stored(article: Article) -> SimpleNamespace:
    """What the database gives back of it."""
    return SimpleNamespace(url=article.url, **columns_of(article, "old"))


def _heavy_article(number: int, outlet: Outlet) -> Article:
    url = f"https://www.themoscowtimes.com{heavy.path(number)}"
    html = gzip.decompress(heavy.page(number))
    return extract(FetchedPage(url, html, _FETCHED, "utf-8"), outlet)


def _forget() -> None:
    block_prints.cache_clear()
    fold.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
