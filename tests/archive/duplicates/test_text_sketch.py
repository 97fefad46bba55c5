import random
from statistics import mean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.duplicates.text_sketch import bands_of, sketch_of
from tests.archive.duplicates.near_text import similarity

_WORDS = [f"w{number}" for number in range(5000)]


def text(seed: int, words: int = 400) -> list[str]:
    return random.Random(seed).choices(_WORDS, k=words)


def near(share: float, words: int = 400) -> tuple[str, str]:
    """Two texts whose ends differ: about this share of all their runs is in both."""
    same, tail = text(1, words), int(words * (1 - share) / (1 + share))
    return " ".join(same), " ".join(same[: words - tail] + text(2, tail))


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 1.0])
def test_the_similarity_of_sketches_is_near_the_share_of_common_runs(share: float) -> None:
    one, other = near(share)

    assert similarity(sketch_of(one), sketch_of(other)) == pytest.approx(share, abs=0.2)


@pytest.mark.parametrize("words", [25, 60, 400])
def test_texts_of_other_words_are_not_alike(words: int) -> None:
    one, other = " ".join(text(1, words)), " ".join(text(2, words))

    assert similarity(sketch_of(one), sketch_of(other)) < 0.1
    assert set(bands_of(sketch_of(one))).isdisjoint(bands_of(sketch_of(other)))


def test_nearly_all_texts_that_share_most_of_their_runs_share_a_band() -> None:
    found = 0
    for seed in range(100):
        words = text(seed)
        edited = list(words)
        for at in random.Random(seed).sample(range(400), 12):
            edited[at] = "changed"
        bands = bands_of(sketch_of(" ".join(words)))
        found += not set(bands).isdisjoint(bands_of(sketch_of(" ".join(edited))))

    assert found >= 98


def test_a_short_text_is_compared_with_nothing() -> None:
    assert sketch_of("Snow fell on the harbor.") == []
    assert similarity([], []) == 0.0


@pytest.mark.parametrize("words", [25, 40, 60])
def test_the_similarity_of_short_texts_is_not_far_off(words: int) -> None:
    """They have fewer runs than a sketch has bins."""
    wrong = []
    for seed in range(100):
        one = text(seed, words)
        other = [*one[: words - words // 5], *text(seed + 1000, words // 5)]
        same, runs = words - words // 5 - 3, words - 3
        found = similarity(sketch_of(" ".join(one)), sketch_of(" ".join(other)))
        wrong.append(found - same / (2 * runs - same))

    assert abs(mean(wrong)) < 0.03
    assert pstdev(wrong) < 0.09


def test_short_texts_that_have_one_run_in_common_share_no_band() -> None:
    sharing = 0
    for seed in range(200):
        one, other = text(seed, 25), text(seed + 1000, 25)
        other[5:9] = one[5:9]
        bands = set(bands_of(sketch_of(" ".join(one))))
        sharing += not bands.isdisjoint(bands_of(sketch_of(" ".join(other))))

    assert sharing == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" ", ", "),
        (" ", " \N{EM DASH} "),
        (" ", "\N{NO-BREAK SPACE}"),
        (" ", "\N{RIGHT DOUBLE QUOTATION MARK} \N{LEFT DOUBLE QUOTATION MARK}"),
        (" ", " \N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\n\n"),
        (" \N{LATIN SMALL LETTER E WITH ACUTE} ", " e\N{COMBINING ACUTE ACCENT} "),
        (" \N{CYRILLIC SMALL LETTER IO} ", " \N{CYRILLIC CAPITAL LETTER IO} "),
    ],
)
def test_how_words_are_set_does_not_count(one: str, other: str) -> None:
    words = text(3)

    assert sketch_of(one.join(words)) == sketch_of(other.join(words).upper())


def test_half_a_character_is_no_obstacle() -> None:
    assert similarity(sketch_of(" ".join(text(3)) + " \ud83d"), sketch_of(" ".join(text(3)))) > 0.9


@given(st.text(max_size=2000))
def test_any_text_has_a_sketch_that_postgres_can_hold(given: str) -> None:
    sketch = sketch_of(given)

    assert len(sketch) in {0, 64}
    assert all(-(2**31) <= value < 2**31 for value in (*sketch, *bands_of(sketch)))
