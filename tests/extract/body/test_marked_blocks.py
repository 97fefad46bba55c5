from newscrawl import Article, read_article
from newscrawl.article import blocks_as_read
from newscrawl.boilerplate import clean
from newscrawl.outlets import load_outlet

STORY = [
    f"Paragraph {n} is long enough to be told apart from what stands around it, and it goes on."
    for n in range(4)
]
PAGE = (
    "<main><h1>T</h1><div>By Ann Lee</div><nav><a href=/a>Menu</a> of the site</nav>"
    "<div class=story>{0}</div><div class=x>Read on</div><div class=story>{1}</div>"
    "<div class=y>Another site thinks that you should see this.</div></main>"
)


def read(outlet: str | None = None) -> Article:
    first, second = ("".join(f"<p>{text}</p>" for text in half) for half in (STORY[:2], STORY[2:]))
    html = f"<title>T</title>{PAGE.format(first, second)}"
    return read_article(html.encode(), "https://a.test/a", load_outlet(outlet) if outlet else None)


def test_what_is_no_part_of_the_story_is_removed_by_name() -> None:
    taken = [(removal.rule, removal.block.text) for removal in read().removed]

    assert taken == [
        ("generic.before_story", "T"),
        ("generic.before_story", "By Ann Lee"),
        ("generic.navigation", "Menu of the site"),
        ("generic.label", "Read on"),
        ("generic.behind_story", "Another site thinks that you should see this."),
    ]


def test_what_is_shown_as_it_is_written_is_no_label() -> None:
    page = PAGE.replace("<div class=x>", "<div class=code><pre>make boat</pre></div><div class=x>")
    html = f"<title>T</title>{page.format(*(f'<p>{text}</p>' for text in STORY))}"

    assert "make boat" in read_article(html.encode(), "https://a.test/a").body


def test_blocks_and_removed_are_all_that_the_container_holds() -> None:
    texts = [block.text for block in blocks_as_read(read())]

    assert texts == [
        "T",
        "By Ann Lee",
        "Menu of the site",
        *STORY[:2],
        "Read on",
        *STORY[2:],
        "Another site thinks that you should see this.",
    ]


def test_cleaning_with_no_rules_brings_all_of_it_back() -> None:
    article = read()

    assert clean(article, ()).blocks == blocks_as_read(article)


def test_an_outlets_page_without_its_layout_is_read_so_too() -> None:
    rules = {removal.rule for removal in read("moscow_times").removed}

    assert {"generic.before_story", "generic.behind_story"} <= rules


def test_the_removed_tell_nothing_of_the_articles_language() -> None:
    german = "Das ist ein langer Satz, der nicht zur Geschichte gehört, und noch einer. "
    html = f"<title>T</title><main><h1>T</h1><div class=story><p>{' '.join(STORY * 2)}</p></div>"

    found = read_article(f"{html}<div class=y>{german}</div></main>".encode(), "https://a.test/a")

    assert found.language == "en"


def test_a_standfirst_outside_the_container_is_taken_for_no_box() -> None:
    dek = "<h2 class=category-sub-title>What happened to whom, when and why, in short.</h2>"
    html = (
        "<title>T</title><meta name=description "
        "content='What happened to whom, when and why, in short.'>"
        f"<h1>T</h1>{dek}<article>{''.join(f'<p>{text}</p>' for text in STORY)}</article>"
    )

    blocks = read_article(html.encode(), "https://a.test/a").blocks

    assert (blocks[0].text, blocks[0].marks) == (
        "What happened to whom, when and why, in short.",
        (),
    )
