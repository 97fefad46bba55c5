import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.boilerplate.common.common_rules import TOLD
from newscrawl.boilerplate.rules.prefilter import (
    WholeLine,
    alternatives,
    beginnings,
    needed_words,
)
from tests.rows import every_row

PATTERNS = (
    r".{0,9}\bab(?:c|d e)? f|x",
    r"[^.]{0,4}(?:ab|c\d|[de]f)g?",
    r".{0,3}\d|a(?:b|c)+",
    r"(?=.*ab).{1,4}",
    r".{2,5}\b(?:bc|de)|.+ga",
    r"[. ]{0,2}g\d",
    r"\d?x1|1{2}|(?:a|b )?ee",
    r"a(?:b?c|\b )|c?d??e|f(?!g).|(?:ab|c)*x",
)


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b", ["a", "b"]),
        ("a(?:b|c)|d", ["a(?:b|c)", "d"]),
        (r"a[|(]b|\|c\)", ["a[|(]b", r"\|c\)"]),
        (r"[]|]a|b", ["[]|]a", "b"]),
        ("", [""]),
    ],
)
def test_a_pattern_is_parted_at_its_outer_bars(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts


@every_row(
    ("pattern", "words"),
    [
        (r".{0,9}\byour (?:gift|support)s?\b", {"your "}),
        ("(?:reader|viewer)[- ]funded", {"reader", "viewer"}),
        ("letters?", {"letter"}),
        ("(?:long words)?by", {"by"}),
        ("(?:ab|c(?:d|e)){0,2}", set()),
        (r"(?:abc|\d)", set()),
        ("(?!abc)d", {"d"}),
        (r"(?=.*\b(?:our|us)\b)\w+", {"our", "us"}),
        (r"\bfoo\w+", {"foo"}),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("share|tweet", "sha"),
        ("(?:please |now )?donate", "ple now don"),
        (r"(?:\d+ )?comments", "0 com"),
        (r"\d\d? ads", "00_ 0_a"),
        ("[- ]{0,3}7 ads", "- _ 0_a"),
        (r"\(?yet", "(ye yet"),
        ("(?:free|)letters", "fre let"),
        ("a(?:b|c?d)?e|f", "abe acd ade ae"),
        ("a?b?", ""),
        ("a+b", "a"),
        ("a??b", ""),
        (r"a\b b", "a"),
        ("ab[b-d]e", "ab"),
        ("a[b-d]e", "a"),
        ("a", "a"),
        (r"\w+ here", ""),
        ("(?=.*our)help", ""),
        ("[^a]b", ""),
        ("[a-z]b", ""),
        ("a?", ""),
    ],
)
def test_what_all_that_fits_a_pattern_begins_with(pattern: str, begun: str) -> None:
    signs = {each.replace("_", " ") for each in begun.split()}

    assert beginnings(alternatives(pattern)[0]) == signs


@given(st.text("abcdefg1x .", max_size=16))
def test_a_line_fits_as_it_fits_the_patterns_themselves(line: str) -> None:
    whole = re.compile(rf"(?:{'|'.join(PATTERNS)})\W*")

    assert bool(WholeLine(PATTERNS)(line)) is (whole.fullmatch(line) is not None)


@every_row("rule", [rule for rule in TOLD if hasattr(rule, "patterns")])
def test_every_common_pattern_that_begins_with_anything_needs_words(rule: object) -> None:
    parts = [part for pattern in getattr(rule, "patterns", ()) for part in alternatives(pattern)]

    assert all(needed_words(part) for part in parts if part.startswith((".{", "[^", "(?=.*")))
