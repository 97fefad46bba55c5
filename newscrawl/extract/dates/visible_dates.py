"""Find the dates that a page prints for its readers."""

import re
from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborNode

from newscrawl.dates.plain_digits import plain
from newscrawl.extract.dates.date_labels import (
    DateLabel,
    is_anothers_day,
    label_before,
    labelled,
    last_label,
)
from newscrawl.extract.fields.headline_vicinity import (
    MOST_DEKS,
    OTHERS_BOXES,
    head,
    is_beside,
    is_told,
    lines_near_headline,
    words_before,
)
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.markup.ancestors import ancestors
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
#: What stands in these is a picture's, or somebody else's.
_OTHERS = frozenset("figure figcaption blockquote".split())
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:[_-]?text)?(?:\s|$)", re.IGNORECASE)
_LONGEST_CAPTION = 600
#: Characters of a class that are looked at.
_LONGEST_CLASS = 300
_OTHERS_TYPE = re.compile(r"comment|imageobject|videoobject|answer", re.IGNORECASE)
LONGEST = 90
_YEAR = re.compile(
    r"(?<!\d)(?:19|20|25|13|14)\d\d(?!\d)|年|[\u0e00-\u0e7f]\.?\s?\d\d(?!\d)|['’]\d\d\b"
    r"|(?<!\d)(\d\d?)([./])\d\d?\2\d\d(?![\d.:])|^\d{10}(?:\d{3})?$"
    r"|(?<![\w.])(?:[RH]\d\d?\.|1[0-4]\d[./-])\d\d?[./-]\d"
    r"|^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:$|[T\s]?\d{4})"
)
#: In digits or with the month's name.
DAY = (
    r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4}|[^\W\d_]{3,12}\.? \d{1,2}, \d{4}"
)
_IS_DAY = re.compile(rf"(?:[^\W\d_]+[.,]*\s)?(?:{DAY})(?:\D{{1,9}}\d\d?[:.h]\d\d.{{0,12}})?")
#: Attributes in which scripts find the date of "3 hours ago".
_FOR_SCRIPTS = re.compile(
    r"title|aria-label|data-(?:\w+-)*\w*(?:date|time|stamp|epoch|published)(?:-\w+)?"
)
_MOST = 25
#: Elements that are part of a line.
_INLINE = frozenset("a abbr b em font i small span strong time u".split())
_PROSE = frozenset("p li dd td".split())
_STOP = re.compile(r"[.!?;…।։؟።。！？][\"'”’»)]*$")
_CJK_STOP = ("。", "！", "？")
_DIGIT, _NUMBER = re.compile(r"\d"), re.compile(r"\d|[〇零一二三四五六七八九十]年")
_HALF = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
#: Characters of a paragraph with which a story goes on.
_TELLING = 40
_DATE_OF_LIST = re.compile(
    r"(?:date|datum|fecha|data|дата|dato|tarih|dátum|päiväys|日期|日付|날짜)\s?[:：]?",
    re.IGNORECASE,
)
#: Words of a sentence, at least; characters that no line of a date has beside it.
_FEWEST_WORDS, _MOST_LETTERS = 3, 100
#: The same of a line without a label that is long.
_FEWEST_OF_LONG, _LONG_LINE = 2, 6

Line = tuple[DateLabel | None, str]


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


def is_day(line: str) -> bool:
    """Whether a line is a day alone, but for its weekday and a time."""
    return _IS_DAY.fullmatch(line) is not None


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
            if says or is_outside or _DATE_OF_LIST.match(line):
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
    is_dated = _NUMBER.search(seen) and has_year((None, seen))
    # Few elements hold a date, and where one stands costs more to ask.
    if not (is_dated or (node.tag in _INLINE and _DIGIT.search(seen))):
        return
    said = seen if is_dated else told_by(node, seen)
    line = _line(said)
    if line is None or not has_year((None, line)):
        return
    if not is_beside(page, node, marks) and not is_of_another(page, node):
        yield from filter(has_year, dates_in_line(node, said))


def dates_updated(page: Page) -> Iterator[str]:
    """What says when the article was changed."""
    yield from (line for _, line in _lines(page, _CHANGED, BESIDE) if _DIGIT.search(line))
    seen = (*_lines(page, _DATED, BESIDE), *_times(page, BESIDE))
    told = [line for says, line in seen if says is DateLabel.UPDATED]
    near = (line for _, line in _lines_near(page, BESIDE))
    yield from told or (line for line in near if last_label(line) is DateLabel.UPDATED)


def has_year(line: Line) -> bool:
    return bool(_YEAR.search(plain(line[1])))


def published_first(lines: Iterator[Line]) -> Iterator[str]:
    """Those that say so first, and those that say "updated" last, behind those with other words."""
    order = (DateLabel.PUBLISHED, None, DateLabel.UPDATED)
    return (
        line for _, line in sorted(lines, key=lambda each: (order.index(each[0]), _is_told(each)))
    )


def _is_told(line: Line) -> bool:
    """Whether a line without a label tells more than a date: "The ferry on its way, May 4 2026"."""
    fewest = _FEWEST_OF_LONG if len(_WORD.findall(line[1])) >= _LONG_LINE else _FEWEST_WORDS
    return line[0] is None and _words(line[1]) >= fewest


def _times(page: Page, marks: tuple[str, ...]) -> Iterator[Line]:
    scope = "article " if page.tree.css_first("article time") else ""
    return _lines(page, ", ".join(scope + part for part in _TIMES.split(", ")), marks)


def _lines(page: Page, selector: str, marks: tuple[str, ...]) -> Iterator[Line]:
    """The short lines of the elements, each with what it says, or the words before it."""
    for node, seen in page.once(selected, selector):
        printed = told_by(node, seen)
        line = _line(printed)
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
        for says, part in _dates(node, line):
            says = says or (last_label(seen) if is_label else None) or named
            # The words beside a date outweigh what its class is.
            if not is_marked or says is DateLabel.PUBLISHED:
                yield says, part


def told_by(node: LexborNode, seen: str) -> str:
    """What an element says for machines; for scripts or in its title, where no year is seen."""
    given = node.attributes
    told = given.get("datetime") or given.get("content")
    told = told or (given.get("value") if node.tag == "data" else None)
    others = [value for name, value in given.items() if value and _FOR_SCRIPTS.fullmatch(name)]
    # Few elements say more, and what is seen may be long.
    if told or not others or (node.tag != "abbr" and has_year((None, seen))):
        return told or seen
    return next((value for value in others if has_year((None, value))), seen)


def selected(page: Page, selector: str) -> list[tuple[LexborNode, str]]:
    """The first elements of a selector, with their texts."""
    return [(node, node.text(separator=" ")) for node in page.css(selector)[:_MOST]]


def dates_in_line(node: LexborNode, printed: str) -> Iterator[Line]:
    """The dates in what an element prints, unless it is no line, or another's."""
    line = _line(printed)
    if line is not None:
        yield from (each for each in _dates(node, line) if each[0] or not _is_another(node))


def _is_another(node: LexborNode) -> bool:
    """Whether a description in a list says another date than the list's: somebody's birth."""
    term = node.prev if node.tag == "dd" else None
    while term is not None and not term.is_element_node:
        term = term.prev
    return term is not None and not _DATE_OF_LIST.fullmatch(term.text().strip())


def _line(printed: str) -> str | None:
    """The folded text; None where it is long, a sentence, or without any digit."""
    line = " ".join(printed.split())
    is_one = len(line) <= LONGEST and _NUMBER.search(line) and not _is_prose(line)
    return line if is_one else None


def _dates(node: LexborNode, line: str) -> Iterator[Line]:
    if is_anothers(node) or _is_in_prose(node):
        return
    for says, part in labelled(line):
        before = "" if says else words_before(node)
        if says or not is_anothers_day(part, before):
            yield says or label_before(before), part


def is_anothers(node: LexborNode) -> bool:
    """Whether the element is part of a picture, a comment or a quotation."""
    for around in chain([node], ancestors(node)):
        if around.tag in ("article", "main", "body"):
            return False
        given = around.attributes
        is_picture = around.tag in _OTHERS and around.css_first("h1") is None
        if is_picture or _OTHERS_TYPE.search(given.get("itemtype") or ""):
            return True
        # Some pages call all that they hold a caption.
        called = (given.get("class") or "")[:_LONGEST_CLASS]
        if _CAPTION.search(called) and len(around.text()) < _LONGEST_CAPTION:
            return True
    return False


def _is_in_prose(node: LexborNode) -> bool:
    holder: LexborNode | None = node
    while holder is not None and holder.tag in _INLINE:
        holder = holder.parent
    if holder is None or holder.tag not in _PROSE:
        return False
    return _is_prose(" ".join(holder.text(separator=" ").split()))


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, and no date with its label."""
    if line.endswith(_CJK_STOP):
        return True
    letters = sum(map(str.isalpha, line))
    if letters > _MOST_LETTERS:
        return True
    if not _STOP.search(line) or _HALF.search(line) or last_label(line):
        return False
    return 1 + _words(line) >= _FEWEST_WORDS


def _words(line: str) -> int:
    """The words behind the first that begin small."""
    _, *others = _WORD.findall(line) or [""]
    return sum(not word[0].isupper() for word in others)
