"""Who may write to this file? One program at a time; others may still read it, and copying it by hand stays possible."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from timeline_app.model.problem import Problem

# Windows locks a byte for all others: one far beyond anything SQLite reads or locks (its lock bytes lie at 2**30).
_FAR = 1 << 40
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FileLock:
    """The right to write to one file, until ``release``; Problem ``dossier-locked`` when another window has it.

    It must be taken before SQLite opens the file and given back after it has closed it: closing any handle of a file
    drops the POSIX locks the process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            _take(self._handle)
        except OSError as wrong:
            os.close(self._handle)
            if wrong.errno in _TAKEN:
                raise Problem("dossier-locked", path=str(path)) from wrong
            raise

    def release(self) -> None:
        """Let others write."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows only

        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        return
    import fcntl  # noqa: PLC0415 - POSIX only

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as wrong:
        if wrong.errno not in {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}:  # some network folders know no locks
            raise
