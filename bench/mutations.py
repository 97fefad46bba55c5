"""Read pages that no site would print: ``python bench/mutations.py --pages 20000 --seed 1``.

Each is one of NEWSCRAWL_PAGES, or an invented page where that is not set, that was cut, spliced,
nested or filled with wrong bytes. It must become a valid article, or one of the named errors,
within a second; what does not is printed with its number, and the exit code is 1. What is known
so far is printed every 500 pages: with ``--start`` a run that was cut off goes on from there.
"""

import argparse
import gzip
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import pages
from newscrawl import Article, read_article
from newscrawl.errors import ExtractionError

#: What becomes of some bytes at a place, by chance, with others at hand.
Mutation = Callable[[bytes, int, random.Random, Sequence[bytes]], bytes]
#: Seconds of CPU for one page.
MOST = 1.0
_INVENTED = 40
_MEGABYTE = 1_000_000
#: Pages after which it is told how far a run is.
_TOLD = 500
_HARM = (
    *(b"\0", b"\xff\xfe", b"\xfe\xff", b"\xd0", b"\xed\xa0\x80", b"\x1b$B", b"&#xD800;", b"&#0;"),
    *(b"<!--", b"<![CDATA[", b"<script>", b"<style>", b"<textarea>", b"<plaintext>", b"<template>"),
    *(b"<svg>", b"<math>", b"<table><tr>", b"<select>", b"<frameset>", b"</body></html>", b"<html"),
    *(b'"', b"'", b">", b"<", b"[", b"null", b'{"@type":', b'{"@graph":[{}]}', b"%", b"\\u0000"),
    b'<meta charset="utf-7">',
    b'<meta charset="utf-16">',
    b'<meta property="article:published_time" content="9999-12-31T23:59:59-23:59">',
    b'<meta property="og:title" content="">',
    b'<time datetime="0000-00-00T99:99:99Z">31 February 10000</time>',
    b'<link rel="canonical" href="http://[::1">',
    b'<base href="javascript:">',
    b'<a rel="author" href="//\xff">\xe2\x80\xae</a>',
    b'<script type="application/ld+json">[[[{"@type":["NewsArticle",null],"author":[1,[],{}],'
    b'"datePublished":{},"headline":[""],"articleBody":7,"image":[[]]}]]]</script>',
    b'<script type="application/ld+json">' + b'{"a":' * 3000 + b"</script>",
)
_TAGS = (b"<div>", b"<b>", b"<p>", b"<span class=share>", b"<table><td>", b"<ul><li>", b"<font>")


@dataclass(slots=True)
class Summary:
    """What became of the pages: counts by outcome, the slowest, and what must not be."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_number: int = -1
    faults: list[str] = field(default_factory=list)


def base_pages(folder: str | None) -> list[bytes]:
    """The pages to start from: all of a folder's, or invented ones."""
    if folder:
        paths = sorted(Path(folder).glob("*/*.html.gz"))
        return [gzip.decompress(path.read_bytes()) for path in paths]
    return [gzip.decompress(pages.page(number)) for number in range(_INVENTED)]


def mutated(base: Sequence[bytes], seed: int, number: int) -> bytes:
    """A page with one to four faults, always the same for a seed and a number."""
    return harmed(base, random.Random(f"{seed}/{number}"), MUTATIONS)


def harmed(base: Sequence[bytes], chance: random.Random, mutations: Sequence[Mutation]) -> bytes:
    """One of these with one to four faults."""
    html = chance.choice(base)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(html) + 1)
        html = chance.choice(mutations)(html, at, chance, base)
    return html


def _cut(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    return html[:at] if chance.random() < 0.5 else html[at:]


def _without(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    return html[:at] + html[at + chance.randint(1, 20_000) :]


def _spliced(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    other = chance.choice(base)
    start = chance.randrange(len(other) + 1)
    return html[:at] + other[start : start + chance.randint(1, 50_000)] + html[at:]


def _nested(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    return html[:at] + chance.choice(_TAGS) * chance.choice((10, 300, 2_000, 20_000)) + html[at:]


def _closed(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    return html[:at] + b"</div></p></article>" * chance.randint(1, 500) + html[at:]


def _repeated(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    part = html[at : at + chance.randint(1, 2_000)]
    return html[:at] + part * chance.randint(2, 60) + html[at:]


def _harmed(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    return html[:at] + chance.choice(_HARM) + html[at:]


def _damaged(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    damaged = bytearray(html)
    for _ in range(chance.randint(1, 400) if html else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _recoded(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    encoding = chance.choice(("utf-16", "utf-32", "cp1251", "koi8-r", "gb18030", "shift_jis"))
    return html.decode("utf-8", "replace").encode(encoding, "replace")


def _swollen(html: bytes, at: int, chance: random.Random, base: Sequence[bytes]) -> bytes:
    """Filled with a great deal of one thing, up to a megabyte."""
    unit = chance.choice((b"a", b" ", b"&amp;", b"<br>", b"share ", b"\xd0\xb0", b"\n", b"<p>a."))
    return html[:at] + unit * (chance.randint(1, _MEGABYTE) // len(unit)) + html[at:]


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _without, _spliced, _nested, _closed, _repeated, _harmed, _harmed, _damaged, _recoded,
    _swollen,
)  # fmt: skip


#: Of bytes of any kind.
PLAIN: tuple[Mutation, ...] = (_cut, _without, _spliced, _repeated, _damaged)
#: Of texts of any kind.
RECODED: tuple[Mutation, ...] = (_recoded,)


def tried(
    base: Sequence[bytes], seed: int, numbers: range, summary: Summary | None = None
) -> Summary:
    """What becomes of these pages, with what became of those before them."""
    summary = summary or Summary()
    for number in numbers:
        html = mutated(base, seed, number)
        started = time.process_time()
        outcome, wrong = _outcome(html)
        took = time.process_time() - started
        summary.outcomes[outcome] += 1
        if took > summary.slowest:
            summary.slowest, summary.slowest_number = took, number
        wrong += [f"{took:.2f} s"] if took > MOST else []
        summary.faults += [f"{number}: {what}" for what in wrong]
    return summary


def _outcome(html: bytes) -> tuple[str, list[str]]:
    try:
        article = read_article(html, "https://news.example/2026/03/02/the-ferry-a1")
    except ExtractionError as error:
        return type(error).__name__, []
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "crash", [traceback.format_exc()]
    return "article", list(_invalid(article))


def _invalid(article: Article) -> Iterator[str]:
    """What an article must not be: without headline or key, with times without a zone."""
    if not article.headline.strip() or not article.key or not article.canonical_url:
        yield "no headline, key or address"
    for date in (article.date_published, article.date_modified):
        if date is not None and not (isinstance(date, datetime) and date.tzinfo):
            yield f"date: {date!r}"
    if not all(isinstance(name, str) and name.strip() for name in article.authors):
        yield f"authors: {article.authors!r}"
    if not all(block.text.strip() for block in article.blocks):
        yield "an empty block"
    try:
        repr(article).encode()
    except UnicodeEncodeError as error:
        yield f"text that cannot be stored: {error}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    given = parser.parse_args()
    base = base_pages(os.environ.get("NEWSCRAWL_PAGES"))
    summary = Summary()
    for start in range(given.start, given.pages, _TOLD):
        known = len(summary.faults)
        numbers = range(start, min(start + _TOLD, given.pages))
        tried(base, given.seed, numbers, summary)
        print(
            f"{numbers.stop}: {dict(summary.outcomes)}",
            *summary.faults[known:],
            sep="\n",
            file=sys.stderr,
            flush=True,
        )
    print("| result | pages |\n| --- | --- |")
    for outcome, count in summary.outcomes.most_common():
        print(f"| {outcome} | {count} |")
    print(f"| slowest | {summary.slowest:.2f} s (number {summary.slowest_number}) |")
    print(f"| at fault | {len(summary.faults)} |")
    return 1 if summary.faults else 0


if __name__ == "__main__":
    sys.exit(main())
