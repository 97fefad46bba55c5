"""Find who signs an article and is no person: agencies, desks, companies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from newscrawl.article import Block
from newscrawl.boilerplate import Field
from newscrawl.boilerplate.clean import left_by
from newscrawl.extract.fields.bare_bylines import bare_line
from newscrawl.extract.fields.byline_parts import parts
from newscrawl.extract.fields.byline_words import (
    ADDRESS,
    BRACKETS,
    MOST_WORDS,
    NOBODY,
    NOT_A_NAME,
)
from newscrawl.extract.fields.bylines import LONGEST_BYLINE, without_agency
from newscrawl.extract.fields.field_readers import Found
from newscrawl.extract.fields.lead_ins import LEAD_IN
from newscrawl.extract.fields.no_persons import is_agency, is_named_like_one, is_personal
from newscrawl.extract.fields.seen_bylines import begins_a_byline, part_with_names
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Readers of authors that read lines which were not written for machines.
SEEN = frozenset({"marked", "byline", "lead-in", "profile", "beside"})
_BY = re.compile(
    r"(?:(?:reporting|reported|written|story|text)\s+)?(?:by|von|par|por|oleh)\s+(?=\S)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:with|of|for|from|via|mit|von|avec|con|com|met|med|de|di)\s+|(?:\b(?:source|quelle|fuente|fonte"
    r"|bron|kilde|källa|kaynak|źródło|zdroj|forrás|πηγή|источник|джерело|крыніца)|المصدر|来源|來源|출처)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
_LONGEST_NAME = 120
_MARKS = " .,·•-–—:*\"'“”"


def signers(
    lines: Mapping[str, Sequence[str]], told: Iterable[str], sites: Iterable[str], _: Page
) -> Found:
    """Those that the first reader names: ``lines`` are what the readers of authors find.

    ``told`` are authors who say that they are no persons. Not the outlet itself, which every
    article of it has, by whatever of its names.
    """
    own = [name.casefold() for name in sites]
    said = [
        _BY.sub("", " ".join(name.split())).strip(_MARKS) or name
        for name in told
        if not is_personal(name)
    ]
    named = {"json-ld": said} if said else {}
    for reader, found in lines.items():
        short = [line for line in found if len(line) <= LONGEST_BYLINE]
        named.setdefault(reader, (_seen if reader in SEEN else _named)(short))
    for reader, names in named.items():
        others: dict[str, str] = {}
        for name in names:
            if _is_another(name, own):
                others.setdefault(name.casefold().removeprefix("the "), name)
        if others:
            return Found(tuple(others.values()), reader)
    return Found()


def unsaid(
    names: Sequence[str], outlet: Outlet | None, url: str, blocks: Sequence[Block]
) -> tuple[str, ...]:
    """Those that no line names which a rule of the outlet's file makes a credit."""
    rules = [rule for rule in outlet.boilerplate if rule.fills is Field.CREDITS] if outlet else []
    if not names or not rules:
        return tuple(names)
    left = left_by(url, rules, blocks)
    lines = [block.text for block in blocks if block not in left]
    return tuple(name for name in names if not any(name in line for line in lines))


def _is_another(name: str, own: Iterable[str]) -> bool:
    folded = name.casefold()
    return folded not in NOBODY and not any(each in folded for each in own)


def _named(lines: Iterable[str]) -> list[str]:
    """The organisations among the names of a byline."""
    found = []
    for given in lines:
        in_brackets = [part.strip(" ()[]") for part in BRACKETS.findall(given)]
        for part in (*parts(bare_line(given)), *filter(is_agency, in_brackets)):
            rest = without_agency(part)
            found.append((part if rest == part else part.removeprefix(rest)).strip(_MARKS))
    return [name for name in found if _is_organisation(name)]


def _seen(lines: Sequence[str]) -> list[str]:
    """Those in lines that were not written for machines: alone in a line, or known agencies."""
    bare = [" ".join(LEAD_IN.sub("", part_with_names(line)).split()) for line in lines]
    alone = [line for line in bare if len(line.split()) <= MOST_WORDS and _is_organisation(line)]
    said = (part for line in bare for part in parts(line))
    known = [p.strip() for p in chain(said, *map(_senders, lines)) if is_agency(p)]
    return _named([*alone, *known])


def _senders(line: str) -> Iterator[str]:
    """Who may have sent what somebody signs: in brackets, or behind "with", "of" or "source:"."""
    for bracketed in BRACKETS.findall(line):
        yield from parts(bracketed.strip(" ()[]"))
    for found in _FROM.finditer(line):
        behind = line[found.end() : found.end() + _LONGEST_NAME]
        yield next(parts(BRACKETS.sub("", behind)), "").strip(_MARKS)


def is_signed_by_desk(line: str, sites: Iterable[str]) -> bool:
    """Whether a line says that an agency or a desk wrote, and not the outlet: "By The Wire"."""
    if not begins_a_byline(line):
        return False
    name = part_with_names(line).strip(_MARKS)
    return _is_organisation(name) and _is_another(name, [site.casefold() for site in sites])


def _is_organisation(name: str) -> bool:
    if NOT_A_NAME.search(name) or ADDRESS.search(name):
        return False
    return is_agency(name) or is_named_like_one(name)
