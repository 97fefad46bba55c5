"""Learn how a site's pages are read from pages of which no text is known: each checks the others.

The general rules read every page by itself, and err on some. A container that agrees with them on
most pages is what the template has for the text, and is believed on the others too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from newscrawl.article import NO_LAYOUTS, Article
from newscrawl.boilerplate import Rule, Says, Under
from newscrawl.boilerplate.common.common_rules import SHAPE
from newscrawl.boilerplate.folding import fold
from newscrawl.describe.containers import Container, containers
from newscrawl.describe.taught_page import TaughtPage, taught
from newscrawl.extract.body.learned_layout import ONE_TEXT
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of
from newscrawl.text_agreement import agreement

#: A line is boilerplate where so many pages have it, and this share of all; so many are named.
_PAGES, _REPEATED, _LINES = 3, 0.3, 4
#: Characters of such a line.
_LONGEST = 70
#: A page agrees from here on; so many pages must be there, and this share of all must agree.
_AGREES, _FEWEST, _MOST_PAGES = 0.98, 2, 0.6
#: Containers that are tried.
_TRIED = 6
#: A container that reads so much alike need not be bettered.
_GOOD = 0.995
#: So many pages outvote another.
_WITNESSES = 3
_WORD = re.compile(r"\w\w")
#: Rules that no layout has: what stands around a container that was found for one page alone.
_OF_ONE_PAGE = ("generic.", "links", "tail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """How the pages are read best, and on how many of them that rests."""

    layouts: tuple[Layout, ...] = ()
    boilerplate: tuple[Rule, ...] = ()
    #: Pages on which the layout's text is what general rules read; of how many.
    agree: int = 0
    pages: int = 0
    mean: float = 0.0


def template_of(pages: Sequence[Page], outlet: Outlet) -> Template:
    """The layout and rules that read the pages as well as general rules, or better; or none."""
    read = [(page, found) for page in pages if (found := article_of(page, None))]
    repeated = _repeated([found for _, found in read])
    samples = [s for page, found in read if (s := _sample(page, found, repeated))]
    if len(samples) < _FEWEST:
        return Template(pages=len(samples))
    texts = {page.url: _text(found, repeated) for page, found in read}
    least = max(_WITNESSES, len(read) * _MOST_PAGES)
    best = Template(pages=len(read))
    for container in containers(samples, _TRIED):
        for layout, rules in _trials(container, repeated):
            tried = replace(outlet, layouts=(layout,), boilerplate=rules)
            agree = [_agreement(page, tried, texts[page.url]) for page, _ in read]
            learned = _learned(tried, agree)
            # Where both read one text, the generic reader is believed: no page speaks against it.
            is_held = len(read) >= _WITNESSES and min(agree) >= ONE_TEXT
            is_sure = learned.agree >= least or learned.agree == len(read) or is_held
            if is_sure and (learned.agree, learned.mean) > (best.agree, best.mean):
                best = learned
        if best.mean >= _GOOD:
            break
    return replace(best, layouts=tuple(replace(one, is_learned=True) for one in best.layouts))


def _learned(outlet: Outlet, agree: Sequence[float]) -> Template:
    return Template(
        layouts=outlet.layouts,
        boilerplate=outlet.boilerplate,
        agree=sum(each >= _AGREES for each in agree),
        pages=len(agree),
        mean=round(fmean(agree), 3),
    )


def _trials(container: Container, repeated: Sequence[str]) -> list[tuple[Layout, tuple[Rule, ...]]]:
    layout = Layout("story", body=container.selector)
    marks = [Under(f"no-text-{at}", mark) for at, mark in enumerate(container.marks, 1)]
    says = [
        Says(f"repeated-{at}", f"^{re.escape(line)}$".replace(r"\ ", " "))
        for at, line in enumerate([r for r in repeated if len(r) <= _LONGEST][:_LINES], 1)
    ]
    return [(layout, (*marks, *says, *SHAPE)), (layout, (*SHAPE,)), (layout, (*marks, *says))]


def _sample(page: Page, found: Article, repeated: Sequence[str]) -> TaughtPage | None:
    lines = [block.text for block in found.blocks if fold(block.text) not in repeated]
    either = [r.block.text for r in found.removed if not r.rule.startswith(_OF_ONE_PAGE)]
    return taught(page, lines, either)


def _text(found: Article, repeated: Sequence[str]) -> str:
    return "\n\n".join(b for b in found.body.split("\n\n") if fold(b) not in repeated)


def _agreement(page: Page, outlet: Outlet, text: str) -> float:
    found = article_of(page, outlet)
    return agreement(found.body, text) if found and found.layout not in NO_LAYOUTS else 0.0


def _repeated(articles: Sequence[Article]) -> list[str]:
    """Lines that several pages have, the most frequent first."""
    bodies = [{fold(block.text) for block in found.blocks} for found in articles]
    counts = Counter(line for body in bodies for line in body)
    least = max(_PAGES, len(bodies) * _REPEATED)
    # What has no word is no line that anybody would know again.
    return [line for line, n in counts.most_common() if n >= least and _WORD.search(line)]
