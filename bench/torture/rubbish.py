"""Feeds, sitemaps, pages and WARC files as nobody should send them, by seed and number."""

import gzip
import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Literal

from bench import captures, mutations, soak
from bench.mutations import Mutation
from tests.site.example import ExampleSite

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Kind = Literal["feed", "sitemap", "page", "warc"]
#: Of twenty thousand inputs, so many are of each.
SHARES: tuple[Kind, ...] = ("feed",) * 7 + ("sitemap",) * 7 + ("warc",) * 5 + ("page",)
HOME = "https://www.themoscowtimes.com"
_AT = datetime(2026, 10, 1, 9, tzinfo=UTC)
_XML = (
    *(b"&", b"&amp;", b"&#0;", b"&#xD800;", b"&nbsp;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b">"),
    *(b"<item>" * 400, b"<url><loc>", b"</loc></url>", b"<sitemap><loc>", b"<entry>", b"</item>"),
    *(b"<LOC>", b"<x:loc>", b"<link/>", b"<link href='//[::1'/>", b"xmlns:a='a'", b"\xff", b"\0"),
    *(b"<!DOCTYPE a [<!ENTITY b 'bb'>]>", b"&b;" * 50, b"<?xml version='1.0' encoding='utf-7'?>"),
    *(b"<pubDate>Sat, 31 Feb 99999 25:61:61 +9999</pubDate>", b"<lastmod>0000-00-00</lastmod>"),
    *(b"<link>http://\xd0\xbf.example/%zz?a=b&c=d</link>", b"javascript:x", b"http://a b/\r\n"),
)
_RECORD = (
    *(b"\r\n\r\n", b"\r\n", b"\n", b"WARC/1.0\r\n", b"WARC/9.9\r\n", b"Content-Length: 0\r\n"),
    *(b"Content-Length: 99999999999999999999\r\n", b"Content-Length: -1\r\n", b"\x1f\x8b\x08\0"),
    *(b"WARC-Type: revisit\r\n", b"WARC-Date: 0000-99-99T99:99:99Z\r\n", b"\x28\xb5\x2f\xfd"),
    *(b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip, br, zstd\r\n", b"ffffffff\r\n"),
    *(b"WARC-Payload-Digest: sha1:?\r\n", b"HTTP/1.1 \r\n", b"WARC-Target-URI: http://[\r\n"),
    *(b"\0", b"PK", b"A:" * 900, b"\xff" * 90),
)


def made(seed: int, kind: Kind, number: int) -> bytes:
    """The input of a number: always the same."""
    chance = random.Random(f"{seed}/{kind}/{number}")
    if kind == "warc":
        return _file(chance)
    return mutations.harmed(_base(kind), chance, _ways(kind))


def _file(chance: random.Random) -> bytes:
    """Some records, harmed before they are packed or afterwards, packed in any way or not."""
    pack = chance.choice((gzip.compress, gzip.compress, zstd.compress, bytes))
    raw = [chance.choice(_base("warc")) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.5:
        at = chance.randrange(len(raw))
        raw[at] = mutations.harmed([raw[at]], chance, _ways("warc"))
        return b"".join(pack(one) for one in raw)
    return mutations.harmed([b"".join(pack(one) for one in raw)], chance, mutations.PLAIN)


def _harming(tokens: Sequence[bytes]) -> Mutation:
    return lambda raw, at, chance, _: raw[:at] + chance.choice(tokens) + raw[at:]


@cache
def _ways(kind: Kind) -> tuple[Mutation, ...]:
    if kind == "page":
        return mutations.MUTATIONS
    harming = _harming(_RECORD if kind == "warc" else _XML)
    return (*mutations.PLAIN, *(harming,) * 5, *(() if kind == "warc" else mutations.RECODED))


@cache
def _base(kind: Kind) -> tuple[bytes, ...]:
    site = ExampleSite()
    if kind == "page":
        small = (soak.page(number) for number in range(20))
        return (*small, *(site.respond(path)[2] for path in site.paths()[::6]))
    if kind == "feed":
        whole = site.respond("/rss/news")[2]
        short = whole.split(b"</item>")
        return (whole, *(b"</item>".join((*short[:n], short[-1])) for n in (1, 2, 3)), _ATOM, _RDF)
    if kind == "sitemap":
        index = b"<sitemapindex><sitemap><loc>%b/a.xml</loc></sitemap></sitemapindex>"
        lines = "\n".join(f"{HOME}{soak.path(n)}" for n in range(9)).encode()
        found = [soak.sitemap(range(30)), site.respond("/sitemap/sitemap.xml")[2]]
        return (*found, gzip.compress(soak.sitemap(range(40))), index % HOME.encode(), lines)
    return tuple(_records())


def _records() -> list[bytes]:
    html, found = soak.page(1), []
    bodies = ((html, ""), (gzip.compress(html), "gzip"), (zstd.compress(html), "zstd"))
    for body, encoding in bodies:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\n\r\n"
        found.append(_record("response", head.encode() + body))
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n"
    found.append(_record("response", chunked % (len(html), html)))
    found.append(_record("revisit", b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    found.append(_record("request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
    head = f"{HOME}{soak.path(1)} 192.0.2.1 20261001090000 text/html {len(html)}\n"
    return [*found, head.encode() + html + b"\n"]


def _record(kind: str, block: bytes) -> bytes:
    return captures.warc_record(kind, HOME + soak.path(1), _AT, "", block)


_ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="/2026/10/01/'
    b'a-a1"/><updated>2026-10-01T09:00:00Z</updated></entry></feed>'
)
_RDF = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/'
    b'1.0/"><item rdf:about="/a"><link>/2026/10/01/b-a2</link></item></rdf:RDF>'
)
