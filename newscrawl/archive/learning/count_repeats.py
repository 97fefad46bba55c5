"""Ask the archive what an outlet repeats: counts from the index of prints, samples from blocks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.stored_blocks import whole_blocks
from newscrawl.article import BlockKind
from newscrawl.boilerplate.learning.block_groups import LineSighting, Repeat
from newscrawl.boilerplate.learning.propose_rules import LEARNED, LEAST_ARTICLES
from newscrawl.boilerplate.rules.fingerprints import block_prints

#: Prints that are looked at, those first that stood in the most articles of each week that had
#: them: among the set phrases of ten years, a new appeal would not be frequent.
_MOST_PRINTS = 2000
#: Articles of each print that are read, chosen by a hash of their keys: the same ones always.
_SAMPLE = 40

# An article's day is the one that its outlet claims: the order of crawls must not matter.
_PUBLISHED = """
SELECT r.article_id, min((coalesce(r.date_published, r.fetched_at) AT TIME ZONE 'UTC')::date) AS day
FROM revision r JOIN article a ON a.id = r.article_id WHERE a.outlet = :outlet
GROUP BY r.article_id
"""
# Nearly all prints stand in one article: they are sorted out before anything is joined.
_COUNTS = text(f"""
WITH published AS ({_PUBLISHED}), frequent AS (
    SELECT print
    FROM article a JOIN revision r ON r.article_id = a.id CROSS JOIN unnest(r.prints) AS print
    WHERE a.outlet = :outlet GROUP BY print HAVING count(*) >= :least
), said AS (
    SELECT DISTINCT print, article_id, day
    FROM published JOIN revision r USING (article_id) CROSS JOIN unnest(r.prints) AS print
    WHERE print IN (SELECT print FROM frequent)
)
SELECT print, count(*) AS articles, count(DISTINCT day) AS days, min(day) AS first,
       max(day) AS last, array_agg(DISTINCT date_trunc('week', day)::date) AS weeks
FROM said GROUP BY print HAVING count(*) >= :least
ORDER BY count(*)::float / count(DISTINCT date_trunc('week', day)) DESC, print LIMIT :most
""")
_WEEKS = text(f"""
SELECT date_trunc('week', day)::date AS week, count(*) AS articles
FROM ({_PUBLISHED}) AS published GROUP BY week
""")
_SAMPLED = text(f"""
WITH published AS ({_PUBLISHED}), ranked AS (
    SELECT r.id, dense_rank() OVER (PARTITION BY print ORDER BY md5(a.key)) AS rank
    FROM article a JOIN revision r ON r.article_id = a.id CROSS JOIN unnest(r.prints) AS print
    WHERE a.outlet = :outlet AND r.prints && cast(:prints AS integer[])
      AND print = ANY(cast(:prints AS integer[]))
)
SELECT a.key, published.day, r.body, r.blocks, r.removed
FROM revision r JOIN article a ON a.id = r.article_id JOIN published ON published.article_id = a.id
WHERE r.id IN (SELECT id FROM ranked WHERE rank <= :sample) ORDER BY md5(a.key), r.number
""")


def repeats(session: Session, outlet: str) -> list[Repeat]:
    """What stood in several articles of the outlet, with a sample of where."""
    session.execute(text("SET LOCAL statement_timeout = 0"))
    session.execute(text("SET LOCAL work_mem = '128MB'"))
    # Nearly all prints are of one article each: workers would sort, and hand over, all of them.
    session.execute(text("SET LOCAL max_parallel_workers_per_gather = 0"))
    asked = {"outlet": outlet, "least": LEAST_ARTICLES, "most": _MOST_PRINTS}
    counted = session.execute(_COUNTS, asked).mappings().all()
    found = _sightings(session, outlet, [row["print"] for row in counted])
    return [
        Repeat(**{**row, "weeks": frozenset(row["weeks"])}, sightings=tuple(found[row["print"]]))
        for row in counted
    ]


def published(session: Session, outlet: str) -> dict[date, int]:
    """How many articles the outlet published in each week, by its Monday."""
    return {row.week: row.articles for row in session.execute(_WEEKS, {"outlet": outlet})}


def _sightings(
    session: Session, outlet: str, prints: Sequence[int]
) -> dict[int, list[LineSighting]]:
    """Blocks that have one of the prints, by print; of an article with revisions, one reading."""
    found: dict[int, list[LineSighting]] = defaultdict(list)
    wanted, seen = set(prints), set[tuple[str, int]]()
    asked = {"outlet": outlet, "prints": list(prints), "sample": _SAMPLE}
    for row in session.execute(_SAMPLED, asked).mappings():
        for sighting in _blocks(row):
            for one in wanted.intersection(block_prints(sighting.text)):
                if (row["key"], one) not in seen:
                    seen.add((row["key"], one))
                    found[one].append(sighting)
    return found


def _blocks(row: RowMapping) -> Iterator[LineSighting]:
    """The blocks of a revision as they were read."""
    taken: dict[int, Any] = {removal["at"]: removal for removal in row["removed"]}
    kept = whole_blocks(row["blocks"], row["body"])
    blocks = [taken.get(at) or next(kept) for at in range(len(row["blocks"]) + len(taken))]
    texts = [block["text"] for block in blocks]
    for at, block in enumerate(blocks):
        if block["kind"] in (BlockKind.EMBED, BlockKind.CAPTION):
            continue
        yield LineSighting(
            article=row["key"],
            day=row["day"],
            at=at,
            of=len(blocks),
            text=block["text"],
            before=texts[at - 1] if at else None,
            after=texts[at + 1] if at + 1 < len(texts) else None,
            is_taken=at in taken and not taken[at]["rule"].startswith(LEARNED),
        )
