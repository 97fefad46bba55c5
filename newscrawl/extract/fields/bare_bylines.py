"""Take off a byline what stands around its names: "by", addresses, brackets, institutions."""

import re
from collections.abc import Callable

from newscrawl.extract.fields import byline_scripts
from newscrawl.extract.fields.byline_words import ADDRESS, AGENCIES, BRACKETS, NOBODY, PARTICLES
from newscrawl.extract.fields.given_names import GIVEN
from newscrawl.extract.fields.lead_ins import BEGINS_NAMES, LEAD_IN, LEADS_NAMES_TOO
from newscrawl.extract.fields.no_persons import is_named_like_one
from newscrawl.short_memory import remembered

#: Hints where a word may be broken, and in which direction a line runs.
_UNSEEN = re.compile("[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: One word as well: "O'Brien".
_APOSTROPHE = re.compile(r"[A-Z]['’][^\W\d_]+")
#: Pictures among letters.
_EMOJI = re.compile(
    "[\u200b\u2060\ufeff\u2190-\u259f\u25d0-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+"
)
_WHOLLY_IN_BRACKETS = re.compile(
    r"^[\s,<>]*[(\[（【「〔]([^()\[\]（）【】「」〔〕]+)[)\]）】」〕]\s*$"
)
#: A shorter or another first name in brackets: "Ann (Annie) Lee".
_NICKNAME = re.compile(r"([^\W\d_a-z]\w+) [(]([^\W\d_a-z][^\W\d_]+)[)] ([^\W\d_a-z][\w'’-]+)")
#: Who took the pictures: "Ann Lee (Photos)".
_PICTURED = re.compile(
    r"\s*[(\[（](?:mit )?(?:fotos?|photos?|photographs|pictures?|bilder|bild|video|illustrations?"
    r"|zdjęcia|фото|фотографии|fotografie|kuvat?|写真|撮影|摄影|攝影|사진)[)\]）]",
    re.IGNORECASE,
)
#: Part of an institution's long name, which may have a comma or an "and" of its own.
_INSTITUTION = re.compile(
    r"(?:^|,)[^,]*\b(?:institut[eo]?|university|department|ministry|council|college|committee"
    r"|school|academy|center|centre|office|foundation) (?:of|for|on)\b[^,]*",
    re.IGNORECASE,
)
#: Where, within a line, it is told what somebody else did: "Ann Lee Photo: Bo Ray".
_THEN_OTHERS = re.compile(
    r"(?<=\S)[\s,;|/.–—-]+(?:(?:photo(?:s|graphy|graphs)?|pictures?|images?|illustrations?|illustrated"
    r"|graphics?|video|audio|cover|fotos?|bild(?:er)?|fotografías?|imagen|photographies?|crédits?"
    r"|fotografie|zdjęci[ae]|фото|ілюстрація|иллюстрация|写真|図)\s?[:：/]"
    r"|(?:(?:photo(?:s|graphs|graphy)?|illustrations?) by|photographed by|illustrated by"
    r"|as told (?:to|by)|edited by|translated by|translation by|produced by|reviewed by"
    r"|fact[- ]checked by|editing by|(?:with )?additional reporting by"
    r"|(?:fotos?|bilder|illustration(?:en)?|redigiert|übersetzt|aus dem \w+(?:en|ischen)) von"
    r"|photos? de|traduit par|édité par|traducido por|editado por|fotos? de|tradotto da|foto di"
    r"|traduzione di|(?<=\|\s)(?:editor|penyunting|redaktur))\s)",
    re.IGNORECASE,
)
#: A place behind a full name and a full stop: "Ann Lee. Madrid".
_PLACE_BEHIND = re.compile(r"(?<=[^\W\d_]\s)([^\W\d_]{3,})\s?\.\s+([^\W\d_a-z]\S*)((?:\s\S+)?)$")
#: A name in a sentence about who bears it: "Ann Lee is a reporter at the Harbor".
_LIFE = re.compile(
    r"((?:[^\W\d_a-z][\w.'’-]*\s){2,4})(?:is|was|covers|writes|reports|leads|has been|joined"
    r"|ist|schreibt|arbeitet|berichtet|est|écrit|couvre|es|escribe|cubre|è|scrive|é|escreve|is een"
    r"|schrijft|är|er|jest|pisze|пишет)\s(?=\S+\s)"
)
#: What tells a son from his father is part of a name, whatever parts it from it.
_GENERATION = re.compile(r",?\s+(Jr|Sr)\b\.?|,\s+(II|III|IV)\b")
#: What parts names that have their first names behind them.
_PAIRS = re.compile(r";|\s(?:and|und|et|&)\s")
#: Characters of a line that is worth remembering: an outlet's pages are signed by the same few.
_LONGEST_REMEMBERED = 200
#: Stands in no name.
_NO_NAME = " ?"


@remembered(1024, _LONGEST_REMEMBERED)
def bare_line(given: str) -> str:
    """The line without addresses, brackets and institutions; of "a@b.c (Ann Lee)", the name."""
    return _bare(given, without_lead_in)


def bare_name(given: str) -> str:
    """The same of what is said to be a name: "Da Costa Reis" begins with no "by"."""
    return _bare(given, _without_by)


def _bare(given: str, without: Callable[[str], str]) -> str:
    seen = _EMOJI.sub(" ", _UNSEEN.sub("", given))
    bare = _WHOLLY_IN_BRACKETS.sub(r"\1", ADDRESS.sub(",", seen))
    if called := _NICKNAME.fullmatch(" ".join(bare.split())):
        return bare if called[2].casefold() not in AGENCIES else f"{called[1]} {called[3]}"
    line = _INSTITUTION.sub("", BRACKETS.sub(" ", _PICTURED.sub(_NO_NAME, bare)))
    line = _THEN_OTHERS.split(byline_scripts.bare(without(" ".join(line.split()))), maxsplit=1)[0]
    line = _PLACE_BEHIND.sub(_without_place, line)
    life = _LIFE.match(line)
    return _first_names_first(_GENERATION.sub(_suffix, life[1] if life else line))


def _without_place(found: re.Match[str]) -> str:
    """The name; both where another person's stands behind the full stop."""
    is_person = found[2].casefold() in GIVEN and found[3]
    return f"{found[1]}, {found[2]}{found[3]}" if is_person else found[1]


def without_lead_in(line: str) -> str:
    """The line behind "by"; "Von Harden" and "De la Cruz" as they are."""
    rest = LEAD_IN.sub("", line)
    lead = line.removesuffix(rest).strip()
    if lead.casefold() not in LEADS_NAMES_TOO:
        return rest
    is_desk = rest.casefold() in AGENCIES | NOBODY or is_named_like_one(rest)
    is_name = rest.partition(" ")[0] in PARTICLES or (is_one_name(rest) and not is_desk)
    return line if is_name else rest


def _without_by(line: str) -> str:
    return line if line.partition(" ")[0] in BEGINS_NAMES else without_lead_in(line)


def _suffix(found: re.Match[str]) -> str:
    return f" {found[1]}." if found[1] else f" {found[2]}"


def _first_names_first(line: str) -> str:
    """Of "Lee, Ann; Ray, Bo" the names as they are said; any other line as it is."""
    pairs = [piece.split(",") for piece in _PAIRS.split(line)]
    if len(pairs) < 2 or not all(len(p) == 2 and all(map(is_one_name, p)) for p in pairs):
        return line
    return ", ".join(f"{first.strip()} {last.strip()}" for last, first in pairs)


def is_one_name(part: str) -> bool:
    """Whether it may be one half of "Lee, Ann"."""
    name = part.strip()
    is_word = name.isalpha() or _APOSTROPHE.fullmatch(name) is not None
    return is_word and name[0].isupper() and len(name) > 1 and not name.isupper()
