"""Let an archive learn the appeals of a made-up outlet, and count what it took and what it left.

    python bench/boilerplate.py

Its 300 articles are crawled ten at a time in the order of their publication, without any written
rule; after each ten the archive learns, and cleans again what its new rules reach.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from campaigns import Page, pages
from sqlalchemy import select, text

from newscrawl.archive import crawls, models
from newscrawl.archive.embedded import Server
from newscrawl.archive.engine import SessionFactory, connect, session_factory
from newscrawl.archive.migrate import upgrade
from newscrawl.archive.reclean import Scope, reclean
from newscrawl.archive.rules import accepted_rules, learn_rules
from newscrawl.archive.store import Reading, store
from newscrawl.boilerplate import clean
from newscrawl.extract import extract
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page as FetchedPage

RIVER = Outlet(
    name="river",
    title="The River",
    home="https://river.test",
    language="en",
    articles=(r"/(?P<key>\d+)$",),
    layouts=(Layout("story", body=".story"),),
)
_AT_A_TIME = 10


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder)) as url:
        engine = connect(url)
        upgrade(engine)
        sessions = session_factory(engine)
        everything = list(pages())
        started = time.perf_counter()
        crawl(sessions, everything)
        print(f"{len(everything)} articles in {time.perf_counter() - started:.1f} s")
        report(sessions, everything)
        engine.dispose()
    return 0


def crawl(sessions: SessionFactory, given: Sequence[Page], at_a_time: int = _AT_A_TIME) -> None:
    """Store pages in this order; learn and clean again after each ten."""
    with sessions.begin() as session:
        crawls.begin(session, RIVER, {})
    for start in range(0, len(given), at_a_time):
        with sessions.begin() as session:
            rules = accepted_rules(session, RIVER.name)
            for page in given[start : start + at_a_time]:
                store(session, _reading(page, rules), rules)
        learn(sessions)


def learn(sessions: SessionFactory) -> None:
    with sessions.begin() as session:
        learned = learn_rules(session, RIVER.name)
        rules = accepted_rules(session, RIVER.name)
    for _ in reclean(sessions, Scope(outlet=RIVER.name, prints=learned.prints), rules):
        pass


def _reading(page: Page, rules: Sequence[object]) -> Reading:
    url = f"https://river.test/{page.key}"
    read = extract(FetchedPage(url, page.html, page.published, "utf-8"), RIVER)
    return Reading(article=clean(read, rules), fetched_at=page.published)


def texts(sessions: SessionFactory) -> dict[str, tuple[str, ...]]:
    """The blocks that are left of each article, by its key."""
    with sessions() as session:
        row, article = models.Revision, models.Article
        found = session.execute(
            select(article.key, row.blocks).join(row, row.id == article.revision_id)
        )
        return {key: tuple(block["text"] for block in blocks) for key, blocks in found}


def report(sessions: SessionFactory, given: Sequence[Page]) -> None:
    left = texts(sessions)
    appeals = [(page.key, line) for page in given for line in page.appeals]
    news = [(page.key, line) for page in given for line in page.article]
    stayed = [(key, line) for key, line in appeals if line in left[key]]
    lost = [(key, line) for key, line in news if line not in left[key]]
    out = 1 - len(stayed) / len(appeals)
    print(f"appeals: {len(appeals)} blocks, {out:.2%} out, {len(stayed)} left")
    print(f"journalism: {len(news)} blocks, {len(lost) / len(news):.3%} lost")
    for key, line in (stayed + lost)[:10]:
        print(f"  {key}: {line[:100]}")
    with sessions() as session:
        for state, name, articles in session.execute(
            text("SELECT state, name, evidence->>'articles' FROM rule ORDER BY state, name")
        ):
            print(f"  {state:9} {articles:>4} {name}")


if __name__ == "__main__":
    sys.exit(main())
