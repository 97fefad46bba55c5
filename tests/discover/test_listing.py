"""Feeds, sitemaps and section pages, whole and damaged."""

import gzip
import time
import zlib
from contextlib import suppress
from datetime import datetime
from urllib.parse import quote

import pytest

from newscrawl.discover import Listing, links_in, listing, next_page
from newscrawl.discover.entries import MOST_NODES
from newscrawl.errors import OutletError, SourceError
from newscrawl.outlet import Feed, Section, Sitemap
from newscrawl.size_limits import LARGEST_SOURCE
from tests.rows import every_row

AT = "https://www.example.org/rss/news"
PAGED = Section("/news", more="/news/{offset}", first=19, step=18)


def feed(body: str | bytes) -> Listing:
    return links_in(Feed("/rss/news"), body.encode() if isinstance(body, str) else body, AT)


def sitemap(body: str | bytes) -> Listing:
    return links_in(Sitemap("/s.xml"), body.encode() if isinstance(body, str) else body, AT)


def paths(found: Listing) -> list[str]:
    return [link.url.removeprefix("https://www.example.org") for link in found.links]


def rss(*items: str) -> str:
    return "<rss><channel>" + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>"


@every_row(
    "item",
    [
        "<link>https://www.example.org/a</link>",
        "<link>\n\t https://www.example.org/a \n</link>",
        "<link><![CDATA[https://www.example.org/a]]></link>",
        "<link>/a</link>",
        "<link>https://www.example.org/a?utm_source=rss#top</link>",
        "<guid>https://www.example.org/a</guid>",
        "<guid>HTTPS://www.Example.org/a</guid>",
        '<link/><guid isPermaLink="true">https://www.example.org/a</guid>',
        '<x:link xmlns:x="http://www.w3.org/2005/Atom" rel="self" href="/no"/><link>/a</link>',
        '<link>https://feeds.org/1</link><f:origLink xmlns:f="f">/a</f:origLink>',
        '<m:content xmlns:m="m" url="/no"><m:link>/no</m:link></m:content><link>/a</link>',
    ],
)
def test_an_item_leads_to_its_page(item: str) -> None:
    assert paths(feed(rss(item))) == ["/a"]


@pytest.mark.parametrize(
    "item",
    ['<guid isPermaLink="false">https://www.example.org/a</guid>', "<guid>a-1</guid>",
     "<link>mailto:a@example.org</link>", "<title>A</title>", f"<link>/{'a' * 3000}</link>"],
)  # fmt: skip
def test_an_item_without_a_web_address_is_no_link(item: str) -> None:
    assert feed(rss(item)).links == ()


def test_a_feed_of_the_first_kind_is_read() -> None:
    found = feed(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel><items><rdf:Seq><rdf:li rdf:resource="/no"/></rdf:Seq></items></channel>'
        '<item rdf:about="https://www.example.org/a"><dc:date>2026-03-31T10:00+03:00</dc:date>'
        "</item></rdf:RDF>"
    )

    assert paths(found) == ["/a"]
    assert str(found.links[0].date_published) == "2026-03-31 07:00:00+00:00"


def test_an_atom_entry_leads_to_its_alternate_below_its_base() -> None:
    found = feed(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://www.example.org/x/">'
        '<a:link href="/home"/><a:entry><a:id>tag:1</a:id><a:link rel="edit" href="no"/>'
        '<a:link rel="alternate" type="application/json" href="no"/><a:link href="a"/>'
        "<a:published>2026-03-31T10:00:00Z</a:published><a:updated>2026-04-01T10:00:00Z</a:updated>"
        '<a:content type="xhtml"><div><link href="no"/></div></a:content></a:entry></a:feed>'
    )

    assert paths(found) == ["/x/a"]
    assert str(found.links[0].date_published) == "2026-03-31 10:00:00+00:00"
    assert str(found.links[0].date_modified) == "2026-04-01 10:00:00+00:00"


def test_a_news_sitemap_dates_its_links() -> None:
    found = sitemap(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="n" xmlns:i="i">'
        "<url><loc>https://www.example.org/a</loc><i:image><i:loc>/no</i:loc></i:image>"
        "<n:news><n:publication_date>2026-03-31</n:publication_date></n:news>"
        '<x:link xmlns:x="x" rel="alternate" hreflang="de" href="/no"/>'
        "<lastmod>2026-04-01</lastmod></url></urlset>"
    )

    assert paths(found) == ["/a"]
    assert str(found.links[0].date_published) == "2026-03-31 00:00:00+00:00"
    assert str(found.links[0].date_modified) == "2026-04-01 00:00:00+00:00"


INDEX = "<sitemapindex><sitemap><loc>/2026-3.xml</loc><lastmod>2026-03</lastmod></sitemap>"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_index_lists_its_children(pack: "type[bytes]") -> None:
    found = sitemap(pack((INDEX + "</sitemapindex>").encode()))

    assert [child.url for child in found.sitemaps] == ["https://www.example.org/2026-3.xml"]
    assert (found.links, found.complaint) == ((), None)


def test_the_newest_come_first_and_the_undated_last() -> None:
    found = feed(
        rss(
            "<link>/undated</link>",
            "<link>/old</link><pubDate>Mon, 30 Mar 2026 10:00:00 GMT</pubDate>",
            "<link>/new</link><pubDate>Tue, 31 Mar 2026 10:00:00 GMT</pubDate>",
            "<link>/undated-too</link>",
        )
    )

    assert paths(found) == ["/new", "/old", "/undated", "/undated-too"]


def test_of_two_entries_with_one_url_the_first_wins() -> None:
    found = sitemap(
        "<urlset><url><loc>/a</loc><lastmod>2026-03-01</lastmod></url>"
        "<url><loc>/a#x</loc><lastmod>2026-03-09</lastmod></url></urlset>"
    )

    assert [str(link.date_modified)[:10] for link in found.links] == ["2026-03-01"]


ITEM = "<item><link>/a</link></item>"


@every_row(
    ("body", "read", "complaint"),
    [
        (f"<rss>{ITEM}<item><link>https://www.example.org/b", ["/a"], "malformed XML"),
        (f"<rss>{ITEM}<item><link>/b</link><pubDa", ["/a", "/b"], "malformed XML"),
        (f"<rss>{ITEM}<item><title>R&D<i></title><link>/b</link></item></rss>", ["/a", "/b"], "m"),
        ("<rss><item><link>/a</item><item><link>/b</link></item></rss>", ["/a", "/b"], "malformed"),
        (f"<rss><item><title>\x00\x0b</title></item>{ITEM}</rss>", ["/a"], None),
        (f"<br />\n<b>Warning</b>: in x.php<?xml version='1.0'?><rss>{ITEM}</rss>", ["/a"], None),
        (f"\ufeff \n<?xml version='1.0'?><rss>{ITEM}</rss>", ["/a"], None),
        ("<rss version='2.0'><channel/></rss>", [], None),
    ],
)  # fmt: skip
def test_a_damaged_feed_is_read_as_far_as_it_goes(
    body: str, read: list[str], complaint: str | None
) -> None:
    found = feed(body)

    assert paths(found) == read
    assert (complaint or "") in (found.complaint or "")
    assert (found.complaint is None) == (complaint is None)


@every_row(
    ("body", "detail"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"<!DOCTYPE html><html><body><p>Sorry<br></html>", "it is HTML, not a feed"),
        (b"<html lang=en><body>Sorry", "it is HTML, not a feed"),
        (b'{"items": []}', "it is no XML, so not a feed"),
        (b"<Error><Code>AccessDenied</Code></Error>", "it is <error>, not a feed"),
        (gzip.compress(b"", mtime=0), "it is empty"),
        (b"\x1f\x8bnonsense", "it is empty"),
    ],
)
def test_what_is_no_feed_is_an_error(body: bytes, detail: str) -> None:
    with pytest.raises(SourceError) as raised:
        feed(body)

    assert (raised.value.url, raised.value.detail) == (AT, detail)


@every_row(
    ("named", "written", "path"),
    [
        *((each, each, "/мир") for each in ("windows-1251", "koi8-r", "utf-16", "utf-8")),
        # What browsers know by these names has more letters.
        ("gb2312", "gb18030", "/鎔"),
        ("ks_c_5601-1987", "cp949", "/햏"),
        ("iso-8859-1", "cp1252", "/l’île"),
        ("iso-2022-jp", "iso-2022-jp", "/川"),
        # No other text looks like UTF-8.
        *((each, "utf-8", "/мир") for each in ("us-ascii", "iso-8859-1", "windows-1251")),
    ],
)
def test_the_prologs_encoding_is_obeyed(named: str, written: str, path: str) -> None:
    body = f"<?xml version='1.0' encoding='{named}'?>{rss(f'<link>{path}</link>')}".encode(written)

    assert paths(feed(body)) == [quote(path)]
    assert feed(body).complaint is None


@every_row(
    "named",
    [
        "utf-16",
        "rot13",
        "punycode",
        "no-such-thing",
        "unicode_escape",
        "mac",
        "cp0",
        "utf-8-x",
        "utf_7",
    ],
)
def test_a_wrong_encoding_in_the_prolog_costs_nothing(named: str) -> None:
    assert paths(feed(f"<?xml version='1.0' encoding='{named}'?>{rss('<link>/a</link>')}")) == [
        "/a"
    ]


def test_bytes_that_cannot_be_decoded_are_replaced() -> None:
    found = feed(b"<rss><item><title>\xcf\xf0\xe8</title><link>/a</link></item></rss>")

    assert (paths(found), found.complaint) == (["/a"], "not all of it is utf-8")


def test_a_gzip_file_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    entries = "".join(
        f"<url><loc>/{n}-{zlib.crc32(bytes([n % 256]) * n)}</loc></url>" for n in range(999)
    )
    packed = gzip.compress(f"<urlset>{entries}</urlset>".encode())

    found = sitemap(packed[: len(packed) // 2])

    assert 100 < len(found.links) < 999
    assert "cut off" in (found.complaint or "")


def test_a_gzip_file_of_countless_members_takes_no_more_time_than_it_has_bytes() -> None:
    first = gzip.compress(b"<urlset><url><loc>/a</loc></url>", mtime=0)
    packed = first + gzip.compress(b" ", mtime=0) * 500_000
    begun = time.process_time()

    found = sitemap(packed)

    assert time.process_time() - begun < 2, "looking behind each member again takes an hour"
    assert paths(found) == ["/a"]
    assert "over 10,000 gzip members" in (found.complaint or "")


def test_all_members_of_a_gzip_file_are_read() -> None:
    found = sitemap(
        gzip.compress(b"<urlset><url><loc>/a</loc>") + gzip.compress(b"</url></urlset>")
    )

    assert paths(found) == ["/a"]


def bomb(levels: int) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels + 1))
    return f'<!DOCTYPE r [<!ENTITY e0 "/boom">{entities}]>'


@pytest.mark.parametrize(
    "attack",
    [
        bomb(9) + rss("<link>&e9;</link>", "<link>/a</link>"),
        bomb(9) + '<rss><item about="&e9;"><title>&e9;</title></item>' + ITEM + "</rss>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
        + rss("<link>/&x;</link>", "<link>/a</link>"),
        "<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/'>%x;]>" + rss("<link>/a</link>"),
        "<!DOCTYPE r SYSTEM 'file:///etc/hostname'>" + rss("<link>/a</link>"),
        "<!DOCTYPE r [<!ENTITY x '/boom'>]>" + rss("<link>&x;</link>", "<link>/a</link>"),
    ],
)  # fmt: skip
def test_entities_are_never_resolved(attack: str) -> None:
    started = time.process_time()
    found = feed(attack)

    assert set(paths(found)) <= {"/a", "/", "/rss/news"}
    assert "/a" in paths(found)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(b"<rss>" + b" " * LARGEST_SOURCE, mtime=0),
        b"<rss>" + b" " * LARGEST_SOURCE,
        b"<rss>" + b"<x/>" * MOST_NODES,
        b"<rss><x " + b"a='' " * MOST_NODES + b"/>",
    ],
    ids=["packed", "plain", "tags", "attributes"],
)
def test_a_bomb_is_refused(body: bytes) -> None:
    with pytest.raises(SourceError, match="over "):
        feed(body)


@pytest.mark.parametrize("unit", [b"<!DOCTYPE[", b"]", b"<!--", b"<![CDATA[", b"&x;", b"<x "])
def test_no_repetition_takes_long(unit: bytes) -> None:
    started = time.process_time()
    with suppress(SourceError):
        feed(b"<!DOCTYPE r [" + unit * 200_000)

    assert time.process_time() - started < 2


def test_tags_nested_without_end_are_left() -> None:
    assert "depth" in (feed("<rss>" + ITEM + "<a>" * 100_000).complaint or "")


def test_more_links_than_a_sitemap_may_have_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_LINKS", 2)

    found = feed(rss("<link>/a</link>", "<link>/b</link>", "<link>/c</link>"))

    assert paths(found) == ["/a", "/b"]
    assert found.complaint == "over 2 links: the rest was left"


def test_a_section_page_lists_links_and_cards() -> None:
    body = b"""<base href="/sub/"><div data-url="/1"><a href="/1">One</a></div>
        <a href="two">Two</a><a href="javascript:void(0)">x</a><a>y</a>"""

    assert paths(links_in(Section("/news"), body, AT)) == ["/1", "/sub/two"]


def test_a_sections_selector_chooses() -> None:
    body = b'<a href="/menu">M</a><h3><a href="/1">One</a></h3>'

    assert paths(links_in(Section("/news", links="h3 a"), body, AT)) == ["/1"]


def test_an_empty_section_page_lists_nothing() -> None:
    assert links_in(PAGED, b" ", AT) == Listing(complaint="the page is empty")


def test_a_section_page_nested_too_deep_is_an_error() -> None:
    with pytest.raises(SourceError, match="nested too deep"):
        links_in(PAGED, b"<div>" * 10_000, AT)


def test_the_offsets_of_a_sections_pages_count_cards() -> None:
    pages = [next_page(PAGED, number) for number in range(4)]

    assert pages == ["/news", "/news/19", "/news/37", "/news/55"]


def test_a_section_of_one_page_has_no_next_one() -> None:
    with pytest.raises(OutletError, match="one page only"):
        next_page(Section("/news"), 1)


def test_dates_are_aware() -> None:
    found = feed(rss("<link>/a</link><pubDate>Tue, 31 Mar 2026 10:00:00</pubDate>"))

    date = found.links[0].date_published
    assert isinstance(date, datetime)
    assert date.utcoffset() is not None
