"""The ``newscrawl`` command: one small module per noun."""

from newscrawl.cli.commands import main, newscrawl

__all__ = ["main", "newscrawl"]
