"""A bare desktop for one test: a screen (Xvfb), a session bus with AT-SPI, a home of its own, and hands (xdotool)."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

HERE = Path(__file__).parent
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SESSION_BUS = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1")
STILL = 0.3  # seconds a hand rests
PATIENCE = 60.0  # seconds to wait for anything to appear


@dataclass
class Node:
    """One node of the accessibility tree."""

    role: str
    name: str
    description: str
    showing: bool
    focused: bool
    selected: bool
    enabled: bool
    box: tuple[int, int, int, int] | None
    text: str
    children: list[Node] = field(default_factory=list)

    @classmethod
    def read(cls, raw: dict) -> Node:
        box = tuple(raw["box"]) if raw["box"] else None
        plain = {key: raw[key] for key in ("role", "name", "description", "showing", "focused", "selected", "enabled")}
        return cls(**plain, box=box, text=raw.get("text", ""), children=[cls.read(c) for c in raw["children"]])

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def centre(self) -> tuple[int, int]:
        assert self.box is not None
        x, y, width, height = self.box
        return x + width // 2, y + height // 2


class Desktop:
    """A screen with the program on it. Use as a context manager."""

    def __init__(self, home: Path, size: str = "1600x1000") -> None:
        self.home = home
        self.size = size
        self.processes: list[subprocess.Popen] = []
        self.program: subprocess.Popen | None = None
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def __enter__(self) -> Self:
        (self.home / "run").mkdir(parents=True, exist_ok=True)
        (self.home / "run").chmod(0o700)
        self.env["DISPLAY"] = ":" + self._line(
            "Xvfb", "-displayfd", "1", "-screen", "0", f"{self.size}x24", "-nolisten", "tcp", "-noreset"
        )
        # Both keyboards, so that xdotool finds every letter on a key. Otherwise it gives a spare key a new meaning for each
        # letter, and a busy program reads the key after its meaning has changed again.
        subprocess.run(["setxkbmap", "-layout", "us,ara"], env=self.env, check=True, timeout=30)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._line(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"
        )
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        self.processes.append(subprocess.Popen([launcher, "--launch-immediately"], env=self.env, stderr=subprocess.DEVNULL))
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        for process in reversed(self.processes):
            process.terminate()
            process.wait(10)
            if process.stdout:
                process.stdout.close()

    def _line(self, *command: str) -> str:
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.processes.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    # -- the program --------------------------------------------------------------------------------------------------

    def start(self, *arguments: str) -> None:
        """Start the program and wait until its window is on the screen."""
        program = shutil.which("timeline-app", path=str(Path(sys.executable).parent)) or "timeline-app"
        self.log = (self.home / "program.log").open("ab")
        self.program = subprocess.Popen([program, *arguments], env=self.env, cwd=self.home, stdout=self.log, stderr=self.log)
        self.window = self._wait(lambda: self._xdotool("search", "--onlyvisible", "--pid", str(self.program.pid)).split()[-1:])[0]
        self._xdotool("windowmove", "--sync", self.window, "0", "0")
        self._xdotool("windowsize", self.window, *self.size.split("x"))
        self._xdotool("windowfocus", "--sync", self.window)

    def kill(self) -> None:
        """Kill -9, as a crash does."""
        if self.program is not None:
            self.program.send_signal(signal.SIGKILL)
            self.program.wait(10)
            self.program = None
            self.log.close()

    def printed(self) -> str:
        """What the program wrote to its terminal."""
        return (self.home / "program.log").read_text("utf-8", errors="replace")

    # -- eyes ---------------------------------------------------------------------------------------------------------

    def tree(self) -> list[Node]:
        """Every node of the program's accessibility tree, from the root down."""
        done = subprocess.run(
            ["/usr/bin/python3", str(HERE / "accessible_tree.py"), "5"],
            env=self.env,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return [node for raw in json.loads(done.stdout) for node in Node.read(raw).walk()]

    def see(self, wanted, *, what: str) -> Node:
        """The first node on the screen for which ``wanted(node)`` holds, waited for."""

        def look():
            return next((n for n in self.tree() if n.showing and n.box and n.box[2] > 0 and wanted(n)), None)

        return self._wait(look, what=what)

    def wait_until(self, condition, *, what: str) -> None:
        """Wait for a condition over the whole tree."""
        self._wait(lambda: condition(self.tree()), what=what)

    def screenshot(self, path: Path) -> Path:
        """The screen as a PNG."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True, timeout=30)
        return path

    def _shown(self) -> str:
        """What is on the screen, for the message of a failure."""
        nodes = [n for n in self.tree() if n.showing]
        items = [n.name for n in nodes if n.role == "list item"]
        return f"focused: {[(n.role, n.name, n.text[:40]) for n in nodes if n.focused]}; list items: {items}"

    # -- hands --------------------------------------------------------------------------------------------------------

    def click(self, node: Node | tuple[int, int], button: int = 1, *, times: int = 1, held: str = "") -> None:
        """Move the pointer there and click, with a key held (``ctrl``) where one is named."""
        x, y = node.centre if isinstance(node, Node) else node
        self._xdotool("mousemove", "--sync", str(x), str(y))
        if held:
            self._xdotool("keydown", held)
        self._xdotool("click", "--repeat", str(times), "--delay", "60", str(button))
        if held:
            self._xdotool("keyup", held)

    def wheel(self, at: tuple[int, int], notches: int) -> None:
        """Turn the wheel over a point: up (towards more detail) when positive."""
        button = "4" if notches > 0 else "5"
        self._xdotool("mousemove", "--sync", str(at[0]), str(at[1]))
        self._xdotool("click", "--repeat", str(abs(notches)), "--delay", "30", button)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move, release."""
        self._xdotool("mousemove", "--sync", str(start[0]), str(start[1]), "mousedown", "1")
        for share in (0.25, 0.5, 0.75, 1.0):
            x, y = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
            self._xdotool("mousemove", str(x), str(y))
        time.sleep(STILL)  # held still before letting go: no fling
        self._xdotool("mouseup", "1")

    def keys(self, *names: str) -> None:
        """Press keys by their X names, one after the other: ``Tab``, ``ctrl+z``, ``Return``."""
        self._xdotool("key", "--delay", "40", *names)

    def type(self, text: str) -> None:
        """Type text, Arabic included."""
        self._xdotool("type", "--delay", "25", text)

    # -- waiting ------------------------------------------------------------------------------------------------------

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False, timeout=30)
        return done.stdout

    def _wait(self, look, *, what: str = "the window"):
        deadline = time.monotonic() + PATIENCE
        while True:
            found = look()
            if found:
                return found
            if self.program is not None and self.program.poll() is not None:
                raise AssertionError(
                    f"the program ended ({self.program.returncode}) before {what} appeared:\n{self.printed()[-2000:]}"
                )
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} did not appear within {PATIENCE:.0f} s\n{self._shown()}\n{self.printed()[-500:]}")
            time.sleep(0.1)
