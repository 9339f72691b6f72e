"""What can go wrong through no fault of ours? The world's errors: a code with arguments, worded by ``wording``."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.model.step import Argument, Step


class Problem(Exception):
    """Something the user can act upon: an unreadable file, a newer format, a full disk. Never a bug of the program.

    ``step`` carries the code (``file-missing``, ``file-empty``, ``file-binary``, ``file-too-large``, ``no-articles``,
    ``date-unreadable``, ``format-unknown``, ``no-display``, ``dossier-newer``, ``dossier-damaged``, ``disk-full``,
    ``read-only``, ``dossier-locked`` ...) and its arguments, among them ``path`` where a file is meant.
    """

    def __init__(self, code: str, **arguments: Argument) -> None:
        self.step = Step(code, tuple(arguments.items()))
        super().__init__(code, arguments)

    def __reduce__(self) -> tuple[Callable[[Step], Problem], tuple[Step]]:
        return _again, (self.step,)


def _again(step: Step) -> Problem:
    """The problem that another process met."""
    return Problem(step.code, **dict(step.arguments))
