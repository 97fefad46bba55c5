"""Tell which of two encodings for the same languages a text is in: by the letters of each language.

Both read the other's bytes as letters, so nothing looks odd, but no language has all of them.
"""

from collections.abc import Mapping

from w3lib.encoding import to_unicode

_FAMILIES = (("cp1250", "iso8859-2", "iso8859-16"), ("cp1257", "iso8859-13", "iso8859-4"))
#: The letters beyond ASCII of the languages that are written in them.
_ALPHABETS = tuple(
    map(
        frozenset,
        (
            "ąćęłńóśźż",  # Polish
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "áéíóöőúüű",  # Hungarian
            "ăâîșțşţ",  # Romanian
            "čćđšž",  # Croatian, Slovenian
            "äöüß",  # German
            "ëç",  # Albanian
            "ąčęėįšųūž",  # Lithuanian
            "āčēģīķļņōŗšūž",  # Latvian
            "äõöüšž",  # Estonian
        ),
    )
)


def sister_of(encoding: str, sample: bytes) -> str | None:
    """The encoding that a sample is in, where that is not this one but one for the same languages.

    None where the letters are those of one language, or of none in the others too.
    """
    family = next((each for each in _FAMILIES if encoding in each), ())
    texts = {name: to_unicode(sample, name) for name in family}
    if not family or not _foreign(texts, encoding):
        return None
    return next((name for name in family if name != encoding and not _foreign(texts, name)), None)


def _foreign(texts: Mapping[str, str], name: str) -> int:
    """How many letters, and signs that are others elsewhere, no one language has."""
    signs = [
        here
        for here, *others in zip(texts[name].lower(), *map(str.lower, texts.values()), strict=False)
        if not here.isascii() and (here.isalpha() or len({here, *others}) > 1)
    ]
    return min(sum(sign not in letters for sign in signs) for letters in _ALPHABETS)
