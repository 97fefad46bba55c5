"""How well pages are read, beside other extractors: ``python bench/accuracy.py [SET...]``.

Pages and truths are under NEWSCRAWL_PAGES. The text is scored over shingles of four words:
precision and recall are means over pages, and F1 is of the two means.
"""

import gzip
import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.peers import PEERS, Read, installed

SETS = ("aeb", "naeb", "fundus-eval", "fundus-tests", "wcxb-news")
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
_BY = re.compile(r"^(?:by|von|par|por|di) ")
#: Lines that no article has, by kind.
LEAKS = {
    "newsletter": r"sign up (?:for|to)\b|newsletter(?:s)? (?:delivered|abonnieren)|to your inbox",
    "donation": r"(?:make|give) a (?:donation|contribution)|donate (?:now|today)|support our",
    "subscribe": r"subscribe (?:now|today)|already a subscriber|unlimited access",
    "related": r"^\s*(?:read more|related|see also|also read|lesen sie auch|lire aussi)\b.{0,3}",
    "share": r"^\s*(?:share|tweet|facebook|whatsapp|copy link|teilen)\s*$|follow us on",
    "advert": r"^\s*(?:advertisement|anzeige|werbung|реклама)\s*$|story continues below",
    "legal": r"all rights reserved|alle rechte vorbehalten|©\s*\d{4}",
}
_LEAKS = {kind: re.compile(source, re.I | re.M) for kind, source in LEAKS.items()}
_FIELD_OF = {
    "headline": "headline",
    "authors": "authors",
    "day": "published",
    "minute": "published",
}
Row = dict[str, Any]
Score = dict[str, float]


def rows(folder: Path) -> Iterator[tuple[Row, bytes]]:
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row, gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())


def tokens(text: str | None) -> list[str]:
    return _TOKEN.findall(text or "")


def shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    """Runs of four words; a shorter text is one."""
    last = max(1, len(words) - 3)
    return Counter(tuple(words[at : at + 4]) for at in range(last) if words)


def plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


def moment(value: object) -> datetime | None:
    """A date as a value; None where there is none or it cannot be read."""
    if isinstance(value, datetime) or not value:
        return value if isinstance(value, datetime) else None
    for text in (str(value), str(value)[:10]):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            continue
    return None


def score(row: Row, found: Row) -> Score:
    """The figures of one page that its truth allows."""
    scores: Score = {}
    if "text" in row:
        scores |= _text(_wanted(row, found.get("text") or ""), found.get("text"))
    if row.get("title"):
        scores["headline"] = plain(row["title"]) == plain(found.get("headline"))
    if row.get("authors"):
        scores["authors"] = _authors(row["authors"], found.get("authors") or ())
    if moment(row.get("published")):
        scores |= _dates(moment(row["published"]), moment(found.get("published")))
    return scores


def _wanted(row: Row, text: str) -> str:
    """The true text without those optional paragraphs that were left out."""
    wanted, folded = str(row["text"]), " ".join(text.split())
    for paragraph in row.get("optional", ()):
        if " ".join(paragraph.split())[:60] not in folded:
            wanted = wanted.replace(paragraph, "", 1)
    return wanted


def _text(truth: str, text: str | None) -> Score:
    wanted, got = shingles(tokens(truth)), shingles(tokens(text))
    shared = (wanted & got).total()
    scores = {"recall": shared / wanted.total() if wanted else 0.0}
    if got:
        scores["precision"] = shared / got.total()
    for kind, pattern in _LEAKS.items():
        scores[kind] = len(pattern.findall(text or "")) > len(pattern.findall(truth))
    return scores | {"any leak": any(scores[kind] for kind in _LEAKS)}


def _authors(truth: list[str], found: Any) -> float:
    wanted = {_BY.sub("", plain(name)) for name in truth} - {""}
    got = {_BY.sub("", plain(name)) for name in found} - {""}
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


def _dates(truth: datetime | None, found: datetime | None) -> Score:
    assert truth is not None
    is_same = bool(
        found and truth.tzinfo and found.tzinfo and abs((found - truth).total_seconds()) <= 60
    )
    day = {"day": is_same or bool(found and found.date() == truth.date())}
    return {**day, "minute": is_same} if truth.tzinfo else day


def measured(read: Read, folder: Path) -> Score:
    """The means over a set's pages, and CPU milliseconds per page."""
    scores: dict[str, list[float]] = {}
    given: set[str] = set()
    for row, html in rows(folder):
        begun = time.process_time()
        try:
            found = dict(read(html, row["url"]))
        except ImportError as error:
            # A peer that is half installed must not look like a bad one.
            print(f"{row['id']}: {error}".splitlines()[0], file=sys.stderr)
            continue
        except Exception:
            found = {}  # a peer may fail in any way: that page scores nothing
        scores.setdefault("cpu ms", []).append(1000 * (time.process_time() - begun))
        given |= found.keys()
        for name, value in score(row, found).items():
            scores.setdefault(name, []).append(value)
    means = {name: fmean(values) for name, values in scores.items()}
    # What an extractor never gives is no mistake of it.
    for name in (name for name, field in _FIELD_OF.items() if field not in given):
        means.pop(name, None)
    both = means.get("precision", 0) + means.get("recall", 0)
    if "recall" in means:
        means["f1"] = 2 * means.get("precision", 0) * means["recall"] / both if both else 0.0
    return means


def main(names: list[str]) -> None:
    root = Path(os.environ["NEWSCRAWL_PAGES"])
    versions = installed()
    columns = ["f1", "precision", "recall", "headline", "authors", "day", "minute", "any leak"]
    columns += [*LEAKS, "cpu ms"]
    print("| set | extractor |", " | ".join(columns), "|")
    print("|" + " --- |" * (len(columns) + 2))
    for name in names or SETS:
        for peer, read in PEERS.items():
            if peer not in versions:
                print(f"| {name} | {peer} | not installed |" + " |" * (len(columns) - 1))
                continue
            found = measured(read, root / name)
            cells = [
                ""
                if column not in found
                else f"{found[column]:.0f}"
                if column == "cpu ms"
                else f"{found[column]:.3f}"
                for column in columns
            ]
            print(f"| {name} | {peer} {versions[peer]} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
