"""The template is a witness: what most pages have for their text is believed on all of them."""

from newscrawl.describe.containers import containers, is_natural
from newscrawl.describe.field_witness import field_reader
from newscrawl.describe.page_template import template_of
from newscrawl.describe.taught_page import taught
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of
from tests.rows import every_row

HOME = "https://www.gazette.example"
OUTLET = Outlet(name="gazette", title="The Gazette", home=HOME, language="en")
_TOWNS = "amber birch cedar delta elder fern grove hazel".split()


def _text(number: int, count: int = 6, about: str = "ferry") -> str:
    town = _TOWNS[number].title()
    return "".join(
        f"<p>The {about} to {town} sails at {hour} o'clock on every day of week {number}, and "
        f"comes back before the tide of {hour + number} turns against it at the old quay.</p>"
        for hour in range(count)
    )


def _page(number: int, body: str, beside: str = "", head: str = "") -> Page:
    town = _TOWNS[number].title()
    html = (
        f'<html lang="en"><head><title>To {town}</title>{head}</head><body><h1>To {town}</h1>'
        f'<div class="story-text">{body}</div>{beside}</body></html>'
    )
    return Page(f"{HOME}/news/to-{_TOWNS[number]}-{4000 + number}", html.encode())


def _with_box(number: int) -> Page:
    box = '<div class="promo-strip"><p>Ferry tickets are sold here for less.</p></div>'
    return _page(number, box + _text(number))


def test_a_container_that_the_pages_agree_on_is_the_layout() -> None:
    pages = [_page(number, _text(number)) for number in range(4)]

    found = template_of(pages, OUTLET)

    assert [layout.body for layout in found.layouts] == [".story-text"]
    assert (found.agree, found.pages) == (4, 4)


def test_most_pages_outvote_one_that_general_rules_misread() -> None:
    longer = f'<div class="next-story"><h2>Another day</h2>{_text(7, 30, "steamer")}</div>'
    pages = [_page(number, _text(number)) for number in range(4)]
    misread = _page(4, _text(4, 3), longer)
    general = article_of(misread, None)
    assert general is not None
    assert "steamer" in general.body

    found = template_of([*pages, misread], OUTLET)
    own = Outlet(
        name="gazette", title="The Gazette", home=HOME, language="en", layouts=found.layouts
    )
    article = article_of(misread, own)

    assert article is not None
    assert (article.layout, "steamer" in article.body) == ("story", False)


def test_a_container_that_reads_nearly_the_same_on_all_pages_is_a_witness() -> None:
    box = (
        '<div class="x1"><p>The ferry at the old quay</p><p>Photo: Vera Lugovaya, for us</p></div>'
    )
    pages = [_page(n, _text(n, 4) + box + _text(n, 5, "barge")) for n in range(3)]

    found = template_of(pages, OUTLET)

    assert [layout.body for layout in found.layouts] == [".story-text"]
    assert (found.agree, found.pages) == (0, 3)
    assert template_of(pages[:2], OUTLET).layouts == ()


def test_two_pages_that_disagree_make_no_layout() -> None:
    pages = [
        _page(0, _text(0)),
        Page(
            f"{HOME}/news/to-birch-4001",
            f"<html><head><title>To Birch</title></head><body><h1>To Birch</h1><article>{_text(1)}"
            "</article></body></html>".encode(),
        ),
    ]
    assert template_of(pages, OUTLET).layouts == ()


@every_row(
    ("names", "marks"),
    [
        ("promo-strip", ("promo-strip",)),
        # Of styled-components: what looks like a word is made anew with each build.
        ("sc-kfuwap dhrsix", ()),
        ("PromoBox-sc-t20i90-0 jhxVtr", ()),
        ("sc-kfuwap dhrsix promo-strip", ("promo-strip",)),
    ],
)
def test_what_is_none_of_the_text_on_several_pages_is_taken_by_its_place(
    names: str, marks: tuple[str, ...]
) -> None:
    texts = {number: _text(number) for number in range(3)}
    lines = {number: text.replace("<p>", "").split("</p>")[:-1] for number, text in texts.items()}
    pages = {n: _with_box(n) for n in texts}
    named = {
        n: Page(p.url, p.html.replace(b"promo-strip", names.encode())) for n, p in pages.items()
    }
    samples = [sample for n in texts if (sample := taught(named[n], lines[n]))]

    best = containers(samples, 3)[0]

    assert (best.selector, best.marks) == (".story-text", marks)


@every_row(
    ("name", "is_kept"),
    [
        (".story-text", True),
        (".articleBody", True),
        (".entry-content__content", True),
        ('[itemprop="articleBody"]', True),
        (".fDJdPR", False),
        (".sc-1ele47e-2", False),
        (".css-1q2w3e", False),
        (".mt-4", False),
        (".text-lg", False),
        ("#post-41172", False),
    ],
)
def test_names_that_a_machine_made_are_told_from_those_of_persons(name: str, is_kept: bool) -> None:
    assert is_natural(name) is is_kept


def test_a_field_that_some_pages_tell_machines_is_found_on_those_that_only_show_it() -> None:
    def page(number: int, names: str, is_told: bool) -> Page:
        head = f'<meta name="author" content="{names}">' if is_told else ""
        byline = f'<div class="whose">{names}</div>'
        return _page(number, _text(number), head=head + "</head><body>" + byline)

    told = [page(0, "Vera Lugovaya", True), page(1, "Ann Lee", True)]
    shown = page(2, "Ivo Kalda", False)
    layout = Outlet(
        name="gazette",
        title="The Gazette",
        home=HOME,
        language="en",
        layouts=(Layout("story", ".story-text"),),
    )
    known = [(each, article.authors) for each in told if (article := article_of(each, layout))]

    reader = field_reader("authors", known, [shown], layout)

    assert reader is not None
    assert reader.code == 'every(".whose")'
    assert field_reader("authors", known[:1], [shown], layout) is None
