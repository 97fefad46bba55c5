"""What an outlet repeats, as proposals for rules, with the evidence for each. Pure.

The same sightings give the same proposals in whatever order they come: nothing here depends on
when a page was fetched or on which number its article has.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from newscrawl.boilerplate.learning.block_groups import LineSighting, Repeat, RepeatedLine, lines_of
from newscrawl.boilerplate.learning.joint_lines import JointLines, leading, runs_of
from newscrawl.boilerplate.rules.fingerprints import GAP

#: A rule is accepted by itself from so many articles on, of so many days, …
SURE_ARTICLES = 8
SURE_DAYS = 3
#: … and where it stood in this share of what the outlet published in the weeks that had it.
SURE_SHARE = 0.1
#: Fewer articles than these are no repetition.
LEAST_ARTICLES = 5
#: How the names of learned rules begin; no written rule's does.
LEARNED = "learned-"
_EXAMPLES = 5
_NAME_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a rule is proposed; ``head``, ``middle`` and ``tail`` are shares of its sightings."""

    articles: int
    days: int
    first: date
    last: date
    #: Of the articles that the outlet published in the weeks that had it.
    share: float
    head: float
    middle: float
    tail: float
    #: It asks something of its readers.
    asks: bool
    #: Keys of articles that have it.
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A rule that the archive proposes; a sure one is accepted by itself."""

    name: str
    wordings: tuple[str, ...]
    #: Of the blocks that it was learned from.
    prints: frozenset[int]
    is_sure: bool
    evidence: Evidence


def learn(repeats: Iterable[Repeat], published: Mapping[date, int]) -> list[Proposal]:
    """Rules for what is repeated, most frequent first.

    ``published`` says how many articles the outlet published in each week, by its Monday.
    Blocks that come together are one rule. It is sure where the outlet asks something of its
    readers, in many articles of several days, and in a good share of what it published then.
    """
    found = [_proposal(run, published) for run in runs_of(lines_of(repeats))]
    found = [one for one in found if one.evidence.articles >= LEAST_ARTICLES]
    found.sort(key=lambda one: (-one.evidence.articles, one.wordings))
    return named_apart(found)


def _proposal(run: JointLines, published: Mapping[date, int]) -> Proposal:
    evidence = _evidence(run, published)
    is_sure = (
        evidence.asks
        and evidence.articles >= SURE_ARTICLES
        and evidence.days >= SURE_DAYS
        and evidence.share >= SURE_SHARE
    )
    return Proposal(
        name=_name(leading(run)),
        wordings=tuple(" ".join(line.words) for line in run),
        prints=frozenset().union(*(line.prints for line in run)),
        is_sure=is_sure,
        evidence=evidence,
    )


def _evidence(run: JointLines, published: Mapping[date, int]) -> Evidence:
    lead = leading(run)
    there = sum(published.get(week, 0) for week in lead.repeat.weeks)
    places = Counter(_place(sighting) for sighting in lead.sightings)
    shares = {place: places[place] / len(lead.sightings) for place in ("head", "middle", "tail")}
    return Evidence(
        articles=lead.articles,
        days=lead.repeat.days,
        first=lead.repeat.first,
        last=lead.repeat.last,
        share=min(lead.articles / there, 1.0) if there else 0.0,
        asks=any(line.asks for line in run),
        examples=tuple(sorted({s.article for s in lead.sightings})[:_EXAMPLES]),
        **shares,
    )


def _place(sighting: LineSighting) -> str:
    part = (sighting.at + 0.5) / sighting.of
    return "head" if part < 1 / 4 else "tail" if part > 3 / 4 else "middle"


def _name(line: RepeatedLine) -> str:
    letters = ["".join(filter(str.isalnum, word)) for word in line.words if word != GAP]
    return LEARNED + "-".join([word for word in letters if word][:_NAME_WORDS])


def named_apart(proposals: Sequence[Proposal], taken: Set[str] = frozenset()) -> list[Proposal]:
    """No two of one name, and none of a name that is taken: later ones get a number."""
    found: dict[str, Proposal] = {}
    for one in proposals:
        number, name = 2, one.name
        while name in taken or name in found:
            number, name = number + 1, f"{one.name}-{number}"
        found[name] = replace(one, name=name)
    return list(found.values())
