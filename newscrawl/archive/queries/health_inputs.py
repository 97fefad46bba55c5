"""What the crawls of each outlet counted, and when anything new came: what its health shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import IN_PART
from newscrawl.exit_code import ExitCode
from newscrawl.health import HealthInputs, Look
from newscrawl.health.chance import FEWEST, Share
from newscrawl.health.finding_types import PagedArticle
from newscrawl.outlets import told_of, wrong_files

#: The latest crawls that together read so many articles are judged, or those of a week.
_LOOKS, _WEEK = (FEWEST, 12), timedelta(days=7)
_FOUR_WEEKS = timedelta(days=28)
_DAY = timedelta(days=1)
_READING = "crawl/reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """A crawl that ended."""

    started_at: datetime
    finished_at: datetime
    exit_code: int | None = None
    #: What the operator asked for, as the crawl's row keeps it.
    arguments: dict[str, Any] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)

    @property
    def reading(self) -> str | None:
        """A fingerprint of how pages were read: what was broken then may be mended since."""
        return self.stats.get(_READING)

    @property
    def is_chosen(self) -> bool:
        """Whether somebody named its pages: they need not be like others."""
        return bool(self.arguments.get("urls"))

    @property
    def is_backfill(self) -> bool:
        """Whether it read the past, whose pages may have looked otherwise."""
        return bool(self.arguments.get("since") or self.arguments.get("until"))


_CRAWLS = text("""
SELECT started_at, coalesce(finished_at, archive_now()) AS finished_at, exit_code, arguments,
       CASE WHEN crawl_id = :crawl THEN cast(:stats AS jsonb) ELSE stats END AS stats
FROM crawls JOIN crawl_arguments USING (crawl_id, outlet)
WHERE outlet = :outlet AND (finished_at IS NOT NULL OR crawl_id = :crawl)
  AND started_at > archive_now() - interval '35 days'
ORDER BY started_at DESC, crawl_id DESC
""")
_FIRST = text("SELECT min(started_at) FROM crawls WHERE outlet = :outlet")
# By its address alone: what turns out to be none when it is fetched is another matter.
_NO_ARTICLE = "(outcome = 'offsite' OR outcome = 'not_article' AND reason = 'pattern') IS TRUE"
# The weeks before the last article, whenever that was: what is silent for long is not well again.
_LATELY = f"""listed_at > (
    SELECT max(listed_at) FROM links WHERE outlet = :outlet AND NOT {_NO_ARTICLE}
  ) - interval '28 days'"""
# One moment for each hour is enough, however many links a first crawl finds.
_LISTED = text(f"""
SELECT listed_by AS source, max(listed_at) AS moment FROM links
WHERE outlet = :outlet AND {_LATELY} AND NOT {_NO_ARTICLE}
GROUP BY listed_by, date_trunc('hour', listed_at) ORDER BY moment
""")
# Of sources that are to list articles: a section's page lists its site's menus, too. What comes in
# one crawl with an article, of whichever source, is no sign: a sitemap may get a heap of topics.
# Nor is what comes in one crawl alone: where addresses moved, the next crawl finds more.
_STRANGE = text(f"""
WITH listed AS (
    SELECT listed_by AS source, listed_at, {_NO_ARTICLE} AS is_strange FROM links
    WHERE outlet = :outlet AND {_LATELY}
      AND listed_in && '{{feed,sitemap}}'
), known AS (
    SELECT coalesce(min(finished_at), archive_now()) AS moment FROM crawls
    WHERE outlet = :outlet
      AND finished_at >= (SELECT max(listed_at) FROM listed WHERE NOT is_strange)
)
SELECT source, count(*) FILTER (WHERE listed_at > moment) AS latest,
       count(*) FILTER (WHERE listed_at <= moment AND is_strange) AS strange,
       count(*) FILTER (WHERE listed_at <= moment) AS before
FROM listed CROSS JOIN known
GROUP BY source HAVING bool_or(NOT is_strange) AND max(listed_at)
  > min(listed_at) FILTER (WHERE listed_at > moment) + interval '10 minutes'
ORDER BY source
""")
_SOURCES = text("""
SELECT url, answered_at, asked_at > answered_at OR answered_at IS NULL AS is_silent FROM sources
WHERE outlet = :outlet AND asked_at >= :since ORDER BY url
""")
_ENDED = text("""
SELECT outlet FROM (
    SELECT DISTINCT ON (outlet) outlet, exit_code FROM crawls WHERE finished_at IS NOT NULL
    ORDER BY outlet, crawl_id DESC) AS latest
ORDER BY exit_code IS NOT DISTINCT FROM 0, outlet
""")
# What has parts of another kind, as live blogs have, lacks none. What a visit could not get is told
# by the last one that read the article.
_PAGED = text("""
SELECT a.url, a.first_seen_at AS seen_at, r.layout LIKE :in_part AS is_in_part,
       CASE WHEN r.layout LIKE :in_part THEN (
           SELECT error FROM visits AS v WHERE v.outlet = a.outlet AND v.key = a.key
             AND v.outcome = 'stored' AND v.stored IS NOT NULL
           ORDER BY visit_id DESC LIMIT 1) END AS lacks
FROM articles AS a
JOIN readings AS r USING (revision_id)
JOIN recorded AS own USING (revision_id)
WHERE a.outlet = :outlet AND a.first_seen_at > archive_now() - interval '35 days'
  AND own.extractor_version = :reading
  AND (r.layout LIKE :in_part
       OR EXISTS (SELECT FROM kept_pages AS part WHERE part.part_of = r.snapshot_id))
ORDER BY seen_at DESC, a.article_id DESC LIMIT 200
""")
_ANSWERED = text("""
SELECT EXISTS (SELECT FROM sources WHERE outlet = :outlet AND answered_at IS NOT NULL)
""")


def outlets_to_judge(session: Session) -> list[str]:
    """The outlets with a crawl that ended, those first whose last one did not end well."""
    return list(session.scalars(_ENDED))


def health_inputs(
    session: Session, outlet: str, crawl: int | None = None, stats: Mapping[str, Any] | None = None
) -> HealthInputs:
    """What an outlet is judged by; at the end of a crawl, with its stats, which no row has yet.

    Whoever is crawled has a file that is right: the others are asked about theirs.
    """
    wrong = {} if crawl else wrong_files()
    # Scrapy's stats hold moments too, which are no JSON.
    counted = _numbers(stats or {}) | {_READING: (stats or {}).get(_READING)}
    given = {"outlet": outlet, "crawl": crawl, "stats": safe_json(counted)}
    crawls = [Crawled(**row) for row in session.execute(_CRAWLS, given).mappings()]
    moment = now(session)
    links = session.execute(_LISTED, {"outlet": outlet}).all()
    asked = [each.started_at for each in crawls if not each.is_chosen][:1]
    since = {"outlet": outlet, "since": asked[0] if asked else moment}
    sources = session.execute(_SOURCES, since).mappings().all()
    first = session.scalar(_FIRST, {"outlet": outlet}) or moment
    return HealthInputs(
        outlet=outlet,
        fault=told_of(wrong[outlet]) if outlet in wrong else "",
        looks=_looks(crawls),
        now=moment,
        crawls=tuple(sorted(each.finished_at for each in crawls)),
        links=tuple(row.moment for row in links),
        sources={
            row["url"]: tuple(link.moment for link in links if link.source == row["url"])
            for row in sources
            if not row["is_silent"]
        },
        strange={
            row.source: (Share(row.latest, row.latest), Share(row.strange, row.before))
            for row in session.execute(_STRANGE, {"outlet": outlet})
        },
        unanswered=0 if session.scalar(_ANSWERED, {"outlet": outlet}) else _asking(crawls),
        silent=tuple((r["url"], r["answered_at"] or first) for r in sources if r["is_silent"]),
        days=_days(crawls, first, moment),
        paged=_paged(session, outlet, crawls),
    )


def _paged(session: Session, outlet: str, crawls: Sequence[Crawled]) -> tuple[PagedArticle, ...]:
    """The newest articles that go on on further pages, read as now, and what each of them lacks.

    Most outlets have none in part, and are not asked.
    """
    if not _sum(crawls).get("extract/in_part") or crawls[0].is_chosen:
        return ()
    # What was broken may be mended since.
    given = {"outlet": outlet, "reading": crawls[0].reading, "in_part": f"%{IN_PART}"}
    rows = session.execute(_PAGED, given).mappings()
    return tuple(
        PagedArticle(**{**row, "lacks": tuple(row["lacks"].split(", ")) if row["lacks"] else ()})
        for row in rows
    )


def _asking(crawls: Sequence[Crawled]) -> int:
    """How many crawls asked for the sources, and had the time to hear of them."""
    return sum(
        bool(each.stats.get("discover/sources"))
        for each in crawls
        if not each.is_chosen and each.exit_code != ExitCode.INTERRUPTED
    )


def _looks(crawls: Sequence[Crawled]) -> tuple[Look, ...]:
    """The crawls to judge, and those that they are held against; the newest comes first."""
    if not crawls or crawls[0].is_chosen:
        return ()
    if crawls[0].is_backfill:
        return (Look(last=_sum(crawls[:1]), before={}),)
    usual = [each for each in crawls if not each.is_chosen and not each.is_backfill]
    counts = sorted({len(_latest(usual, articles)) for articles in _LOOKS})
    return tuple(
        Look(last=_sum(usual[:count]), before=_sum(_usual(usual[count:], usual[0].started_at)))
        for count in counts
    )


def _latest(usual: Sequence[Crawled], wanted: int) -> list[Crawled]:
    """The latest crawls that read so many articles, with the outlet's file as it is now."""
    newest, last, articles = usual[0], list[Crawled](), 0
    for each in usual:
        is_past = each.started_at <= newest.started_at - _WEEK or each.reading != newest.reading
        if articles >= wanted or is_past:
            break
        last.append(each)
        articles += each.stats.get("extract/articles", 0)
    return last


def _usual(crawls: Sequence[Crawled], newest: datetime) -> list[Crawled]:
    return [
        each
        for each in crawls
        if each.started_at > newest - _FOUR_WEEKS
        # What is broken shall not become usual within a week.
        and not (each.exit_code == ExitCode.UNHEALTHY and each.started_at > newest - _WEEK)
    ]


def _sum(crawls: Iterable[Crawled]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in crawls:
        total.update(_numbers(each.stats))
    return dict(total)


def _numbers(stats: Mapping[str, Any]) -> dict[str, int]:
    return {name: n for name, n in stats.items() if isinstance(n, int)}


def _days(crawls: Sequence[Crawled], first: datetime, moment: datetime) -> tuple[int, ...]:
    """New articles of each day since the first crawl, four weeks at most; the latest last."""
    known = min((moment - first) // _DAY, _FOUR_WEEKS // _DAY)
    counts: Counter[int] = Counter()
    for each in crawls:
        if not each.is_chosen and not each.is_backfill:
            counts[(moment - each.started_at) // _DAY] += each.stats.get("archive/created", 0)
    return tuple(counts[day] for day in reversed(range(known)))


def told(session: Session, outlet: str) -> dict[str, str]:
    """The findings that an operator was told of, with when."""
    row = select(models.OutletRow.told).where(models.OutletRow.name == outlet)
    return dict(session.scalars(row).one_or_none() or {})


def keep_told(session: Session, outlet: str, findings: Mapping[str, str]) -> None:
    row = update(models.OutletRow).where(models.OutletRow.name == outlet)
    session.execute(row.values(told=dict(findings)))
