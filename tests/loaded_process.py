"""The process that ready programs are forked from: it loads and learns what they do, and waits."""

import atexit
import contextlib
import gc
import json
import os
import pkgutil
import runpy
import signal
import socket
import sys
import threading
import time
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy.orm import configure_mappers

import newscrawl
from newscrawl import outlets
from newscrawl.outlet import rules_of
from newscrawl.page import Page
from newscrawl.read_page import read_page
from tests.site.example import ExampleSite

#: What a crawl loads when it is under way.
_LATE = (
    *("alembic.command", "alembic.runtime.environment", "uvloop"),
    *("scrapy.commands.crawl", "scrapy.commands.parse", "scrapy.commands.shell"),
    *("scrapy.core.engine", "scrapy.core.scheduler", "scrapy.squeues"),
)
#: Named so by the socket's other end: nothing more comes.
_NOTHING = b""
#: What every Python ignores from its beginning.
_BY_PYTHON = {signal.SIGPIPE, signal.SIGXFSZ}


def load() -> None:
    """All of newscrawl but what starts by being imported."""
    for module in pkgutil.walk_packages(newscrawl.__path__, "newscrawl."):
        if not module.name.endswith((".__main__", ".preload_crawl", ".preload_replay", ".env")):
            import_module(module.name)
    for name in _LATE:
        with contextlib.suppress(ImportError):
            import_module(name)
    prepare()
    assert "twisted.internet.reactor" not in sys.modules, "each program has a reactor of its own"
    assert len([*Path("/proc/self/task").iterdir()]) == 1, "threads do not survive a fork"


def prepare() -> None:
    """What a program does once in its life, when it is first needed: half of what a crawl costs.

    Tables are mapped, outlet files checked, patterns compiled, months found in all languages.
    """
    configure_mappers()
    # Ours alone, whatever the environment says: programs have environments of their own.
    outlet = {file.name: file.outlet for file in outlets._bundled()}["moscow_times"]
    site = ExampleSite()
    for story in site.stories:
        _, _, html = site.respond(story.path)
        read_page(Page(site.edition.home + story.path, html), outlet, rules_of(outlet))


def next_program(channel: socket.socket) -> dict[str, Any]:
    """What to run, in a process of its own: in this one, this does not come back."""
    while True:
        begun, streams, _, _ = socket.recv_fds(channel, 4, 3)
        if begun == _NOTHING:
            sys.exit()
        asked: dict[str, Any] = json.loads(read(channel, int.from_bytes(begun, "big")))
        between = os.fork()
        if not between and _is_the_program(channel):
            channel.close()
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            return asked
        for stream in streams:
            os.close(stream)
        os.waitpid(between, 0)
        channel.sendall(b"!")


def _is_the_program(channel: socket.socket) -> bool:
    """Fork once more: who asked adopts the program when the process between is gone."""
    between, program = os.getpid(), os.fork()
    if program:
        channel.sendall(program.to_bytes(4, "big"))
        os._exit(0)
    while os.getppid() == between:
        time.sleep(0.0005)
    return True


def become(asked: dict[str, Any]) -> None:
    """Take over what belongs to a process that was started so."""
    if asked["session"]:
        os.setsid()
    for number in signal.valid_signals() - _BY_PYTHON - {signal.SIGKILL, signal.SIGSTOP}:
        ignored = number in asked["ignored"]
        default = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, signal.SIG_IGN if ignored else default)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environ"])
    own = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:1] = [str(Path.cwd()), *filter(None, own)]
    sys.argv = [asked["program"][0], *asked["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = (
        _anew(*each) for each in ((0, "r", sys.stdin), (1, "w", sys.stdout), (2, "w", sys.stderr))
    )


def _anew(number: int, mode: str, before: Any) -> Any:
    """A stream as Python makes it at its beginning: what one was for may not be what it is for."""
    alike = {"encoding": before.encoding, "errors": before.errors}
    stream: Any = open(number, mode, closefd=False, **alike)  # noqa: SIM115 - as long as we live
    stream.reconfigure(line_buffering=before.line_buffering, write_through=before.write_through)
    return stream


def read(channel: socket.socket, length: int) -> bytes:
    return channel.recv(length, socket.MSG_WAITALL)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load()
    gc.collect()
    gc.freeze()
    asked = next_program(socket.socket(fileno=int(sys.argv[1])))
    become(asked)
    try:
        run(*asked["program"])
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        leave(end.code or 0)
    leave(0)


def run(option: str, program: str) -> None:
    if option == "-m":
        runpy.run_module(program, run_name="__main__", alter_sys=True)
    else:
        sys.modules["__main__"] = ModuleType("__main__")
        exec(compile(program, "<string>", "exec"), sys.modules["__main__"].__dict__)


def leave(code: int) -> None:
    """End as Python does, but for taking apart what was loaded: 0.14 s, and a copy of all of it."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    with contextlib.suppress(OSError, ValueError):
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(code & 0xFF)
    # Python itself tells of what could not be written.
    sys.exit(code)


if __name__ == "__main__":
    main()
