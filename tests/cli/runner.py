"""Run the command as a person does: a process, its output, its code."""

import os
import subprocess
import sys
from pathlib import Path

from tests.ready_programs import run_ready

COMMAND = [sys.executable, "-m", "newscrawl.cli"]


def newscrawl(
    *args: str, stdin: bytes | None = None, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """``environment`` comes on top of our own, without any archive that it names."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    done = run_ready(
        [*COMMAND, *args], input=stdin, cwd=cwd, env={**own, **environment}, timeout=120
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )
