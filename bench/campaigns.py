"""A made-up outlet: 300 articles of two years, six appeal campaigns, and what repeats in the news.

``pages()`` gives each article as the page its readers saw, with the truth about its paragraphs.
Class names of boxes are hashed anew each quarter, sums, names and sentences of appeals change from
article to article; datelines, standing notes and background paragraphs repeat and are news.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

ARTICLES = 300
_FIRST = datetime(2024, 1, 2, 9, tzinfo=UTC)
_PLACES = "Brod Karsk Lenvik Ostrava Tolmin Verkh Zaton Pereval Miast Sorok Dubno Rudnik".split()
_NAMES = "Vera Lugov,Ilya Brodov,Anna Tolm,Pyotr Saven,Nina Kord,Oleg Marsh,Zoya Petrel".split(",")
_WHO = (
    "the regional governor,a court in the district,the city's transport office,local fishermen,"
    "the teachers' union,the border service,a group of veterans,the port authority,two deputies,"
    "the shipping company,the hospital's chief doctor,students of the academy,the mayor"
).split(",")
_DID = (
    "rejected,approved,delayed,promised to review,refused to publish,asked for more time on,"
    "sued over,withdrew from,confirmed,played down,called for,could not explain"
).split(",")
_WHAT = (
    "the plan for a new bridge,a budget of the northern ports,an inquiry into the flood,"
    "the sale of the cannery,a list of missing sailors,the winter timetable,a ban on river trade,"
    "an audit of the heating plant,the rules for reindeer herders,a report on the coal mine,"
    "the draft of a housing law,a strike at the rail yard,an exchange of prisoners"
).split(",")
_WHY = (
    "after a night of talks,because the ice came early,as prices kept rising,despite protests,"
    "in a letter seen by reporters,during a hearing that lasted hours,to the surprise of many,"
    "while the inspectors were away,following a complaint,as the first snow fell"
).split(",")
_DEVELOPING = "This is a developing story and will be updated as more becomes known."
_LABEL = "This text was made by an organization that the state lists as a foreign agent."
_SERIES = "This report is part of a series about life along the northern rivers."
_STORY = (
    "The ferry sank in March with forty people on board, in what officials described as the "
    "worst accident on the river in a generation."
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, the texts of its journalism, and those of its appeals, each in their order."""

    key: str
    published: datetime
    html: bytes
    article: tuple[str, ...]
    appeals: tuple[str, ...]


Appeal = Callable[[random.Random, str], list[str]]


def _readers(random_: random.Random, topic: str) -> list[str]:
    return [
        "Dear readers,",
        "The authorities have called our newsroom undesirable and want us to fall silent. We will "
        "not, but we cannot go on without you.",
        f"If you can, please support us from just ${random_.randint(2, 9)} a month. It takes two "
        "minutes and keeps our reporting free for all.",
        "Remind me later",
    ]


def _newsletter(random_: random.Random, topic: str) -> list[str]:
    day = random_.choice(("Monday", "Friday", "Sunday"))
    return [
        f"Get our free newsletter every {day}: the river week in {random_.randint(4, 9)} minutes."
    ]


def _reporter(random_: random.Random, topic: str) -> list[str]:
    name = random_.choice(_NAMES)
    return [
        f"{name} and our other correspondents work where few outlets still send anyone. Your "
        "donation pays for their trains, their lawyers and their time."
    ]


def _one_line(random_: random.Random, topic: str) -> list[str]:
    return [f"Donate {random_.choice((5, 10, 20, 50))} euros today and keep the presses running"]


def _channel(random_: random.Random, topic: str) -> list[str]:
    return [
        f"More about {topic} is on our Telegram channel, where {random_.randint(11, 99)},000 "
        "people read us first. Join them."
    ]


def _sentence_changes(random_: random.Random, topic: str) -> list[str]:
    return [
        f"We have reported on {topic} for months. Nobody pays us for that but the people who read "
        f"us. Become a member for less than {random_.randint(3, 7)} euros a month and read "
        "everything first."
    ]


#: First and last article, share of articles between that show it, whether in mid-body, the text.
_CAMPAIGNS: tuple[tuple[int, int, float, bool, Appeal], ...] = (
    (5, 75, 0.9, False, _readers),
    (40, 130, 0.7, True, _newsletter),
    (95, 160, 0.8, False, _reporter),
    (150, 215, 0.6, True, _one_line),
    (190, 262, 0.8, True, _channel),
    (225, 299, 0.9, False, _sentence_changes),
)


def pages() -> Iterator[Page]:
    """All pages, in the order of their publication."""
    for number in range(ARTICLES):
        yield _page(number)


def _page(number: int) -> Page:
    random_ = random.Random(number)
    topic = random_.choice(_WHAT)
    article = _article(random_, number)
    shown = list(article)
    appeals: list[str] = []
    quarter = random.Random(number // 40)
    for first, last, share, is_middle, appeal in _CAMPAIGNS:
        if first <= number <= last and random_.random() < share:
            said = appeal(random_, topic)
            box = f"c{quarter.randrange(16**6):06x}"
            at = random_.randint(2, len(article) - 2) if is_middle else len(shown)
            shown[at:at] = [f"{box}|{line}" for line in said]
            appeals += said
    return Page(
        key=f"{number + 1000}",
        published=_FIRST + timedelta(days=2.43 * number),
        html=_html(number, shown),
        article=tuple(article),
        appeals=tuple(appeals),
    )


def _article(random_: random.Random, number: int) -> list[str]:
    body = [_paragraph(random_) for _ in range(random_.randint(7, 12))]
    body[0] = f"{random_.choice(_PLACES).upper()}, River District — {body[0]}"
    if number % 9 == 0:
        body.append(_DEVELOPING)
    if number % 11 == 0:
        body.append(_SERIES)
    if 60 <= number < 90 and number % 3 == 0:
        body.insert(3, _STORY)
    if number % 2:
        body.append(_LABEL)
    return body


def _paragraph(random_: random.Random) -> str:
    return " ".join(_sentence(random_) for _ in range(random_.randint(2, 3)))


def _sentence(random_: random.Random) -> str:
    who, did, what, why = (random_.choice(words) for words in (_WHO, _DID, _WHAT, _WHY))
    place, said = random_.choice(_PLACES), random_.choice(_NAMES)
    end = random_.choice((f", {said} said", f" near {place}", f", according to {said} of {place}"))
    return f"{who[0].upper()}{who[1:]} {did} {what} {why}{end}."


def _html(number: int, shown: list[str]) -> bytes:
    lines = []
    for line in shown:
        box, _, text = line.rpartition("|")
        lines.append(f'<div class="{box}"><p>{text}</p></div>' if box else f"<p>{text}</p>")
    published = (_FIRST + timedelta(days=2.43 * number)).isoformat()
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Report {number}</title>"
        f'<meta property="article:published_time" content="{published}"></head><body>'
        f'<h1>Report {number} from the river</h1><div class="story">{"".join(lines)}</div></body>'
    ).encode()
