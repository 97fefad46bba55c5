"""The wording of a block: what is left of its text where sums, dates and names change.

A wording is words in lower case with ``…`` for what changes: "support us from just … a month".
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from zlib import crc32

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.folding import fold
from newscrawl.short_memory import remembered

GAP = "…"
#: Words from either end of a block that are counted by themselves.
_END = 5
#: A block of fewer words is counted whole alone: its ends would say too little.
_LONG = 8
#: At most so many sentences of a block are counted, in its middle.
_SENTENCES = 8
#: Characters of a text that is worth remembering.
_LONGEST_REMEMBERED = 10_000
_NUMBER = re.compile(r"[$€£¥₽₴₸₹₺₾\d][\d.,:]*")
#: Words that change from one showing of a text to the next: months, days, currencies, counts.
_CHANGING_WORDS = """
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    понедельник вторник среду четверг пятницу субботу воскресенье
    понеділок вівторок середу четвер п'ятницю суботу неділю
    gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
    listopada grudnia
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    січень лютий березень квітень травень червень липень серпень вересень жовтень листопад
    грудень січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    usd eur gbp rub uah chf pln dollar dollars euro euros pound pounds ruble rubles rouble roubles
    hryvnia hryvnias доллар доллара долларов евро рубль рубля рублей гривня гривні гривень гривна
    гривен zloty złoty złotych dólar dólares
    hundred hundreds thousand thousands million millions billion тысяч тысячи миллионов тисяч
"""

#: As they stand in a text, with what may follow them there.
_CHANGING = frozenset(
    word + end for word in _CHANGING_WORDS.split() for end in ("", ",", ".", ";", ":", ")")
)
_KINDS = frozenset(BlockKind) - {BlockKind.EMBED, BlockKind.CAPTION}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; a run of what changes is one ``…``."""
    words = _NUMBER.sub(GAP, fold(text).casefold()).split()
    said = [GAP if GAP in word or word in _CHANGING else word for word in words]
    return tuple(w for i, w in enumerate(said) if w != GAP or i == 0 or said[i - 1] != GAP)


def prints_of(blocks: Iterable[Block]) -> list[int]:
    """Fingerprints of an article's blocks, each once, as 32-bit integers with a sign.

    A block is counted by its whole wording, by how it begins and how it ends, and by the
    sentences between: whatever changes in an appeal, one of them stays.
    """
    return sorted({p for block in blocks if block.kind in _KINDS for p in block_prints(block.text)})


@remembered(256, _LONGEST_REMEMBERED)
def block_prints(text: str) -> tuple[int, ...]:
    """The fingerprints of one block: of all that is stored, so no word is looked at twice."""
    words = _NUMBER.sub("", fold(text).casefold()).split()
    if not _CHANGING.isdisjoint(words):
        words = [word for word in words if word not in _CHANGING]
    line = " ".join(words)
    said = [line]
    if len(words) >= _LONG:
        said += ["^ " + " ".join(words[:_END]), " ".join(words[-_END:]) + " $"]
        between = line.replace("! ", ". ").replace("? ", ". ").split(". ")[1:-1]
        said += [one for one in between[:_SENTENCES] if one.count(" ") >= _END - 1]
    return tuple([crc32(one.encode("utf-8", "replace")) - 2**31 for one in said])


def common_words(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """What two wordings share, in order, with ``…`` where they differ."""
    found: list[str] = []
    at_one = at_other = 0
    for match in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if match.a > at_one or match.b > at_other:
            found.append(GAP)
        found += one[match.a : match.a + match.size]
        at_one, at_other = match.a + match.size, match.b + match.size
    return tuple(w for i, w in enumerate(found) if w != GAP or i == 0 or found[i - 1] != GAP)


def literal_words(words: Sequence[str]) -> int:
    """How many words do not change."""
    return len(words) - words.count(GAP)
