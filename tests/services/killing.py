"""Kills an editing program at random moments and opens its dossier again, many times; prints what was found as JSON.

Each round a child opens the dossier and edits without pause: decisions, undoing, redoing, articles, analyses, saving under
another name. Whatever it could have shown as done it tells its parent at once. The parent kills it with SIGKILL and checks:

* the dossier opens for writing and SQLite finds it whole;
* everything told is in it, in order, letter by letter; at most one thing more, which was on the disk but not yet told;
* what stood there in earlier rounds stands there still;
* the state shown equals the fold of the log, and every text fits its digest;
* a file being saved under another name is whole or not there.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import zlib
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.dossier.builder import ARTICLES, analysis, article, day, passage
from timeline_app.dossier.fold import fold
from timeline_app.model import decision as d
from timeline_app.model.decision import Decision, EventRef
from timeline_app.services.workspace import Workspace
from timeline_app.storage.codec import to_names
from timeline_app.storage.dossier_file import Contents, create

LONGEST_S = 0.02
LONGEST_LOG = 120


def main() -> None:
    kills, seed = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(seed)
    found = {"kills": 0, "told": 0, "untold": 0, "journals": 0, "while_opening": 0, "saved": 0, "decisions_checked": 0}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        before: list[str] = []
        for number in range(kills):
            path = Path(folder) / "killed.timeline"
            if not number or len(before) > LONGEST_LOG:
                create(path, Contents(ARTICLES, (), {"key": analysis()}))
                before = []
            told = killed_round(path, number, chance)
            before = checked(path, before, told, found)
    print(json.dumps(found))


def killed_round(path: Path, number: int, chance: random.Random) -> list[list[str]]:
    hear, tell = os.pipe()
    child = os.fork()
    if not child:
        os.close(hear)
        edit(path, number, tell)
    os.close(tell)
    # Every fifth one dies while it is still opening; the others once they have told something.
    heard = os.read(hear, 1 << 16) if number % 5 else b""
    time.sleep(chance.uniform(0, LONGEST_S))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(hear, "rb") as rest:
        heard += rest.read()
    return [line.split() for line in heard.decode("ascii").split("\n")[:-1]]


def edit(path: Path, number: int, tell: int) -> None:
    chance = random.Random(number)
    work = Workspace.open(path)
    for turn in count():
        choice = chance.random()
        if choice < 0.03:
            new = article(f"مقال جديد {number} {turn}. " * chance.randrange(1, 2000))
            work.add([new])
            told = f"article {new.id}"
        elif choice < 0.05:
            work.set_analysis(work.state.analysis)
            told = "analysis"
        elif choice < 0.07:
            there = path.with_name(f"saved-{number}-{turn}.timeline")
            create(there, Contents(tuple(work.state.articles.values()), work.log))
            told = f"saved {there.name} {len(work.log)}"
        else:
            decided(work, chance)
            told = f"entry {mark(work.log[-1])}"
        os.write(tell, f"{told}\n".encode())


def decided(work: Workspace, chance: random.Random) -> None:
    if chance.random() < 0.25 and work.undo() is not None:
        return
    if chance.random() < 0.15 and work.redo() is not None:
        return
    names = sorted(work.state.events)
    one, other = EventRef(chance.choice(names)), EventRef(chance.choice(names))
    where = chance.choice([m.passage for m in work.state.events[one.event].mentions])
    acts = [d.AcceptEvent(one), d.Rename(one, f"عنوان {chance.random()}"), d.Redate(one, day(chance.randrange(1, 900)))]
    acts += [d.SetNote(one, "ملاحظة " * chance.randrange(400)), d.Split(one, (where,)), d.Attach(where, other)]
    acts += [d.CreateEvent(passage(ARTICLES[0], "وحضر كثيرون"), "حضور", day(7))]
    acts += [d.Bulk((d.RejectEvent(one), d.SetPlace(one, "فاس")))]
    acts += [d.Merge(one, (other,))] if len(names) > 3 else []
    work.decide(chance.choice(acts))


def mark(entry: Decision) -> str:
    return f"{entry.id}:{zlib.crc32(json.dumps(to_names(entry, Decision)).encode())}"


def checked(path: Path, before: list[str], told: list[list[str]], found: dict[str, int]) -> list[str]:
    found["kills"] += 1
    found["while_opening"] += not told
    found["journals"] += in_a_transaction(path)
    work = Workspace.open(path)
    assert work.problem is None
    log = [mark(entry) for entry in work.log]
    expected = before + [what[1] for what in told if what[0] == "entry"]
    assert log[: len(expected)] == expected, "something told is not there"
    assert len(log) - len(expected) <= 1, "something is there that nobody did"
    articles = {line[1] for line in told if line[0] == "article"}
    assert articles <= set(work.state.articles), "an article is not there"
    assert work.state == fold(work.state.analysis, work.state.articles.values(), work.log)
    work.close()
    whole(path)
    found["told"] += len(told)
    found["untold"] += len(log) - len(expected)
    found["decisions_checked"] += len(log)
    check_saved(path.parent, told, found)
    return log


def in_a_transaction(path: Path) -> bool:
    """Whether the program died with a journal that has to be played back."""
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.read_bytes()[:8] == b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def check_saved(folder: Path, told: list[list[str]], found: dict[str, int]) -> None:
    sizes = {line[1]: int(line[2]) for line in told if line[0] == "saved"}
    there = {path.name: path for path in folder.glob("saved-*.timeline")}
    assert set(sizes) <= set(there), "a file saved is not there"
    for name, path in there.items():
        copy = Workspace.open(path)
        assert copy.problem is None
        assert len(copy.log) == sizes.get(name, len(copy.log))
        copy.close()
        path.unlink()
        found["saved"] += 1
    for litter in folder.glob(".saved-*"):
        litter.unlink()


def whole(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


if __name__ == "__main__":
    main()
