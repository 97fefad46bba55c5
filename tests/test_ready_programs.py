"""A program that is forked from a loaded process is like one that is started."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.ready_programs import ReadyProgram, run_ready

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")

#: Tells what a process knows of itself; given a number, it ends so.
_TELLS = """
import atexit, json, os, signal, sys
atexit.register(print, "the last word")
print(json.dumps({
    "arguments": sys.argv, "folder": os.getcwd(), "environ": dict(os.environ),
    "path": [each for each in sys.path if each not in ("", os.getcwd())],
    "parent": os.getppid(), "main": __name__, "input": sys.stdin.read(),
    "buffered": [sys.stdout.line_buffering, sys.stderr.line_buffering],
    "open": sorted(os.listdir("/proc/self/fd")), "group": os.getpgid(0) == os.getpid(),
    "handlers": {each.name: str(signal.getsignal(each)) for each in signal.Signals},
    "encodings": [each.encoding for each in (sys.stdin, sys.stdout, sys.stderr)],
}))
print("said", file=sys.stderr)
if sys.argv[1:]:
    sys.exit(int(sys.argv[1]))
"""


@pytest.mark.parametrize("ignored", [None, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("arguments", [(), ("7",)])
@pytest.mark.parametrize("given", [{}, {"start_new_session": True}])
def test_it_knows_what_one_that_is_started_knows(
    ignored: int | None, arguments: tuple[str, ...], given: dict[str, Any], tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _TELLS, *arguments]
    given |= {"text": True, "cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(tmp_path)}}
    before = signal.signal(ignored, signal.SIG_IGN) if ignored else None
    try:
        ready = run_ready(command, input="read", **given)
        started = subprocess.run(command, input="read", capture_output=True, **given)
    finally:
        if ignored:
            signal.signal(ignored, before)

    assert (ready.returncode, ready.stderr) == (started.returncode, started.stderr)
    assert _told(ready) == _told(started)
    assert ready.returncode == int(arguments[0] if arguments else 0)


def _told(done: "subprocess.CompletedProcess[str]") -> dict[str, Any]:
    first, last = done.stdout.splitlines()
    assert last == "the last word"
    told: dict[str, Any] = json.loads(first)
    return told


def test_it_is_forked_and_has_everything_loaded_or_says_what_is_cold() -> None:
    command = [sys.executable, "-c", "import sys; print('newscrawl.crawl.spider' in sys.modules)"]

    assert run_ready(command).stdout == b"True\n"
    assert run_ready(command, env={**os.environ, "PYTHONHASHSEED": "1"}).stdout == b"False\n"


def test_what_hides_a_loaded_module_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "flask.py").write_text("raise ModuleNotFoundError('flask')")
    command = [sys.executable, "-c", "import flask"]

    done = run_ready(command, env={**os.environ, "PYTHONPATH": str(tmp_path)})

    assert b"ModuleNotFoundError" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_can_be_ended_and_waited_for(number: signal.Signals) -> None:
    command = [sys.executable, "-c", "print('ready', flush=True); input()"]
    with ReadyProgram(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        assert process.poll() is None
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.01)
        process.send_signal(number)
        assert process.wait(60) == -number
