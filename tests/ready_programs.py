"""Start programs of ours from a process that has loaded what they load: 1.5 s of CPU less for each.

What runs is the program itself, in a process of its own: its arguments, environment, folder,
streams, signals and exit code are its own, and whoever starts it is its parent. Where the way that
a process begins is what a test is about, it uses ``subprocess`` itself.
"""

import atexit
import ctypes
import inspect
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

_CHECKOUT = Path(__file__).parents[1]
#: What an interpreter, or what it is linked with, reads when it begins, by how it is called.
_READ_AT_START = ("PYTHON", "LD_", "LC_", "LANG", "TZ", "MALLOC_", "SSL_", "OPENSSL_")
#: Understood by the process that forks, too.
_UNDERSTOOD = ("PYTHONPATH",)
#: prctl(2): who is left without a parent below this process becomes its child.
_ADOPT = 36


class ReadyProgram(subprocess.Popen[Any]):
    """Python with ``-m`` or ``-c``, as ``subprocess.Popen`` has it, forked where that is alike."""

    def _execute_child(self, *given: Any) -> None:
        ask = dict(_PARAMETERS.bind(self, *given).arguments)
        command = [str(part) for part in ask["args"]]
        streams = [
            own if theirs == -1 else theirs
            for own, theirs in enumerate((ask["p2cread"], ask["c2pwrite"], ask["errwrite"]))
        ]
        if _is_cold(command, ask, streams):
            super()._execute_child(*given)  # type: ignore[misc]
            return
        self.pid = _LOADED.start(
            streams,
            {
                "program": command[1:3],
                "arguments": command[3:],
                "environ": dict(os.environ if ask["env"] is None else ask["env"]),
                "folder": str(ask["cwd"] or Path.cwd()),
                "session": ask["start_new_session"],
                "ignored": [each for each in signal.valid_signals() if _is_ignored(each)],
            },
        )
        self._child_created = True
        ends = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
        self._close_pipe_fds(*(ask[end] for end in ends))  # type: ignore[attr-defined]


def run_ready(
    command: list[str], *, input: Any = None, timeout: float | None = None, **given: Any
) -> subprocess.CompletedProcess[Any]:
    """As ``subprocess.run`` does with ``capture_output`` and without ``check``."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if input is not None:
        streams["stdin"] = subprocess.PIPE
    with ReadyProgram(command, **{**streams, **given}) as process:
        try:
            told = process.communicate(input, timeout)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(command, process.returncode, *told)


#: What the loaded process begins with.
_ENVIRON = dict(os.environ)
_PARAMETERS = inspect.signature(subprocess.Popen._execute_child)  # type: ignore[attr-defined]


def _is_cold(command: list[str], ask: dict[str, Any], streams: list[int]) -> bool:
    """Whether there is something of which a fork would know nothing."""
    environ = os.environ if ask["env"] is None else ask["env"]
    return (
        sys.platform != "linux"
        or command[0] != sys.executable
        or command[1] not in ("-m", "-c")
        or any(os.isatty(stream) for stream in streams)
        or any(ask[name] for name in ("preexec_fn", "pass_fds", "shell"))
        or _at_start(environ) != _at_start(_ENVIRON)
        or any(map(PathFinder.find_spec, _modules(environ.get("PYTHONPATH", ""))))
    )


def _modules(path: str) -> set[str]:
    """What a path of a program's own may be there for: to hide what is loaded, too."""
    folders = filter(None, path.split(os.pathsep))
    return {each.stem for folder in folders for each in Path(folder).iterdir()}


def _is_ignored(number: int) -> bool:
    return signal.getsignal(number) == signal.SIG_IGN


def _at_start(environ: Any) -> dict[str, str]:
    return {
        name: value
        for name, value in environ.items()
        if name.startswith(_READ_AT_START) and name not in _UNDERSTOOD
    }


class _LoadedProcess:
    """The process that has loaded everything, once one is asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._channel: socket.socket | None = None

    def start(self, streams: list[int], asked: dict[str, Any]) -> int:
        """A child of this process."""
        with self._lock:
            if self._channel is None:
                self._channel = self._begin()
            _adopt(True)
            try:
                message = json.dumps(asked).encode()
                socket.send_fds(self._channel, [len(message).to_bytes(4, "big")], streams)
                self._channel.sendall(message)
                told = self._channel.recv(5, socket.MSG_WAITALL)
            finally:
                _adopt(False)
        assert len(told) == 5, "the loaded process ended"
        return int.from_bytes(told[:4], "big")

    def _begin(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.loaded_process", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                cwd=_CHECKOUT,
                env=_ENVIRON,
                stdin=subprocess.DEVNULL,
            )
        atexit.register(process.wait, 10)
        atexit.register(ours.close)
        return ours


_LOADED = _LoadedProcess()


def _adopt(does: bool) -> None:
    ctypes.CDLL(None).prctl(_ADOPT, int(does), 0, 0, 0)
