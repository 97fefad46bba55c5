"""What a pid file says, and whose process that is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.archive.postgres.postmaster import Postmaster, folder_by_lsof, read_postmaster


@pytest.mark.parametrize("text", [None, "", "\n", "no number\n/data\n"])
def test_a_pid_file_that_says_nothing_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "postmaster.pid").write_text(text)

    assert read_postmaster(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "socket"),
    [("123\n/data\n", None), ("123\n/data\n1\n5432\n/a b\n\n", Path("/a b"))],
)
def test_a_pid_file_names_the_socket_when_it_is_complete(
    tmp_path: Path, text: str, socket: Path | None
) -> None:
    (tmp_path / "postmaster.pid").write_text(text)

    assert read_postmaster(tmp_path) == Postmaster(data=tmp_path, pid=123, socket=socket)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="without /proc, lsof is asked")
def test_a_process_is_ours_by_the_folder_it_works_in(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"], cwd=tmp_path) as process:
        assert Postmaster(data=tmp_path, pid=process.pid, socket=None).is_running()
        assert not Postmaster(data=tmp_path / "..", pid=process.pid, socket=None).is_running()
        process.kill()
        # Dead, and not yet waited for: its number is still taken.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        dead = Postmaster(data=tmp_path, pid=process.pid, socket=None)
        assert dead.pid_is_taken()
        assert not dead.is_running()
    assert not dead.pid_is_taken()


@pytest.mark.skipif(shutil.which("lsof") is None, reason="lsof is not installed")
def test_lsof_tells_the_folder_a_process_works_in(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"], cwd=tmp_path) as process:
        assert folder_by_lsof(process.pid).samefile(tmp_path)
        process.kill()
    with pytest.raises(ProcessLookupError):
        folder_by_lsof(process.pid)


def test_a_server_that_does_not_stop_in_time_is_told(tmp_path: Path) -> None:
    code = "import signal; signal.signal(2, signal.SIG_IGN); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as stubborn:
        assert stubborn.stdout is not None
        stubborn.stdout.readline()

        assert not Postmaster(data=tmp_path, pid=stubborn.pid, socket=None).stop(0.1)
        stubborn.kill()
