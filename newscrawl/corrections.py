"""How outlets say that they corrected an article, in several languages. Pure."""

import re

from newscrawl.boilerplate.folding import fold

#: A note is a line of its own that begins so; "he corrected himself" is none.
_NOTE = re.compile(
    r"""[\[(*_ ]*(?:
      (?:correction|clarification|corrected|editor(?:'|s|'s|s')*\ note|update(?:d)?|amended)s?\b
        (?:\ ?[:(\[.,-]|\ on\ |\ at\ |\ to\ )
    | (?:this|the|an\ earlier|a\ previous|an\ previous)\ (?:version|edition)?\ ?
        (?:of\ )?(?:this\ |the\ )?
        (?:article|story|report|piece|post|headline|text|version)\b.{0,60}
        \b(?:was|has\ been|have\ been|were|is|incorrectly|mistakenly|erroneously|misstated
           |wrongly)\b.{0,60}
        (?:correct|amend|updated|clarif|chang|misstat|incorrect|mistaken|erroneous|wrong|said
           |stated|misidentif|misspell)
    | (?:we\ )?(?:regret|apologi[sz]e\ for)\ the\ error
    | (?:исправление|уточнение|поправка|обновлено|виправлено|уточнення|оновлено)\b\ ?[:.(\d]
    | (?:в\ )?(?:первоначальной|предыдущей|ранней|попередній)\ (?:версии|версії)\b
    | (?:korrektur|berichtigung|anmerkung\ der\ redaktion|korrekturhinweis|update
        |aktualisiert)\b\ ?[:.(\d]
    | in\ einer\ (?:früheren|ersten|vorigen)\ (?:version|fassung)\b
    | (?:correction|rectificatif|précision|mise\ à\ jour|erratum)\b\ ?[:.(\d]
    | une\ (?:première|précédente)\ version\b
    | (?:corrección|rectificación|fe\ de\ erratas?|actualización|correção|rettifica
        |sprostowanie)\b\ ?[:.(\d]
    | una\ versión\ (?:anterior|previa)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_correction(text: str) -> bool:
    """Whether a paragraph is a note of correction, clarification or update."""
    return _NOTE.match(fold(text)) is not None
