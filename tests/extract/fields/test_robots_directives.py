from newscrawl.extract.fields.robots_directives import robots_directives
from newscrawl.page import Page
from tests.rows import every_row


@every_row(
    ("html", "header", "directives"),
    [
        ('<meta name="ROBOTS" content="NoArchive, noindex">', b"", ("noarchive", "noindex")),
        ('<meta name="newscrawl" content="noarchive">', b"", ("noarchive",)),
        ('<meta name="googlebot" content="noindex">', b"", ()),
        ("", b"noarchive", ("noarchive",)),
        ("", b"otherbot: noindex", ()),
        ("", b"newscrawl: noindex, nofollow", ("nofollow", "noindex")),
        ("", b"max-snippet: 20", ("max-snippet: 20",)),
        ("", b"newscrawl/0.1: noindex", ("noindex",)),
        ("", b"noarchive, otherbot: noindex, nofollow", ("noarchive",)),
        ("", b"otherbot: noindex, newscrawl: noarchive", ("noarchive",)),
        ("", b"news: noindex", ()),
        ('<meta name="news" content="noindex"><meta name="bot" content="none">', b"", ()),
    ],
)
def test_what_is_told_to_all_robots_or_to_ours_is_read(
    html: str, header: bytes, directives: tuple[str, ...]
) -> None:
    assert (
        robots_directives(
            Page("https://herald.test/2026/10/12/snow-a1", html.encode()),
            [(b"X-Robots-Tag", header)],
        )
        == directives
    )
