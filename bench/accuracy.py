"""How well pages are read, beside other extractors: ``python bench/accuracy.py [SET...]``.

Pages and truths are under NEWSCRAWL_PAGES. The text is scored over shingles of four words:
precision and recall are means over pages, and F1 is of the two means. With ``--halves`` newscrawl
alone reads, and the domains that rules are made by stand apart from those that are only scored.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from statistics import fmean
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.peers import PEERS, Read, installed
from newscrawl.urls import host_of

SETS = ("aeb", "naeb", "fundus-eval", "fundus-tests", "wcxb-news", "wcxb-article")
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
_BY = re.compile(r"^(?:by|von|par|por|di) ")
#: Lines that no article has, by kind.
LEAKS = {
    "newsletter": r"sign[- ]?up (?:for|here|now|today|below)\b|(?:to|into|in) your inbox"
    r"|newsletters? (?:delivered|abonnieren|bestellen|anmelden|sign[- ]?up)|enter your e-?mail"
    r"|your e-?mail address|(?:thanks|thank you) for (?:signing up|subscribing)|recaptcha"
    r"|by (?:signing up|subscribing|submitting|clicking)\b.{0,40}\byou\b|jetzt anmelden"
    r"|(?:inscrivez|abonnez)-vous|suscríbete|iscriviti|подпи(?:шитесь|сывайтесь) на"
    r"|підпи(?:шіться|суйтесь) на",
    "donation": r"(?:make|give) a (?:\w+ )?(?:donation|contribution)|donate (?:now|today|here|to)"
    r"|support (?:our|independent|quality) (?:journalism|reporting|newsroom|work)|become a"
    r" (?:member|supporter|patron)\b|reader[- ](?:supported|funded)|small favou?r to ask"
    r"|please (?:consider|donate|support)|spenden sie|unterstützen sie (?:uns|unsere)"
    r"|faites un don|soutenez-nous|haz una donación|поддержите (?:нас|нашу|редакцию)"
    r"|підтрима(?:йте|ти) (?:нас|редакцію)",
    "subscribe": r"subscribe (?:now|today|here)|already a (?:subscriber|member)|unlimited access"
    r"|free trial|(?:log|sign) in to (?:continue|read|comment|your)|for subscribers only"
    r"|jetzt abonnieren|bereits abonnent|réservé aux abonnés",
    "related": r"^\s*(?:read (?:more|also|next)|see also|also read|related(?: \w+)?|recommended"
    r"|you may also like|most (?:read|popular)|trending(?: \w+)?|up next|editors?'?s? picks?"
    r"|keep reading|more (?:from|on|stories)|lesen sie auch|mehr zum thema|auch interessant"
    r"|(?:à )?lire aussi|lee también|te puede interesar|leggi anche|leia também|lees ook|läs också"
    r"|czytaj też|читайте также|читайте також|по теме)\s*(?:[:>|–—-]|$)",
    "share": r"^\s*(?:share(?: this)?(?: article| story)?|tweet|facebook|twitter|whatsapp|linkedin"
    r"|e-?mail|print|copy link|teilen|drucken|partager|compartir|condividi|поделиться)\s*$"
    r"|(?:share|tweet) (?:this|on) (?:facebook|twitter|x|article|story)|follow (?:us|me|him|her) on"
    r"|like us on|download (?:the|our) [\w ]{0,30}\bapp\b",
    "comment": r"(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|load) (?:\d+ )?comments"
    r"|comments? (?:are|have been) closed|join the (?:conversation|discussion)|first to comment"
    r"|^\s*(?:\d+ )?(?:comments?|kommentare|commentaires|comentarios|комментарии)\s*$"
    r"|kommentar schreiben",
    "advert": r"^\s*(?:advertisement|ads?|anzeige|werbung|publicité|publicidad|sponsored|reklama"
    r"|реклама)\s*$|(?:story|article) continues (?:below|after)|scroll to continue"
    r"|skip (?:past )?(?:ad|advertisement|newsletter promotion)\b|may (?:earn|receive) (?:an? )?"
    r"(?:\w+ )?commission",
    "cookie": r"uses? cookies\b|accept (?:all )?cookies|cookie (?:policy|settings|preferences)"
    r"|enable javascript|javascript (?:is )?(?:disabled|required)|your browser does(?: not|n't)"
    r"|ad ?blocker|datenschutzerklärung|privacy settings",
    "legal": r"all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|(?:©|copyright)\s*©?\s*\d{4}|may not be published",
}
_LEAKS = {kind: re.compile(source, re.I | re.M) for kind, source in LEAKS.items()}
_FIELD_OF = {
    "headline": "headline",
    "authors": "authors",
    "or agency": "credits",
    "day": "published",
    "no day": "published",
    "minute": "published",
}
Row = dict[str, Any]
Score = dict[str, float]
#: Whose figures are whole numbers.
_COUNTS = frozenset({"pages", "under 0.5", "cpu ms"})


def rows(folder: Path) -> Iterator[tuple[Row, bytes]]:
    # Not by ``splitlines``: JSON may hold the other line ends of Unicode as they are.
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").strip().split("\n"):
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
        names = found.get("authors") or ()
        scores["authors"] = _authors(row["authors"], names)
        signers = _authors(row["authors"], [*names, *(found.get("credits") or ())])
        scores["or agency"] = max(scores["authors"], signers)
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
    scores["under 0.5"] = _f1(scores.get("precision", 0.0), scores["recall"]) < 0.5
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
    day["no day"] = found is None
    return {**day, "minute": is_same} if truth.tzinfo else day


def is_looked_at(row: Row) -> bool:
    """Whether the page is of the half of the domains that rules are made by."""
    domain = row.get("domain") or host_of(row["url"])
    return bool(hashlib.sha1(domain.encode()).digest()[0] % 2)


def measured(read: Read, folder: Path, is_wanted: Callable[[Row], bool] | None = None) -> Score:
    """The means over a set's pages, how many are read badly, and CPU milliseconds per page."""
    scores: dict[str, list[float]] = {}
    given: set[str] = set()
    for row, html in rows(folder):
        if is_wanted and not is_wanted(row):
            continue
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
    if "recall" in means:
        means["f1"] = _f1(means.get("precision", 0.0), means["recall"])
    means["pages"] = len(scores.get("cpu ms", ()))
    means["under 0.5"] = sum(scores.get("under 0.5", ()))
    return means


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def halves(names: Sequence[str]) -> None:
    root = Path(os.environ["NEWSCRAWL_PAGES"])
    columns = ["pages", "f1", "precision", "recall", "under 0.5", "headline", "authors"]
    columns += ["or agency", "day", "no day", "minute", "any leak", *LEAKS]
    print("| set | domains |", " | ".join(columns), "|")
    print("|" + " --- |" * (len(columns) + 2))
    for name in names:
        for half, is_one in (("looked at", True), ("scored only", False)):
            found = measured(
                PEERS["newscrawl"],
                root / name,
                lambda row, is_one=is_one: is_looked_at(row) is is_one,
            )
            print(f"| {name} | {half} | {_cells(found, columns)} |", flush=True)


def _cells(found: Score, columns: list[str]) -> str:
    shown = (
        "" if name not in found else f"{found[name]:.{0 if name in _COUNTS else 3}f}"
        for name in columns
    )
    return " | ".join(shown)


def beside_others(names: Sequence[str]) -> None:
    root = Path(os.environ["NEWSCRAWL_PAGES"])
    versions = installed()
    columns = ["f1", "precision", "recall", "headline", "authors", "or agency", "day", "no day"]
    columns += ["minute", "any leak", *LEAKS, "cpu ms"]
    print("| set | extractor |", " | ".join(columns), "|")
    print("|" + " --- |" * (len(columns) + 2))
    for name in names:
        for peer, read in PEERS.items():
            if peer not in versions:
                print(f"| {name} | {peer} | not installed |" + " |" * (len(columns) - 1))
                continue
            found = measured(read, root / name)
            print(f"| {name} | {peer} {versions[peer]} | {_cells(found, columns)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", default=SETS)
    parser.add_argument("--halves", action="store_true", help="newscrawl alone, by halves")
    given = parser.parse_args()
    (halves if given.halves else beside_others)(given.sets)


if __name__ == "__main__":
    main()
