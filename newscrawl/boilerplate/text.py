"""How a rule sees a line: typography folded, so that one pattern fits all its spellings."""

import re

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
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text with plain quotes, dashes and single spaces; invisible characters are dropped."""
    return _SPACE.sub(" ", text.translate(_FOLDED)).strip()
