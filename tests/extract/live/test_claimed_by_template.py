"""The posts of a live blog that nobody described are found by what they have in common."""

import pytest

from newscrawl.article import Article, blocks_of_entries
from newscrawl.extract import extract
from newscrawl.page import Page

_TOWNS = "Amber Birch Cedar Delta".split()


def _text(number: int) -> str:
    return (
        f"<p>The storm closed {number + 2} bridges in {_TOWNS[number]}, the mayor said at noon.</p>"
        f"<p>Boats stay where they are until the river at {_TOWNS[number]} falls again.</p>"
    )


def _named(number: int) -> str:
    time = f'<time datetime="2026-03-01T1{number}:05:00+02:00">1{number}.05</time>'
    by = f'<span class="author">Ann {_TOWNS[number]}</span>' * (number % 2)
    head = f"<h3>Rain in {_TOWNS[number]}</h3>"
    return f'<div class="post" id="post-{number}">{time}{by}{head}{_text(number)}</div>'


def _by_attribute(number: int) -> str:
    clock = f'<span class="stamp_time">1{number}:05</span>'
    return (
        f'<article data-post-id="{number}">{clock}<h3>Rain in {_TOWNS[number]}</h3>'
        f"{_text(number)}</article>"
    )


def _below_headings(number: int) -> str:
    return f"<h3>1{number}.05 Uhr: Rain in {_TOWNS[number]}</h3>{_text(number)}"


def _elsewhere(number: int) -> str:
    return (
        _named(number)
        .replace("<h3>", f'<h3><a href="/rain-{number}">')
        .replace("</h3>", "</a></h3>")
    )


def _permanent(number: int) -> str:
    link = f'<h3><a href="/storm-live-updates/post-{number}">'
    return _named(number).replace("<h3>", link).replace("</h3>", "</a></h3>")


def _read(body: str, url: str = "https://herald.test/storm-live-updates") -> Article:
    html = (
        f"<title>Storm</title><main><h1>Storm</h1><p>A storm came over the river.</p>{body}</main>"
    )
    return extract(Page(url, html.encode()))


_POSTS = [_named(number) for number in range(4)]
_DAYS = [f'<section class="day">{a}{b}</section>' for a, b in (_POSTS[:2], _POSTS[2:])]


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("".join(_POSTS), ["post-0", "post-1", "post-2", "post-3"]),
        (
            "".join(f"<div>{post}</div>" for post in _POSTS),
            ["post-0", "post-1", "post-2", "post-3"],
        ),
        ("".join(map(_permanent, range(4))), ["post-0", "post-1", "post-2", "post-3"]),
        (
            f'<div class="live-commentary">{"".join(_POSTS)}</div>',
            ["post-0", "post-1", "post-2", "post-3"],
        ),
        ("".join(_DAYS), ["post-0", "post-1", "post-2", "post-3"]),
        ("".join(map(_by_attribute, range(4))), ["0", "1", "2", "3"]),
        ("".join(map(_below_headings, range(4))), [None] * 4),
    ],
)
def test_posts_are_entries_whatever_they_stand_in(body: str, keys: list[str | None]) -> None:
    article = _read(body)

    assert [one.headline for one in article.entries] == [f"Rain in {town}" for town in _TOWNS]
    for one, key, number in zip(article.entries, keys, range(4), strict=True):
        assert key in (None, one.key)
        [first, _] = [b.text for b in blocks_of_entries(article)[number]]
        assert first.startswith(f"The storm closed {number + 2} bridges")


def test_a_post_may_have_a_page_below_the_live_blogs() -> None:
    body = "".join(map(_permanent, range(4)))

    assert len(_read(body, "https://herald.test/storm-live-updates.html").entries) == 4


def test_each_post_has_its_own_time_authors_and_address() -> None:
    first, second = _read("".join(_POSTS)).entries[:2]

    assert str(first.date_published) == "2026-03-01 08:05:00+00:00"
    assert (first.authors, second.authors) == ((), ("Ann Birch",))
    assert first.url == "https://herald.test/storm-live-updates#post-0"


_OTHER = "".join(
    f"<p>{f'The river is {number} feet high, and the boats stay where they are. ' * 4}</p>"
    for number in range(5)
)


@pytest.mark.parametrize(
    ("body", "url"),
    [
        # Nothing says that it is a live blog.
        ("".join(_POSTS), "https://herald.test/storm"),
        # What has a time and some words, and is no part of the story.
        (_OTHER + "".join(f"<aside>{post}</aside>" for post in _POSTS), "https://herald.test/live"),
        (
            "".join(
                f'<div class="card"><time>1{n}:05</time><a href="/{n}">{_text(n)}</a></div>'
                for n in range(4)
            )
            + _OTHER,
            "https://herald.test/live",
        ),
        ("".join(_POSTS[:2]), "https://herald.test/live"),
        # What readers say of a short report, and other reports below it.
        (f'<div class="comments">{"".join(_POSTS)}</div>', "https://herald.test/live"),
        ("".join(_POSTS).replace('"post"', '"user-comment"'), "https://herald.test/live"),
        ("".join(map(_elsewhere, range(4))), "https://herald.test/live"),
    ],
)
def test_other_lists_with_times_are_no_entries(body: str, url: str) -> None:
    assert _read(body, url).entries == ()
