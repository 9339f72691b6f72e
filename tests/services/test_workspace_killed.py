"""A program killed at any moment has lost nothing it showed as done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

KILLS = 220


def test_a_program_killed_two_hundred_times_loses_nothing_it_showed_as_done(capsys):
    script = Path(__file__).with_name("killing.py")
    done = subprocess.run([sys.executable, "-W", "error", script, str(KILLS), "11"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    with capsys.disabled():
        print(f"\n  survived {found}", end=" ")
    assert found["kills"] == KILLS
    assert found["told"] >= KILLS * 4 // 5
    assert found["journals"] > 0, "no kill fell into a transaction: the test proves nothing"
