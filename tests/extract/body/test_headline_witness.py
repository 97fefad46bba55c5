"""What begins right behind the headline is the story, whatever its element is called."""

import pytest

from newscrawl import read_article
from tests.rows import every_row

STORY = [
    f"On day {n} the ferry office of Vigo told {n + 30} islanders that no boat would come, and why."
    for n in range(7)
]
OTHER = [f"Bear number {n} slept in the library of Lugo between two shelves." for n in range(40)]
_PS = "".join(f"<p>{text}</p>" for text in STORY)
_TEASERS = "".join(f"<p>{text}</p>" for text in OTHER[:6])
_H1 = "<h1>No boat for the islands</h1>"


def body(html: str) -> list[str]:
    page = f"<!doctype html><title>No boat for the islands | Vigo</title><body>{html}"
    return read_article(page.encode(), "https://vigo.test/a").body.split("\n\n")


@every_row(
    "opened",
    ["div class=comments", "div id=menu", "div class=onetrust-body", "aside", "footer", "label",
     "button", "div class=modal-content", "section class='sesdiscussion discussion'"],
)  # fmt: skip
def test_a_story_that_begins_behind_the_headline_is_in_no_box(opened: str) -> None:
    story = f"<{opened}>{_PS}</{opened.split()[0]}>"
    byline = "<p class=by>By Ann Lee, our reporter in Vigo, on 4 May 2026</p>"

    assert body(f"{_H1}{byline}{story}<div>{_TEASERS}</div>")[: len(STORY)] == STORY


@pytest.mark.parametrize("opened", ["div class=comments", "aside", "footer", "div class=onetrust"])
def test_a_box_behind_the_story_is_one_however_long(opened: str) -> None:
    box = f"<{opened}>{'</p><p>'.join(OTHER)}</{opened.split()[0]}>"

    assert body(f"{_H1}<div>{_PS}</div>{box}") == STORY


@pytest.mark.parametrize(
    ("opened", "end", "count"),
    [
        *(("div class=comments", "", 6), ("aside", "", 6)),
        *(("aside", "۔", 2), ("aside", "။", 2), ("aside", "።", 2)),
    ],
)
def test_a_box_behind_a_story_without_full_stops_is_one(opened: str, end: str, count: int) -> None:
    line = "เรือข้ามฟากหยุดวิ่งกลางช่องแคบเมื่อวันอังคารหลังเครื่องยนต์ดับ"
    told = [f"{line} {number}{end}" for number in range(count)]
    box = f"<{opened}>{'</p><p>'.join(OTHER)}</{opened.split()[0]}>"

    assert body(f"{_H1}<div>{''.join(f'<p>{each}</p>' for each in told)}</div>{box}") == told


def test_what_stands_before_the_headline_is_not_the_story() -> None:
    before = f"<div>{'</p><p>'.join(OTHER[:25])}</div>"

    assert body(f"{before}<main>{_H1}{_PS}</main>") == STORY


def test_a_headline_far_from_any_text_says_nothing_of_it() -> None:
    links = "".join(f"<p><a href=/{n}>Boat {n}</a></p>" for n in range(60))

    assert body(f"<div>{_PS}</div>{_H1}{links}<div>{_TEASERS}</div>")[: len(STORY)] == STORY


@pytest.mark.parametrize("wrap", ["nav", "div role=navigation", "div role=menu"])
def test_a_story_in_a_menu_is_read_where_there_is_no_other(wrap: str) -> None:
    assert body(f"{_H1}<{wrap}>{_PS}</{wrap.split()[0]}>") == STORY


@pytest.mark.parametrize("said", [" ".join(OTHER[:9]), "</p><p>".join(OTHER[:9])])
def test_what_menus_tell_of_a_site_takes_not_the_place_of_a_short_text(said: str) -> None:
    short = "The ferry is gone, and it was said that it would not come back."
    menu = f"<div role=navigation><h4>About us</h4><p>{said}</p></div>"
    links = "<p>Boat</p>" * 45

    assert short in body(f"{_H1}<p>{short}</p>{links}{menu}")
    assert OTHER[0] not in "".join(body(f"{_H1}<p>{short}</p>{links}{menu}"))


@pytest.mark.parametrize(
    "behind",
    [
        # Another article, which somebody has signed.
        "<div><h2>A bear sleeps in a library</h2><p>By Bo Ray</p>{}</div>",
        "<section><h3>Ein Bär schläft</h3><p>Von Bo Ray</p>{}</section>",
        # Cards without headings.
        "<div>{}</div>",
    ],
)
def test_the_next_articles_are_no_part_of_the_story(behind: str) -> None:
    cards = "".join(
        f"<div class=it><a href=/bear-{n}>A bear is seen in town {n}</a><p>{text}</p></div>"
        for n, text in enumerate(OTHER[:5])
    )
    others = "".join(f"<p>{text}</p>" for text in OTHER[:9])

    assert (
        body(f"{_H1}<div>{_PS}</div>{behind.format(others if '<h' in behind else cards)}") == STORY
    )


def test_the_signed_entries_of_one_page_are_its_own() -> None:
    parts = "".join(
        f"<div><h2>Hour {n}</h2><p>By Bo Ray</p><p>{text}</p></div>" for n, text in enumerate(STORY)
    )

    assert [text for text in body(f"{_H1}{parts}") if text in STORY] == STORY


@pytest.mark.parametrize("line", ["<a href=/{n}>{text}</a> (2026-08-{n:02})"])
def test_a_list_of_links_with_dates_is_no_prose(line: str) -> None:
    links = "".join(f"<li>{line.format(n=n, text=text)}</li>" for n, text in enumerate(OTHER[:9]))

    assert body(f"<main><div>{_H1}{_PS}</div><div><ol>{links}</ol></div></main>") == STORY


@pytest.mark.parametrize("beside", ["★★★★★ (922)", "24. 11."])
def test_a_list_of_links_with_other_figures_is_the_storys(beside: str) -> None:
    links = "".join(f"<li><a href=/{n}>Boat {n} of Vigo</a> {beside}</li>" for n in range(3))

    assert body(f"<main>{_H1}{_PS}<ul>{links}</ul></main>")[len(STORY) :]


def test_comments_in_a_list_are_known_by_the_names_of_its_items() -> None:
    said = "".join(f"<li class=comment><b>Ann</b><p>{text}</p></li>" for text in OTHER[:20])

    assert body(f"<main><div>{_H1}{_PS}</div><ul>{said}</ul></main>") == STORY


def test_captions_that_are_no_paragraphs_tell_the_story_of_a_page_without_one() -> None:
    slides = "".join(
        f"<figure><img src=/{n}><figcaption>{text}</figcaption></figure>"
        for n, text in enumerate(STORY)
    )

    assert [text for text in body(f"{_H1}<p>Seven days.</p>{slides}") if text in STORY] == STORY
    assert not {*STORY[1:]} & {*body(f"{_H1}<p>{' '.join(OTHER[:7])}</p><p>So.</p>{slides}")}


@pytest.mark.parametrize("box", ["<div hidden><p>{}</p></div>", "<div class=hide>{}</div>"])
def test_boxes_that_are_hidden_one_by_one_are_no_text(box: str) -> None:
    assert body(f"{_H1}{_PS[:200]}</p>{''.join(map(box.format, OTHER[:9]))}")[0] == STORY[0]
    assert OTHER[0] not in body(f"{_H1}{_PS[:200]}</p>{''.join(map(box.format, OTHER[:9]))}")


def test_paragraphs_that_are_hidden_one_by_one_are_the_text_where_nothing_else_is() -> None:
    hidden = "".join(f"<p class=hide>{text}</p>" for text in STORY)

    assert (
        body(f"{_H1}<div>{hidden}</div><p>All rights are ours and nobody else's at all.</p>")[
            : len(STORY)
        ]
        == STORY
    )


def test_what_readers_say_below_their_names_and_the_time_is_no_part_of_the_story() -> None:
    when = ("3 hours ago", "vor 2 Tagen", "4 мая 2026, 10:12", "hace 5 min", "2026-05-04 09:10")
    part = "<div class=q7><div>{} {}.</div><div>{}</div><p>{}</p></div>".format
    told = [*zip("ABCDEFGHIJKLMNO", OTHER[:15], strict=True)]
    said = "".join(part("Reader", of, when[n % 5], text) for n, (of, text) in enumerate(told))
    priced = "".join(part("Boat", of, f"{n + 30} €", text) for n, (of, text) in enumerate(told))
    years = "".join(
        part("Boat", of, f"4 May {n + 1961}", text) for n, (of, text) in enumerate(told)
    )
    byline = "<div><div>Ann Lee</div><div>4 May 2026, 10:12</div></div>"

    assert body(f"<main>{_H1}<div>{_PS}</div><div>{said}</div></main>") == STORY
    assert body(f"<main>{_H1}{byline}<div>{_PS}</div><div>{said}</div></main>") == STORY
    assert body(f"{_H1}<div>{_PS}</div><footer>© Vigo</footer><div>{said}</div>") == STORY
    assert OTHER[0] in body(f"<main>{_H1}<div>{_PS}</div><div>{priced}</div></main>")
    # Quotations and a chronicle.
    assert OTHER[0] in body(f"<article>{_H1}{_PS}{said}</article>")
    assert OTHER[0] in body(f"<main>{_H1}<div>{_PS}</div><div>{years}</div></main>")


def test_a_story_goes_on_behind_links_in_other_elements() -> None:
    links = "<ul>" + "<li><a href=/x>Boats of Vigo</a></li>" * 15 + "</ul>"
    parts = f"<div class=a1>{_PS}</div>{links}<div class=b2>{_TEASERS}</div>"

    told = body(f"<article>{_H1}{parts}</article>")
    assert told[0] == STORY[0]
    assert told[-1] == OTHER[5]


def test_paragraphs_in_elements_with_names_of_their_own_are_at_home() -> None:
    told = [*STORY, "And now?", *OTHER[:3], "No boat"]
    parts = "".join(
        f"<div class={chr(97 + n)}kq><p>{text}</p></div>" for n, text in enumerate(told)
    )

    assert body(f"<main>{_H1}{parts}</main>") == told
