"""How a rule sees a line: typography folded, so that one pattern fits all its spellings."""

from functools import lru_cache

_FOLDED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "…": "...",
        "\u00ad": None,
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
    }
)


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """The text with plain quotes, dashes and single spaces; invisible characters are dropped.

    The texts of a page are folded for its rules, and again for its hashes: hence the cache.
    """
    return " ".join((text if text.isascii() else text.translate(_FOLDED)).split())
