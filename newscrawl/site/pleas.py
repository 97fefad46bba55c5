"""The appeals of each era: begging, newsletters and lists that stand in or under a body.

Only the few words that a rule looks for are the outlet's; all sentences around them are invented.
"""

from collections.abc import Sequence

from newscrawl.site.markup import plain
from newscrawl.site.model import Box, Part, Said

#: Where a run of lines begins, and the rule of words that takes it from there.
_RUNS = (
    ("Sign up for our free weekly newsletter", "newsletter-words"),
    ("A Message from The Moscow Times", "support-message"),
    ("Read more", "read-more"),
)

FIRST_LINES = tuple(start for start, _rule in _RUNS)


def said(rule: str, *lines: str) -> tuple[Said, ...]:
    return tuple(Said(line, rule) for line in lines)


_AMOUNTS = ("Once", "Monthly", "Annual", "Continue")

_TEASER = said("support-teaser", "Support The Moscow Times!", "Contribute today")
_APRIL = said(
    "support-teaser",
    "Now is the time to support independent reporting from Russia!",
    "Contribute Today",
)
_HONEST = said(
    "support-honest",
    "The need for honest and objective information on Russia is more relevant now than ever "
    "before!",
    "To keep our newsroom in Moscow running, we need your support.",
)
_ABOUT_US = said(
    "support-about-us",
    "As the only remaining independent, English-language news source reporting from Russia, "
    "The Moscow Times plays a critical role in connecting Russia to the world. We print it on "
    "paper no longer, but we still check every comma.",
    "Editorial decisions are made entirely by journalists in our newsroom, who adhere to the "
    "highest ethical standards. Nobody else sees a draft.",
    "We fearlessly cover issues that are often considered off-limits or taboo in Russia, from "
    "the price of buckwheat to the quarrels of governors.",
)
_ATTACK = said(
    "support-attack",
    "Russia media is under attack.",
    "At least 10 independent media outlets have been blocked or closed down over their coverage "
    "of the war in Ukraine.",
    "The Moscow Times needs your help more than ever as we cover this devastating invasion and "
    "its sweeping impacts on Russian society.",
    "Maybe later",
)
_FOREIGN_AGENT = said(
    "support-foreign-agent",
    "We have been named 'foreign agents.'",
    "Your support will help us fight back",
)
_FAVOR = said(
    "support-favor",
    "Before you turn the page, we have a small favor to ask.",
    "As you may have heard, The Moscow Times, an independent news source for over 30 years, has "
    'been unjustly branded as a "foreign agent" by people who would rather nobody read it.',
    "We, the journalists of The Moscow Times, refuse to be silenced. It is dull to be silent.",
    "Your support, no matter how small, makes a world of difference. If you can, please support "
    "us monthly starting from just $2. A cup of tea costs more.",
    "Every reader who stays is one more reason to go on. Thank you.",
)
_FAVOR_FORM = said("support-favor", *_AMOUNTS, "Not ready to support today?", "Remind me later.")
_MESSAGE = said(
    "support-message",
    "A Message from The Moscow Times:",
    "Dear readers,",
    "We are facing unprecedented challenges. An office that has never read us has declared us "
    '"undesirable," and with us everyone who answers our calls.',
    "These actions are direct attempts to silence independent journalism in Russia. Those who "
    "sign the orders say that we belittle them; we only quote them.",
    "We, the journalists of The Moscow Times, refuse to be silenced. But ink and servers have "
    "their price.",
    "Your support, no matter how small, makes a world of difference. If you can, please support "
    "us monthly starting from just $2. It takes a minute and lasts a month.",
    "By supporting The Moscow Times, you're defending open, independent journalism in the face "
    "of repression. Thank you for standing with us.",
)
_MESSAGE_FORM = said(
    "support-message",
    *_AMOUNTS,
    "paiment methods",
    "Not ready to support today?",
    "Remind me later.",
)
_AD_FREE = said(
    "support-ad-free",
    "Enjoying ad-free content?",
    "Since July 1, 2024, we have disabled all ads to improve your reading experience.",
    "This commitment costs us $10,000 a month. Your support can help us fill the gap.",
    "Support us",
    "Our journalism is banned in Russia. We need your help to keep providing you with the truth.",
)
_INVITATION = said(
    "newsletter-words",
    "Sign up for our free weekly newsletter",
    "Our weekly newsletter contains a hand-picked selection of news, features, analysiss and "
    "more from The Moscow Times. You will receive it in your mailbox every Friday. Never miss "
    "the latest news from Russia. Preview",
    "Subscribers agree to the Privacy Policy",
)
_BEST_OF = said("newsletter-words", "The best of The Moscow Times, delivered to your inbox.")
_TMT_WEEKLY = said(
    "newsletter-words",
    "TMT Weekly Newsletter",
    "Our editors take you through the biggest Russia stories as featured in The Moscow Times.",
)
_BELL = said(
    "newsletter-words",
    "Russian Money Newsletter",
    "An inside look at economics, politics and business in wartime Russia by The Moscow Times "
    "and The Bell.",
)
_OLD_FORM = said(
    "newsletter-words",
    "Sign up for our weekly newsletter",
    "Your email",
    "Your name",
    "Subscribe",
    "Thanks for signing up!",
)

_NEWSLETTER = (
    "article__block article__block--newsletter article__block--column",
    "article__newsletter newsletter",
)
_BANNER = ("contribute-banner", "contribute-banner__inner")


#: What begs under (or in) a body, by the year in which it began.
ERAS: dict[str, tuple[Box, ...]] = {
    "none": (),
    "2018": (Box(lines=_TEASER, wrappers=("zk-3",)), Box(lines=_OLD_FORM, wrappers=_NEWSLETTER)),
    "2019": (Box(lines=_HONEST, wrappers=_BANNER), Box(lines=_ABOUT_US, wrappers=("zk-8",))),
    "2020": (Box(lines=_HONEST, wrappers=("zk-1 zk-2",)), Box(lines=_BEST_OF, wrappers=("m1",))),
    "2022": (
        Box(lines=_APRIL, wrappers=("zk-4",)),
        Box(lines=_ATTACK, wrappers=("zk-5", "zk-6")),
        Box(lines=_BELL, wrappers=_NEWSLETTER),
    ),
    "2023": (
        Box(lines=_TMT_WEEKLY, wrappers=_NEWSLETTER),
        Box(lines=_FOREIGN_AGENT, wrappers=("zk-7",)),
        Box(lines=_FAVOR, form=_FAVOR_FORM, wrappers=("zk-9", "zk-10")),
    ),
    "2024": (
        Box(lines=_INVITATION, wrappers=("nl-4c", "nl-4d")),
        Box(lines=_MESSAGE, form=_MESSAGE_FORM, wrappers=("msg-77", "msg-78")),
    ),
    "2025": (
        Box(lines=_AD_FREE, wrappers=("bar-2f",)),
        Box(lines=_INVITATION, wrappers=("nl-4c", "nl-4e")),
        Box(lines=_MESSAGE, form=_MESSAGE_FORM, wrappers=("msg-80",)),
    ),
}


def appeals_of(era: str, *, split: bool) -> tuple[Box, ...]:
    """The boxes of one era; ``split`` tears their lines over spans (and their form's lines too)."""
    return tuple(_torn(box) for box in ERAS[era]) if split else ERAS[era]


def _torn(box: Box) -> Box:
    return Box(lines=box.lines + box.form, wrappers=box.wrappers, split=True)


def appeals_in(lines: Sequence[str], *, split: bool) -> tuple[Part, ...]:
    """The boxes that hold these printed lines, each run with the rule that should take it.

    Empty lines are passed over. A line before the first known beginning is a ValueError.
    """
    runs: list[tuple[str, list[str]]] = []
    for line in filter(None, map(plain, lines)):
        begins = next((rule for start, rule in _RUNS if line.startswith(start)), None)
        if begins:
            runs.append((begins, []))
        if not runs:
            raise ValueError(f"not the beginning of an appeal: {line}")
        runs[-1][1].append(line)
    return tuple(
        Box(lines=said(rule, *texts), wrappers=(f"run-{number}",), split=split)
        for number, (rule, texts) in enumerate(runs)
    )


def is_list_of_links(part: Part) -> bool:
    """Whether the box is the "Read more" at the very end, which stands nowhere else."""
    return isinstance(part, Box) and any(line.rule == "read-more" for line in part.lines)
