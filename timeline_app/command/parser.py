"""Which words may follow ``timeline-app``? One small parser a command, built when it is called for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from timeline_app.command.terminal import complain, terminal_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MONTHS = ("morocco", "maghreb", "gulf", "levant", "doubled")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        complain(message)
        raise SystemExit(2)


def parsed(command: str, arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command of :data:`COMMANDS`; exits with status 2 and one line when they are wrong."""
    name = "timeline-app" if command == "window" else f"timeline-app {command}"
    parser = _Parser(prog=name, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter)
    COMMANDS[command](parser)
    return parser.parse_args(arguments)


def _say(msgid: str, **arguments: Any) -> str:
    return terminal_wording().text(msgid, "command", **arguments)


def _window(parser: argparse.ArgumentParser) -> None:
    parser.usage = "timeline-app [PATH ...] | timeline-app COMMAND ..."
    parser.description = _say("Turns articles into a chronology. Opens the window on the paths, the last dossier or the sample.")
    lines = [
        f"  tag         {_say('the time expressions of a text, as JSON')}",
        f"  extract     {_say('the chronology of articles, to read or as JSON')}",
        f"  export      {_say('a dossier or articles, written to a file')}",
        f"  screenshot  {_say('the window, drawn to a PNG file')}",
    ]
    parser.epilog = "\n".join([_say("commands, each with its own --help:"), *lines])
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_say("an article, a folder of articles or a .timeline dossier"))
    parser.add_argument("--version", action="store_true", help=_say("the version"))
    parser.add_argument("--probe-display", action="store_true", help=_say("whether the window could open: status 0, otherwise 2"))


def _tag(parser: argparse.ArgumentParser) -> None:
    parser.description = _say("Prints the time expressions of a text, resolved and with the reasons, as JSON.")
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help=_say("a text file; - or nothing for standard input"))
    _published(parser)
    parser.add_argument(
        "--jsonl", action="store_true", help=_say('lines {"id", "text", "published"} in, lines {"id", "expressions"} out')
    )
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help=_say("of the reasons"))


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.description = _say("Prints the chronology of all the articles together: events, sources, contradictions.")
    _paths(parser, "*")
    _published(parser)
    parser.add_argument("--manifest", metavar="FILE", help=_say('lines {"path", "published"}; - for standard input'))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_say("text to read, or JSON"))
    _voice(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.description = _say("Writes a dossier, or the chronology of articles, to a file.")
    _paths(parser, "+")
    _published(parser)
    parser.add_argument(
        "--to", required=True, metavar="FILE", help=_say("the file to write, - for standard output; its ending names the format")
    )
    parser.add_argument("--format", metavar="NAME", help=_say("the format, where the ending does not say"))
    _voice(parser)


def _screenshot(parser: argparse.ArgumentParser) -> None:
    parser.description = _say("Draws the window, without a display, to a PNG file.")
    _paths(parser, "*")
    parser.add_argument("--to", required=True, metavar="FILE.png")
    parser.add_argument("--size", default="1600x1000", metavar="WIDTHxHEIGHT")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("ar", "en"), default="ar")
    parser.add_argument("--axis", choices=("rtl", "ltr"))
    parser.add_argument("--proportion", choices=("true", "folded"))
    parser.add_argument("--lanes", nargs="?", const="source", choices=("source", "kind", "place", "packed"))
    parser.add_argument("--select", metavar="EVENT")
    parser.add_argument("--view", metavar="FROM/UNTIL")


def _paths(parser: argparse.ArgumentParser, how_many: str) -> None:
    parser.add_argument(
        "paths", nargs=how_many, metavar="PATH", help=_say("an article, a folder of articles or a .timeline dossier")
    )


def _published(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--published", metavar="DATE", help=_say("the day it appeared: 2025-11-24 or 2025-11-24T10:30"))


def _voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help=_say("of dates and labels"))
    parser.add_argument("--months", choices=MONTHS, default="morocco", help=_say("whose month names"))
    parser.add_argument("--digits", choices=("latin", "arabic"), default="latin", help=_say("of dates and counts"))
    parser.add_argument("--hijri", action="store_true", help=_say("Hijri dates in brackets"))


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "window": _window,
    "tag": _tag,
    "extract": _extract,
    "export": _export,
    "screenshot": _screenshot,
}
