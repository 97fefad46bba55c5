"""Read the persons out of a byline."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from newscrawl.extract.fields import byline_scripts
from newscrawl.extract.fields.bare_bylines import bare_line, is_one_name
from newscrawl.extract.fields.byline_parts import is_joined, parts
from newscrawl.extract.fields.byline_places import is_in_country, is_place
from newscrawl.extract.fields.byline_scripts import is_dense, uncased
from newscrawl.extract.fields.byline_words import (
    AGENCIES,
    DEGREE,
    LETTER,
    LOGIN,
    LONGEST,
    MOST_WORDS,
    NOBODY,
    NOT_A_NAME,
    PARTICLES,
    RANK,
    ROLE,
    ROLE_BEFORE,
    SPECIAL,
    SURNAMES,
    TITLE,
)
from newscrawl.extract.fields.given_names import GIVEN
from newscrawl.extract.fields.no_persons import (
    is_agency,
    is_named_like_one,
    is_plain,
    is_surname,
    is_with_one,
)
from newscrawl.short_memory import remembered

#: A longer text is no byline, and patterns would take long over it.
LONGEST_BYLINE = 2_000
#: Lines of bylines whose persons are remembered, at most, and their characters, with those of the
#: names that are no persons: an outlet's pages are signed by the same few.
_MOST_REMEMBERED, _LONGEST_REMEMBERED = 1_024, 500
#: First names behind the last: "Lee, Ann B."
_INITIAL = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z]\.?){1,2}")
#: A name that ends with its bearer's initials: "Srinivas R.", "Nelson C.J.".
_LAST_INITIAL = re.compile(r"[\s.][^\W\d_a-z]$")
#: A rank that no name begins with: "Senior Staff Technologist".
_RANKED = re.compile(
    r"(?:senior|chief|executive|managing|deputy|associate|assistant|contributing|principal|lead"
    r"|freelance|staff|investigative|vice|former|leitende[r]?|stellvertretende[r]?)\s(?=\S)",
    re.IGNORECASE,
)
#: What somebody else did for the article than to write it.
_OTHERS_WORK = re.compile(
    r"^(?:(?:with |and )?(?:photo(?:s|graphy|graphs)?|pictures?|images?|illustrations?|graphics?"
    r"|video|fotos?|bilder|fotografías?|photographies?|фото) (?:by|von|par|por|di|de|av|door)"
    r"|(?:photographed|illustrated|edited|translated|produced|medically reviewed|reviewed"
    r"|fact[- ]checked|paid for|brought to you|powered|presented|provided) by)\b",
    re.IGNORECASE,
)
#: "By" within a line: "reviewed by Ann Lee, written by Bo Ray".
_BY_AGAIN = re.compile(
    r"^(?:(?:written|reported|words|text|story|reporting)\s+)?(?:by|von|par|por)\s+"
    r"(?!der?\s|la\s)(?=\S+\s\S)|^(?:του|της)\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
#: "Ann Lee in London", "Bo Ray of The Paper".
_WHERE = re.compile(
    r"\s(?:in|aus|à|[Ff]rom|of|[Ff]or|via|at|@|on behalf of|courtesy of|en|w|we|z|v|ve|din)\s.*$"
    r"|\set al\.?$|\s?[»›→]$"
)
#: The same in a name, and "and": "Anna in 't Hof", "Eva von und zu Stein".
_IN_NAME = re.compile(r"\sin(?=\s(?:['’]t|het|der?|den)\s\S+$)|(?<=\svon)\sund(?=\szu\s)")
#: What stands before what somebody has studied, or is.
_CREDENTIAL = re.compile(
    r"(?:[MB]\.(?:A|S|Sc|Ed)\.?|[MB]Sc|MBA|Ph\.?D\.?)\s|(?:Licensed|Certified|Registered|Accredited)\s"
)
#: Behind a full name, in the letters in which they are written.
_DEGREES_BEHIND = re.compile(
    r"(?<=\S\s\S\S)(\S*)(?:\s(?:MD|DO|PhD|Ph\.D\.?|M\.D\.?|MBA|MS|MSc|BSc|RN|RDN?|LDN?|JD|MPH"
    r"|DDS|DVM|CFA|CPA|MPs?|MEP|MSP|MLA|QC|KC"
    r"|CFP|BSN|LCSW|PsyD|PharmD|EdD|Esq\.?|OBE|MBE|CBE))+$"
)
#: Not "K.Raju", whose initial it is.
_SITE = re.compile(r"^\S{2,}\.(?:[a-z]{2,4}|[A-Z]{2,4})$")
#: A particle that is written with the name: "al-Amin", "d’Arcy".
_PREFIXED = re.compile(r"[a-z]{1,3}['’‘-][^\W\d_a-z]")
_LONGEST_NAME = 8
_BUTTON = re.compile(
    r"\b(?:abone ol|takip et"
    r"|read(?:ing)? time|twitter|facebook|instagram|linkedin|whatsapp|telegram|youtube"
    r"|email|e-mail|share|comments?"
    r"|subscribe|print(?= |$)|login|menu|copy|link|posts|profile|contact|bio(?:graphy)?"
    r"|articles?)\b",
    re.IGNORECASE,
)
#: Initials that are written with the name: "K.Raju".
_INITIALS = re.compile(r"(?<=[^\W\d_a-z])\.(?=[^\W\d_a-z][^\W\d_])")
_LONG_AGENCIES = tuple(f" {name}" for name in AGENCIES if " " in name)


def persons(
    names: Iterable[str],
    not_persons: Iterable[str] = (),
    bare: Callable[[str], str] | None = None,
) -> tuple[str, ...]:
    """The persons among the names of a byline, in order, each once.

    "By A, B and C" is three names; agencies, desks, roles, e-mail addresses and the outlet itself
    (``not_persons``) are no persons.
    """
    sites = frozenset(name.casefold() for name in not_persons)
    room = _LONGEST_REMEMBERED - sum(map(len, sites))
    found: dict[str, str] = {}
    for line in (name for name in names if len(name) <= LONGEST_BYLINE):
        read = _remembered if len(line) <= room else _persons_of
        for name in read(line, sites, bare or bare_line):
            found.setdefault(name.casefold(), name)
    joined = {f"{one} {other}" for one, other in pairwise(found)}
    return tuple(name for folded, name in found.items() if folded not in joined)


def _persons_of(line: str, sites: frozenset[str], bare: Callable[[str], str]) -> tuple[str, ...]:
    others = AGENCIES | NOBODY | sites
    # "Jobs & Hire" is a site, and no two persons.
    is_other = " ".join(line.split()).casefold() in others
    return () if is_other else tuple(_persons_in(bare(line), others))


_remembered = lru_cache(_MOST_REMEMBERED)(_persons_of)


def _persons_in(line: str, others: frozenset[str]) -> Iterator[str]:
    said = [part for part in parts(line) if part.strip(" .,")]
    if len(said) > 1 and is_in_country(said[0], said[-1]):
        return
    is_full, is_shared = any(map(_is_full, said)), any(map(is_agency, said))
    is_of_names = is_joined(line) and not _WHERE.search(line)
    # "Ann Lee - Remote Jobs": of whom, behind a dash.
    is_dashed = len(said) == 2 and f"{said[0]} - {said[1]}" == line and begins_given(line)
    is_turned = len(said) == 2 and "," in line and is_one_name(said[0])
    if is_turned and (is_one_name(said[1]) or _INITIAL.fullmatch(said[1].strip())):
        said = [f"{said[1]} {said[0]}"]
    is_of_title = False
    for at, part in enumerate(said):
        # What begins a line may be somebody's name: "Chief Osei Tutu".
        is_ranked = bool(at and _RANKED.match(part.strip()))
        is_title = is_ranked or bool(TITLE.search(part))
        # Behind a title stands whose it is, unless that has a title too.
        of_title, is_of_title = is_of_title, is_title
        if of_title and not any(map(says_what, said[at : at + 2])):
            continue
        if is_ranked and not ROLE_BEFORE.match(part.strip()):
            continue
        part = without_agency(ROLE_BEFORE.sub("", _BY_AGAIN.sub("", part.strip())))
        if (at and _is_beside_a_name(part)) or _OTHERS_WORK.match(part):
            continue
        is_one = is_dense(part) or (is_of_names and is_one_name(part))
        if is_full and not _is_full(part) and not is_one:
            continue
        if at and is_dashed and not begins_given(part):
            continue
        # "dpa/ale": who wired it, shortened; "EFE / Madrid": from where.
        is_where = part.islower() or (at and " / " in line)
        if is_shared and is_where and part.isalpha() and not uncased(part):
            continue
        name = _person(part, others)
        if name:
            yield name


def begins_given(name: str) -> bool:
    return name.partition(" ")[0].casefold() in GIVEN


def _is_beside_a_name(part: str) -> bool:
    """Whether it says, behind a name, what somebody is: "FAND", "Certified Sleep Consultant"."""
    words = part.split()
    is_long_title = bool(TITLE.search(part)) and len(words) > 3
    is_paper = words[-1].casefold() in SURNAMES and words[0].casefold() not in GIVEN
    # "City Hall reporter".
    is_role = len(words) > 2 and words[-1].islower() and bool(ROLE.search(words[-1]))
    return (
        is_long_title
        or (words[0] in PARTICLES and is_agency(" ".join(words[1:])))
        or is_paper
        or is_role
        or (len(words) == 1 and words[0].isupper() and not uncased(part))
    )


def _is_full(part: str) -> bool:
    """Whether it has a word more than a place or a first name has: "Ann Lee"; not "from Paris"."""
    part = _without_where(part)
    words = part.split()
    is_told = len(words) > 1 and (uncased(part) or words[0] in PARTICLES or not words[0].islower())
    return is_told and not is_place(part)


def says_what(part: str) -> bool:
    return bool(TITLE.search(part) or ROLE.search(part))


def without_agency(part: str) -> str:
    """The full name before that of an agency: "Ann Lee The Associated Press"."""
    folded = part.casefold()
    ends = [each for each in _LONG_AGENCIES if folded.endswith(each)]
    name = part[: -len(max(ends, key=len))].strip() if ends else ""
    return name if looks_like_a_name(name) else part


def _person(part: str, others: frozenset[str]) -> str | None:
    name = SPECIAL.sub("", _without_where(part)).strip(" .·•●■-–—ـ:*=<>\"'“”").removeprefix("By ")
    is_short = name.endswith((" Jr", " Sr")) or (_LAST_INITIAL.search(name) and f"{name}." in part)
    name = f"{name}." if is_short else name
    if name.casefold() in others:
        return None
    if is_surname(name):
        return name
    bare = _without_title(_once(_DEGREES_BEHIND.sub(r"\1", ROLE.sub("", name).strip(" ,-"))))
    if len(bare) < len(name) and ROLE.search(name) and (len(bare.split()) < 2 or RANK.search(bare)):
        return None
    folded = bare.casefold()
    is_other = (
        folded in others
        or is_with_one(folded, others)
        or is_named_like_one(bare)
        or _SITE.match(bare)
        or LOGIN.fullmatch(bare)
    )
    is_told = not uncased(bare) and any(
        map(_is_no_part_of_a_name, _IN_NAME.sub("", bare).split()[2:])
    )
    is_odd = (
        is_told
        or not 1 < len(bare) <= LONGEST
        or NOT_A_NAME.search(bare)
        or DEGREE.match(bare)
        or _CREDENTIAL.match(bare)
    )
    return bare if LETTER.search(bare) and not is_other and not is_odd else None


def _without_where(part: str) -> str:
    where = _WHERE.search(part)
    return part if where and _IN_NAME.match(where[0]) else _WHERE.sub("", part)


def _is_no_part_of_a_name(word: str) -> bool:
    return word[0].islower() and len(word) > 1 and not _is_particle(word)


def _is_particle(word: str) -> bool:
    return word.lower() in PARTICLES or _PREFIXED.match(word) is not None


def _without_title(name: str) -> str:
    """The first and last name before a title; nothing where there is no more than the title."""
    title = TITLE.search(name)
    if title is None or title.end() < len(name):
        return "" if title else name
    before = name[: title.start()].split()
    return " ".join(before[:2]) if len(before) > 1 and not RANK.search(" ".join(before[:2])) else ""


def _once(name: str) -> str:
    """The name once: "Ann Lee Ann Lee" and "AL Ann Lee" are a picture and the link beside it."""
    words = name.split()
    if len(words) > 2 and words[0] == "".join(word[0] for word in words[1:]):
        return " ".join(words[1:])
    half = len(words) // 2
    is_twice = half > 1 and words[:half] == words[half:]
    return " ".join(words[:half]) if is_twice else name


@remembered(1024, LONGEST)
def looks_like_a_name(name: str) -> bool:
    """Two to five words with capitals, or a few letters of a script that has none."""
    words = _INITIALS.sub(". ", _IN_NAME.sub("", name)).split()
    if not words or (_BUTTON.search(name) and not is_plain(name)):
        return False
    if uncased(name):
        if byline_scripts.is_label(name):
            return False
        longest = 15 if byline_scripts.is_dense(name) else LONGEST
        return len(name) <= longest and len(words) <= MOST_WORDS
    capital = [word for word in words if word.lstrip("(\"“'‘„«")[:1].isupper()]
    is_all = all(word in capital or _is_particle(word) for word in words)
    is_long = len(capital) > MOST_WORDS or len(words) > _LONGEST_NAME
    return len(words) > 1 and is_all and not is_long and words[0][0].isupper()
