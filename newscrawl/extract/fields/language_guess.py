"""Tell the language of an article by what its page says, else by its script and commonest words."""

import re
from collections import Counter
from collections.abc import Sequence

from newscrawl.article import Block, BlockKind
from newscrawl.extract.fields.field_readers import Found
from newscrawl.outlet import Outlet

_SCRIPTS = {
    "el": "\u0370-\u03ff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "th": "\u0e00-\u0e7f",
    "ka": "\u10d0-\u10ff",
    "km": "\u1780-\u17ff",
    "ko": "\uac00-\ud7a3",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
}
_OF_SCRIPT = {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}
_ANY_OF_THEM = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_WORD = re.compile(r"[^\W\d_]+")
#: Words that stand in any text of the language, and mostly in none of its neighbours.
_COMMON = {
    "en": "the and of to in that for with was is on his her they from have has said",
    "de": "der die das und ist nicht mit den von auf für dem ein eine sich wird auch im",
    "fr": "le la les des et est une dans pour qui que sur avec pas au du par plus il",
    "es": "el la los las del y que en una por con para se su es al como más",
    "it": "il la che di e per una con non del della sono nel anche gli è si alla",
    "pt": "o os as que do da em uma para com não por mais dos das foi ao é",
    "nl": "de het een en van is dat niet op te voor met zijn die aan ook naar",
    "sv": "och att det som på är för av inte med till den har om ett men",
    "da": "og at det er på af til ikke som den med har der et men blev",
    "nb": "og at det er på av til ikke som den med har en et men ble etter",
    "fi": "ja on ei että se oli hän mutta myös kun joka ovat kuin sekä",
    "pl": "i w na się nie jest że do z to o jak po przez dla oraz",
    "cs": "a se na je že v to z do i o jako ale by pro podle které",
    "sk": "a sa na je že v to z do aj o ako ale by pre podľa ktoré",
    "hu": "a az és hogy nem is egy van volt meg már csak mint ezt",
    "ro": "și în de la cu că pe nu din este pentru care o un mai",
    "hr": "i je u na se da su za od koji nije što kako bi",
    "tr": "ve bir bu için ile de da olarak çok daha olan gibi kadar sonra",
    "et": "ja on ei et see oli kui ka mis ning oma aga selle",
    "lv": "un ir ar no par kas ka uz arī nav pie bet lai",
    "lt": "ir yra kad su iš į ne tai bet kaip buvo apie dėl",
    "id": "yang dan di untuk dengan dari ini itu pada tidak dalam akan ke",
    "vi": "của và là các có cho một không những được trong người với",
    "sq": "dhe në të për me nga një që është ka se ndaj",
    "ru": "и в не на что с по как его из это для был от к о",
    "uk": "і в не на що з та як його із це для був від до про у є",
    "be": "і ў не на што з па як яго гэта для быў ад да пра",
    "bg": "и в не на че с по как от това за се са да е",
    "sr": "и у на је да се за од су који није што као",
    "kk": "және мен үшін бұл деп бір болып қазақстан туралы екі",
    "ar": "في من على إلى أن التي عن هذا مع الذي كان ما",
    "fa": "در به از که این را با است برای آن می های",
    "ur": "کے کی میں ہے اور سے کو نے کا پر یہ",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
#: The languages that a word is common in.
_OF_WORD = {
    word: [language for language, common in _WORDS.items() if word in common]
    for word in frozenset().union(*_WORDS.values())
}
#: Letters are read from the beginning of a text; more change nothing.
_ENOUGH = 4000
_FEWEST_WORDS = 20
#: Share of a text's words that are common ones: below it, the language is none of these.
_LEAST = 0.08
#: What templates declare until somebody changes it, any page may; characters that tell if it is so.
TEMPLATES, SAMPLE = "en", 1_000
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


def language_of_article(declared: Found, outlet: Outlet | None, blocks: Sequence[Block]) -> Found:
    """What its page says, else its outlet's, else what its text shows."""
    if declared.value and (outlet is not None or declared.value != TEMPLATES):
        return declared
    if outlet is not None:
        return Found(outlet.language, "outlet")
    prose = " ".join(block.text for block in blocks if block.kind in _PROSE)
    detected = detected_language(prose[:SAMPLE] if declared.value else prose)
    return Found(detected, "text") if detected else declared


def detected_language(text: str) -> str | None:
    """The code of the language of a text, or None where it is too short or none of those known."""
    text = text[:_ENOUGH]
    script = _by_script(text)
    if script:
        return script
    words = Counter(_WORD.findall(text.casefold()))
    total = words.total()
    if total < _FEWEST_WORDS:
        return None
    told = Counter[str]()
    for word in words.keys() & _OF_WORD.keys():
        for language in _OF_WORD[word]:
            told[language] += words[word]
    best = max(_WORDS, key=lambda language: told[language])
    return best if told[best] / total >= _LEAST else None


def _by_script(text: str) -> str | None:
    if not _ANY_OF_THEM.search(text):
        return None
    letters = sum(map(len, _WORD.findall(text)))
    for language, pattern in _OF_SCRIPT.items():
        # Japanese mixes its own letters with Chinese ones, and all of them with Latin names.
        enough = 0.05 if language == "ja" else 0.4
        if letters >= _FEWEST_WORDS and len(pattern.findall(text)) >= enough * letters:
            return language
    return None
