"""How well pages are read as text, beside libraries that guess: ``python bench/encodings.py``.

One story in 28 languages, in each encoding that its pages were written in, as a headline alone and
with its text, where the encoding is named, where it is not, and where another one is.
"""

import importlib
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.encoding_texts import STORIES
from newscrawl.markup.encoding import decoded, encoding_named

#: What servers and templates say of pages that are in something else.
LIES = ("utf-8", "iso-8859-1")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
#: What an encoding has no sign for is written with what it has.
_SPELLED = {
    "iso-8859-16": str.maketrans("ţşŢŞ", "țșȚȘ"),
    "iso": str.maketrans("’", "'"),
}


class Case(NamedTuple):
    language: str
    encoding: str
    is_long: bool
    named: str | None
    text: str
    html: bytes


def cases(named: Callable[[str], tuple[str | None, ...]]) -> Iterator[Case]:
    """Each story in each of its encodings, with each of the names that it is given."""
    for language, (encodings, headline, text) in STORIES.items():
        for encoding in encodings:
            for name in named(encoding):
                for is_long in (False, True):
                    meta = f'<meta charset="{name}">' if name else ""
                    prose = f"<p>{text}</p>" if is_long else ""
                    page = (
                        f"<!doctype html>\n<html><head>{meta}<title>{headline}</title></head>"
                        f"<body><nav><a href='/n'>Menu</a></nav><h1>{headline}</h1>{prose}"
                        f"<footer>(c) 2009</footer></body></html>"
                    )
                    said = spelled(page, encoding)
                    yield Case(language, encoding, is_long, name, said, written(said, encoding))


def undeclared(encoding: str) -> tuple[str | None, ...]:
    return (None,)


def declared(encoding: str) -> tuple[str | None, ...]:
    return (encoding,)


def wrong(encoding: str) -> tuple[str | None, ...]:
    return tuple(lie for lie in LIES if encoding_named(lie) != encoding_named(encoding))


def spelled(text: str, encoding: str) -> str:
    for begins, table in _SPELLED.items():
        text = text.translate(table) if encoding.startswith(begins) else text
    return text


def written(text: str, encoding: str) -> bytes:
    name = encoding_named(encoding) or encoding
    if name != "cp1258":
        return text.encode(name)
    # Vietnamese: a letter with its hat, then its tone.
    found = ""
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", sign)
        tone = "".join(part for part in parts if part in _TONES)
        rest = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        found += rest + tone
    return found.encode(name)


def is_right(case: Case, text: str) -> bool:
    return unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", case.text)


Guess = Callable[[bytes], str | None]
#: How each library is asked, by the module to load.
_GUESSERS: dict[str, Callable[[Any], Guess]] = {
    "chardet": lambda library: lambda html: library.detect(html)["encoding"],
    "charset_normalizer": lambda library: (
        lambda html: getattr(library.from_bytes(html).best(), "encoding", None)
    ),
    "resiliparse.parse.encoding": lambda library: (
        lambda html: library.detect_encoding(html, html5_compatible=True)
    ),
    "chardetng_py": lambda library: library.detect,
}


def _readers() -> dict[str, Callable[[bytes], str]]:
    found: dict[str, Callable[[bytes], str]] = {"newscrawl": lambda html: decoded(html, None)[1]}
    for name, make in _GUESSERS.items():
        try:
            guess = make(importlib.import_module(name))
        except ImportError:
            print(f"left out: {name}")
            continue
        found[name] = lambda html, guess=guess: html.decode(  # type: ignore[misc]
            encoding_named(guess(html) or "") or "cp1252", "replace"
        )
    return found


def main() -> None:
    for name, read in _readers().items():
        read(b"<p>\xe9t\xe9")
        for kind in (declared, undeclared, wrong):
            for is_long in (False, True):
                ours = [case for case in cases(kind) if case.is_long is is_long]
                began = time.process_time()
                texts = [read(case.html) for case in ours]
                spent = (time.process_time() - began) * 1000 / len(ours)
                missed = [c for c, text in zip(ours, texts, strict=True) if not is_right(c, text)]
                told = " ".join(f"{c.language}/{c.encoding}" for c in missed[:8])
                print(
                    f"{name:27}{kind.__name__:12}{'long' if is_long else 'short':6}"
                    f"{len(ours) - len(missed):4} of {len(ours)} {spent:6.2f} ms  {told}"
                )


if __name__ == "__main__":
    main()
