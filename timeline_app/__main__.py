"""The command: ``timeline-app``. Looks at the first word and loads only what that command needs."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from timeline_app import __version__

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

_IN_TERMINAL = ("tag", "extract", "export")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status: 2 for a user's error, told in one line."""
    from timeline_app.command.terminal import complain, let_go, write_utf8  # noqa: PLC0415 (the window starts without)
    from timeline_app.model.problem import Problem  # noqa: PLC0415

    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()  # the window's workers are started as this program again
    write_utf8()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except Problem as problem:
        with suppress(OSError):
            sys.stdout.flush()
        complain(problem)
        return 2
    except BrokenPipeError:
        let_go()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        let_go()
        complain(Problem("disk-full", path="-"))
        return 2
    return status


def _run(arguments: list[str]) -> int:
    from timeline_app.command.parser import parsed  # noqa: PLC0415

    command = arguments[0] if arguments else ""
    if command in _IN_TERMINAL:
        return _in_terminal(command)(parsed(command, arguments[1:]))
    if command == "screenshot":
        return _screenshot(arguments[1:])
    options = parsed("window", arguments)
    if options.version:
        sys.stdout.write(f"timeline-app {__version__}\n")
        return 0
    return _window(options.paths, probe_only=options.probe_display)


def _in_terminal(command: str) -> Callable[[Namespace], int]:
    """The command's function; written out, so that the standalone program is built with all of them."""
    if command == "tag":
        from timeline_app.command.tag import run  # noqa: PLC0415
    elif command == "extract":
        from timeline_app.command.extract import run  # noqa: PLC0415
    else:
        from timeline_app.command.export import run  # noqa: PLC0415
    return run


def _window(paths: list[str], *, probe_only: bool) -> int:
    from pathlib import Path  # noqa: PLC0415

    from timeline_app.command.display import usable  # noqa: PLC0415
    from timeline_app.model.problem import Problem  # noqa: PLC0415

    for path in paths:
        if not Path(path).exists():
            raise Problem("file-missing", path=path)
    if not usable():
        raise Problem("no-display")
    if probe_only:
        return 0
    from timeline_app.ui.application import run  # noqa: PLC0415 (Qt)

    return run(paths)


def _screenshot(arguments: list[str]) -> int:
    from pathlib import Path  # noqa: PLC0415

    from timeline_app.command.parser import parsed  # noqa: PLC0415
    from timeline_app.model.problem import Problem  # noqa: PLC0415

    options = parsed("screenshot", arguments)
    folder = Path(options.to).absolute().parent
    if not folder.is_dir() or Path(options.to).is_dir():
        raise Problem("write-failed", path=options.to, reason="is a folder" if folder.is_dir() else "no such folder")
    from timeline_app.ui.screenshot import take  # noqa: PLC0415 (Qt)

    take(options)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
