"""Makes the values that the archive's tests write: articles, links, visits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import LeasedLink, Stored, Visit
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.revisions.compare_with_latest import Reading, Reread
from newscrawl.archive.revisions.store import write_readings
from newscrawl.article import Article, Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.outlet import Outlet
from newscrawl.page import HttpExchange, WarcLocation
from newscrawl.screen import Outcome

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HERALD = Outlet(name="herald", title="The Herald", home="https://herald.test", language="en")


def article(*texts: str, key: str = "1", **fields: Any) -> Article:
    """An article whose body has these paragraphs."""
    url = f"https://herald.test/{key}"
    given = {"url": url, "canonical_url": url, "outlet": "herald", "layout": "main"}
    blocks = tuple(Block(BlockKind.PARAGRAPH, each) for each in texts or ("Snow fell.",))
    return Article(**{**given, "key": key, "headline": "Snow", "blocks": blocks, **fields})


def reading(read: Article, at: datetime = NOON, snapshot_id: int | None = None) -> Reading:
    return Reading(article=read, fetched_at=at, snapshot_id=snapshot_id)


def store(
    session: Session, read: Reading, rules: Sequence[Rule] = (), reread: Reread = lambda _: None
) -> Stored:
    return store_all(session, [read], rules, reread)[0]


def store_all(
    session: Session,
    readings: Sequence[Reading],
    rules: Sequence[Rule] = (),
    reread: Reread = lambda _: None,
) -> list[Stored]:
    """Write the readings as a crawl does, and their clusters."""
    results, renewed = write_readings(session, readings, rules, reread)
    renew_duplicates(session, renewed)
    return results


def begin_crawl(session: Session, outlet: Outlet = HERALD) -> int:
    return crawls.begin(session, outlet, {})


def set_clock(session: Session, moment: datetime) -> None:
    """Let the archive believe that it is this moment, until the transaction ends."""
    session.execute(
        text("SELECT set_config('newscrawl.now', :at, true)"), {"at": moment.isoformat()}
    )


def lease(session: Session, crawl: int, *keys: str) -> list[LeasedLink]:
    """Links of these keys, listed and leased."""
    links = [ListedLink(key=key, url=f"https://herald.test/{key}") for key in keys]
    list_links(session, "herald", "feed", links)
    found = {link.key: link for link in lease_urls(session, "herald", crawl, keys)}
    return [found[key] for key in keys]


def visit(link: LeasedLink, read: Article | None = None, **fields: Any) -> Visit:
    """A visit that met this article; ``outcome=`` for one that met something else."""
    if read is not None:
        fields = {"fetched": (fetched(link.url),), **fields}
    return Visit(**{"link": link, "outcome": Outcome.STORED, "article": read, **fields})


def visits_of(links: Sequence[LeasedLink]) -> list[Visit]:
    """A visit of each link, each with an article that says something of its own."""
    return [visit(link, article(f"News of {link.key}.", key=link.key)) for link in links]


def fetched(
    url: str = "https://herald.test/1", body: bytes = b"<p>Snow", **fields: Any
) -> HttpExchange:
    headers = ((b"Content-Type", b"text/html; charset=utf-8"),)
    given = {"url": url, "asked": url, "fetched_at": NOON, "status": 200, "headers": headers}
    return HttpExchange(**{**given, "body": body, **fields})


def kept(at: int) -> WarcLocation:
    return WarcLocation(file="warc/herald/a.warc.gz", offset=at, length=10, digest="sha1:A")


def record_visits(session: Session, crawl: int, *visits: Visit) -> list[Stored | None]:
    return record(session, crawl, "herald", visits, (), lambda _: None)


def saying(read: Article, *texts: str) -> Article:
    """The same article with other paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, each) for each in texts)
    return replace(read, blocks=blocks)


def ledger(session: Session, outlet: str) -> dict[str, int]:
    """How many links ended in each outcome."""
    found = session.execute(
        text(
            "SELECT outcome, count(*) AS links FROM link WHERE outlet = :outlet "
            "GROUP BY outcome ORDER BY outcome"
        ),
        {"outlet": outlet},
    )
    return {row.outcome: row.links for row in found}
