"""Does ``newscrawl outlets repair`` mend what a change of templates broke?

``python bench/repairs.py --seed 1``: the 100 destructive changes of ``bench/health.py``. The outlet
is repaired by a dozen pages as they look after the change, whose articles the archive knows, chosen
as the command chooses them, and then reads other pages of the same change, of the newest.

The example site answers as it is served: its feeds and the first pages of its sections, at the
addresses where the command looks for them (``lists_of``), with what they list that day. A page that
is read has those beside it that the repaired file names and that lead to it, as a crawl keeps them.
``--pages-alone`` serves no lists.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import broken_templates
from bench.broken_templates import Change
from bench.health import _OUTLETS, _RUSSIAN, Printed, _is_broken, _said_before, printed
from bench.told import still_known, told
from newscrawl import urls
from newscrawl.describe.fed_reading import lists_of, with_lists
from newscrawl.describe.known_readings import KnownArticle, KnownReading, readings
from newscrawl.describe.repair import repair_of, repaired
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlet
from newscrawl.page import Page
from tests.site.example import ExampleSite, RussianSite

#: A change that happens to break little on the pages is drawn again.
_TRIES = 60
#: Pages by which it is repaired, as many as the command asks for, and others that judge it.
_KNOWN, _UNSEEN = 12, 8
#: Those are of so many newest.
_NEWEST = 20
#: Fields that are judged, each a quarter.
_JUDGED = ("headline", "date_published", "authors", "section")
_PARTS = ("text", *_JUDGED)
#: Of the text that it had, and of its fields, so much must be read again.
_MENDED = 0.95


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: str
    number: int
    before: float
    after: float
    present: float
    #: What the repair itself says that it did not bring back.
    still_lost: tuple[str, ...]
    #: How much the pages still tell of the texts and of each field: no repair reads more.
    told: dict[str, float]
    #: As ``before`` and ``after``, over what pages still tell alone; None where that is nothing.
    left: tuple[float, float] | None
    #: How far the texts and each field are read as they were, without the repair and with it.
    parts: tuple[dict[str, float], dict[str, float]]

    @property
    def is_mended(self) -> bool:
        return self.after >= _MENDED

    @property
    def is_hopeless(self) -> bool:
        fields = sum(self.told.get(name, 1.0) for name in _JUDGED) / len(_JUDGED)
        return min(self.told["text"], fields) < _MENDED and not self.is_mended

    @property
    def is_all_read(self) -> bool:
        """Whether all is read that the pages still tell, as it was."""
        return self.left is not None and self.left[1] >= _MENDED

    @property
    def is_worse_untold(self) -> bool:
        return self.after < self.before - 0.01 and not self.still_lost


def outcome(kind: Change, number: int, seed: int, *, serves_lists: bool = True) -> Outcome:
    chance = Random(f"{seed}/{number}/{kind.__name__}")
    for _ in range(_TRIES):
        name = _OUTLETS[chance.random() < _RUSSIAN]
        at, pages = _chosen(name, chance)
        begin = chance.random()
        changed = [replace(page, html=kind(page.html, Random(begin))) for page in pages]
        if _is_broken(name, pages, changed):
            break
    else:
        raise ValueError(f"{kind.__name__} breaks nothing")
    lists = _lists(name) if serves_lists else {}
    known = [_known(name, lists, *both) for both in zip(pages, changed, strict=True)]
    outlet = load_outlet(name)
    found = repair_of(outlet, known[:at], "repaired", *_archived(name, pages[at:]))
    # Each page comes with what the file asks for beside it, and no more.
    beside = ((), found.fed.lists if found.fed else ())
    both = [*zip((outlet, repaired(outlet, found)), beside, strict=True)]
    was, now = (_readings(each, lists, known[at:]) for each, lists in both)
    rest = [each for each in still_known(known, at) if each.body]
    left = [_score(_readings(each, lists, rest)) for each, lists in both] if rest else None
    return Outcome(
        kind.__name__,
        number,
        _score(was),
        _score(now),
        found.present,
        tuple(found.still_lost),
        told(known, at),
        (left[0], left[1]) if left else None,
        (_by_part(was, known[at:]), _by_part(now, known[at:])),
    )


def _readings(
    outlet: Outlet, beside: Collection[str], known: Sequence[KnownArticle]
) -> tuple[KnownReading, ...]:
    return readings(outlet, [with_lists(each, beside) for each in known])


def _chosen(outlet: str, chance: Random) -> tuple[int, list[Printed]]:
    """How many pages it is repaired by, chosen as the command does, and those before the others.

    Of several kinds, sections and numbers of authors, the newest first.
    """
    pages = [page for page in printed(outlet) if _said_before(outlet, page)]
    pages = sorted(pages, key=lambda page: page.url, reverse=True)
    # A crawl comes to what lists have just named.
    unseen = chance.sample(pages[:_NEWEST], min(_UNSEEN, len(pages) // 2))
    nth, ranked = Counter[object](), list[tuple[int, Printed]]()
    for page in pages:
        if page not in unseen:
            said = _said_before(outlet, page)
            assert said is not None
            like = (said.kind, said.section, len(said.authors))
            nth[like] += 1
            ranked.append((nth[like], page))
    known = [page for _, page in sorted(ranked, key=lambda each: each[0])[:_KNOWN]]
    return len(known), [*known, *unseen]


@cache
def _lists(outlet: str) -> dict[str, bytes]:
    """What the example site answers to the addresses of lists that the command asks."""
    site = RussianSite() if outlet.endswith("_ru") else ExampleSite()
    found = load_outlet(outlet)
    front = Page(f"{found.home}/", site.respond("/")[2])
    answers = {url: site.respond(urls.path_of(url)) for url in lists_of(found, front)}
    return {url: body for url, (status, _, body) in answers.items() if status == 200}


def _known(
    outlet: str, lists: Mapping[str, bytes], page: Printed, changed: Printed
) -> KnownArticle:
    article = _said_before(outlet, page)
    assert article is not None
    fields = {name: getattr(article, name) for name in _JUDGED}
    shown = Page(changed.url, changed.html.encode(), declared="utf-8", parts=lists)
    return KnownArticle(page=shown, body=article.body, fields=fields)


def _archived(outlet: str, unseen: Sequence[Printed]) -> tuple[list[KnownArticle], frozenset[str]]:
    """What the archive knows of all other articles, and their sections."""
    pages = [page for page in printed(outlet) if page not in unseen and _said_before(outlet, page)]
    found = [_known(outlet, {}, page, replace(page, html="")) for page in pages]
    return found, frozenset(filter(None, (each.fields["section"] for each in found)))


def _score(found: Sequence[KnownReading]) -> float:
    """The mean of the texts, and of the fields that are there."""
    text = fmean(one.text for one in found)
    fields = fmean(1 - len(one.lost) / len(_JUDGED) for one in found)
    return min(text, fields)


def _by_part(found: Sequence[KnownReading], known: Sequence[KnownArticle]) -> dict[str, float]:
    """The mean of the texts, and of each field the share that is read, where there was one."""
    pairs = [*zip(found, known, strict=True)]
    fields = {
        name: fmean(name not in one.lost for one, each in pairs if each.fields[name])
        for name in _JUDGED
        if any(each.fields[name] for each in known)
    }
    return {"text": fmean(one.text for one in found), **fields}


def _mean_parts(parts: Sequence[dict[str, float]]) -> str:
    """Of the texts, headlines, dates, authors and sections."""
    return ", ".join(f"{fmean(each.get(name, 1) for each in parts):.2f}" for name in _PARTS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=100)
    parser.add_argument("--pages-alone", action="store_true", help="serve no feeds and sections")
    given = parser.parse_args()
    serves = not given.pages_alone
    started = time.perf_counter()
    kinds = (*broken_templates.SEEN, *broken_templates.UNSEEN)
    by_kind = defaultdict[str, list[Outcome]](list)
    for number in range(given.changes):
        one = outcome(kinds[number % len(kinds)], number, given.seed, serves_lists=serves)
        by_kind[one.kind].append(one)
    print(
        "| change | repaired | of | cannot | all that is left is read, before "
        "| on the pages: text, headline, date, authors, section | read without the repair "
        "| read with it | said to be lost |"
    )
    print("|" + " --- |" * 9)
    for kind, found in by_kind.items():
        lost = sorted({name for one in found for name in one.still_lost})
        print(
            f"| {kind} | {sum(one.is_mended for one in found)} | {len(found)} "
            f"| {sum(one.is_hopeless for one in found) or ''} "
            f"| {sum(o.is_all_read for o in found)}, "
            f"{sum(o.left is not None and o.left[0] >= _MENDED for o in found)} "
            f"| {_mean_parts([o.told for o in found])} "
            f"| {_mean_parts([o.parts[0] for o in found])} "
            f"| {_mean_parts([o.parts[1] for o in found])} "
            f"| {', '.join(lost)} |",
            flush=True,
        )
    every = [one for found in by_kind.values() for one in found]
    untold = sum(not one.is_mended and not one.still_lost for one in every)
    print(f"\nrepaired: {sum(one.is_mended for one in every)} of {len(every)}")
    hopeless = sum(one.is_hopeless for one in every)
    print(f"cannot be, since the pages do not tell it any more: {hopeless}")
    there = [one for one in every if one.left is not None]
    print(
        f"of {len(there)} whose pages tell anything, all that they tell is read as before: "
        f"{sum(one.is_all_read for one in there)}; without the repair: "
        f"{sum(one.left[0] >= _MENDED for one in there if one.left)}"
    )
    print(f"worse, and not told: {sum(one.is_worse_untold for one in every)}")
    print(f"not repaired, and not told: {untold}")
    print(f"seconds: {time.perf_counter() - started:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
