"""How this very newscrawl is started again: by cron, by systemd, by `crawl-due`."""

import os
import sys
from pathlib import Path


def own_command() -> list[str]:
    """The program that runs and its arguments up to the command, by their whole paths."""
    program = Path(sys.argv[0])
    if program.name.startswith("newscrawl") and os.access(program, os.X_OK) and program.is_file():
        return [str(program.absolute())]
    return [sys.executable, "-m", "newscrawl.cli"]


def log_folder(home: Path) -> Path:
    """Where runs that nobody watches write."""
    return home / "log"
