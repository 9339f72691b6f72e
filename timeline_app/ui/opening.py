"""How does a dossier come into the window? Opens, makes, adds; analyses what is new, off the window's thread when it is much."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from timeline_app.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.model.analysis import Analysis
    from timeline_app.model.article import Article
    from timeline_app.services.workspace import Workspace
    from timeline_app.ui.index import Index
    from timeline_app.ui.jobs import Job, Slices
    from timeline_app.ui.session import Session

ENDING = ".timeline"
# below this many characters the analysis takes less time than starting a process would
SMALL = 120_000
# files larger than this in all are read in the other process
SMALL_FILES = 400_000
# fewer events are written before a process would have started
LARGE = 500
# after this the window stands as the editor wanted it, and what it did not need yet can be read
_SETTLED_MS = 1500


class Opening(QObject):
    """Puts workspaces into a session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | Slices | None = None
        self._ahead: Slices | None = None
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._look_ahead)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def open_first(self, paths: tuple[Path, ...]) -> None:
        """What stands there when the program starts: the paths, else the last dossier, else the sample."""
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415 - late: start-up is measured

        if paths:
            self.open_paths(paths)
            return
        last = self._session.store.value("dossier/last")
        if isinstance(last, str) and Path(last).is_file():
            try:
                self._open(lambda: Workspace.open(last))
            except Problem as problem:
                self._session.problem_raised.emit(problem)
            else:
                return
        self.open_sample()

    def open_sample(self) -> None:
        """The dossier of the sample articles."""
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415

        self._guarded(lambda: self._open(Workspace.sample))

    def new(self) -> None:
        """An empty dossier."""
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415

        self._guarded(lambda: self._show(Workspace.new()))

    def open_paths(self, paths: tuple[Path, ...]) -> None:
        """Open a dossier, or add the articles of files and folders to the one that is open."""
        dossiers = [path for path in paths if path.suffix == ENDING]
        if dossiers:
            from timeline_app.services.workspace import Workspace  # noqa: PLC0415

            self._guarded(lambda: self._open(lambda: Workspace.open(dossiers[0])))
            return
        if _size(paths) > SMALL_FILES:
            self._start("timeline_app.ui.jobs:read", (tuple(str(path) for path in paths),), self._read_apart)
            return
        self._guarded(lambda: self._read_here(paths))

    def add_text(self, text: str, title: str = "") -> None:
        """Add a pasted text as an article."""
        from timeline_app.services.intake import read_text  # noqa: PLC0415

        self._guarded(lambda: self.add((read_text(text, title),)))

    def add(self, articles: tuple[Article, ...]) -> None:
        """Add articles to the open dossier; to a new one where the sample (or nothing) is open."""
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415

        work = self._session.workspace
        if not articles:
            return
        if work is None or is_sample(work):
            self._show(Workspace.new(None, articles))
            return
        change = work.add(articles)
        self._session.take()
        words = self._session.wording
        self._session.status_changed.emit(words.count("{n} article added", "{n} articles added", len(change.articles)))
        self.analyse()

    def analyse(self) -> None:
        """Analyse what the open dossier holds, if it was not yet."""
        work = self._session.workspace
        if work is None or not work.needs_analysis or not work.inputs:
            return
        articles = work.inputs
        if sum(len(article.text) for article in articles) > SMALL:
            self._start("timeline_app.ui.jobs:analyse", (articles,), self._renew)
            return
        from timeline_app.services.analysing import analyse  # noqa: PLC0415 - late: start-up is measured

        self._analysed(analyse(articles))

    def export(self, to: Path, code: str) -> None:
        """Write the chronology; a large one in the other process, from the dossier's file, where every decision stands."""
        session, at = self._session, datetime.now(UTC)
        work = session.workspace
        if work is not None and work.path is not None and not self.busy and len(session.index) > LARGE:
            asked = (str(work.path), str(to), code, (session.wording, at))
            self._start("timeline_app.ui.jobs:export", asked, self._exported)
            return
        from timeline_app.services.publishing import export  # noqa: PLC0415 - late: start-up is measured

        def write() -> None:
            export(session.state, to, code, session.wording, at)
            self._exported(to.name)

        self._guarded(write)

    def _exported(self, name: str) -> None:
        self._session.status_changed.emit(self._session.wording.text("Exported: {name}", name=name))

    def cancel(self) -> None:
        """Stop the job that is running; what was open stays."""
        if self._job is not None:
            self._job.cancel()
            self._session.status_changed.emit(self._session.wording.text("Cancelled"))

    def _read_here(self, paths: tuple[Path, ...]) -> None:
        from timeline_app.services.intake import read_paths  # noqa: PLC0415

        refused: list[Problem] = []
        articles = read_paths(paths, refused=refused.append, lenient=True)
        self._read((articles, tuple(refused)))

    def _read(self, found: tuple[tuple[Article, ...], tuple[Problem, ...]]) -> None:
        articles, refused = found
        for problem in refused:
            self._session.problem_raised.emit(problem)
        self._guarded(lambda: self.add(articles))

    def _read_apart(self, found: tuple[tuple[Article, ...], tuple[Problem, ...]]) -> None:
        """Many articles: where they make a dossier of their own, it is written in one turn and shown in the next."""
        from timeline_app.services.workspace import Workspace  # noqa: PLC0415

        work, (articles, refused) = self._session.workspace, found
        if not articles or not (work is None or is_sample(work)):
            self._read(found)
            return
        self._read(((), refused))

        def make() -> None:
            made = Workspace.new(None, articles)
            QTimer.singleShot(0, self, lambda: self._show(made))

        self._guarded(make)

    def _analysed(self, analysis: Analysis) -> None:
        work = self._session.workspace
        if work is None:
            return
        work.set_analysis(analysis)
        self._session.take(whole=True)
        self.analyse()

    def _renew(self, payload: bytes) -> None:
        """Unpack a large analysis in steps; it is shown at once when it is there whole."""
        from timeline_app.ui.jobs import Progress, Slices, renewing  # noqa: PLC0415 - late: start-up is measured

        work = self._session.workspace
        if work is None:
            return
        self._job = Slices(renewing(work, payload), self)
        self._session.busy_changed.emit(Progress(0, 0, "Working…"))
        self._job.ended.connect(self._ended)
        self._job.finished.connect(self._renewed)
        self._job.failed.connect(self._session.problem_raised)

    def _renewed(self, index: Index) -> None:
        self._session.take(whole=True, filled=index)
        self._settled.start()
        self.analyse()

    def _open(self, found: Callable[[], Workspace]) -> None:
        """Open and show a dossier, with no collection in between: what is made stays."""
        from timeline_app.storage.steps import undisturbed  # noqa: PLC0415

        with undisturbed():
            self._show(found())

    def _show(self, work: Workspace) -> None:
        self.cancel()
        self._session.show_work(work)
        if work.problem is not None:
            self._session.problem_raised.emit(work.problem)
        if work.path is not None and not is_sample(work):
            self._session.store.keep("dossier/last", str(work.path))
        self._settled.start()
        self.analyse()

    def _look_ahead(self) -> None:
        """Read the events behind the timeline; the window hardly feels it."""
        from timeline_app.ui.jobs import Slices, looking_ahead  # noqa: PLC0415

        if self._ahead is not None:
            self._ahead.cancel()
        work = self._session.workspace
        if work is not None:
            self._ahead = Slices(looking_ahead(work), self, sparing=True)
            self._ahead.ended.connect(self._looked)

    def _looked(self) -> None:
        self._ahead = None

    def _start(self, work: str, arguments: tuple[object, ...], done: Callable[[Any], None]) -> None:
        from timeline_app.ui.jobs import Job, Progress  # noqa: PLC0415 - late: start-up is measured

        self.cancel()
        self._job = Job(work, arguments, self)
        self._session.busy_changed.emit(Progress(0, 0, "Working…"))
        self._job.progressed.connect(self._session.busy_changed)
        self._job.ended.connect(self._ended)
        self._job.finished.connect(done)
        self._job.failed.connect(self._session.problem_raised)

    def _ended(self) -> None:
        self._job = None
        self._session.busy_changed.emit(None)

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Problem as problem:
            self._session.problem_raised.emit(problem)


def is_sample(work: Workspace) -> bool:
    """Whether the workspace is the sample dossier (or a second window's)."""
    return not work.saved and work.path is not None and work.path.stem.startswith("sample")


def _size(paths: tuple[Path, ...]) -> int:
    """Bytes of the files, and of those in folders, as far as they can be asked."""
    total = 0
    for path in paths:
        files = path.rglob("*") if path.is_dir() else (path,)
        for file in files:
            if file.is_file():
                total += file.stat().st_size
            if total > SMALL_FILES:
                return total
    return total
