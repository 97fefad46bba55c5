"""Know a running Postgres by its pid file, and stop it."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

#: Between two looks at a server that is stopping.
PAUSE_S = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Postmaster:
    """What ``postmaster.pid`` says; the process may be gone, or be another program's."""

    data: Path
    pid: int
    #: Folder of its socket, or None while the file is still being written.
    socket: Path | None

    def is_running(self) -> bool:
        """Whether the pid is that of a server on this data folder, not of whoever got it later."""
        if not self.pid_is_taken():
            return False
        try:
            # Postgres works in its data folder. A zombie works nowhere.
            in_proc = Path(f"/proc/{self.pid}/cwd")
            folder = in_proc if Path("/proc/self").exists() else folder_by_lsof(self.pid)
            return folder.samefile(self.data)
        except OSError:
            # Another account's process, or just gone. Should it be our server after all, then
            # it holds the server lock, and nothing is started beside it.
            return False

    def pid_is_taken(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
        return True

    def stop(self, patience_s: float) -> bool:
        """Ask for a fast shutdown and wait; False if it takes longer than that."""
        deadline = time.monotonic() + patience_s
        try:
            os.kill(self.pid, signal.SIGINT)
        except ProcessLookupError:
            return True
        while self.is_running():
            if time.monotonic() > deadline:
                return False
            time.sleep(PAUSE_S)
        return True


def read_postmaster(data: Path) -> Postmaster | None:
    """What the pid file of a data folder says; None if there is none, or nothing readable."""
    try:
        lines = (data / "postmaster.pid").read_text(errors="surrogateescape").splitlines()
        # A standby writes a minus before its number.
        pid = abs(int(lines[0]))
    except (FileNotFoundError, IndexError, ValueError):
        return None
    socket = Path(lines[4]) if len(lines) > 4 and lines[4] else None
    return Postmaster(data=data, pid=pid, socket=socket)


def folder_by_lsof(pid: int) -> Path:
    """The folder a process works in, for macOS, which brings lsof instead of ``/proc``."""
    answer = subprocess.run(
        [shutil.which("lsof") or "/usr/sbin/lsof", "-a", "-d", "cwd", "-Fn", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in answer.stdout.splitlines() if line.startswith("n")]
    if not lines:
        raise ProcessLookupError(f"process {pid} works nowhere")
    return Path(lines[0][1:])
