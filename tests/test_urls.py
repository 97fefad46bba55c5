"""One spelling for every address of the same page."""

from hypothesis import given
from hypothesis import strategies as st
from w3lib.url import safe_url_string

from newscrawl.urls import absolute, canonical, host_of, path_of, with_host
from tests.rows import every_row


@every_row(
    ("url", "spelling"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG./A", "https://example.org/A"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://user:word@example.org/a#top", "https://example.org/a"),
        (" https://example.org/a\n", "https://example.org/a"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("https://example.org/мир", "https://example.org/%D0%BC%D0%B8%D1%80"),
        ("https://example.org/%D0%BC", "https://example.org/%D0%BC"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://[::1]:8000/a", "https://[::1]:8000/a"),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?id=1&FBCLID=x&p=", "https://example.org/a?id=1&p="),
        ("https://example.org/a?q=a b", "https://example.org/a?q=a%20b"),
        ("https://example.org/a?&id=1&&utm_source=x&", "https://example.org/a?id=1"),
        ("https://example.org/a?&", "https://example.org/a"),
        ("https://example.org/a?__cft__[0]=x&__tn__=y", "https://example.org/a"),
        ("https://example.org/a?q=%E9&utm_source=x", "https://example.org/a?q=%E9"),
        ("https://example.org/a?q=x+y&utm_source=x", "https://example.org/a?q=x+y"),
        ("https://example.org/a?u=\udc80", "https://example.org/a?u=%EF%BF%BD"),
        ("https://example.org/%d0%bc%d0%b8%d1%80", "https://example.org/%D0%BC%D0%B8%D1%80"),
        ("https://example.org/%7euser/%41?q=%7e%e9", "https://example.org/~user/A?q=~%E9"),
        ("https://example.org/%%32e/%4%31", "https://example.org/%%32e/%4%31"),
        ("https://example.org/100%", "https://example.org/100%"),
        ("https://example.org/%2f%252e", "https://example.org/%2F%252e"),
        ("https://example.org/a/../b", "https://example.org/b"),
        ("https://example.org/a/./b/", "https://example.org/a/b/"),
        ("https://example.org/a/%2e%2E/b/..", "https://example.org/"),
        ("https://example.org/../../b", "https://example.org/b"),
        ("https://example.org/.hidden/a..b", "https://example.org/.hidden/a..b"),
        ("https://example.org\\a\\b", "https://example.org/a/b"),
        ("https://example.org/a\n\tb", "https://example.org/ab"),
        ("https://ПРИМЕР.рф/а", "https://xn--e1afmkfd.xn--p1ai/%D0%B0"),
        ("https://xn--e1afmkfd.xn--p1ai/a", "https://xn--e1afmkfd.xn--p1ai/a"),
        ("https://XN--E1AFMKFD.xn--p1ai./a", "https://xn--e1afmkfd.xn--p1ai/a"),
        ("https://ex%61mple.org/", "https://example.org/"),
        ("http://0x7f.1../", "http://127.0.0.1/"),
        ("https://example.org/a?id=1&amp;utm_source=x&amp;b=2", "https://example.org/a?id=1&b=2"),
        ("https://example.org/a?amp;utm_source=x&#038;b=2", "https://example.org/a?b=2"),
        ("https://example.org/a?b=1&amp;amp;c=2", "https://example.org/a?b=1&c=2"),
        ("https://example.org/a?b[]=1|2&c='", "https://example.org/a?b%5B%5D=1%7C2&c=%27"),
        ("https://example.org/a?%75tm_source=x&ID=2", "https://example.org/a?ID=2"),
        ("https://example.org/a?", "https://example.org/a"),
    ],
)
def test_a_url_has_one_spelling(url: str, spelling: str) -> None:
    assert canonical(url) == spelling


@every_row(
    "name",
    "utm_id gclid gbraid wbraid srsltid fbclid yclid ysclid _openstat mc_cid mc_eid igshid igsh"
    " ml_subscriber ml_subscriber_hash ck_subscriber_id sfnsn tblci dicbo elqTrackId spMailingID"
    " msclkid ttclid twclid li_fat_id _hsenc mtm_source at_medium xtor _gl gad_source".split(),
)
def test_where_a_reader_came_from_is_no_part_of_an_address(name: str) -> None:
    for written in (name, name.upper()):
        assert canonical(f"https://example.org/a?{written}=1&id=2") == "https://example.org/a?id=2"
        assert canonical(f"https://example.org/a?x{written}=1") == (
            f"https://example.org/a?x{written}=1"
        )


@every_row(
    "url",
    ["", "a", "/a", "mailto:a@example.org", "javascript:void(0)", "file:///etc/passwd", "https://",
     "ftp://example.org/", "https://[::1/", "https://example.org:port/", "data:text/html,x"],
)  # fmt: skip
def test_what_is_no_web_address_is_none(url: str) -> None:
    assert canonical(url) is None


def test_a_quote_that_never_closed_is_no_address() -> None:
    half_a_page = "/a" + "\u043f <b>%d0%bf</b>" * 50_000

    assert absolute("https://example.org/", half_a_page) is None
    assert absolute("https://example.org/", half_a_page[:9000]) is not None


@every_row(
    ("link", "found"),
    [
        ("b", "https://example.org/x/b"),
        ("/b", "https://example.org/b"),
        ("//other.org/b", "https://other.org/b"),
        ("http://other.org/b", "http://other.org/b"),
        ("?p=2", "https://example.org/x/a?p=2"),
        ("#top", "https://example.org/x/a"),
        ("tel:1", None),
        ("https://[", None),
    ],
)
def test_a_link_is_made_absolute(link: str, found: str | None) -> None:
    assert absolute("https://example.org/x/a", link) == found


def test_a_host_keeps_its_port_and_no_user() -> None:
    assert host_of("https://user@Example.org:8000/a") == "example.org:8000"
    assert host_of("https://[") == ""
    assert host_of("https://Пример.рф:8000/a") == "xn--e1afmkfd.xn--p1ai:8000"


def test_path_and_query_go_to_another_origin() -> None:
    assert with_host("https://example.org/a?b=1", "http://127.0.0.1:8000") == (
        "http://127.0.0.1:8000/a?b=1"
    )
    assert path_of("https://example.org/a?b=1") == "/a?b=1"


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_the_one_spelling_of_a_spelling_is_itself(host: str, path: str, query: str) -> None:
    once = canonical(f"https://{host}/{path}?{query}")

    assert once is None or canonical(once) == once


_ESCAPES = st.from_regex(
    r"(%|%[0-9a-f]|%[2-7][0-9a-fA-F]|%25|[a.;&=/~'|\[\\ ]|\u043f){0,12}", fullmatch=True
)


@given(_ESCAPES, _ESCAPES)
def test_what_the_crawler_sends_for_a_spelling_has_that_spelling(path: str, query: str) -> None:
    once = canonical(f"https://example.org/{path}?{query}")

    assert once is not None
    assert canonical(once) == once
    assert canonical(safe_url_string(once)) == once


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert absolute("https://example.org/", text) is None or canonical(text) is not False
