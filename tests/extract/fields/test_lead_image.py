import pytest

from newscrawl.article import Image
from newscrawl.extract.fields.lead_image import lead_image
from newscrawl.page import Page

URL = "https://a.test/news/1"


def read(html: str) -> Image | None:
    found = lead_image(Page(URL, html.encode(), declared="utf-8"))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("<span>A pier.</span><span>V. Lugovaya</span>", ("A pier.", "V. Lugovaya")),
        ("A pier. <span class='x-credit'>V. L.</span>", ("A pier.", "V. L.")),
        ("A pier. Photo: Vera Lugovaya", ("A pier.", "Photo: Vera Lugovaya")),
        ("A pier. © Harbor Gazette", ("A pier.", "© Harbor Gazette")),
        ("<p>A pier at night.</p>", ("A pier at night.", None)),
        ("A photo of a pier is on show.", ("A photo of a pier is on show.", None)),
        ("", (None, None)),
    ],
)
def test_caption_and_credit_are_told_apart(
    caption: str, expected: tuple[str | None, str | None]
) -> None:
    html = f"<h1>Pier</h1><figure><img src='/p.jpg'><figcaption>{caption}</figcaption></figure>"

    assert read(html) == Image("https://a.test/p.jpg", *expected)


def test_a_teasers_picture_is_not_the_lead() -> None:
    html = (
        "<h1>Pier</h1><a href='/2'><figure><img src='/2.jpg'></figure></a>"
        "<figure><img src='/3.jpg'><h3>Another</h3></figure>"
        "<aside><figure><img src='/4.jpg'></figure></aside>"
        "<div><figure><img data-src='/1.jpg' src='/blank.gif'></figure></div>"
    )

    assert read(html) == Image("https://a.test/1.jpg")


def test_a_picture_above_the_headline_is_the_sites() -> None:
    html = "<figure><img src='/logo.jpg'></figure><h1>Pier</h1><figure><img src='/1.jpg'></figure>"

    assert read(html) == Image("https://a.test/1.jpg")


def test_without_a_figure_the_card_is_taken() -> None:
    assert read("<meta property='og:image' content='/card.jpg'><h1>Pier</h1>") == Image(
        "https://a.test/card.jpg"
    )
    assert read("<h1>Pier</h1>") is None
