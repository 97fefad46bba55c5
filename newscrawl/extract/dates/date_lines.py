"""What an element or a line of a page prints as a date, and whose it is."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from newscrawl.dates.plain_digits import plain
from newscrawl.extract.dates.date_labels import (
    DateLabel,
    is_anothers_day,
    label_before,
    labelled,
    last_label,
)
from newscrawl.extract.fields.headline_vicinity import words_before
from newscrawl.markup.ancestors import with_ancestors

#: What stands in these is a picture's, or somebody else's.
_OTHERS = frozenset("figure figcaption blockquote".split())
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:[_-]?text)?(?:\s|$)", re.IGNORECASE)
_LONGEST_CAPTION = 600
#: Characters of a class that are looked at.
_LONGEST_CLASS = 300
_OTHERS_TYPE = re.compile(r"comment|imageobject|videoobject|answer", re.IGNORECASE)
#: Characters of a line with a date, at most.
LONGEST = 90
_YEAR = re.compile(
    r"(?<!\d)(?:19|20|25|13|14)\d\d(?!\d)|年|[\u0e00-\u0e7f]\.?\s?\d\d(?!\d)|['’]\d\d\b"
    r"|(?<!\d)(\d\d?)([./])\d\d?\2\d\d(?![\d:]|\.\d)|^\d{10}(?:\d{3})?$"
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
#: Elements that are part of a line.
INLINE = frozenset("a abbr b em font i small span strong time u".split())
_PROSE = frozenset("p li dd td".split())
_STOP = re.compile(r"[.!?;…।։؟።。！？][\"'”’»)]*$")
_CJK_STOP = ("。", "！", "？")
DIGIT, NUMBER = re.compile(r"\d"), re.compile(r"\d|[〇零一二三四五六七八九十]年")
#: "p.m." and what it is elsewhere.
_HALF = re.compile(r"\b(?:[AP]\.\s?M|[^\W\d_A-Z]\.\s?[^\W\d_A-Z])\.$")
#: What is small in a date, and makes no sentence: "среда, 4 февраля 2026 г."
_SMALL = re.compile(r"(?:[^\W\d_]{2,14},\s)?\d{1,2}\.?\s[^\W\d_]{3,12}\.?\s\d{4}")
WORD = re.compile(r"[^\W\d_]{3,}")
DATE_OF_LIST = re.compile(
    r"(?:date|datum|fecha|data|дата|dato|tarih|dátum|päiväys|日期|日付|날짜)\s?[:：]?",
    re.IGNORECASE,
)
#: Words of a sentence, at least; characters that no line of a date has beside it.
FEWEST_WORDS, _MOST_LETTERS = 3, 100

Line = tuple[DateLabel | None, str]


def has_year(line: Line) -> bool:
    return bool(_YEAR.search(plain(line[1])))


def is_day(line: str) -> bool:
    """Whether a line is a day alone, but for its weekday and a time."""
    return _IS_DAY.fullmatch(line) is not None


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


def dates_in_line(node: LexborNode, printed: str) -> Iterator[Line]:
    """The dates in what an element prints, unless it is no line, or another's."""
    line = date_line(printed)
    if line is not None:
        yield from (each for each in dates_of_line(node, line) if each[0] or not _is_another(node))


def _is_another(node: LexborNode) -> bool:
    """Whether a description in a list says another date than the list's: somebody's birth."""
    term = node.prev if node.tag == "dd" else None
    while term is not None and not term.is_element_node:
        term = term.prev
    return term is not None and not DATE_OF_LIST.fullmatch(term.text().strip())


def date_line(printed: str) -> str | None:
    """The folded text; None where it is long, a sentence, or without any digit."""
    line = " ".join(printed.split())
    is_one = len(line) <= LONGEST and NUMBER.search(line) and not _is_prose(line)
    return line if is_one else None


def dates_of_line(node: LexborNode, line: str) -> Iterator[Line]:
    """The dates in a line, each with what it says or the words before it; none of another's."""
    if is_anothers(node) or _is_in_prose(node):
        return
    for says, part in labelled(line):
        before = "" if says else words_before(node)
        if says or not is_anothers_day(part, before):
            yield says or label_before(before), part


def is_anothers(node: LexborNode) -> bool:
    """Whether the element is part of a picture, a comment or a quotation."""
    for around in with_ancestors(node):
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
    while holder is not None and holder.tag in INLINE:
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
    return 1 + small_words(_SMALL.sub("", line)) >= FEWEST_WORDS


def small_words(line: str) -> int:
    """The words behind the first that begin small."""
    _, *others = WORD.findall(line) or [""]
    return sum(not word[0].isupper() for word in others)
