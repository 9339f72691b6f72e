"""One window writes to a file."""

from __future__ import annotations

import pytest

from timeline_app.model.problem import Problem
from timeline_app.storage.lock import FileLock


def test_a_file_is_locked_until_it_is_given_back(tmp_path):
    path = tmp_path / "a.timeline"
    path.touch()
    lock = FileLock(path)
    with pytest.raises(Problem) as caught:
        FileLock(path)
    assert caught.value.step.code == "dossier-locked"
    lock.release()
    lock.release()
    FileLock(path).release()
