"""What a terminal would obey is an escape; what scripts are written with stays."""

import json
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.printable import printable, printable_json, printable_line
from tests.rows import every_row

#: Overrides, embeddings and isolates, whatever Unicode adds to them.
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@cache
def obeyed() -> list[str]:
    return [
        letter
        for letter in map(chr, range(0x110000))
        if unicodedata.bidirectional(letter) in _TURNING
        or (unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} and letter not in "\t\n\r")
    ]


@every_row(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("\x9b31m", r"\x9b31m"),
        ("abc\u202egnp.exe", r"abc\u202egnp.exe"),
        ("\u2067a\u2069", r"\u2067a\u2069"),
        ("a\u206ab\ufff9c\ufffb", r"a\u206ab\ufff9c\ufffb"),
        ("half \ud83d a pair", r"half \ud83d a pair"),
        ("one\r\ntwo\nthree\tcell", "one\r\ntwo\nthree\tcell"),
        ("all is well\rall is lost", r"all is well\rall is lost"),
    ],
)
def test_a_page_cannot_command_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_nothing_that_unicode_knows_to_turn_or_command_is_printed() -> None:
    assert len(obeyed()) > 2_000
    assert set(printable("".join(obeyed()))) <= set(r"\abcdefux0123456789")


@pytest.mark.parametrize(
    "text",
    [
        "שלום\u200f! (\u200e1-2\u200e)",
        "می\u200cخواهم",
        "क्\u200dष \u061c٣",
        "👩\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "soft\xadhyphen no\xa0break \ufeff\u2060",
        "Русский — «текст» 日本\U00020000",
    ],
)
def test_what_scripts_and_emoji_are_written_with_stays(text: str) -> None:
    assert (printable(text), printable_line(text)) == (text, text)
    assert json.dumps(text, ensure_ascii=False) == printable_json(text)


def test_a_line_is_one_line_with_each_character_told() -> None:
    assert printable_line("a\nb\r\n\tc\x85\u2028d") == r"a\nb\r\n\tc\x85\u2028d"


ANY = st.deferred(
    lambda: st.text(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(obeyed()[:96]))
    )
)


@given(st.dictionaries(ANY, st.one_of(ANY, st.lists(ANY))))
def test_json_gives_back_each_character_and_commands_no_terminal(value: object) -> None:
    for indent in (None, 2):
        shown = printable_json(value, indent=indent)

        assert json.loads(shown) == value
        assert printable(shown) == shown
