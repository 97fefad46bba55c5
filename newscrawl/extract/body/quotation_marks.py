"""The marks that browsers put around a quotation in a line, by the language that it stands in."""

from selectolax.lexbor import LexborNode

from newscrawl.markup.ancestors import with_ancestors

_OPENING = frozenset('"“„«»‹›”‘‚’「『')
#: Marks with a space behind them.
_SPACED = ("« ", "«\xa0", "«\u202f", "‹ ", "‹\xa0", "‹\u202f")
#: Around a quotation, and around one within it, as the Unicode consortium has it.
_ENGLISH = ("“”", "‘’")
_MARKS = {
    language: tuple(marks.split())
    for languages, marks in {
        "de cs sk sl bg is et lb sr mk": "„“ ‚‘",
        "lt ka": "„“ „“",
        "ru uk be": "«» „“",
        "fr no nb nn el hy az fa sq": "«» ‹›",
        "es it ca gl pt-pt eu": "«» “”",
        "pl ro hu": "„” «»",
        "hr bs": "„” ‚’",
        "sv fi": "”” ’’",
        "ja zh-tw zh-hant zh-hk": "「」 『』",
        "nl": "‘’ “”",
        "he": "”” ’’",
        "ar": "”“ ’‘",
    }.items()
    for language in languages.split()
}


def marks_around(quotation: LexborNode, depth: int) -> str:
    """The two marks; ``depth`` is how many quotations are around this one."""
    pair = _MARKS.get(language := _language(quotation))
    pair = pair or _MARKS.get(language.partition("-")[0], _ENGLISH)
    return pair[depth % 2]


def is_marked(quotation: LexborNode) -> bool:
    """Whether a writer set marks around a quotation, or in it: its style adds none, then."""
    before, text = quotation.prev, (quotation.text() or "").strip()
    said = before.text_content if before is not None and before.tag == "-text" else None
    said = said or ""
    return text[:1] in _OPENING or said[-1:] in _OPENING or said.endswith(_SPACED)


def _language(node: LexborNode) -> str:
    """What the nearest element that names a language says."""
    named = (around.attributes.get("lang") for around in with_ancestors(node))
    return (next(filter(None, named), None) or "").strip().lower().replace("_", "-")
