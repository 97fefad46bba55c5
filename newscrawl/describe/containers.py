"""Find the element that holds the text on several pages of one site."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newscrawl.article import Article
from newscrawl.errors import ExtractionError
from newscrawl.extract.explained import explained
from newscrawl.outlet import Layout, Outlet, rules_of
from newscrawl.page import Page
from newscrawl.read_page import read_page

#: A class name or id that a person wrote: build tools and content systems append numbers.
_NAME = re.compile(r"[A-Za-z][A-Za-z_-]{2,}\d?")
_STEP = re.compile(r"[.#][^.#]+")
#: Words in each run of words that two texts are compared by.
_RUN = 4
#: A container is believed where the texts of so many pages agree so far with the generic reader's.
_SHARE, _LEAST = 0.5, 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A selector, how many pages it fits, and how far their texts agree with the generic ones."""

    selector: str
    pages: int
    agreement: float


def agreement(text: str, other: str) -> float:
    """How far two texts have the same runs of four words: F1, from 0 to 1."""
    ours, theirs = set(_runs(text.split())), set(_runs(other.split()))
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 1.0


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if words:
        last = max(len(words) - _RUN, 0)
        yield from (tuple(words[at : at + _RUN]) for at in range(last + 1))


def best_container(pages: Sequence[Page], outlet: Outlet) -> Container | None:
    """The element that most pages have and in which their text stands; None where none is sure."""
    texts = {page.url: found.body for page in pages if (found := article_of(page, None))}
    read = [page for page in pages if page.url in texts]
    counts = Counter(name for page in read for name in dict.fromkeys(_names(page)))
    often = [name for name, n in counts.most_common(40) if n >= max(2, len(read) * _SHARE)]
    tried = [_tried(name, read, texts, outlet) for name in often]
    sure = [one for one in tried if one.agreement >= _LEAST and one.pages >= len(read) * _SHARE]
    return max(sure, key=lambda one: (one.pages, round(one.agreement, 2)), default=None)


def article_of(page: Page, outlet: Outlet | None) -> Article | None:
    """The clean article of a page; None where it is none."""
    try:
        found = read_page(page, outlet, rules_of(outlet))
    except ExtractionError:
        return None
    return found if isinstance(found, Article) else None


def _names(page: Page) -> list[str]:
    """Selectors of the element that holds the text, and of those around it, innermost first."""
    steps = explained(page).container.split(" > ")[::-1]
    inner = [step for step in steps if not step.startswith(("html", "body"))]
    names = [name for step in inner for name in _STEP.findall(step) if _NAME.fullmatch(name[1:])]
    return [*names, *(["article"] if any(re.match(r"article\b", s) for s in inner) else [])]


def _tried(
    selector: str, pages: Sequence[Page], texts: dict[str, str], outlet: Outlet
) -> Container:
    layout = replace(outlet, layouts=(Layout("story", body=selector),))
    read = [(page.url, article_of(page, layout)) for page in pages]
    fits = [(url, found) for url, found in read if found and found.layout == "story"]
    total = sum(agreement(found.body, texts[url]) for url, found in fits)
    return Container(
        selector=selector, pages=len(fits), agreement=total / len(fits) if fits else 0.0
    )
