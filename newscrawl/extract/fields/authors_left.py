"""Names on a page on which nothing that is called a byline names anybody: asked last."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from newscrawl.extract.fields.authors import did_another_thing, linked_authors, meta_authors
from newscrawl.extract.fields.bylines import begins_given, looks_like_a_name, persons
from newscrawl.extract.fields.headline_vicinity import (
    OTHERS_BOXES,
    between_headline_and_story,
    folded,
    is_of_picture,
)
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.extract.fields.seen_bylines import (
    begins_a_byline,
    named_beside,
    names_alone,
    names_behind,
    persons_seen,
)
from newscrawl.markup.ancestors import ancestors
from newscrawl.page import Page

#: What stands in these is never of the article, whatever stands in other boxes.
_BESIDE = (*OTHERS_BOXES, "quote", "review", "caption")
_MARKED = '[rel~="author"], [itemprop~="author"], [data-component*="byline" i], [class*="byline" i]'
_CALLED = re.compile(r"by-?line|author(?!it)|auteur|autor|writer|reporter|redact", re.IGNORECASE)
#: Who reported, in brackets or before others who did other things; else the line may go on.
_REPORTED = re.compile(
    r"[(\[]?\s*(?:reporting|reported|writing|written)(?: and (?:writing|reporting))? by "
    r"(?P<names>[^;()\[\]]{4,200}?)\s*(?:(?P<sure>[;.]\s*(?:edit|writ|report|addition|compil|transl"
    r"|photo|graphic|produc|our ).*|[)\]]\W*)|\.?)$",
    re.IGNORECASE,
)
#: "And" has so many letters.
_WORD, _AND = re.compile(r"[^\W\d_]+"), 3
#: What stands behind the path of an address.
_BEHIND_PATH = re.compile(r"[?#]")
_ADDRESS = re.compile(r"https?://|/")
_MOST, _LEVELS = 20, 2
_MOST_BELOW = 3
#: Characters of a class that are looked at.
_LONGEST = 300


def profile_authors(page: Page) -> list[str]:
    """Whom machines are told of by the addresses of their pages: what the page calls the links."""
    told = (each for each in (*linked_authors(page), *meta_authors(page)) if "/" in each)
    parts = (part for each in told for part in re.split(r"[,\s]+", each))
    ends = dict.fromkeys(end for each in parts if _ADDRESS.match(each) and (end := _end(each)))
    links = _linked(page, ends) if ends else {}
    names = [links[end] for end in ends if end in links]
    return [", ".join(names)] if names else []


def _linked(page: Page, ends: Container[str]) -> dict[str, str]:
    """The first name that links have whose addresses end so, by how they end."""
    named: dict[str, str] = {}
    for link in page.tree.css("a[href]"):
        end = _end(link.attributes.get("href") or "")
        is_new = end in ends and end not in named
        if is_new and (name := folded(link)) and looks_like_a_name(name):
            named[end] = name
    return named


def _end(address: str) -> str:
    """The last part of an address's path."""
    path = _BEHIND_PATH.split(address, maxsplit=1)[0]
    return path.rstrip().removesuffix("/").rpartition("/")[2]


def authors_left(page: Page) -> list[str]:
    """Bylines between headline and story in whatever box; the one that elements mark anywhere."""
    above = between_headline_and_story(page, _BESIDE)
    nodes = [n for n in above if not is_of_picture(n) and not did_another_thing(n)]
    told = [(node, line) for node in nodes if (line := folded(node))]
    found = [line for node, line in told if begins_a_byline(line) or _is_called(node)]
    behind = names_behind(line for _, line in told)
    beside = [name for _, line in told if (name := named_beside(line))]
    if named := [line for line in (*found, *behind, *beside) if persons_seen([line])]:
        return named
    marked = dict.fromkeys(line for node in _marked(page) if (line := folded(node)))
    several = {persons_seen([line]): line for line in marked}
    several.pop((), None)
    return list(several.values()) if len(several) == 1 else []


def names_below(told: Sequence[str]) -> tuple[str, ...]:
    """Who signs below a story: full names alone in one of its last lines, with a first name that
    is known as one; else who reported.
    """
    signed = (names for line in reversed(told[-_MOST_BELOW:]) if (names := names_alone(line)))
    named = (names for names in signed if begins_given(names[0]))
    return next(named, None) or names_reporting(told)


def names_reporting(told: Sequence[str]) -> tuple[str, ...]:
    """Who reported, as agencies say below a story: "(Reporting by Ann Lee; editing by Bo Ray)"."""
    said = filter(None, map(_REPORTED.match, reversed(told[-_MOST_BELOW:])))
    return next(filter(None, map(_reporters, said)), ())


def _reporters(said: re.Match[str]) -> tuple[str, ...]:
    """Full names, with no verb beside them: a play was written by somebody, too."""
    names = said["names"]
    found = persons([names])
    beside = set(_WORD.findall(names)).difference(*map(_WORD.findall, found))
    is_sure = said["sure"] or all(len(word) <= _AND and word.islower() for word in beside)
    return found if is_sure and all(" " in name for name in found) else ()


def _is_called(node: LexborNode) -> bool:
    around = (node, *islice(ancestors(node), _LEVELS))
    return any(_CALLED.search((each.attributes.get("class") or "")[:_LONGEST]) for each in around)


def _marked(page: Page) -> Iterator[LexborNode]:
    for node in page.css(_MARKED)[:_MOST]:
        names = " ".join(each.attributes.get("class") or "" for each in ancestors(node)).lower()
        is_anothers = any(mark in names for mark in _BESIDE) or is_of_another(page, node)
        is_told = "itemprop" in node.attributes or not did_another_thing(node)
        if is_told and not is_anothers:
            yield node
