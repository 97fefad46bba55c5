"""Find where a story ends since others begin to speak below it: readers, lawyers, editors."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import timedelta
from itertools import islice

from newscrawl.article import BlockKind
from newscrawl.boilerplate.common.page_furniture import COMMENTS_HEADING
from newscrawl.dates import Where, read
from newscrawl.extract.body.cut import Cut, first_in, last_in
from newscrawl.extract.body.homes import look_of
from newscrawl.extract.body.last_headings import LAST_HEADING, LAST_QUESTION, LEGAL_HEADING
from newscrawl.extract.body.places import Place

#: A story has so many characters; a brief one, where readers can answer each other.
_STORY_LENGTH, _BRIEF_LENGTH = 300, 80
#: Headings that are looked at.
_MOST_HEADINGS = 50
_HEADING, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
#: By what readers answer what one of them said. A sentence ends so, too: "They did not reply."
_REPLIES = tuple(
    "reply|antworten|répondre|responder|rispondi|beantwoorden|odpowiedz|odpovědět|odpovedať|válasz"
    "|răspunde|odgovori|svar|svara|vastaa|yanıtla|cevapla|ответить|відповісти|отговори|απάντηση|رد"
    "|השב|הגב|balas|trả lời|ตอบกลับ|返信|回复|回覆|답글|जवाब दें".split("|")
)
#: Signs that stand behind it; those that end sentences do not.
_SIGNS = "·•…↓↩↪⤵→>»›|()[]+-–—"
_WORD = rf"(?:{'|'.join(_REPLIES)})[{re.escape(_SIGNS)}]*"
#: By what readers tell on one of them.
_REPORTS = tuple(
    "report|report abuse|melden|signaler|denunciar|segnala|zgłoś|nahlásit|пожаловаться|поскаржитися"
    "|şikayet et|rapporteren|anmäl|通報|通報する|신고|举报|檢舉|إبلاغ".split("|")
)
_ALONE = re.compile(rf"{_WORD}|{'|'.join(_REPORTS)}", re.IGNORECASE)
_LAST_OF_LINE = re.compile(
    rf"(?:[^\w\s&]|\d|\b(?:[ap]m|ago|uhr))\s*{_WORD}$|^\d+ (?:more )?repl(?:y|ies)$", re.IGNORECASE
)
#: What readers press; the label of an answer is no such thing.
_PRESSED = "a, button, [role=button], [class*=reply i], [class*=button i], [class*=btn i]"
#: Of the parts of a thread in which somebody speaks, this share can be answered.
_SHARE = 0.25
_LINE_LENGTH, _NAME_LENGTH, _ANSWERED = 80, 40, 2
#: So many of a thread's parts, and this share of them, tell who speaks and when, each in a line.
_SIGNED, _SIGNED_SHARE = 4, 0.8
_AGO = re.compile(
    r"\b(?:ago|vor|il y a|hace|há|fa|geleden|temu|před|назад|тому|преди|önce|lalu|sedan|siden"
    r"|sitten|πριν|منذ|לפני|पहले|trước)\b|前|전"
)
#: Of the names this share differ: in an interview or a live blog, few speak again and again.
_DIFFERENT = 0.6
_YEAR = timedelta(days=366)
#: What is told of an author is this share of the story at most: more may be a part of it.
_MOST_TOLD = 1 / 3


def comments_below(cuts: Sequence[Cut], weights: Sequence[int], first: int) -> int:
    """Where readers begin to speak of the story: below a heading that says so, or by answers."""
    heads = (at for at in range(first, len(cuts)) if cuts[at].kind is _HEADING)
    named = (at for at in heads if COMMENTS_HEADING.fullmatch(cuts[at].text.strip(" :")))
    prose = [at for at in range(first, len(cuts)) if weights[at]]
    answered = min(answered_cuts(cuts, prose), default=len(cuts))
    for head in islice(named, _MOST_HEADINGS):
        before, behind = (
            {look_of(cuts[at].place) for at in part if weights[at] and cuts[at].kind is _PARAGRAPH}
            for part in (range(first, head), range(head, len(cuts)))
        )
        # Where paragraphs of the same look follow, the story goes on.
        if sum(weights[first:head]) > _STORY_LENGTH and before.isdisjoint(behind):
            return min(head, answered)
    return answered


def answered_cuts(cuts: Sequence[Cut], prose: Sequence[int]) -> range:
    """What readers wrote who can be answered one by one, in elements beside each other.

    None where no story stands before: in a forum the first who speaks can be answered, too.
    """
    answers = [at for at, cut in enumerate(cuts) if _may_be_answer(cut)]
    if len(answers) >= _ANSWERED:
        answers = _pressed(cuts, answers)
    if len(answers) >= _ANSWERED:
        return _thread(cuts, prose, answers, _SHARE, _BRIEF_LENGTH)
    signed = _signed(cuts, prose)
    return _thread(cuts, prose, signed, _SIGNED_SHARE, _STORY_LENGTH) if signed else range(0)


def _signed(cuts: Sequence[Cut], prose: Sequence[int]) -> list[int]:
    """What is said by many, whose names and the times stand above it in a line each.

    Below a heading it is of a product or a film; of several years it is a chronicle, and beside the
    story's own paragraphs a part of it.
    """
    # Few pages have so many, and to read a date costs more than all else here.
    short = [at for at in prose if at > 1 and all(map(_is_short_line, cuts[at - 2 : at]))]
    below = [at for at in short if any(map(_has_digit, cuts[at - 2 : at]))]
    found = defaultdict[Hashable, list[tuple[int, str, str]]](list)
    for at in below if len(below) >= _SIGNED else ():
        above = cuts[at - 2 : at]
        timed = [_has_digit(cut) and _is_time(cut.text) for cut in above]
        if sum(timed) == 1 and cuts[max(0, at - 3)].kind is not _HEADING:
            name, time = above[timed.index(False)], above[timed.index(True)]
            # The story has a byline and a date as well, elsewhere.
            found[name.place.depth, look_of(name.place)].append((at, name.text, time.text))
    said = max(found.values(), key=len, default=[])
    names = {name for _, name, _ in said}
    if len(said) < _SIGNED or len(names) < _DIFFERENT * len(said):
        return []
    days = [printed.moment for *_, time in said if (printed := read(time, Where()))]
    if days and max(days) - min(days) > _YEAR:
        return []
    own = cuts[prose[max(0, prose.index(said[0][0]) - 1)]].place.above
    is_own = own is not None and cuts[said[0][0]].place.is_in(own)
    return [] if is_own else [at for at, *_ in said]


def _is_short_line(cut: Cut) -> bool:
    return cut.kind is _PARAGRAPH and len(cut.text) <= _NAME_LENGTH


def _has_digit(cut: Cut) -> bool:
    return any(map(str.isdigit, cut.text))


def _is_time(line: str) -> bool:
    """Whether a line is a day or says how long ago it was."""
    return _AGO.search(line) is not None or read(line, Where()) is not None


def _thread(
    cuts: Sequence[Cut], prose: Sequence[int], answers: Sequence[int], share: float, least: int
) -> range:
    """The element whose parts are answered, by which cuts; none without a story before it."""
    none = range(0)
    paths = [list(cuts[at].place.path())[::-1] for at in answers]
    shared = 0
    for level in zip(*paths, strict=False):
        if any(place is not level[0] for place in level):
            break
        shared += 1
    if not shared or shared >= len(paths[0]):
        return none
    thread, opening = paths[0][shared - 1], paths[0][shared]
    begun, end = first_in(opening, cuts, answers[0]), last_in(thread, cuts, answers[-1]) + 1
    spoken = {_part_of(thread, cuts[at].place) for at in prose if begun <= at <= answers[-1]}
    if len({_part_of(thread, cuts[at].place) for at in answers}) < share * len(spoken):
        return none
    story = sum(len(cuts[at].text) for at in prose if at < begun)
    return range(begun, end) if story >= least else none


def _part_of(thread: Place, place: Place) -> Place:
    """The element right below the thread that holds the place."""
    return next((part for part in place.path() if part.above is thread), place)


def are_answered(cuts: Sequence[Cut], first: int) -> bool:
    """Whether several of the cuts since the first can be answered: what readers wrote."""
    if len(cuts) - first <= _ANSWERED:
        return False
    answers = [at for at in range(first, len(cuts)) if _may_be_answer(cuts[at])]
    return len(answers) >= _ANSWERED and len(_pressed(cuts, answers)) >= _ANSWERED


def _may_be_answer(cut: Cut) -> bool:
    text = cut.text
    if len(text) > _LINE_LENGTH or cut.kind is _HEADING:
        return False
    # Nearly all lines end otherwise, and a pattern is tried at each of their letters.
    if not text.rstrip(_SIGNS).lower().endswith((*_REPLIES, *_REPORTS)):
        return False
    return _ALONE.fullmatch(text) is not None or _LAST_OF_LINE.search(text) is not None


def _pressed(cuts: Sequence[Cut], answers: Sequence[int]) -> list[int]:
    """Those that stand at the end of a line, or alone where readers press."""
    presses: dict[Place, bool] = {}
    for at in answers:
        place = cuts[at].place
        if place not in presses:
            node = place.node
            presses[place] = node.css_matches(_PRESSED) or node.css_first(_PRESSED) is not None
    return [
        at
        for at in answers
        if cuts[at].is_link or presses[cuts[at].place] or not _ALONE.fullmatch(cuts[at].text)
    ]


def last_heading_below(cuts: Sequence[Cut], weights: Sequence[int], first: int) -> int:
    """Where the last headings are of what is no story, with less below them than it has."""
    end, below = len(cuts), 0
    for at in range(len(cuts) - 1, first, -1):
        text = cuts[at].text.strip(" :*!").replace("’", "'")
        if len(text) <= _LINE_LENGTH and _is_last(cuts, first, at, text, below):
            told = sum(weights[first:at])
            most = told if LEGAL_HEADING.fullmatch(text) else told * _MOST_TOLD
            if told <= _STORY_LENGTH or below > most:
                break
            end, below = at, 0
        elif cuts[at].kind is _HEADING and below:
            break
        below += weights[at]
    return end


def _is_last(cuts: Sequence[Cut], first: int, at: int, text: str, below: int) -> bool:
    """Whether a line is such a heading; where others ask as well, a question is an interview's."""
    if LAST_HEADING.fullmatch(text):
        return True
    if below > _STORY_LENGTH or not LAST_QUESTION.fullmatch(text.rstrip("?？¿")):
        return False
    return not any(cut.text.endswith(("?", "？")) and _may_ask(cut) for cut in cuts[first:at])


def _may_ask(cut: Cut) -> bool:
    return cut.kind is _HEADING or len(cut.text) <= _LINE_LENGTH
