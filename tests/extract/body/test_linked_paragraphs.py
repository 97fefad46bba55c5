"""Paragraphs that are links from first to last, among others and alone; and signs that say more."""

from newscrawl import read_article
from newscrawl.extract.body.text_size import size_of
from tests.extract.ferry_story import EACH, URL
from tests.rows import every_row

LONG = {
    "en": "The ferry number {} to the northern islands stopped on Tuesday in the middle of the"
    " strait, and nobody of those on board was hurt.",
    "de": "Die Fähre Nummer {} zu den nördlichen Inseln blieb am Dienstag mitten in der Meerenge"
    " stehen, und niemand von allen an Bord wurde verletzt.",
    "ru": "Паром номер {} на северные острова остановился во вторник посреди пролива из-за отказа"
    " двигателя, и никто из тех на борту не пострадал.",
}
JAPANESE = (
    "北の島々へ向かうフェリー{}号が火曜日、海峡の真ん中でエンジンの"
    "故障により止まったが、けが人はいなかった。"
)
FOOTER = "<footer><p>{}</p></footer>"
TITLE = "The Ferry"


def read(inside: str, language: str = "en") -> list[str]:
    page = (
        f'<html lang="{language}"><meta charset="utf-8"><title>{TITLE}</title><h1>{TITLE}</h1>'
        f"{inside}</html>"
    )
    return [block.text for block in read_article(page.encode(), URL).blocks]


def linked(said: str) -> str:
    return f'<p><a href="/live"><strong>{said}</strong></a></p>'


@EACH
@every_row("which", [(0,), (5,), (2, 3), (1, 2, 3, 4)])
def test_a_long_sentence_that_is_a_link_stays_among_the_paragraphs(
    language: str, which: tuple[int, ...]
) -> None:
    said = [LONG[language].format(n) for n in range(6)]
    story = "".join(linked(t) if n in which else f"<p>{t}</p>" for n, t in enumerate(said))
    assert read(f"<article>{story}</article>", language) == said


@EACH
@every_row(
    "teaser",
    [linked("Read how the tug came to the islands and back, and what its crew saw on the way"),
     linked("The tug came."),
     '<div><p><a href="/x">{}</a></p></div>', '<a href="/x"><p>{}</p></a>'],
)  # fmt: skip
def test_what_leads_elsewhere_is_no_paragraph(language: str, teaser: str) -> None:
    said = [LONG[language].format(n) for n in range(4)]
    story = "".join(f"<p>{text}</p>" for text in said)
    other = f'<div class="more">{teaser.format(LONG[language].format(9))}</div>'
    assert read(f"<article>{story}{other}</article>", language) == said


@EACH
@every_row("between", ["", "\n"])
@every_row("opened", ['<a href="/x">', '<b><a href="/x">', '<font><a href="/x"><i>'])
def test_a_link_that_was_left_open_takes_no_text_away(
    language: str, between: str, opened: str
) -> None:
    said = [LONG[language].format(n) for n in range(6)]
    told = [text.replace(" ", f" {opened}", n == 1) for n, text in enumerate(said)]
    story = between.join(f"<p>{text}</p>" for text in told)
    assert read(f"<article>{story}</article>", language) == said


@every_row("language", LONG)
@every_row("address", ["", "#", "JavaScript:void(0)", "#more"])
def test_links_that_scripts_follow_are_teasers_whatever_their_address(
    language: str, address: str
) -> None:
    said = [LONG[language].format(n) for n in range(8)]
    story = "".join(f"<p>{text}</p>" for text in said[:4])
    teasers = "".join(f'<p><a href="{address}">{text}</a></p>' for text in said[4:])
    assert read(f"<article>{story}</article><div>{teasers}</div>", language) == said[:4]


@every_row("said", [*LONG.values(), JAPANESE])
@every_row("form", ["{}", '<a href="/full">{}</a>'])
def test_a_story_of_links_alone_is_read_rather_than_a_footer(said: str, form: str) -> None:
    told = [said.format(n) for n in range(4)]
    story = "".join(f"<p>{t}</p>" if "full" in form else linked(t) for t in told)
    assert read(f"<div>{form.format(story)}</div>{FOOTER.format(said.format(9))}") == told
    assert read(f"<div>{form.format(story)}</div>") == told


@every_row(
    ("text", "size"), [("ferry", 5), ("Fähre", 5), ("паром", 5), ("渡船", 5), ("フェリー2", 11)]
)
def test_a_sign_counts_as_much_as_it_says(text: str, size: int) -> None:
    assert size_of(text) == size


@every_row("box", ["comments", "sidebar"])
def test_a_short_story_in_signs_is_told_first_whatever_its_element_is_called(box: str) -> None:
    said = [JAPANESE.format(n) for n in range(4)]
    story = "".join(f"<p>{text}</p>" for text in said)
    other = f"<p>{JAPANESE.format(8)}</p>"
    told = read(f'<div class="{box}">{story}</div><div class="about">{other}</div>', "ja")
    assert told[:4] == said
