"""How does the window come up? First the frame and its paint, then the dossier; heavy imports after the first paint."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from timeline_app.model.problem import Problem
from timeline_app.ui import fonts
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.session import Session
from timeline_app.ui.settings import FileStore, Store
from timeline_app.wording.speaker import Wording


def run(paths: Sequence[str]) -> int:
    """Show the window on the paths, the last dossier or the sample; returns when it is closed.

    The display must have been probed before: Qt ends the process where there is none.
    """
    application = make_application()
    window = open_window(FileStore(), tuple(Path(path) for path in paths))
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """The application with its names and the interface's fonts; the running one if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        fonts.load_interface_fonts()
        return existing
    QApplication.setApplicationName("timeline-app")
    QApplication.setDesktopFileName("timeline-app")
    application = QApplication(sys.argv[:1])
    application.setApplicationDisplayName("")
    fonts.load_interface_fonts()
    return application


def open_window(store: Store, paths: tuple[Path, ...]) -> MainWindow:
    """A window that opens its dossier right after it was painted for the first time."""
    _spare_imports()
    gc.disable()  # what is made while the program starts stays: the collector would look for waste in vain
    session = Session(store)
    translate_qt(session.wording)
    window = MainWindow(session, furnished=False)
    session.setParent(window)
    session.settings_changed.connect(lambda _: translate_qt(session.wording))

    AfterPaint(window, lambda: _begin(window, paths))
    return window


def _begin(window: MainWindow, paths: tuple[Path, ...]) -> None:
    """The events first, then the panes around them; what went wrong meanwhile is told when there is a place for it."""
    from timeline_app.ui import crash  # noqa: PLC0415 - late: start-up is measured
    from timeline_app.ui.remembering import bring_back  # noqa: PLC0415

    session = window.session
    problems: list[Problem] = []
    session.problem_raised.connect(problems.append)
    crash.watch(session)
    try:
        session.opening.open_first(paths)
        window.timeline.view.repaint()
    finally:
        session.problem_raised.disconnect(problems.append)
        window.furnish()
        bring_back(window)
        gc.freeze()
        gc.enable()
        for problem in problems:
            session.problem_raised.emit(problem)


def _spare_imports() -> None:
    """Import faster: Shiboken 6 reads the source of each imported module to see whether it asks for Python-like method names.

    None of ours does (``from __feature__ import``), and none of numpy's. Can go when Shiboken looks at bytecode alone; where
    it has no such function (another version) nothing is done.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]  # noqa: SLF001


class AfterPaint(QObject):
    """Does something once, after a window's first paint has reached the screen."""

    def __init__(self, window: MainWindow, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        centre = window.centralWidget()
        assert centre is not None
        centre.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then let the event loop finish it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._act)
        return False


class _Gaps(QTranslator):
    """The words of Qt's own dialogs that its Arabic catalogue lacks: ours, under the context ``qt``."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """Our words; None where we have none, so that Qt's catalogue is asked (an empty string counts as a translation)."""
        ours = self._wording.text(source, "qt")
        return None if ours == source else ours


_translators: list[QTranslator] = []


def translate_qt(wording: Wording) -> None:
    """Give Qt's own buttons and dialogs the language of the window."""
    application = QApplication.instance()
    assert application is not None
    while _translators:
        application.removeTranslator(_translators.pop())
    if wording.language == "ar":
        qt = QTranslator()
        qt.load("qtbase_ar", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _translators.extend((qt, _Gaps(wording)))
    for translator in _translators:
        application.installTranslator(translator)
