"""Tell agencies, desks and papers from persons, who may be called like them."""

import re
from functools import lru_cache

from newscrawl.extract.fields import byline_scripts
from newscrawl.extract.fields.byline_scripts import uncased
from newscrawl.extract.fields.byline_words import AGENCIES, ROLE, SURNAMES, TITLE
from newscrawl.extract.fields.given_names import GIVEN
from newscrawl.urls import host_of

#: Words that end the name of a desk, an agency or a paper.
_DESK = re.compile(
    r"(?:\b(?:staff|desk|team|newsroom|editors|editorial|agency|agencies|agence|agencia|press|news"
    r"|newspaper|media|magazine|network|online|digital|admin|editorial board|r[eé]daction"
    r"|redaktionen|nachrichtenagentur|institute|university|department|ministry|council|foundation"
    r"|center|centre|association|college|committee|institut|universität|company|group|inc|ltd|llc"
    r"|limited|plc|llp"
    r"|gmbh|redakcija|redakcia|\w*redaktion|redaktsioon|redacția|redaksjonen|редакцията|σύνταξη"
    r"|συντακτική ομάδα|newsdesk|agenturen|agencias|agenzie|agences|ajanslar|агентства|content"
    r"|podcast|kolegium redakcyjne|redazione|redacci[oó]n|reda[cç][aã]o|redactie|redakcja"
    r"|redakce|toimitus|редакци[яи]|редакція|агентство|nhóm pv|ban biên tập|redaksi"
    r"|haber merkezi|szerkesztőség|reporters|correspondents|contributors|journal|times|tribune"
    r"|herald|post|radio|tv|service|services|daily|weekly"
    r"|(?:staff|wire|agency|news|combined) reports?|opinion|commentary))$"
    r"|^(?:la )?(?:redazione|redacci[oó]n?|reda[cç][aã]o|r[eé]daction|redaktion\w*|redactie"
    r"|redakcja|редакция|редакція|ag[eê]ncia|agence|agenzia|agenția|agencja"
    r"|onze (?:redacteur|verslagge(?:ver|efster)|correspondent))\b|^the (?=\S)",
    re.IGNORECASE,
)
#: What the name of an organisation ends with.
_ORGANISATION = re.compile(
    r"\b(?:trust|bank|corp(?:oration)?|fund|partners|society|league|union|alliance|museum|hospital"
    r"|clinic|club|agency|bureau|authority|commission|party|systems|solutions|technologies"
    r"|labs?|capital|holdings|industries|energy|records|books|publishing|airlines|motors|consulting"
    r"|studios?|web ?design|research|initiative|project|on-?line|forum|organi[sz]ation|coalition"
    r"|consortium|observatory|federation|campaign|charity|inquirer|gazette|chronicle"
    r"|observer|stiftung|verlag|verein"
    r"|gesellschaft|fondation|fundación|fondazione|fundacja|nadace|alapítvány|vakfı|фонд|банк)$",
    re.IGNORECASE,
)
#: Those that persons bear beside a first name that nobody knows here.
_PLAIN_SURNAMES = frozenset({"post", "press"})
#: Those that stand on buttons and before dates: with more words, and alone.
_OF_BUTTONS = frozenset({"see", "read", "last", "friday"})
_BUTTONS = frozenset({"link", "bio", "source", "share", "menu"})
#: What stands before "post" and "press" where a paper or a button is named.
_OF_PAPERS = frozenset(
    "the a an le la die der daily weekly sunday saturday morning evening national financial free "
    "associated united canadian australian european american british french world international "
    "local global university harvard oxford cambridge yale princeton stanford guest blog share "
    "view "
    "next previous print all new latest older newer save edit sponsored featured washington denver "
    "jakarta bangkok kyiv jerusalem houston huffington huff bristol birmingham nottingham "
    "yorkshire "
    "cincinnati tampa columbus boston chicago detroit pittsburgh phoenix winnipeg manila china "
    "india asia africa arab euro europa news editorial our foreign us uk city state tech business "
    "politics culture opinion digital york palm dominion liverpool charlotte vermont texas".split()
)
_HOST = re.compile(
    r"[^\W\d_]\S{0,60}\s[(\[](?:https?://)?(?:www\.)?([\w.-]+)/?[)\]]", re.IGNORECASE
)


def is_named_like_one(name: str) -> bool:
    is_one = _DESK.search(name) or _ORGANISATION.search(name) or _is_part_of_agency(name)
    return bool(is_one or (uncased(name) and byline_scripts.is_desk(name))) and not is_surname(name)


def _is_part_of_agency(name: str) -> bool:
    """Whether it is an agency's letters with a word that is none of them: "CNN Business"."""
    first, _, rest = name.partition(" ")
    is_short = first.isupper() and len(first) > 2 and rest[:1].isupper() and not rest.isupper()
    return is_short and first.casefold() in AGENCIES


def is_agency(name: str) -> bool:
    return name.strip().casefold() in AGENCIES


def is_surname(name: str) -> bool:
    """Whether a name ends like a paper's or a role and is a person's: "Bo Press", "Jane Author"."""
    words = name.casefold().split()
    if len(words) not in (2, 3) or any(len(word.rstrip(".")) > 1 for word in words[1:-1]):
        return False
    first, last = words[0], words[-1]
    if name.isupper() or first in _OF_PAPERS or not name[0].isupper():
        return False
    is_word = last in SURNAMES or bool(ROLE.fullmatch(last) or TITLE.fullmatch(last))
    return last in _PLAIN_SURNAMES or (is_word and first in GIVEN)


def is_plain(name: str) -> bool:
    """Whether a name is a common first name and a surname that buttons say, too: "Lisa See"."""
    *given, last = name.casefold().split() or [""]
    # "Mary Ann Share" is Mary Ann, with a button behind her.
    may_be = last in _OF_BUTTONS or (last in _BUTTONS and len(given) == 1)
    return may_be and len(given) in (1, 2) and given[-1] in GIVEN


def is_personal(name: str) -> bool:
    """Whether a name is a common first name and one more: a person's site may be called so."""
    words = name.casefold().split()
    return len(words) == 2 and words[0] in GIVEN and not _DESK.search(name)


def names_host(name: str, url: str) -> bool:
    """Whether a name has the page's own host in brackets: "The Harbor (www.harbor.example)"."""
    found = _HOST.search(name)
    return found is not None and found[1].casefold() == host_of(url).removeprefix("www.")


def is_host(name: str, url: str) -> bool:
    """Whether a name is the host's in one word: "HomeHarbor" at www.homeharbor.example."""
    return name.casefold() == host_of(url).removeprefix("www.").partition(".")[0]


def is_with_one(name: str, others: frozenset[str]) -> bool:
    """Whether a folded name has that of a paper at an end: "south florida sun sentinel"."""
    begins, ends = _long(others)
    return name.startswith(begins) or name.endswith(ends)


@lru_cache(64)
def _long(names: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a name begins, and how it ends, that has another one at an end."""
    long = [name for name in names if len(name) > 7 and " " in name]
    return tuple(f"{name} " for name in long), tuple(f" {name}" for name in long)
