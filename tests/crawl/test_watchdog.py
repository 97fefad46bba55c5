"""The hard stop of a crawl begins in a process that may fork."""

import subprocess
import sys
from pathlib import Path

import pytest

_THREADS = """
import os
from newscrawl.crawl.watchdog import HardStop

os.register_at_fork(before=lambda: print(len(os.listdir("/proc/self/task"))))
stop = HardStop([15], 11, 60.0)
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs the kernel's threads")
def test_a_hard_stop_forks_before_there_are_threads() -> None:
    # Python 3.12 and later warn of the others: a lock that one of them holds stays held.
    command = [sys.executable, "-W", "error", "-c", _THREADS]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == ("1\n", "")
