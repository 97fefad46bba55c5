"""Read the persons out of a byline."""

from collections.abc import Iterable

from newscrawl.extract.byline_words import (
    ADDRESS,
    AGENCIES,
    BEHIND,
    BRACKETS,
    BUTTON,
    DEGREE,
    DESK,
    INSTITUTION,
    LATE_LEAD_IN,
    LEAD_IN,
    LEAD_OUT,
    LETTER,
    LONGEST,
    MOST_WORDS,
    NOBODY,
    NOT_A_NAME,
    PARTICLES,
    RANK,
    ROLE,
    SITE,
    SPLIT,
    UNCASED,
    WHERE,
    WHOLLY_IN_BRACKETS,
)

#: A longer text is no byline, and patterns would take long over it.
_LONGEST_BYLINE = 2_000


def persons(names: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons among the names of a byline, in order, each once.

    "By A, B and C" is three names; agencies, desks, roles, e-mail addresses and the outlet itself
    (``not_persons``) are no persons.
    """
    others = AGENCIES | NOBODY | {name.casefold() for name in not_persons}
    found: dict[str, str] = {}
    for given in (name for name in names if len(name) <= _LONGEST_BYLINE):
        bare = WHOLLY_IN_BRACKETS.sub(r"\1", ADDRESS.sub(",", given))
        line = INSTITUTION.sub("", BRACKETS.sub(" ", bare))
        line = " ".join(line.split())
        for part in SPLIT.split(LEAD_IN.sub("", line)):
            name = _person(_without_agency(part), others)
            if name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def is_agency(name: str) -> bool:
    return name.strip().casefold() in AGENCIES


def begins_a_byline(line: str) -> bool:
    return bool(LEAD_IN.match(line))


def persons_seen(lines: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons in lines that were not written for machines: only what looks like a name."""
    found = persons(map(_names_in, lines), not_persons)
    mixed = [name for name in found if not name.isupper()]
    return tuple(name for name in mixed or found if looks_like_a_name(name))


def names_alone(line: str) -> tuple[str, ...]:
    """The persons in a line that holds their full names, in letters with cases, and no more."""
    if len(line) > LONGEST or UNCASED.search(line):
        return ()
    found = persons([line])
    is_all = len(LETTER.findall("".join(found))) == len(LETTER.findall(LEAD_IN.sub("", line)))
    return found if is_all and all(map(looks_like_a_name, found)) else ()


def _names_in(line: str) -> str:
    """The part of a line that may name persons: before a date, or between "by" and the next."""
    line = LEAD_IN.sub("", " ".join(line.split()))
    head = BEHIND.split(line, maxsplit=1)[0]
    is_label = not head.strip() or head.rstrip().endswith(":")
    late = LATE_LEAD_IN.search(line) if is_label else None
    if late:
        head = BEHIND.split(line[late.end() :], maxsplit=1)[0]
    return LEAD_OUT.sub("", head.rstrip())


def _without_agency(part: str) -> str:
    """The full name before that of an agency: "Ann Lee The Associated Press"."""
    folded = part.casefold()
    ends = [each for each in AGENCIES if " " in each and folded.endswith(f" {each}")]
    name = part[: -len(max(ends, key=len))].strip() if ends else ""
    return name if looks_like_a_name(name) else part


def _person(part: str, others: frozenset[str]) -> str | None:
    name = WHERE.sub("", part).strip(" .·•-–—:*\"'“”").removeprefix("By ")
    bare = _once(ROLE.sub("", name).strip(" ,-"))
    if len(bare) < len(name) and ROLE.search(name) and (len(bare.split()) < 2 or RANK.search(bare)):
        return None
    folded = bare.casefold()
    is_other = (
        any(folded == each or _ends_with(folded, each) for each in others)
        or DESK.search(bare)
        or SITE.match(bare)
    )
    is_odd = len(bare) > LONGEST or NOT_A_NAME.search(bare) or DEGREE.match(bare)
    return bare if bare and not is_other and not is_odd else None


def _once(name: str) -> str:
    """The name once: "Ann Lee Ann Lee" is: a picture's text and the link beside it."""
    words = name.split()
    half = len(words) // 2
    is_twice = half > 1 and words[:half] == words[half:]
    return " ".join(words[:half]) if is_twice else name


def _ends_with(name: str, other: str) -> bool:
    """Whether a name ends with that of a paper: "South Florida Sun Sentinel"."""
    return len(other) > 7 and " " in other and name.endswith(f" {other}")


def looks_like_a_name(name: str) -> bool:
    """Two to five words with capitals, or a few letters of a script that has none."""
    words = name.split()
    if not words or BUTTON.search(name):
        return False
    if UNCASED.search(name):
        return len(name) <= 3 * MOST_WORDS and len(words) <= MOST_WORDS
    capital = all(word[0].isupper() or word.lower() in PARTICLES for word in words)
    return 2 <= len(words) <= MOST_WORDS and capital and words[0][0].isupper()
