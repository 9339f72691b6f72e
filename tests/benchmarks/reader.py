"""How long does a frame of the reader take while a marked article is scrolled, and how long does one take to open?

Drives the real widget offscreen with the sample's longest article (``--repeat`` times over, every passage marked) and prints
one JSON object on its last line: ``frames``, ``median_ms``, ``p95_ms``, ``worst_ms`` of whole frames, ``floor_ms`` (p95 of the
same text without a mark, same run), ``open_ms`` and ``characters``.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from timeline_app import assets
from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_paths
from timeline_app.services.workspace import Workspace
from timeline_app.ui import fonts
from timeline_app.ui.index import Index
from timeline_app.ui.reader.marks import Mark, Rank, marks_of
from timeline_app.ui.reader.view import ReaderView
from timeline_app.ui.theme import load_theme


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--frames", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    application = QApplication([])
    fonts.load_interface_fonts()
    article, marks = marked(chosen.repeat)
    view = ReaderView()
    view.resize(1920, 1080)
    view.show()
    begun = time.perf_counter()
    view.show_article(article, load_theme("light"), 100)
    view.show_marks(marks)
    application.processEvents()
    opened = (time.perf_counter() - begun) * 1000
    whole = scrolled(view, chosen.frames)
    view.show_marks(())
    bare = scrolled(view, chosen.frames)
    print(
        json.dumps(
            {
                "characters": len(article.text),
                "marks": len(marks),
                "frames": len(whole),
                "median_ms": round(statistics.median(whole), 2),
                "p95_ms": round(p95(whole), 2),
                "worst_ms": round(max(whole), 2),
                "floor_ms": round(p95(bare), 2),
                "open_ms": round(opened, 1),
            }
        )
    )


def marked(repeat: int):
    """The longest article said many times over, each time with its marks."""
    analysis = analyse(read_paths([assets.seeds()]))
    article = max(analysis.articles, key=lambda one: len(one.text))

    workspace = Workspace.new(None, analysis.articles)
    workspace.set_analysis(analysis)
    order = Index()
    order.update(workspace.state, whole=True)
    first = marks_of(article, workspace.state, order.marks(article.id), None)
    length = len(article.text)
    shifted = [moved(mark, number * length) for number in range(repeat) for mark in first]
    return replace(article, text=article.text * repeat, sections=()), tuple(shifted)


def moved(mark: Mark, by: int) -> Mark:
    span = type(mark.span)(mark.span.start + by, mark.span.end + by)
    return replace(mark, span=span, rank=Rank.CURRENT if mark.rank is Rank.MENTION else mark.rank)


def scrolled(view: ReaderView, frames: int) -> list[float]:
    bar = view.verticalScrollBar()
    figures = []
    for number in range(frames):
        bar.setValue(bar.maximum() * number // frames)
        begun = time.perf_counter()
        view.viewport().repaint()
        figures.append((time.perf_counter() - begun) * 1000)
    return figures


def p95(figures: list[float]) -> float:
    return sorted(figures)[int(len(figures) * 0.95)]


if __name__ == "__main__":
    main()
