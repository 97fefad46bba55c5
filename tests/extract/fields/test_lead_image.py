import pytest

from newscrawl.article import Image
from newscrawl.extract.fields.lead_image import lead_image
from newscrawl.page import Page
from tests.rows import every_row

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


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='data:image/gif;base64,R0lGOD' data-lazy-src='/1.jpg'>",
        "<img src='data:image/gif;base64,R0lGOD' data-original='/1.jpg'>",
        "<img src='data:image/gif;base64,R0lGOD' srcset='/1.jpg 1x, /2.jpg 2x'>",
        "<img src='data:image/gif;base64,R0lGOD'><noscript><img src='/1.jpg'></noscript>",
        "<picture><source srcset='/1.jpg 600w, /2.jpg 900w'><img alt='A pier'></picture>",
        "<picture><source srcset='/2.webp'><img src='/1.jpg'></picture>",
        "<img src='' data-srcset='/1.jpg 600w,/2.jpg 900w'>",
    ],
)
def test_a_picture_that_is_loaded_late_is_found(picture: str) -> None:
    assert read(f"<h1>Pier</h1><figure>{picture}</figure>") == Image("https://a.test/1.jpg")


@every_row(
    "said",
    [
        "<meta property='og:image' content=''><meta name='twitter:image:src' content='/1.jpg'>",
        "<meta property='og:image:url' content='/1.jpg'>",
        "<meta property='og:image:secure_url' content='https://a.test/1.jpg'>",
        "<meta itemprop='image' content='/1.jpg'>",
        "<link rel='image_src' href='/1.jpg'>",
        "<div itemprop='image' itemscope itemtype='https://schema.org/ImageObject'>"
        "<meta itemprop='url' content='/1.jpg'></div>",
        "<img property='image' src='/1.jpg'>",
        "<meta property='og:image' content='https://a.test/1.jpg, https://a.test/2.jpg'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier",'
        '"thumbnail": {"@type": "ImageObject", "url": "/1.jpg"}}</script>',
        "<figure><img src='data:image/gif;base64,R0'></figure>"
        "<link itemprop='image' href='/1.jpg'>",
        "<meta property='og:image' content='/default-share.png'>"
        "<link itemprop='image' href='/1.jpg'>",
        '<script type="application/ld+json">{"@type": "WebPage",'
        '"primaryImageOfPage": {"@type": "ImageObject", "url": "/1.jpg"}}</script>',
    ],
)
def test_a_picture_is_found_however_it_is_told(said: str) -> None:
    assert read(f"{said}<h1>Pier</h1>") == Image("https://a.test/1.jpg")


@pytest.mark.parametrize(
    "said",
    [
        '"/1.jpg"',
        '["/1.jpg", "/2.jpg"]',
        '{"@type": "ImageObject", "url": "/1.jpg"}',
        '{"@list": ["/1.jpg"]}',
        '{"@id": "#picture"}',
        '[{"@type": "ImageObject", "contentUrl": "https://a.test/1.jpg", "width": 9}]',
    ],
)
def test_the_picture_of_json_ld_is_taken_where_no_other_is_told(said: str) -> None:
    data = (
        f'{{"@graph": [{{"@type": "NewsArticle", "headline": "Pier", "image": {said}}},'
        '{"@type": "ImageObject", "@id": "#picture", "url": "/1.jpg"}]}'
    )

    html = f"<script type='application/ld+json'>{data}</script><h1>Pier</h1>"

    assert read(html) == Image("https://a.test/1.jpg")


def test_a_picture_of_somebody_elses_is_not_the_pages() -> None:
    html = (
        "<h1>Pier</h1><div itemscope itemtype='https://schema.org/Product'>"
        "<img itemprop='image' src='/2.jpg'></div><figure><img src=''></figure>"
    )

    assert read(html) is None


def test_the_card_is_surer_than_what_takes_the_place_of_a_drawn_picture() -> None:
    html = (
        "<meta property='og:image' content='/1.jpg'><h1>Pier</h1>"
        "<figure><img src='data:image/gif;base64,R0lGOD' data-lazy-src='/face.jpg'></figure>"
    )

    assert read(html) == Image("https://a.test/1.jpg")


def test_an_address_may_have_spaces_that_nobody_has_escaped() -> None:
    said = "<meta property='og:image' content='https://a.test/a pier.jpg'><h1>Pier</h1>"
    assert read(said) == Image("https://a.test/a%20pier.jpg")
