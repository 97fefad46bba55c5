"""Read the persons out of a byline."""

import re
from collections.abc import Iterable

#: Who signs articles but is no person.
_NAMES = frozenset(
    (
        "afp|agence france-presse|agence france presse|ap|associated press|the associated press|"
        "reuters|thomson reuters|tass|тасс|interfax|интерфакс|ria novosti|риа новости|dpa|"
        "bloomberg|bloomberg news|efe|ansa|upi|pa media|press association|staff|staff writer|"
        "editorial board|editor|editors|admin|administrator|redaktion|редакция|newsroom|"
        "news desk|web desk|none|null|unknown|author"
    ).split("|")
)
_LEAD_IN = re.compile(
    r"^(by|von|par|por|автор|автори|авторы|текст|text|words by|story by|written by)\b[\s:]*",
    re.IGNORECASE,
)
#: A lone "y" parts persons only before a full name: Ortega y Gasset is one.
_SPLIT = re.compile(
    r"\s*(?:[,;|/،、]|\s(?:and|und|et|и|і|та|&)\s|\s(?-i:y)\s(?=\S+\s+\S))\s*", re.IGNORECASE
)
#: What somebody is, beside or instead of a name.
_ROLE = re.compile(
    r"\b(correspondent|reporter|editor|editor-in-chief|columnist|journalist|staff|writer|producer"
    r"|bureau chief|contributor|photographer|redakteur(in)?|korrespondent(in)?|journaliste"
    r"|corresponsal|redactor(a)?|корреспондент|редактор|журналист|обозреватель|кореспондент)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"[@\d<>{}]")
_LONGEST = 60


def persons(names: Iterable[str], not_persons: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons among the names of a byline, in order, each once.

    "By A, B and C" is three names; agencies, e-mail addresses and the outlet itself
    (``not_persons``) are no persons.
    """
    others = _NAMES | {name.casefold() for name in not_persons}
    found: dict[str, str] = {}
    for given in names:
        line = _LEAD_IN.sub("", " ".join(_ADDRESS.sub(",", given).split()))
        for part in _SPLIT.split(line):
            name = part.strip(" .·•-–—:")
            folded = name.casefold()
            if (
                name
                and folded not in others
                and len(name) <= _LONGEST
                and not _NOT_A_NAME.search(name)
                and not _ROLE.search(name)
            ):
                found.setdefault(folded, name)
    return tuple(found.values())
