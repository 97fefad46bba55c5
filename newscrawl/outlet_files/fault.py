"""What is wrong with an outlet file: the place, its line, and what to do about it."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; its text is one line."""

    #: The file, or what else names the outlet.
    file: str
    line: int | None
    #: What is wrong, and the remedy.
    says: str

    def __str__(self) -> str:
        return f"{self.file}{f':{self.line}' if self.line else ''}: {self.says}"


class SourceLines:
    """The lines of a file; none where it cannot be read as Python."""

    def __init__(self, path: Path | None) -> None:
        self._nodes: list[ast.AST] = []
        try:
            if path is not None:
                self._nodes = [*ast.walk(ast.parse(path.read_bytes()))]
        except (OSError, SyntaxError, ValueError):
            return

    def line_of(self, value: object, word: str) -> int | None:
        """Where a text or number is written, else where the word is given, else ``OUTLET``.

        The same text may be written for another word, too: what the word is given comes first.
        """
        given = [node for node in self._nodes if isinstance(node, ast.keyword) and node.arg == word]
        inside = (inner for node in given for inner in ast.walk(node))
        named = (n.lineno for n in self._nodes if isinstance(n, ast.Name) and n.id == "OUTLET")
        return (
            _line_of_constant(value, inside)
            or _line_of_constant(value, self._nodes)
            or next((node.lineno for node in given), None)
            or next(named, None)
        )


def _line_of_constant(value: object, nodes: Iterable[ast.AST]) -> int | None:
    if not isinstance(value, str | int | float):
        return None
    held = (node for node in nodes if isinstance(node, ast.Constant))
    return min((node.lineno for node in held if node.value == value), default=None)
