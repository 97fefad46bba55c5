"""Whose link a source's entry holds, and how it is spelled there."""

import pytest

from newscrawl.errors import SourceError
from tests.discover.test_listing import feed, paths, rss, sitemap
from tests.rows import every_row

A = "https://www.example.org/a"


def entry(inner: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{inner}</entry></feed>'


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("?cat=3&id=41", "?cat=3&id=41"),
        ("?cat=3&amp;id=41", "?cat=3&id=41"),
        ("?cat=3&#38;id=41&x=1", "?cat=3&id=41&x=1"),
        ("?a=1&copy=2&lt=3&reg", "?a=1&copy=2&lt=3&reg"),
        ("?a=1&#x;b=2", "?a=1"),
        ("?a=1&&b=2&", "?a=1&b=2"),
        ("caf&eacute;?a=1&b=2", "caf%C3%A9?a=1&b=2"),
    ],
)
def test_an_address_with_a_bare_ampersand_is_read_as_written(written: str, address: str) -> None:
    url = f"https://www.example.org/{written}"

    for found in (
        feed(rss(f"<link>{url}</link>")),
        feed(entry(f'<link href="{url}"/>')),
        sitemap(f"<urlset><url><loc>{url}</loc></url></urlset>"),
    ):
        assert paths(found) == [f"/{address}"]


def test_bare_ampersands_are_counted_and_the_first_one_is_placed() -> None:
    found = feed("<rss>\n<!-- a & b -->\n" + rss("<title>R&D</title><link>/a?b&c</link>")[5:])

    assert found.complaint == "bare ampersands: 2, the first at line 3"


@pytest.mark.parametrize("half", ["&#xD800;", "&#xdfff;", "&#x00DBFF;", "&#55296;", "&#057343;"])
def test_a_reference_to_half_a_character_costs_no_link(half: str) -> None:
    found = feed(rss(f"<title>Rain {half}</title><link>/a{half}</link>", "<link>/b</link>"))

    assert paths(found) == ["/a%EF%BF%BD", "/b"]
    assert found.complaint == "references to half a character: 2"


@pytest.mark.parametrize("whole", ["&#xD7FF;", "&#xE000;", "&#55295;", "&#57344;"])
def test_a_reference_beside_them_is_a_character(whole: str) -> None:
    found = feed(rss(f"<title>{whole}</title><link>/a</link>"))

    assert (paths(found), found.complaint) == (["/a"], None)


def test_half_a_character_where_nobody_expects_one_costs_what_follows() -> None:
    """The mender takes the quoted sign for a comment's beginning; the parser does not."""
    odd = '<title b="<!--">&#xD800;</title>'
    found = feed(rss("<link>/a</link>", f"<link>/b</link>{odd}", "<link>/c</link>"))

    assert paths(found)[:2] == ["/a", "/b"]
    assert found.complaint is not None
    assert "half a character" in found.complaint


def test_ampersands_in_cdata_and_comments_mean_themselves() -> None:
    found = feed(rss("<!-- a&b --><link><![CDATA[/a?b=1&c=2]]></link>"))

    assert (paths(found), found.complaint) == (["/a?b=1&c=2"], None)


@every_row(
    "others",
    [
        "<image><link>/no</link><url>/no</url></image>",
        '<source url="/no"><link>/no</link><id>https://no.org/</id></source>',
        '<i:link xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">/no</i:link>',
        "<itunes:link>/no</itunes:link>",
        '<m:content xmlns:m="http://search.yahoo.com/mrss/"><m:link href="/no"/></m:content>',
        '<c:items xmlns:c="http://purl.org/rss/1.0/modules/content/"><c:item><link>/no</link>'
        "</c:item></c:items>",
        "<category>News <image><link>/no</link></image></category>",
        "<author><name>A</name><link>/no</link></author>",
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><link href="/no"/></div>'
        "</content>",
        '<link rel="self" href="/no"/><link rel="enclosure" href="/no"/>',
        "<news><link>/no</link><loc>/no</loc></news>",
    ],
)
def test_only_the_entrys_own_link_is_taken(others: str) -> None:
    for own in ("<link>/a</link>", ""):
        found = feed(rss(others + own, own + others))
        assert paths(found) == (["/a"] if own else [])
        assert found.unaddressed == (0 if own else 2)


@every_row(
    "inner",
    [
        "<i:image><i:loc>/no</i:loc></i:image>",
        "<i:loc>/no</i:loc>",
        "<v:video><v:player_loc>/no</v:player_loc><v:loc>/no</v:loc></v:video>",
        '<x:link rel="alternate" hreflang="de" href="/no"/>',
    ],
)
@every_row("declared", ['xmlns:i="i" xmlns:v="v" xmlns:x="x"', ""])
def test_only_a_pages_own_address_is_taken_from_a_sitemap(inner: str, declared: str) -> None:
    for own, read in (("<loc>/a</loc>", ["/a"]), ("", [])):
        found = sitemap(f"<urlset {declared}><url>{inner}{own}</url></urlset>")
        assert paths(found) == read


@every_row(
    "body",
    [
        f"<RSS><CHANNEL><ITEM><LINK>{A}</LINK></ITEM></CHANNEL></RSS>",
        f"<rss><channel><Item><Link>{A}</Link></Item></channel></rss>",
        f"<URLSET><URL><LOC>{A}</LOC></URL></URLSET>",
        f'<urlset><Url><Loc>{A}</Loc></Url><URL><loc rel="x">{A}#b</loc></URL></urlset>',
        f'<FEED><Entry><Link HREF="{A}"/></Entry></FEED>',
        f'<FEED><Entry><Link REL="SELF"/><Link Rel="Alternate" Href="{A}"/></Entry></FEED>',
        f'<s:urlset xmlns:s="http://www.google.com/schemas/sitemap/0.84"><s:url><s:loc>{A}</s:loc>'
        "</s:url></s:urlset>",
        f"<rss><item><atom:link href='{A}'/></item></rss>",
    ],
)  # fmt: skip
def test_names_are_read_in_any_case(body: str) -> None:
    found = sitemap(body)

    assert (paths(found), found.unaddressed) == (["/a"], 0)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<sitemapindex><sitemap/><sitemap><lastmod>2026</lastmod></sitemap></sitemapindex>", 2),
        ("<urlset><url></url></urlset>", 1),
        ("<urlset><url><loc> </loc></url><url><loc>/a</loc></url></urlset>", 0),
        ("<urlset><url><lastmod>2026</lastmod></url><url><loc>/a</loc></url></urlset>", 1),
        (entry('<link rel="self" href="/a"/>'), 1),
        (rss("<title>A</title>", "<link>mailto:a@example.org</link>", "<link>/a</link>"), 2),
        (rss(f"<link>/{'a' * 3000}</link>"), 1),
    ],
)  # fmt: skip
def test_entries_without_an_address_are_counted_and_said(body: str, count: int) -> None:
    said = sitemap(body).complaint

    assert said == (f"entries without an address: {count}" if count else None)


def test_an_entry_that_was_never_closed_keeps_its_own_link() -> None:
    items = "".join(f"<item><title>{n}<br></title><link>/{n}</link>" for n in range(600))

    assert paths(feed(f"<rss>{items}</rss>")) == [f"/{n}" for n in range(600)]


TEXT = "https://www.example.org/a\r\n\r\n  https://www.example.org/b?x=1&y=2\nsee below\n"


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n"])
def test_a_sitemap_may_be_one_address_a_line(mark: str) -> None:
    found = sitemap(mark + TEXT)

    assert paths(found) == ["/a", "/b?x=1&y=2"]
    assert (found.unaddressed, found.complaint) == (1, "entries without an address: 1")


def test_the_lines_of_a_text_may_end_with_cr_alone_and_say_more_behind_a_tab() -> None:
    found = sitemap("https://www.example.org/a\rhttps://www.example.org/b\t2026-03-01\r")

    assert paths(found) == ["/a", "/b"]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>',
        '<link type="application/rss+xml" href="/1.rss"/><link type="Text/HTML" href="/1"/>',
        '<link type="application/json" href="/1.json"/>'
        '<link type="application/xhtml+xml" href="/1"/>',
    ],
)
def test_of_several_links_the_one_to_a_page_is_taken(link: str) -> None:
    found = feed(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{link}</entry></feed>')

    assert paths(found) == ["/1"]


def test_a_text_of_addresses_is_no_feed() -> None:
    with pytest.raises(SourceError, match="it is no XML, so not a feed"):
        feed(TEXT)
