"""Names that say what a part of a story is about, with a word that boxes are called by, too."""

import re
from collections.abc import Sequence

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.appeals.appeals import asks, has_own_voice
from newscrawl.short_memory import remembered

#: What themes and builders put beside such a word, and other words of furniture.
_OF_BOXES = re.compile(
    r"(?:menu|item|social|foot|link|contain|head|shar|main|icon|butt?on|content|"
    r"widget|titl|wrap|side|bar|categor|mobil|navi|text|list|drop|copy|toggl|"
    r"post|page|type|right|custom|face|twit|object|search|clos|form|bread|tags|"
    r"news|modal|artic|skip|block|site|subscri|label|child|inner|logo|left|bottom|"
    r"prima|popup|email|taxo|parent|stick|section|media|current|home|priva|cook|"
    r"linked|area|desk|body|second|show|over|play|info(?!rmed)|follow|back|mast|"
    r"insta|styl|open|next|pag|more|brand|defa|inline|you|banner|legal|log|name|"
    r"sign|tool|video|blog|hid|comment|meta|extra|consent|colla|desc|group|lay|"
    r"with|colum|trig|arrow|polic|cent|mega|html|rail|pint|input|user|what|hori|"
    r"first|auth|sett|dialog|discl|active|like|goog|topic|full|level|align|expand|"
    r"glob|submit|vert|last|single|fixed|entry|noti|small|field|prev|after|netw|"
    r"burg|about|board|lead|acco|count|sub|message|action|place|size|accept|view|"
    r"book|pod|slot|panel|enab|divi|mail|flex|resp|below|recent|print|grid|"
    r"tablet|script|modul|save|serv|anchor|vis|contact|posi|scroll|elem|color|"
    r"extern|line|tab|aside|jump|templ|hover|reddit|feature|cloud|spons|large|"
    r"only|hold|card|separ|util|region|check|relat|stor|nativ|contr|border|option|"
    r"slid|draw|keyw|audio|prod|promo|box|gdpr|donat|member|offer|sale|deal|"
    r"price|shop|cart|spac|padd|margin|radius|wide|short|long|note|top)"
)
#: Letters of a word that says something, and of a name, of which the beginning is looked at.
_LETTERS, _LONGEST = 4, 200
#: A sentence of so many characters is told.
_TOLD = 80
_ENDS = (".", "!", "?", "。")


def topics_among(marks: frozenset[str], blocks: Sequence[Block]) -> frozenset[str]:
    """Those of the marks that have a word of their own beside, and under which a story is told.

    That is, without links, in sentences, and without asking for anything.
    """
    return frozenset(
        mark
        for mark in marks
        if _has_own_word(mark) and _is_told([b for b in blocks if mark in b.marks])
    )


@remembered(4096, _LONGEST)
def _has_own_word(mark: str) -> bool:
    words = re.findall(r"[A-Z]?[a-z]+", mark[:_LONGEST])
    return any(len(word) >= _LETTERS and not _OF_BOXES.match(word.lower()) for word in words)


def _is_told(blocks: Sequence[Block]) -> bool:
    told = [b.text for b in blocks if b.kind is BlockKind.PARAGRAPH]
    return (
        any(len(text) >= _TOLD and text.endswith(_ENDS) for text in told)
        and not any(LINK_MARK in b.marks for b in blocks)
        and not any(asks(text) or has_own_voice(text) for text in told)
    )
