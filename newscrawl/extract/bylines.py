"""Read the persons out of a byline."""

import re
from collections.abc import Iterable

#: Who signs articles but is no person.
_NAMES = frozenset(
    (
        "afp|agence france-presse|agence france presse|ap|associated press|the associated press|"
        "reuters|thomson reuters|tass|тасс|interfax|интерфакс|ria novosti|риа новости|dpa|sid|epd|"
        "kna|apa|bloomberg|bloomberg news|efe|europa press|ansa|adnkronos|agi|upi|pa media|belga|"
        "press association|anp|ntb|tt|ritzau|stt|pap|čtk|mti|agerpres|tanjug|hina|укринформ|"
        "укрінформ|xinhua|kyodo|kyodo news|jiji press|yonhap|ani|pti|ians|staff writer|cnn|bbc|"
        "editorial board|admin|administrator|none|null|unknown|author|anonymous|guest|by|via|"
        "follow|more|read more|twitter facebook|agencies|wire reports|wire services|"
        "usa today network|getty images|canadian press|the canadian press|"
        "anadolu ajansı|anadolu agency|nachrichten|noticias|новости|haber|news"
    ).split("|")
)
#: Words that end the name of a desk, an agency or a paper.
_DESK = re.compile(
    r"(?:\b(?:staff|desk|team|newsroom|editors|editorial|agency|agencies|agence|agencia|press|news"
    r"|newspaper|media|magazine|network|online|digital|admin|editorial board|r[eé]daction|redaktion"
    r"|redaktionen|nachrichtenagentur|institute|university|department|ministry|council|foundation|center"
    r"|centre|association|college|committee|institut|universität|company|group|inc|ltd|llc|gmbh"
    r"|podcast|redazione|redacci[oó]n|reda[cç][aã]o|redactie|redakcja|redakce|toimitus|редакци[яи]"
    r"|редакція|агентство|reporters|correspondents|contributors|journal|times|tribune|herald|post"
    r"|radio|tv|service|services)|新聞|通信|編集部|取材班|デジタル|オンライン)$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:(?:words|story|text|tekst|written|posted|published|reporting|reported|opinion|analysis"
    r"|review|report|commentary|kommentar|analyse|geschrieben|verfasst|escrito|écrit|scritto|article"
    r"|ein\w* \w+|un\w* \w+)\s+)?(?:by|von|par|por)\b[\s:]*"
    r"|^(?:di|da|door|av|af|de)\s+(?=\S+\s+\S)"
    r"|^(?:автори?|авторы|текст|text|tekst|author|authors|autor|autora|autore|auteur|yazan|autoři"
    r"|author\(s\)|reporter|記者|记者|文)[\s:/：]+",
    re.IGNORECASE,
)
#: A lone "y" parts persons only before a full name: Ortega y Gasset is one.
_SPLIT = re.compile(
    r"\s*(?:[,;|/•·،、\n]|\s[-–—]\s|\s(?:and|und|et|и|і|та|ja|og|och|en|ve|with|avec|mit|&|\+)\s"
    r"|\s(?-i:[ye])\s(?=\S+\s+\S))\s*",
    re.IGNORECASE,
)
#: What somebody is, beside or instead of a name.
_ROLE = re.compile(
    r"\s*\b(?:correspondent|reporter|editor|editor-in-chief|columnist|journalist|staff|writer|columnists|writers|editors"
    r"|producer|bureau chief|contributor|contributing writer|photographer|author|analyst|critic"
    r"|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|journaliste|autor(?:in)?"
    r"|corresponsal|redactor(?:a)?|корреспондент|редактор|журналист|обозреватель|кореспондент|기자)$",
    re.IGNORECASE,
)
#: A role said in more words than one.
_RANK = re.compile(
    r"\b(?:senior|chief|executive|managing|deputy|associate|assistant|content|political|guest"
    r"|special|foreign|national|daily|weekly|contributing|multiplatform"
    r"|investigative|team|business|sports?|health|science|digital|news|the|our|white house)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S+", re.IGNORECASE)
_SITE = re.compile(r"^\S+\.[a-z]{2,4}$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
#: "Ann Lee in London", "Bo Ray of The Paper".
_WHERE = re.compile(r"\s(?:in|aus|à|from|of|for|via)\s.*$")
_DEGREE = re.compile(r"^(?:jr|sr|ii|iii|phd|ph\.d|md|m\.d|mba|esq|rn|dr|prof)\.?$", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"[@\d<>{}=?!:]")
_LONGEST = 60
#: Where a byline ends and a date, a place or a button begins.
_BEHIND = re.compile(
    r"\d|\b(?:published|updated|posted|last|stand|aktualisiert|veröffentlicht|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|опубликовано|follow|share|view|read|see|monday|tuesday"
    # Jan, April and August sign articles too.
    r"|wednesday|thursday|friday|saturday|sunday|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s\d+)"
    r"\b|フォロー|の筆者",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"\b(?:twitter|facebook|instagram|linkedin|whatsapp|telegram|youtube|email|e-mail|share|comments?"
    r"|subscribe|print|login|menu|copy|link|posts?|profile|contact|biography|articles?)\b",
    re.IGNORECASE,
)
#: Part of an institution's long name, which may have a comma or an "and" of its own.
_INSTITUTION = re.compile(
    r"(?:^|,)[^,]*\b(?:institut[eo]?|university|department|ministry|council|college|committee"
    r"|school|academy|center|centre|office|foundation) (?:of|for|on)\b[^,]*",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de del della di da dos das do du des la le van von der den ten ter zu zum zur al el bin ibn "
    "ben y e af av dela st mc o'".split()
)
_UNCASED = re.compile(
    r"[\u0590-\u07ff\u0900-\u0fff\u10d0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_MOST_WORDS = 5


def persons(names: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons among the names of a byline, in order, each once.

    "By A, B and C" is three names; agencies, desks, roles, e-mail addresses and the outlet itself
    (``not_persons``) are no persons.
    """
    others = _NAMES | {name.casefold() for name in not_persons}
    found: dict[str, str] = {}
    for given in names:
        line = _INSTITUTION.sub("", _BRACKETS.sub(" ", _ADDRESS.sub(",", given)))
        line = " ".join(line.split())
        for part in _SPLIT.split(_LEAD_IN.sub("", line)):
            name = _person(_without_agency(part), others)
            if name:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def begins_a_byline(line: str) -> bool:
    return bool(_LEAD_IN.match(line))


def persons_seen(lines: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons in lines that were not written for machines: only what looks like a name."""
    heads = (
        _BEHIND.split(_LEAD_IN.sub("", " ".join(line.split())), maxsplit=1)[0] for line in lines
    )
    found = persons(heads, not_persons)
    mixed = [name for name in found if not name.isupper()]
    return tuple(name for name in mixed or found if looks_like_a_name(name))


def _without_agency(part: str) -> str:
    """The full name before that of an agency: "Ann Lee The Associated Press"."""
    folded = part.casefold()
    ends = [each for each in _NAMES if " " in each and folded.endswith(f" {each}")]
    name = part[: -len(max(ends, key=len))].strip() if ends else ""
    return name if looks_like_a_name(name) else part


def _person(part: str, others: frozenset[str]) -> str | None:
    name = _WHERE.sub("", part).strip(" .·•-–—:*\"'“”").removeprefix("By ")
    bare = _once(_ROLE.sub("", name).strip(" ,-"))
    if (
        len(bare) < len(name)
        and _ROLE.search(name)
        and (len(bare.split()) < 2 or _RANK.search(bare))
    ):
        return None
    folded = bare.casefold()
    is_other = (
        any(folded == each or _ends_with(folded, each) for each in others)
        or _DESK.search(bare)
        or _SITE.match(bare)
    )
    is_odd = len(bare) > _LONGEST or _NOT_A_NAME.search(bare) or _DEGREE.match(bare)
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
    if not words or _BUTTON.search(name):
        return False
    if _UNCASED.search(name):
        return len(name) <= 3 * _MOST_WORDS and len(words) <= _MOST_WORDS
    capital = all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
    return 2 <= len(words) <= _MOST_WORDS and capital and words[0][0].isupper()
