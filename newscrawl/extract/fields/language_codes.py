"""Name a language in one way: by ISO 639-1 where that has a code, without script and region."""

import re

from babel.core import get_global

#: Countries' codes that are often taken for a language's, and what the consortium's data has
#: given up for the code of another language, which pages have not.
_ODD = {
    **{"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kr": "ko", "ua": "uk"},
    **{"vn": "vi", "bih": "bh", "bh": "bh", "tgl": "tl", "tl": "tl", "twi": "tw", "tw": "tw"},
}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_.@].*)?", re.IGNORECASE | re.DOTALL)
#: Characters of the longest tag.
_LONGEST = 40
#: "Undetermined", "multiple", "no linguistic content", "uncoded".
#: What encodings, directions and robots are called stands there by mistake.
_NONE = frozenset("und mul zxx mis utf iso win all ltr rtl htm xml www any".split())


def language_code(tag: str) -> str | None:
    """The language of a tag such as ``eng``, ``zh-Hant-TW`` or ``pt_BR.UTF-8``: en, zh, pt.

    A language that ISO 639-1 has no code for keeps its three letters. None where there is no tag.
    """
    found = _TAG.fullmatch(tag.strip()[:_LONGEST])
    if found is None:
        return None
    code = found[1].lower()
    if code in _ODD or code in _NONE:
        return _ODD.get(code)
    other = get_global("language_aliases").get(code, "").partition("_")[0]
    code = other if len(other) == 2 else code
    return code if len(code) == 3 or code in get_global("likely_subtags") else None
