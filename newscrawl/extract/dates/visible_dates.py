"""Find the dates that a page prints for its readers."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from newscrawl.extract.dates.date_labels import DateLabel, last_label
from newscrawl.extract.dates.date_lines import (
    DATE_OF_LIST,
    DIGIT,
    FEWEST_WORDS,
    INLINE,
    LONGEST,
    NUMBER,
    WORD,
    Line,
    date_line,
    dates_in_line,
    dates_of_line,
    has_year,
    is_day,
    small_words,
    told_by,
)
from newscrawl.extract.fields.headline_vicinity import (
    MOST_DEKS,
    OTHERS_BOXES,
    head,
    is_beside,
    is_told,
    lines_near_headline,
)
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.page import Page

MARKED = (
    '[itemprop~="datePublished"], [property~="datePublished"], [itemprop~="dateCreated"], '
    '[property$="schema.org/datePublished"], '
    '[property~="schema:datePublished"], [property~="schema:dateCreated"], '
    '[property~="dc:created"], [property~="dc:date"], [property~="dc:issued"], '
    '[property~="dcterms:created"], [property~="dcterms:issued"], '
    '[class*="published" i] time[datetime], time[class*="published" i], abbr.published[title], '
    "abbr.dt-published[title]"
)
_CHANGED = (
    '[itemprop~="dateModified"], time[class*="update" i], time[class*="modified" i], '
    '[class*="update" i] > time, [class*="modified" i] > time'
)
_TIMES = "[datetime]:not(ins):not(del):not(meta), time"
#: Elements whose class says date; in each, the first line that is one counts.
_DATED = (
    '[class*="date" i], [class*="publish" i], [class*="timestamp" i], [class*="byline" i], '
    '[class*="time" i], [id*="date" i], [class*="datum" i], [class*="fecha" i], [class*="meta" i]'
)
#: What the day of the visit is called, in the head of the site.
_OF_VISIT = ("todays-date", "today-date", "date-today", "current-date", "currentdate")
_TODAY = ", ".join(f'[class*="{name}" i], [id*="{name}" i]' for name in _OF_VISIT)
BESIDE = (
    *(*OTHERS_BOXES, "sidebar", "teaser", "footer", "trending", "promo"),
    *("widget", "event", "weather", "livestream", "gallery"),
    *("topbar", "top-bar", "masthead", *_OF_VISIT),
)
_CHANGES, _PUBLISHED = ("update", "modified"), "published"
_MOST = 25
#: Characters of an element beside the headline, blanks included, in which a line is looked for.
_LONGEST_SEEN = 2_000
#: Characters of a paragraph with which a story goes on.
_TELLING = 40
#: Words of a sentence, at least, in a line without a label that has so many words.
_FEWEST_OF_LONG, _LONG_LINE = 2, 6


def dates_marked(page: Page) -> Iterator[str]:
    """What elements say that mark the date of publication as such."""
    return published_first(_lines(page, MARKED, (*BESIDE, *_CHANGES)))


def dates_in_time(page: Page) -> Iterator[str]:
    """The ``datetime`` or the text of ``time`` elements, those of the article first.

    None where they tell of several days, and a line at the headline of another.
    """
    lines = list(_times(page, (*BESIDE, *_CHANGES)))
    told = [says for says, _ in lines]
    are_several = len({line[:10] for _, line in lines}) > 1 and not any(told)
    is_of_cards = are_several and page.once(_is_dated_at_headline)
    return published_first(iter([] if is_of_cards else lines))


def _is_dated_at_headline(page: Page) -> bool:
    """Whether a line beside the headline is a date, and no element of time is near it."""
    near = list(lines_near_headline(page))
    if any(node.tag == "time" or node.css_first("time") is not None for node in near):
        return False
    lines = _lines_near(page, (*BESIDE, *_CHANGES))
    return any(says is not DateLabel.UPDATED and is_day(line) for says, line in lines)


def dates_in_text(page: Page) -> Iterator[str]:
    """Short lines of elements that are called like a date, those that say "updated" last."""
    found = [line for line in _lines(page, _DATED, (*BESIDE, *_CHANGES)) if has_year(line)]
    if not found:
        found = list(_lines_near(page, (*BESIDE, *_CHANGES)))
    return published_first(iter(found))


def _lines_near(page: Page, marks: tuple[str, ...]) -> Iterator[Line]:
    """The dates in lines near the headline, whatever they are called.

    Between the later paragraphs of the story only those that say what they are.
    """
    behind, before = page.once(head)
    told = 0
    for at, node in enumerate(behind, start=1):
        for says, line in _of(page, node, marks):
            is_outside = told < MOST_DEKS or not _is_told_on(page, behind[at:], marks)
            if says or is_outside or DATE_OF_LIST.match(line):
                yield says, line
        told += is_told(node)
    for node in before:
        yield from _of(page, node, marks)


def _is_told_on(page: Page, behind: list[LexborNode], marks: tuple[str, ...]) -> bool:
    """Whether paragraphs of the story follow: what stands below the last one may be its date."""
    told = (node for node in behind if node.tag == "p" and len(node.text()) > _TELLING)
    return not all(is_beside(page, node, marks) for node in told)


def _of(page: Page, node: LexborNode, marks: tuple[str, ...]) -> Iterator[Line]:
    seen = node.text(separator=" ")
    if len(seen) > _LONGEST_SEEN:
        return
    is_dated = NUMBER.search(seen) and has_year((None, seen))
    # Few elements hold a date, and where one stands costs more to ask.
    if not (is_dated or (node.tag in INLINE and DIGIT.search(seen))):
        return
    said = seen if is_dated else told_by(node, seen)
    line = date_line(said)
    if line is None or not has_year((None, line)):
        return
    if not is_beside(page, node, marks) and not is_of_another(page, node):
        yield from filter(has_year, dates_in_line(node, said))


def dates_updated(page: Page) -> Iterator[str]:
    """What says when the article was changed."""
    yield from (line for _, line in _lines(page, _CHANGED, BESIDE) if DIGIT.search(line))
    seen = (*_lines(page, _DATED, BESIDE), *_times(page, BESIDE))
    told = [line for says, line in seen if says is DateLabel.UPDATED]
    near = _lines_near(page, BESIDE)
    yield from told or (line for says, line in near if says is DateLabel.UPDATED)


def published_first(lines: Iterator[Line]) -> Iterator[str]:
    """Those that say so first, and those that say "updated" last, behind those with other words."""
    order = (DateLabel.PUBLISHED, None, DateLabel.UPDATED)
    return (
        line for _, line in sorted(lines, key=lambda each: (order.index(each[0]), _is_told(each)))
    )


def _is_told(line: Line) -> bool:
    """Whether a line without a label tells more than a date: "The ferry on its way, May 4 2026"."""
    fewest = _FEWEST_OF_LONG if len(WORD.findall(line[1])) >= _LONG_LINE else FEWEST_WORDS
    return line[0] is None and small_words(line[1]) >= fewest


def _times(page: Page, marks: tuple[str, ...]) -> Iterator[Line]:
    scope = "article " if page.tree.css_first("article time") else ""
    return _lines(page, ", ".join(scope + part for part in _TIMES.split(", ")), marks)


def _lines(page: Page, selector: str, marks: tuple[str, ...]) -> Iterator[Line]:
    """The short lines of the elements, each with what it says, or the words before it."""
    for node, seen in page.once(selected, selector):
        printed = told_by(node, seen)
        line = date_line(printed)
        if line is None:
            continue
        # What holds half a page, as a tag that nothing closes does, says nothing of its date.
        is_label = printed != seen and len(seen) <= LONGEST
        is_marked = is_beside(page, node, marks)
        if (is_marked and is_beside(page, node, BESIDE)) or is_of_another(page, node):
            continue
        if node.css_first(_TODAY) is not None:
            continue
        named = DateLabel.PUBLISHED if _PUBLISHED in (node.attributes.get("class") or "") else None
        for says, part in dates_of_line(node, line):
            says = says or (last_label(seen) if is_label else None) or named
            # The words beside a date outweigh what its class is.
            if not is_marked or says is DateLabel.PUBLISHED:
                yield says, part


def selected(page: Page, selector: str) -> list[tuple[LexborNode, str]]:
    """The first elements of a selector, with their texts."""
    return [(node, node.text(separator=" ")) for node in page.css(selector)[:_MOST]]
