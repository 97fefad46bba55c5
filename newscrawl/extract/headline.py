"""Find the headline as readers see it, without the site's name, its section or a kicker."""

import re
from collections.abc import Iterator, Sequence

from newscrawl.extract.linked import article_object, text
from newscrawl.page import Page

_SEPARATORS = (" - ", " – ", " — ", " | ", " :: ", " · ", " / ", " » ", " • ", " ‹ ", " « ")
_SEPARATOR = re.compile("|".join(map(re.escape, _SEPARATORS)))
_WORD = re.compile(r"\w+")
#: A heading with fewer of its words in what the page is called elsewhere names something else.
_LIKENESS = 0.4
#: Headings after so many are those of lists.
_MOST_HEADINGS = 12


def agreed_headline(page: Page) -> str | None:
    """What JSON-LD and the meta tags both call the article, which no heading outweighs."""
    linked = text(article_object(page).get("headline"))
    named = page.metas.get("og:title")
    return linked if linked and named and _plain(linked) == _plain(named) else None


def visible_headline(page: Page) -> str | None:
    """The page's main heading, where the page is called like it elsewhere too.

    What stands before the headline inside the same heading (a kicker) is left out where another
    source gives the headline alone.
    """
    called = list(_called(page))
    found = [(_likeness(heading, called), heading) for heading in _headings(page)]
    best = max(found, key=lambda each: each[0], default=(0.0, ""))
    if best[0] < _LIKENESS:
        return None
    return _without_kicker(best[1], called)


def _called(page: Page) -> Iterator[str]:
    """What the page is called outside its headings."""
    names = (
        text(article_object(page).get("headline")),
        page.metas.get("og:title"),
        page.metas.get("twitter:title"),
        page.text_of("title"),
    )
    return (name for name in names if name)


def _headings(page: Page) -> Iterator[str]:
    """Each heading twice: a line break or a kicker may part words, or a letter's markup may not."""
    nodes = page.tree.css("h1")[:_MOST_HEADINGS]
    texts = (node.text(separator=separator) for node in nodes for separator in ("", " "))
    return (" ".join(each.split()) for each in texts if each.strip())


def _likeness(heading: str, called: Sequence[str]) -> float:
    """How much of the heading is in the name most like it, and the other way round: 0 to 1.

    Of "The story | The Paper", the longest part counts beside the whole: the rest is the site.
    """
    words = _words(heading)
    others = [
        _words(part) for name in called for part in (name, max(_SEPARATOR.split(name), key=len))
    ]
    shared = (len(words & other) / max(len(words), len(other)) for other in others if other)
    return max(shared, default=0.0) if words else 0.0


def _words(given: str) -> set[str]:
    return set(_WORD.findall(given.casefold()))


def _without_kicker(heading: str, called: Sequence[str]) -> str:
    """The heading; as another source spells it where that one parts a kicker from it."""
    for name in called[:-1]:
        if _plain(name) == _plain(heading) and len(name) > len(heading):
            return name
        rest = _plain(heading).removesuffix(_plain(name))
        if rest != _plain(heading) and rest.endswith(" ") and len(name.split()) > 2:
            return name
    return heading


def _plain(given: str) -> str:
    return " ".join(_WORD.findall(given.casefold()))


def without_site_name(headline: str, sites: Sequence[str]) -> str:
    """The headline without " - The Outlet" at its end, however often it stands there."""
    for separator in _SEPARATORS:
        head, found, tail = headline.rpartition(separator)
        if found and head.strip() and tail.strip().casefold() in sites:
            return without_site_name(head.strip(), sites)
    return headline
