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
_LETTERS, _LONGEST = 3, 200
#: A sentence of so many characters is told.
_TOLD = 80
_ENDS = (".", "!", "?", "。")


def topics_among(marks: frozenset[str], blocks: Sequence[Block]) -> frozenset[str]:
    """Those of the marks that name a topic of the text, and under which a story is told.

    That is, of whose words the text elsewhere speaks, and without links, in sentences, and without
    asking for anything. What a theme calls its boxes no text speaks of.
    """
    return frozenset(
        mark for mark in marks if (words := _words(mark)) and _is_told(mark, words, blocks)
    )


@remembered(4096, _LONGEST)
def _words(mark: str) -> tuple[str, ...]:
    """The words of a mark that has one of its own beside those of furniture; else none."""
    words = [word.lower() for word in re.findall(r"[A-Z]?[a-z]+", mark[:_LONGEST])]
    has_own = any(len(word) >= _LETTERS and not _OF_BOXES.match(word) for word in words)
    return tuple(words) if has_own else ()


def _is_told(mark: str, words: Sequence[str], blocks: Sequence[Block]) -> bool:
    below = [b for b in blocks if mark in b.marks]
    told = [b.text for b in below if b.kind is BlockKind.PARAGRAPH]
    if any(LINK_MARK in b.marks for b in below) or not any(
        len(text) >= _TOLD and text.endswith(_ENDS) for text in told
    ):
        return False
    elsewhere = " ".join(b.text for b in blocks if mark not in b.marks).lower()
    is_said = all(re.search(rf"\b{word}(?:e?s)?\b", elsewhere) for word in words)
    return is_said and not any(asks(text) or has_own_voice(text) for text in told)
