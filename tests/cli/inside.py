"""Run the command without a process of its own: a second less for each of many."""

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout

import pytest

from newscrawl.cli import main


def newscrawl_inside(*args: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """What ``runner.newscrawl`` gives, for commands that start and change nothing in here."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name in ("NEWSCRAWL_HOME", "NEWSCRAWL_DATABASE_URL", "NEWSCRAWL_CONTACT"):
            patch.delenv(name, raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            main(list(args))
    said = [_said(each) for each in (out, err)]
    assert isinstance(ended.value.code, int)
    return subprocess.CompletedProcess(list(args), int(ended.value.code), *said)


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
