from pathlib import Path

import pytest

from newscrawl import read_article
from newscrawl.outlets import load_outlet
from tests.rows import every_row
from tests.site.example import ExampleSite, RussianSite, layout_page, story_from_dump

PROSE = [
    f"Paragraph {n} is long enough to be told apart from what stands around." for n in range(4)
]


def body(html: str) -> list[str]:
    return read_article(f"<title>T</title>{html}".encode(), "https://a.test/a").body.split("\n\n")


def test_what_stands_around_an_article_is_not_its_body() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in PROSE)

    assert (
        body(
            "<nav><ul><li><a href=/>Home</a></ul></nav><main><h1>T</h1><h2>Below it</h2>"
            f"<div>By Ann Lee</div><time>May 1, 2024</time>{paragraphs}"
            "<div>Ann Lee</div><a href=/tag>Tags</a></main><footer>All rights reserved.</footer>"
        )
        == PROSE
    )


def test_a_short_last_paragraph_beside_a_long_part_is_kept() -> None:
    parts = f"<div><p>{PROSE[0]}</p><p>{PROSE[1] * 9}</p></div><div><p>{PROSE[2]}</p></div>"

    found = body(f"<h1>T</h1><div>{parts}<div><p>Yes.</p></div></div>")

    assert found == [PROSE[0], PROSE[1] * 9, PROSE[2], "Yes."]


def test_one_line_is_a_story_too() -> None:
    assert body("<h1>T</h1><p>He won.</p>") == ["He won."]


def test_a_box_that_stands_twice_weighs_nothing() -> None:
    box = f"<div><p>{PROSE[0] * 5}</p></div>"

    found = body(f"<h1>T</h1>{box}{box}<section><p>{PROSE[1]}</p><p>{PROSE[2]}</p></section>")

    assert found == PROSE[1:3]


@pytest.mark.parametrize("site", [ExampleSite(hashed=True), RussianSite(hashed=True)])
def test_nine_of_ten_pages_with_hashed_names_are_read_exactly(site: ExampleSite) -> None:
    outlet = load_outlet(site.edition.outlet)
    truths = [site.truth(story.key) for story in site.stories]
    pages = [site.respond(story.path)[2] for story in site.stories]

    exact = [
        read_article(page, truth["url"], outlet).body == truth["body"]
        for page, truth in zip(pages, truths, strict=True)
    ]

    assert sum(exact) >= 0.9 * len(exact)


@pytest.mark.parametrize("place", ["end", "middle", "outside"])
@pytest.mark.parametrize("split", [False, True])
def test_of_the_seed_eleven_paragraphs_remain(pages_folder: Path, place: str, split: bool) -> None:
    dump = (pages_folder / "seed" / "kremlin-denies.txt").read_text()
    lines = [" ".join(line.split()) for line in dump.splitlines() if line.strip()]
    caption, credit = "Kremlin spokesman Dmitry Peskov.", "kremlin.ru"
    story = story_from_dump(dump, caption=caption, credit=credit, place=place, split=split)
    html = layout_page(story, hashed=True)

    article = read_article(
        html, f"https://www.themoscowtimes.com{story.path}", load_outlet("moscow_times")
    )

    assert article.body.split("\n\n") == lines[3:14]


def test_marks_begin_below_the_container() -> None:
    inner = f"<p class=c>{PROSE[0]}</p><p>{PROSE[1]}</p>"
    html = f"<h1>T</h1><div class=a><div class=b>{inner}</div></div>"

    found = read_article(f"<title>T</title>{html}".encode(), "https://a.test/a")

    assert [block.marks for block in found.blocks] == [("c",), ()]


def story_page(*parts: str, head: str = "") -> str:
    return f"{head}<main><h1>T</h1>{''.join(parts)}</main>"


def paragraphs(*texts: str) -> str:
    return "<div class=story>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


LONG = [f"{text} It goes on for some time, since there is more to say about it." for text in PROSE]


def test_the_next_article_is_another_one() -> None:
    following = f"<div class=next><h1>Next</h1>{paragraphs(*LONG[3:])}</div>"

    assert body(story_page(paragraphs(*LONG[:3]), following)) == LONG[:3]


def test_a_headline_among_the_paragraphs_is_the_storys_own() -> None:
    own = paragraphs(*LONG[:3]).removesuffix("</div>") + f"<h1>Part two</h1><p>{LONG[3]}</p></div>"

    assert body(story_page(own)) == [*LONG[:3], "Part two", LONG[3]]


def test_the_story_ends_where_its_paragraphs_end() -> None:
    box = "<div class=x1><p>Another site thinks that you should see this at once.</p></div>"

    assert body(story_page(paragraphs(*LONG), box)) == LONG


DEK = "<div class=x1>What happened to whom, when and why, in short.</div>"
DESCRIBED = "<meta name=description content='What happened to whom, when and why, in short.'>"


@pytest.mark.parametrize("twice", [1, 2])
def test_a_description_that_the_page_shows_is_its_standfirst(twice: int) -> None:
    byline = "<div>By Ann Lee</div><div>May 1, 2024</div>"

    found = body(story_page(DEK * twice, byline, paragraphs(*LONG), head=DESCRIBED))

    assert found == ["What happened to whom, when and why, in short.", *LONG]


@pytest.mark.parametrize(
    "dek",
    [
        "<h2 class=entry-subtitle>A standfirst by its name.</h2>",
        "<header class=ArticleDek><p>A standfirst by the name around it.</p></header>",
    ],
)
def test_a_standfirst_is_known_by_its_name(dek: str) -> None:
    assert body(story_page(dek, paragraphs(*LONG)))[1:] == LONG


@pytest.mark.parametrize(
    "line",
    [
        "<h2 class=entry-subtitle>No sentence</h2>",
        "<p class=lead><a href=/b>Another article leads elsewhere.</a></p>",
        "<div class=x1>A line without a name</div>",
    ],
)
def test_what_is_no_standfirst_stays_out(line: str) -> None:
    assert body(story_page(line, paragraphs(*LONG))) == LONG


def test_paragraphs_above_the_wall_belong_to_those_behind_it() -> None:
    behind = "".join(f"<p>{text}</p>" for text in LONG[1:])

    found = body(f"<h1>T</h1><article><p>{LONG[0]}</p><div class=wall>{behind}</div></article>")

    assert found == LONG


def test_a_headline_in_a_box_does_not_end_the_story() -> None:
    box = "<aside><h1>Recently</h1><ol><li><a href=/b>B</a></ol></aside>"
    inner = "".join(f"<p>{text}</p>" for text in LONG[:3])

    assert body(f"<h1>T</h1><div class=story>{inner}{box}<p>{LONG[3]}</p></div>") == LONG


@every_row(
    "part",
    [
        "<div class=part-{n}><p>{text}</p></div>",
        "<div class=builder-e{n}4c07f><p>{text}</p></div>",
        "<div class='box box-{n}{place}7'><p>{text}</p></div>",
        "<div class='w w--{place}'><p>{text}</p></div>",
    ],
)
def test_numbered_parts_are_parts_of_one_story(part: str) -> None:
    places = ["first", *["odd", "even"] * 2]
    parts = "".join(
        part.format(n=n, text=text, place="last" if text == "No dot" else places[n])
        for n, text in enumerate([LONG[0] * 9, *LONG, "No dot"])
    )

    assert body(story_page(parts)) == [LONG[0] * 9, *LONG, "No dot"]


def test_the_pages_own_article_body_says_where_the_body_is() -> None:
    said = " ".join(LONG[:2])
    head = (
        '<script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "T", "articleBody": "{said}"}}</script>'
    )
    other = "".join(
        f"<p>Another text, number {n}, that is much longer. {LONG[2]}</p>" for n in "1234"
    )

    assert (
        body(story_page(paragraphs(*LONG[:2]), f"<div class=x1>{other}</div>", head=head))
        == LONG[:2]
    )


def test_a_footer_by_name_is_not_the_body() -> None:
    legal = "".join(
        f"<p>The footer tells at length, in line {n}, who may use what.</p>" for n in "123456"
    )

    found = body(
        f"{story_page(paragraphs(*LONG[:2]))}<div class=all-screen-footer-wrap>{legal}</div>"
    )

    assert found == LONG[:2]


def test_names_that_leave_no_prose_name_the_article() -> None:
    names = ["popular-science", "author-first", "share-this"]
    parts = "".join(
        f"<div class={name}><p>{text}</p></div>" for name, text in zip(names, LONG, strict=False)
    )

    assert read_article(f"<h1>T</h1>{parts}".encode(), "https://a.test/a").headline == "T"


@pytest.mark.parametrize(
    ("names", "is_read"), [("hidden", False), ("hidden md:block", True), ("hidden-gem", True)]
)
def test_what_its_class_hides_is_not_read(names: str, is_read: bool) -> None:
    inner = "".join(f"<p>{text}</p>" for text in LONG)
    hidden = f"<div class='{names}'><p>{PROSE[0]}</p></div>"

    found = body(f"<h1>T</h1><div class=story>{inner}{hidden}<p>{LONG[0]} Twice.</p></div>")

    assert (PROSE[0] in found) is is_read
