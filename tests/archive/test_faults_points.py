import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.fault_points import KEYS

_NOTHING, _ALL = [0, len(KEYS), 0], [len(KEYS), 0, len(KEYS)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each attempt is a fork")
def test_a_kill_at_any_statement_leaves_all_or_nothing(database_url: str) -> None:
    command = [sys.executable, "-m", "tests.archive.fault_points", database_url]
    told = subprocess.run(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=True
    )
    attempts = [json.loads(line) for line in told.stdout.splitlines()]

    killed = [held for number, held in attempts if number == 9]
    assert len(killed) > 10, "the control: the kills hit"
    assert attempts[-1] == [0, _ALL]
    assert all(held in (_NOTHING, _ALL) for held in killed)
    assert _NOTHING in killed
    assert _ALL in killed, "the last point is behind the commit"
    assert sorted(killed) == killed, "what was acknowledged stays"
