"""Tell bylines among the lines that readers see, and who is named in them."""

import re
from collections.abc import Iterable
from itertools import takewhile

from newscrawl.extract.fields import byline_scripts
from newscrawl.extract.fields.bare_bylines import is_one_name, without_lead_in
from newscrawl.extract.fields.byline_parts import is_joined
from newscrawl.extract.fields.byline_places import is_place
from newscrawl.extract.fields.byline_scripts import uncased
from newscrawl.extract.fields.byline_words import LETTER, LONGEST, ROLE, TITLE
from newscrawl.extract.fields.bylines import begins_given, looks_like_a_name, persons, says_what
from newscrawl.extract.fields.lead_ins import BY_ONE, COLUMN, LATE_LEAD_IN, LEAD_IN, POSTED
from newscrawl.extract.fields.no_persons import is_agency, is_plain
from newscrawl.short_memory import remembered

#: A day with its year, and perhaps a time.
_IS_DATE = re.compile(
    r"(?=\D*\d)(?:[^\W\d_]{2,9}\.?,?\s)?(?:\d{1,2}\.?\s)?(?:(?:de|d')\s)?[^\W\d_]{3,10}\.?,?\s"
    r"(?:de\s)?(?:\d{1,2},?\s)?(?:19|20)\d\d(?:[\s,]+\d{1,2}[:.h]\d\d.{0,8})?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
)
#: What parts a name from what stands beside it, and what a date has.
_DIGIT = re.compile(r"\d")
#: A date that stands before the names, with what parts it from them.
_LEADING_DATE = re.compile(
    r"^(?:(?:[^\W\d_]{2,12}[.,]+|(?i:\w{3,6}di|dimanche))\s(?=\S+\s\S+\s\d{4}))?"
    r"(?:[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})[\s·|,•–—-]+(?=[^\W\d_])"
)
#: What stands before "by" is a site, a place or a kind of text.
_BEFORE_BY = re.compile(r"^[^|]{2,40}\|\s*(?=(?:By|Par|Por|Von|Oleh)\s\S+\s\S)")
#: Who made the pictures.
_PICTURES = re.compile(
    r"(?:\w+\s)?(?:photographer|videographer|illustrator|fot[oó]gra[fv]\w*|photographe"
    r"|illustrat(?:eur|rice)|ilustrador\w*|bildredakteur\w*|фотограф)",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\s(?:in|at|from|a|ad|à|au|aux|aus|en|em|w|we|v|ve|te|i|в|во|на)\s\S+$")
_IN_BRACKETS = re.compile(r"^[〔【（](.*)[〕】）]$")
#: What is told of somebody in brackets: "(born 1950 in Northport)", "(4 May 2026)".
_TOLD_IN_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*\d[^()\[\]（）]*[)\]）]")
#: Where a byline ends and a date, a place or a button begins.
_BEHIND = re.compile(
    r"\d|\b(?:published|updated|posted|last|stand|aktualisiert|veröffentlicht|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|опубликовано|follow|share|view|read|see|hace|quelle|e-?mail"
    # Jan, April and August sign articles too, and so do Sunday and Friday.
    r"|source|(?:voir|lire|weitere|leggi)(?=\s)|alle (?:artikel|beiträge)|zum profil"
    r"|ver (?:más|mais|todos|perfil)"
    r"|승인|입력|등록|tutti gli|tous (?:ses|les)|wszystkie|więcej|все (?:статьи|материалы)"
    r"|tüm yazıları"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\s[^\W\d_]+(?:\s[^\W\d_]+)?$)|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\.?\s\d+)"
    r"\b|フォロー|の筆者",
    re.IGNORECASE,
)
#: What leads over from a name to a date.
_LEAD_OUT = re.compile(
    r"\s(?:le|am|on|el|il|den|at|um|vom|op|em|la|w|в)(?:\s[^\W\d_]{2,12}\.?,)?$", re.IGNORECASE
)
#: "And", with others counted behind it: "Ann Lee and 2 others".
_AND_OTHERS = re.compile(r"(?:\s(?:and|und|et|y|e|i|og|och|en|и|та|with|mit)|\s?[&+])$")
#: Characters of a line that is worth remembering.
_LONGEST_REMEMBERED = 200
#: Where the first digit of a date stands in a line that begins with one.
_EARLY = 20
_BESIDE, _YEAR = re.compile(r"\s*[|•·]\s*"), re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DASH, _MARKS = re.compile(r"\s[–—-]\s"), " |·•–—-"
#: Letters of a date or a role below a name.
_LONGEST_ROLE = 40


def begins_a_byline(line: str) -> bool:
    if column := COLUMN.match(line):
        return _is_known(line[column.end() :])
    return bool(
        LEAD_IN.match(line)
        or (_DIGIT.search(line[:_EARLY]) and LEAD_IN.match(_LEADING_DATE.sub("", line)))
        or ("|" in line and _BEFORE_BY.match(line) is not None)
        or (not line.isascii() and byline_scripts.IS_SIGNED.fullmatch(line))
        or byline_scripts.LEAD_IN.match(_IN_BRACKETS.sub(r"\1", line))
        or (POSTED.match(line) and LATE_LEAD_IN.search(line))
    )


def named_beside(line: str) -> str | None:
    """The name in a line that has a role or a date beside it: "Ann Lee | Editor | May 4, 2026"."""
    name, *others = (part.strip() for part in _BESIDE.split(line))
    if not others and (known := _known_beside(line)):
        return known
    if not others:
        name, *others = (part.strip() for part in line.split(","))
        if not others or not _is_named(name):
            return None
        is_role = len(others) == 1 and _says_role(others[0])
        is_title = TITLE.search(others[0]) and begins_given(name)
        # "Ann Lee, the president of Utopia", "in a speech": below pictures of whom it is told.
        is_title = is_title and not any(part[:1].islower() for part in others)
        return name if is_role else line if is_title and not line.endswith(".") else None
    is_told = any(_says_role(part) or _YEAR.search(part) for part in others)
    # "Middle East | Reuters" is a section.
    if (is_told and _is_named(name)) or (any(map(is_agency, others)) and _is_known(name)):
        return name
    # "4 May 2026 | 10:05 | Ann Lee".
    is_last = _YEAR.search(name) and _is_named(others[-1]) and not uncased(others[-1])
    return others[-1] if is_last and all(map(_DIGIT.search, others[:-1])) else None


def _known_beside(line: str) -> str | None:
    """Who has a first name that is known as one, beside a date, or before a role or an agency."""
    line = _DASH.sub(" - ", line)
    if not begins_given(line) and " - " not in line:
        return None
    first, parted, rest = line.partition(", ")
    if not (parted and _IS_DATE.fullmatch(rest)):
        first, _, rest = line.partition(" - ")
        first, rest = (rest, first) if _IS_DATE.fullmatch(first) else (first, rest)
    role = ROLE.search(line)
    is_beside = _IS_DATE.fullmatch(rest) or is_agency(rest)
    name = first if is_beside else line[: role.start()] if role else ""
    return name if _is_known(name) else None


def _says_role(part: str) -> bool:
    """Whether it is a role, or one with a place behind it: "inviata a Kiel", not "author of X"."""
    return ROLE.fullmatch(_IN_PLACE.sub("", part)) is not None


def _is_named(name: str) -> bool:
    return looks_like_a_name(name) and not is_place(name)


def is_lead_in(line: str) -> bool:
    """Whether nothing follows the "by": the name stands in the next line."""
    line = line.strip(_MARKS)
    return any(
        begins_a_byline(told) and byline_scripts.bare(LEAD_IN.sub("", told)) == name
        # Some need a name behind them, since names begin with them, too.
        for told, name in ((f"{line}:", ""), (f"{line} Ann Lee", "Ann Lee"))
    )


def names_behind(lines: Iterable[str]) -> list[str]:
    """The lines behind those that are a "by" alone, and those behind them that are names, too."""
    told = list(lines)
    behind = [told[at:] for at, line in enumerate(told[:-1], start=1) if is_lead_in(line)]
    return [", ".join([name, *_known_first(others)]) for name, *others in behind]


def _known_first(lines: list[str]) -> list[str]:
    """The names that lines begin with, of those who wrote."""
    known = list(takewhile(_is_known, lines))
    # The last one's role stands below.
    is_others = any(map(_PICTURES.fullmatch, lines[len(known) : len(known) + 1]))
    return known[:-1] if is_others else known


def named_above(line: str, following: str) -> str | None:
    """The name that a line is right above one that is a date or a role."""
    name = line.strip(_MARKS)
    if _PICTURES.fullmatch(following) or len(_YEAR.findall(following)) > 1:
        return None
    if not (_IS_DATE.match(following) or ROLE.search(following)) or len(following) > _LONGEST_ROLE:
        return None
    return name if _is_known(name) or (ROLE.fullmatch(following) and _is_named(name)) else None


def _is_known(name: str) -> bool:
    """Whether it is a name whose first is known as one."""
    return begins_given(name) and _is_named(name)


def persons_seen(lines: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons in lines that were not written for machines: only what looks like a name."""
    lines = list(lines)
    found = persons(map(part_with_names, lines), not_persons)
    mixed = [name for name in found if not name.isupper()]
    return tuple(
        name
        for name in mixed or found
        if looks_like_a_name(name) or any(_signs_alone(name, line) for line in lines)
    )


def _signs_alone(name: str, line: str) -> bool:
    """Whether a line says that one word is a name: "By Sukarta", "By Ann Lee and Sukarta"."""
    if not is_one_name(name) or says_what(name):
        return False
    one = BY_ONE.fullmatch(line.strip())
    names = persons([part_with_names(line)]) if is_joined(line) else ()
    return one[1] == name if one else len(names) > 1 and name in names


def names_alone(line: str) -> tuple[str, ...]:
    """The persons in a line that holds their full names, in letters with cases, and no more."""
    if len(line) > LONGEST or uncased(line):
        return ()
    found = persons([line])
    is_all = len(LETTER.findall("".join(found))) == len(LETTER.findall(without_lead_in(line)))
    return found if is_all and all(map(looks_like_a_name, found)) else ()


@remembered(1024, _LONGEST_REMEMBERED)
def part_with_names(line: str) -> str:
    """The part of a line that may name persons: before a date, or between "by" and the next."""
    line = " ".join(line.split())
    line = without_lead_in(_LEADING_DATE.sub("", _BEFORE_BY.sub("", line)))
    line = byline_scripts.bare(_TOLD_IN_BRACKETS.sub("", line))
    head = line if is_plain(line) else _BEHIND.split(line, maxsplit=1)[0]
    is_label = not head.strip() or head.rstrip().endswith(":") or POSTED.match(line)
    late = LATE_LEAD_IN.search(line) if is_label else None
    if late:
        head = _BEHIND.split(line[late.end() :], maxsplit=1)[0]
    return _AND_OTHERS.sub("", _LEAD_OUT.sub("", head.rstrip()))
