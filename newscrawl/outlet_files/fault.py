"""What is wrong with an outlet file: the place, and what to do about it."""

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


def place_of(path: Path | None, otherwise: str) -> str:
    return str(path) if path else otherwise
