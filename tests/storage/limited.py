"""Adds decisions to a dossier under the system's limit on the size of files; prints the problem's code and how many it added."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline_app.model import decision as d
from timeline_app.model.decision import Decision, EventRef
from timeline_app.model.problem import Problem
from timeline_app.storage.dossier_file import DossierFile


def main() -> None:
    path, limit = Path(sys.argv[1]), int(sys.argv[2])
    file = DossierFile(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    added = 0
    try:
        for number in range(2, 1000):
            file.append(Decision(f"d{number}", "", d.Rename(EventRef("e1"), "عنوان طويل " * 40)))
            added += 1
    except Problem as problem:
        print(problem.step.code, added)


main()
