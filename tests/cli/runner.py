"""Run the command as a person does: a process, its output, its code."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ready_programs import run_ready

Program = subprocess.Popen[str]
COMMAND = [sys.executable, "-m", "newscrawl.cli"]


def own_environ() -> dict[str, str]:
    """Ours, without any archive that it names."""
    return {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}


@contextmanager
def started(*args: str, **environment: str) -> Iterator[Program]:
    """The command under way; what is left of it at the end is killed."""
    with subprocess.Popen(
        [*COMMAND, *args],
        env={**own_environ(), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def newscrawl(
    *args: str, stdin: bytes | None = None, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """``environment`` comes on top of our own, without any archive that it names."""
    env = {**own_environ(), **environment}
    done = run_ready([*COMMAND, *args], input=stdin, cwd=cwd, env=env, timeout=120)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )
