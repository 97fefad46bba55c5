"""Dates of a page on which nothing that is called so is a date: asked when all else is silent."""

import re
from collections.abc import Iterator
from itertools import takewhile

from selectolax.lexbor import LexborNode

from newscrawl.extract.dates.date_labels import DateLabel, last_label
from newscrawl.extract.dates.date_lines import (
    DAY,
    LONGEST,
    Line,
    dates_in_line,
    has_year,
    is_anothers,
    is_day,
    told_by,
)
from newscrawl.extract.dates.dates_in_scripts import dates_in_scripts
from newscrawl.extract.dates.visible_dates import BESIDE, MARKED, published_first, selected
from newscrawl.extract.fields.headline_vicinity import (
    OTHERS_BOXES,
    between_headline_and_story,
    is_beside,
)
from newscrawl.extract.fields.json_ld import article_object, objects_of_type
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.markup.ancestors import ancestors, behind
from newscrawl.page import Page

#: What stands in these is never of the article, whatever stands in other boxes.
_BESIDE = (*OTHERS_BOXES, "trending", "weather")
#: "(04.03.2026) The ferry…", "LONDON, March 4, 2026 – The ferry…".
_DATELINE = re.compile(
    rf"[\W_]*(?:[^\W\d_][^\d:]{{2,40}}[,/]\s(?:den\s|le\s)?)?({DAY})"
    r"(?:\s?[-–—:：|)）\]/•(（]|\.\s?[-–—]|\s[„“\"«]|$)"
)
#: Addresses of what will be.
_EVENT = re.compile(
    r"/(?:events?|veranstaltung(?:en)?|termine?|kalender|calendar|eventi|eventos?|evenements?)/",
    re.IGNORECASE,
)
_TOLD_BELOW = '[class*="postmeta" i], [class*="entry-meta" i], [class*="post-info" i]'
_WITHIN, _LISTS = frozenset(("article", "main")), frozenset(("li", "table"))
#: Letters of names at most; years before there were such pages.
_NAMES, _LONG_AGO = 45, re.compile(r"(?<!\d)(?:1[5-8]\d|19[0-8])\d(?!\d)")
_LINES, _MOST_LINES = "p, div, span, small, time, h5, h6, dd", 5_000
_MOST = 25
#: The date that begins a story stands in one of its first paragraphs of so many letters.
_FIRST, _FEWEST_LETTERS = 2, 60


def dates_left(page: Page) -> Iterator[str]:
    """What stands between headline and story, in whatever box; a date that the story begins with;
    the one day that elements mark, that scripts tell, or that stands alone or says that it is of
    publication, anywhere. None of it on the page of an event.
    """
    if _is_event(page):
        return
    nodes = between_headline_and_story(page, _BESIDE)
    lines = (part for node in nodes for part in dates_in_line(node, _short_text(node)))
    # What says that it is the day of a change is no other day.
    told = (line for line in lines if has_year(line) and line[0] is not DateLabel.UPDATED)
    yield from published_first(told)
    yield from _datelines(page)
    yield from _sentences(page)
    marked = [line for says, line in _marked(page) if says is not DateLabel.UPDATED]
    if len({line[:10] if line[:4].isdigit() else line for line in marked}) == 1:
        yield marked[0]
    yield from dates_in_scripts(page)
    yield from _alone(page)


def _is_event(page: Page) -> bool:
    """Whether the page says of itself, or by its address, that it tells when something will be."""
    kind = page.metas.get("og:type", "")
    # A paper may have a section of that name.
    is_called = _EVENT.search(page.url) is not None and not article_object(page)
    return bool(
        is_called
        or kind.lower().endswith("event")
        or page.tree.css_first('[itemtype$="Event"]:not([itemprop])') is not None
        or objects_of_type(page, "Event")
    )


def _short_text(node: LexborNode) -> str:
    """The text of an element; its own alone where the whole is no line."""
    text = " ".join(node.text(separator=" ").split())
    return text if len(text) <= LONGEST else node.text(deep=False) or ""


def _datelines(page: Page) -> Iterator[str]:
    """The one date that paragraphs begin with, the first of them: a chronicle has several."""
    told = (node for node in page.tree.css("p")[:_MOST] if _is_told(page, node))
    begins = (" ".join(node.text()[: 2 * LONGEST].split()) for node in told)
    found = [_DATELINE.match(begin) for begin in begins if len(begin) >= _FEWEST_LETTERS]
    if len({line[1] for line in found if line}) == 1:
        yield from (line[1] for line in found[:_FIRST] if line)


def _is_told(page: Page, node: LexborNode) -> bool:
    return not is_beside(page, node, _BESIDE) and not is_anothers(node)


def _sentences(page: Page) -> Iterator[str]:
    """What blogs say below a story: "This entry was posted on 4 March 2026 and is filed under"."""
    for node in page.css(_TOLD_BELOW)[:_MOST]:
        line = " ".join((node.text() or "").split())[: 2 * LONGEST]
        if last_label(line) is DateLabel.PUBLISHED and not is_beside(page, node, _BESIDE):
            yield line[:LONGEST]


def _alone(page: Page) -> Iterator[str]:
    """The one day in lines that say it is of publication, else the one in those that are a day."""
    told: dict[DateLabel | None, dict[str, LexborNode]] = {}
    for node in page.tree.css(_LINES)[:_MOST_LINES]:
        if not has_year((None, node.text(deep=False) or "")) or not _is_within(node):
            continue
        for says, line in dates_in_line(node, _short_text(node)):
            is_others = is_beside(page, node, BESIDE) or is_of_another(page, node)
            if (says or is_day(line)) and not is_others:
                told.setdefault(says, {})[line] = node
    for says in (DateLabel.PUBLISHED, None):
        if len(lines := told.get(says, {})) == 1:
            yield from (line for line, node in lines.items() if says or _may_sign(node, line))


def _may_sign(node: LexborNode, day: str) -> bool:
    """Whether a day may be the page's: not of long ago, told about, or of a card's headline."""
    is_told_on = any((each.text() or each.text_content or "").strip() for each in behind(node))
    box = node.parent
    links = box.css("a") if box is not None and box.tag not in _WITHIN else []
    is_card = any(len(link.text().strip()) > _NAMES for link in links)
    return not is_told_on and not is_card and not _LONG_AGO.search(day)


def _is_within(node: LexborNode) -> bool:
    """Whether an element is of the page's main part, and of no list in it."""
    around = [each.tag for each in ancestors(node)]
    return not _WITHIN.isdisjoint(around) and _LISTS.isdisjoint(around)


def _marked(page: Page) -> Iterator[Line]:
    for node, seen in page.once(selected, f"{MARKED}, time[datetime]"):
        names = _names_around(node)
        is_named = any(mark in names for mark in _BESIDE)
        # Of what a page's footer has, that alone which says that it is of publication.
        is_last = any(a.tag == "footer" for a in ancestors(node)) and is_beside(page, node, _BESIDE)
        is_last = is_last and "itemprop" not in node.attributes
        if not is_named and not is_last and not is_of_another(page, node):
            yield from dates_in_line(node, told_by(node, seen))


def _names_around(node: LexborNode) -> str:
    """The names of what holds an element: a footer may be the article's, comments never are."""
    around = takewhile(lambda each: each.tag not in ("main", "body"), ancestors(node))
    given = (each.attributes for each in around)
    return " ".join(f"{a.get('class') or ''} {a.get('id') or ''}" for a in given).lower()
