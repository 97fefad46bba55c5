"""The ``newscrawl`` command: one small module per noun."""

from newscrawl.cli.commands import main as main
from newscrawl.cli.commands import newscrawl as newscrawl
