"""Put lines into the user's crontab between two comments, and take them out again."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from newscrawl.errors import NewscrawlError

#: What the crontab programs of the world say where there is none yet.
_NONE_YET = (b"no crontab for", b"No such file or directory")


def install(home: Path, lines: Sequence[str]) -> None:
    """Put these lines, or none, in the place of the home's earlier ones; others stay."""
    program = shutil.which("crontab")
    if program is None:
        raise NewscrawlError(
            "there is no crontab program on this machine: see newscrawl schedule --systemd"
        )
    listed = _started(program, "-l")
    is_none_yet = listed.returncode and any(said in listed.stderr for said in _NONE_YET)
    before = b"" if is_none_yet else _checked(listed).stdout
    after = replaced(before, home, [os.fsencode(line) + b"\n" for line in lines])
    if after != before:
        _checked(_started(program, "-", given=after))


def replaced(crontab: bytes, home: Path, lines: Sequence[bytes]) -> bytes:
    """The crontab with these lines of the home, or without any, and all else byte for byte."""
    begin, end = (
        b"# %b of newscrawl in %b" % (word, os.fsencode(home)) for word in (b"begin", b"end")
    )
    block = [begin + b"\n", *lines, end + b"\n"] if lines else []
    found = crontab.splitlines(keepends=True)
    bare = [line.rstrip(b"\r\n") for line in found]
    if begin not in bare:
        if block and found and not found[-1].endswith(b"\n"):
            found[-1] += b"\n"
        return b"".join([*found, *block])
    first = bare.index(begin)
    if end not in bare[first:]:
        raise NewscrawlError(f"the crontab has no line {os.fsdecode(end)!r}: crontab -e")
    last = bare.index(end, first)
    return b"".join([*found[:first], *block, *found[last + 1 :]])


def _started(
    program: str, argument: str, given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    # In other languages it would say otherwise that there is none.
    environ = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(
        [program, argument], input=given, capture_output=True, env=environ, check=False
    )


def _checked(done: "subprocess.CompletedProcess[bytes]") -> "subprocess.CompletedProcess[bytes]":
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or f"code {done.returncode}"
        raise NewscrawlError(f"crontab refused: {said}")
    return done
