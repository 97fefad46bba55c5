"""Two revisions as lines of a diff; a line that changed in part shows its words."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from newscrawl.article_diff import closest, words_changed


def diff_lines(before: Sequence[str], after: Sequence[str], names: Sequence[str]) -> list[str]:
    """A unified diff in which ``~`` marks a line that changed: ``[-went-]`` and ``{+came+}``."""
    found: list[str] = []
    removed: list[str] = []
    for line in unified_diff(before, after, names[0], names[1], n=1, lineterm=""):
        if line.startswith("-") and not line.startswith("---"):
            removed.append(line)
        elif line.startswith("+") and not line.startswith("+++"):
            found += _came(line, removed)
        else:
            found += [*removed, line]
            removed = []
    return found + removed


def _came(line: str, removed: list[str]) -> Iterator[str]:
    """A line that came, together with the one that it was before if that is among the removed."""
    best = closest(line[1:], [gone[1:] for gone in removed])
    if best is None:
        yield from removed
        removed.clear()
        yield line
        return
    yield from removed[:best]
    yield "~" + _words(removed[best][1:], line[1:])
    del removed[: best + 1]


def _words(before: str, after: str) -> str:
    parts = []
    for same, went, came in words_changed(before, after):
        parts += [same] if same else []
        parts += [f"[-{went}-]"] if went else []
        parts += [f"{{+{came}+}}"] if came else []
    return " ".join(parts)
