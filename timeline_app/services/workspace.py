"""What does the editor work on? An open dossier: what stands, what she decides, and the file it is kept in.

Every decision is on the disk before ``decide`` returns; there is nothing to save. No Qt here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from timeline_app.dossier.ledger import Ledger, Reckoned
from timeline_app.dossier.naming import name_of
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article
from timeline_app.model.decision import Act, Decision
from timeline_app.model.dossier import Change, DossierState
from timeline_app.model.problem import Problem
from timeline_app.model.step import Step, step
from timeline_app.services import place
from timeline_app.services.sample import lay_sample, sample_articles
from timeline_app.storage.dossier_file import Contents, DossierFile, create
from timeline_app.storage.lock import FileLock
from timeline_app.storage.payload import analysis_in_steps, analysis_payload
from timeline_app.storage.salvage import salvage
from timeline_app.storage.steps import Steps, at_once, undisturbed

Clock = Callable[[], str]

_MANY = 1000


class Workspace:
    """An open dossier. ``problem`` says why nothing can be decided in it (read-only, damaged), None when all is well.

    Without a file (``Workspace()``) everything is kept in memory alone, for the command line and for tests.
    """

    def __init__(
        self,
        contents: Contents | None = None,
        *,
        file: DossierFile | None = None,
        path: Path | None = None,
        problem: Problem | None = None,
        clock: Clock = place.now_utc,
    ) -> None:
        found = contents or Contents()
        self.problem = problem
        self._file, self._path, self._clock = file, path, clock
        self._settings = dict(found.settings)
        self._ledger = Ledger(found.articles, found.log, found.analyses, found.outdated)

    # -- opening ------------------------------------------------------------------------------------------------------

    @classmethod
    def open(cls, path: str | Path, *, write: bool = True, clock: Clock = place.now_utc) -> Workspace:
        """The dossier in a file.

        Problem when it is open in another window, of a newer program, or no dossier. One that cannot be written opens for
        reading, and so does a damaged one as far as it can be read: ``problem`` says so, and the file stays as it is.
        """
        here = Path(path)
        try:
            file = DossierFile(here, write=write)
        except Problem as problem:
            return cls._rescued(here, problem, clock)
        try:
            contents = file.read()
        except Problem as problem:
            file.close()
            return cls._rescued(here, problem, clock)
        if write and not place.is_sample(here):
            place.note_recent(here)
        barred = None if file.writable else Problem("read-only", path=str(here))
        with undisturbed():
            return cls(contents, file=file, path=here, problem=barred, clock=clock)

    @classmethod
    def new(cls, path: str | Path | None = None, articles: Iterable[Article] = (), *, clock: Clock = place.now_utc) -> Workspace:
        """A dossier with these articles, at ``path`` or in the program's own folder until it is saved somewhere."""
        here = Path(path) if path is not None else place.free_place("unsaved")
        create(here, Contents(tuple(articles)))
        return cls.open(here, clock=clock)

    @classmethod
    def sample(cls, *, clock: Clock = place.now_utc) -> Workspace:
        """The dossier of the five articles that come with the program, with everything decided in it so far.

        A second window gets a sample of its own; where nothing can be written it is kept in memory, and ``problem`` says so.
        """
        try:
            for number in range(1, _MANY):
                here = place.sample_place(number)
                with contextlib.suppress(_Taken):
                    return cls._sample_at(here, clock)
        except (OSError, Problem) as wrong:
            problem = wrong if isinstance(wrong, Problem) else Problem("read-only", path=str(wrong.filename or ""))
            return cls(Contents(sample_articles()), problem=problem, clock=clock)
        raise AssertionError("a thousand windows are open")

    def close(self) -> None:
        """Let go of the file; everything is in it already. A new dossier into which nothing was put leaves nothing behind."""
        if self._file is None:
            return
        self._file.close()
        if not self.saved and self._path is not None and not self._ledger.articles and not self._ledger.log:
            self._path.unlink(missing_ok=True)

    # -- what stands --------------------------------------------------------------------------------------------------

    @property
    def state(self) -> DossierState:
        """The dossier as it stands."""
        return self._ledger.state

    @property
    def path(self) -> Path | None:
        """The file, None when there is none."""
        return self._path

    @property
    def saved(self) -> bool:
        """Whether the editor gave the dossier a place of its own."""
        return self._path is not None and not place.is_own(self._path)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The dossiers opened or saved last, the latest first."""
        return place.recent()

    @property
    def log(self) -> tuple[Decision, ...]:
        """Every entry ever made, undone ones and their undoing included, oldest first."""
        return tuple(self._ledger.log)

    # -- deciding -----------------------------------------------------------------------------------------------------

    @property
    def undo_name(self) -> Step | None:
        """What undo would take back, as a step for ``wording.say``; None when there is nothing."""
        return _named(self._ledger.history.undoable)

    @property
    def redo_name(self) -> Step | None:
        """What redo would bring again, as a step for ``wording.say``; None when there is nothing."""
        return _named(self._ledger.history.redoable)

    def decide(self, act: Act) -> Change:
        """Store the act, apply it, and say what changed. Events named by their ids alone are pinned to their passages.

        Problem when it cannot be stored; LookupError when what it is about is not there: then nothing has happened.
        """
        return self._enter(self._ledger.deciding(act, self._clock()), act)

    def undo(self) -> Change | None:
        """Take back the last decision in effect, however long ago it was made; None when there is none."""
        target = self._ledger.history.undoable
        return None if target is None else self._undo(target)

    def redo(self) -> Change | None:
        """Bring again the last decision taken back; None when there is none or something was decided since."""
        target = self._ledger.history.redoable
        if target is None or target.act is None:
            return None
        return self._enter(self._ledger.redoing(target, self._clock()), target.act)

    # -- articles and analysis ----------------------------------------------------------------------------------------

    def add(self, articles: Iterable[Article]) -> Change:
        """Add articles (those once removed return); what they report comes with the next analysis."""
        self._must_write()
        coming = tuple(articles)
        new = [article for article in coming if article.id not in self._ledger.articles]
        if new and self._file is not None:
            self._file.add_articles(new)
        before = self._ledger.present()
        self._ledger.add(new)
        for decision in self._ledger.removed(coming):
            self._undo(decision)
        added = self._ledger.present() - before
        return Change(step("act-add-articles", n=len(added)), articles=added, whole=True, reanalyse=self.needs_analysis)

    @property
    def inputs(self) -> tuple[Article, ...]:
        """The articles for ``services.analysing.analyse``: as imported, with the publication dates the editor has set."""
        return self._ledger.inputs

    @property
    def needs_analysis(self) -> bool:
        """Whether the analysis that is shown was made by older rules, or from other articles or publication dates."""
        return self._ledger.needs_analysis

    def set_analysis(self, analysis: Analysis) -> Change:
        """Put another analysis under the decisions: each one is applied again where its passage stands now."""
        made = at_once(self._ledger.reckoning(analysis))
        with contextlib.suppress(Problem):  # on a full disk it is made again the next time
            if self._file is not None and self.problem is None:
                self._file.keep_analysis(made.key, analysis_payload(analysis))
        return self._show(made)

    def reckoning(self, payload: bytes) -> Steps[Reckoned]:
        """What the dossier becomes with a packed analysis, a few milliseconds between two yields; for ``take_in``."""
        analysis = yield from analysis_in_steps(payload, self._ledger.articles.values())
        return (yield from self._ledger.reckoning(analysis))

    def take_in(self, made: Reckoned, payload: bytes) -> Change:
        """Put the analysis that was reckoned under the decisions, also those made meanwhile; the disk keeps it by and by."""
        if self._file is not None and self.problem is None:
            self._file.keep_analysis_apart(made.key, payload)
        return self._show(made)

    # -- keeping ------------------------------------------------------------------------------------------------------

    def setting(self, name: str, default: str = "") -> str:
        """How the dossier was last looked at, by name."""
        return self._settings.get(name, default)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep how the dossier is looked at. Where nothing can be written it holds until the window is closed."""
        if self._settings.get(name) == value:
            return
        self._settings[name] = value
        if self._file is not None and self.problem is None:
            with contextlib.suppress(Problem):
                self._file.keep_setting(name, value)

    def save_as(self, path: str | Path) -> None:
        """Write the whole dossier to another file and go on there; one that had no place of its own moves."""
        here = Path(path)
        if self._path is not None and here.absolute() == self._path.absolute():
            self._must_write()  # a damaged original is never written over
            return
        if here.exists():
            FileLock(here).release()  # Problem when the file about to be replaced is open in another window
        contents = Contents(tuple(self._ledger.articles.values()), self.log, self._ledger.current_analyses, dict(self._settings))
        create(here, contents)
        old, old_path = self._file, self._path
        self._file, self._path, self.problem = DossierFile(here), here, None
        if old is not None:
            old.close()
        if old is not None and old_path is not None and place.is_own(old_path):
            old_path.unlink(missing_ok=True)
        place.note_recent(here)

    # -- inside -------------------------------------------------------------------------------------------------------

    @classmethod
    def _rescued(cls, path: Path, problem: Problem, clock: Clock) -> Workspace:
        if problem.step.code in {"dossier-damaged", "not-a-dossier"} and path.is_file():
            contents = salvage(path)
            if contents.articles or contents.log:
                return cls(contents, path=path, problem=Problem("dossier-damaged", path=str(path)), clock=clock)
        if problem.step.code == "dossier-damaged":
            raise Problem("dossier-unreadable", path=str(path)) from problem
        raise problem

    @classmethod
    def _sample_at(cls, path: Path, clock: Clock) -> Workspace:
        if not path.exists():
            lay_sample(path)
        try:
            return cls.open(path, clock=clock)
        except Problem as problem:
            if problem.step.code == "dossier-locked":
                raise _Taken from problem
            if problem.step.code in {"dossier-unreadable", "not-a-dossier", "dossier-newer"}:
                path.replace(place.free_place(f"{path.stem}-set-aside"))
                lay_sample(path)
                return cls.open(path, clock=clock)
            raise

    def _show(self, made: Reckoned) -> Change:
        self._ledger.take_in(made)
        known = frozenset(self.state.articles)
        return Change(step("act-analysis"), articles=known, tray=True, whole=True, reanalyse=self.needs_analysis)

    def _undo(self, target: Decision) -> Change:
        assert target.act is not None, "only acts are undone"
        return self._enter(self._ledger.undoing(target, self._clock()), target.act)

    def _enter(self, entry: Decision, act: Act) -> Change:
        """One more entry of the log: reckoned first, so that nothing is stored that cannot be shown; then stored."""
        self._must_write()
        history = self._ledger.after(entry)
        if self._file is not None:
            self._file.append(entry)
        return self._ledger.enter(entry, history, act)

    def _must_write(self) -> None:
        if self.problem is not None:
            raise self.problem


class _Taken(Exception):
    """The dossier is open in another window."""


def _named(decision: Decision | None) -> Step | None:
    return None if decision is None or decision.act is None else name_of(decision.act)
