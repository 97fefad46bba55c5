"""Makes WARC files as others leave them: several captures of an article, shuffled, some damaged."""

import base64
import gzip
import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from newscrawl.snapshots.capture_headers import Bad, Capture
from newscrawl.snapshots.spans import joined, read_span, spans_of

_FIRST = datetime(2025, 1, 1, 6, tzinfo=UTC)
_WORDS = "harbor ice ferry council bridge school winter road market river fog boat train".split()


@dataclass(frozen=True, slots=True)
class Planned:
    """A capture: which article, when, and which state of it."""

    article: int
    at: datetime
    state: int
    is_damaged: bool = False

    @property
    def url(self) -> str:
        day = f"{_FIRST:%Y/%m/%d}"
        # Slugs change, and half the captures are of the old scheme.
        scheme = "http" if self.at.minute % 2 else "https"
        slug = f"news-{self.state}" if self.article % 5 == 0 else "news"
        return f"{scheme}://www.themoscowtimes.com/{day}/{slug}-a{10000 + self.article}"


def plan(count: int, seed: int = 1, damaged: float = 0.01) -> list[Planned]:
    """So many captures of a fifth as many articles, in no order.

    Texts come back after an edit, captures of the same text stand side by side, some happened at
    the same moment, and some stand in the file twice.
    """
    rng = random.Random(seed)
    found: list[Planned] = []
    while len(found) < count:
        article = len({one.article for one in found})
        at, state = _FIRST + timedelta(days=rng.randint(0, 300)), 0
        for _ in range(rng.randint(1, 9)):
            at += timedelta(minutes=rng.choice((0, 1, 60, 1440, 4321)))
            state = rng.choice((state, state, 0, state + 1))
            is_damaged = rng.random() < damaged
            found.append(Planned(article, at, state, is_damaged))
            if rng.random() < 0.05:
                found.append(found[-1])
    found = found[:count]
    rng.shuffle(found)
    return found


def page(one: Planned) -> bytes:
    """The page of an article in a state: the same bytes each time."""
    rng = random.Random(one.article)
    texts = [" ".join(rng.choices(_WORDS, k=24)).capitalize() + "." for _ in range(5)]
    texts[one.article % 5] += f" State {one.state} of it was seen by {one.state + 2} people there."
    body = "".join(f'<div class="article__block"><p>{text}</p></div>' for text in texts)
    moment = _FIRST.isoformat()
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>News {one.article} - The Moscow Times</title>
<meta property="article:published_time" content="{moment}">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"News {one.article}",
"datePublished":"{moment}","author":{{"@type":"Person","name":"Vera Lugovaya"}}}}</script></head>
<body class="article-item"><article><div class="container article-container">
<article class="article article--news"><header class="article__header"><h1>News {one.article}</h1>
</header><div class="article__content-container"><div class="article__content">{body}</div></div>
</article></div></article></body></html>""".encode()


def record(one: Planned, html: bytes | None = None, is_chunked: bool = False) -> bytes:
    """A response record, as it stands unpacked."""
    body = html if html is not None else page(one)
    extra = "Transfer-Encoding: chunked\r\n" if is_chunked else ""
    payload = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if is_chunked else body
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{extra}\r\n"
    digest = base64.b32encode(hashlib.sha1(payload).digest()).decode()
    lines = f"WARC-Payload-Digest: sha1:{digest}\r\n"
    return warc_record("response", one.url, one.at, lines, head.encode() + payload)


def warc_record(kind: str, url: str, at: datetime, lines: str, block: bytes) -> bytes:
    name = hashlib.md5(f"{kind} {url} {at} {block[:2000]!r}".encode()).hexdigest()
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n{lines}"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


def member(raw: bytes, is_damaged: bool = False) -> bytes:
    """The record packed, with a few wrong bytes in its middle if it is damaged."""
    packed = bytearray(gzip.compress(raw, 6, mtime=0))
    if is_damaged:
        middle = len(packed) // 2
        for at in range(middle, middle + 12):
            packed[at] ^= 0x5A
    return bytes(packed)


def write(path: Path, captures: Iterable[Planned]) -> None:
    """A file of all captures, packed record by record, some with chunked bodies."""
    with path.open("wb") as file:
        for one in captures:
            file.write(member(record(one, is_chunked=one.article % 7 == 0), one.is_damaged))


def expected(captures: Sequence[Planned]) -> list[tuple[str, datetime, str]]:
    """The revisions that a reader of all sound captures in their order notes.

    By key, moment and a sentence of the text; of two captures at one moment, the order is not
    known here, so such articles are left out.
    """
    found: list[tuple[str, datetime, str]] = []
    by_article: dict[int, set[tuple[datetime, int]]] = {}
    for one in captures:
        if not one.is_damaged:
            by_article.setdefault(one.article, set()).add((one.at, one.state))
    for article, seen in sorted(by_article.items()):
        if len({at for at, _ in seen}) < len(seen):
            continue
        before = None
        for at, state in sorted(seen):
            if state != before:
                found.append((str(10000 + article), at, f"State {state} of it"))
            before = state
    return found


def captures_in(path: Path | str) -> Iterator[Capture | Bad]:
    """The answers in a file, in their order; raises ``SnapshotError`` where it is no WARC file."""
    for stretches in spans_of(str(path)):
        yield from joined(stretches, partial(map, read_span))
