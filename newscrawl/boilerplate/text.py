"""How a rule sees a line: typography folded, so that one pattern fits all its spellings."""

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


def fold(text: str) -> str:
    """The text with plain quotes, dashes and single spaces; invisible characters are dropped."""
    return " ".join(text.translate(_FOLDED).split())
