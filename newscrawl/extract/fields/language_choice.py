"""The language of an article: what its page says, else its outlet's, else what its text shows."""

from collections.abc import Sequence

from newscrawl.article import Block, BlockKind
from newscrawl.extract.fields.field_readers import Found
from newscrawl.extract.fields.language_guess import detected_language
from newscrawl.outlet import Outlet

#: What templates declare until somebody changes it: any page may.
_TEMPLATES = "en"
#: Characters that tell whether it is so.
_SAMPLE = 1_000
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def language_of_article(declared: Found, outlet: Outlet | None, blocks: Sequence[Block]) -> Found:
    if declared.value and (outlet is not None or declared.value != _TEMPLATES):
        return declared
    if outlet is not None:
        return Found(outlet.language, "outlet")
    prose = " ".join(block.text for block in blocks if block.kind in _PROSE)
    detected = detected_language(prose[:_SAMPLE] if declared.value else prose)
    return Found(detected, "text") if detected else declared
