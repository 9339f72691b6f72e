"""What can be undone and redone? The log walked through, with the state before each decision kept at hand.

States share nearly everything, so that undoing is taking the last one, however far back it goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_app.dossier.fold import apply
from timeline_app.model.decision import Decision
from timeline_app.model.dossier import DossierState


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Moment:
    """A state, the decision that made it, and the moment before."""

    state: DossierState
    decision: Decision | None = None
    before: Moment | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class History:
    """Where the editor stands in the log: what undo takes back, and what redo brings again, the last undone first."""

    now: Moment
    undone: tuple[Decision, ...] = ()

    @property
    def state(self) -> DossierState:
        """The dossier as it stands."""
        return self.now.state

    @property
    def undoable(self) -> Decision | None:
        """The decision undo takes back."""
        return self.now.decision

    @property
    def redoable(self) -> Decision | None:
        """The decision redo brings again."""
        return self.undone[-1] if self.undone else None


def start(state: DossierState) -> History:
    """The history of a dossier in which nothing was decided yet."""
    return History(Moment(state))


def walk(state: DossierState, log: Iterable[Decision]) -> History:
    """The history of a whole log over the state before any decision."""
    history = start(state)
    for decision in log:
        history = advance(history, decision)
    return history


def advance(history: History, decision: Decision) -> History:
    """The history after one more entry of the log. An undoing of something not in effect changes nothing."""
    if decision.undoes is not None:
        return _undo(history, decision)
    if decision.redoes is not None:
        return _redo(history, decision)
    return History(Moment(apply(history.state, decision), decision, history.now))


def in_order(history: History) -> tuple[Decision, ...]:
    """The decisions in effect, oldest first."""
    found: list[Decision] = []
    moment: Moment | None = history.now
    while moment is not None:
        if moment.decision is not None:
            found.append(moment.decision)
        moment = moment.before
    return tuple(reversed(found))


def _undo(history: History, entry: Decision) -> History:
    later: list[Decision] = []
    moment = history.now
    while moment.decision is not None and moment.decision.id != entry.undoes:
        later.append(moment.decision)
        moment = moment.before or Moment(moment.state)
    if moment.decision is None or moment.before is None:
        return history
    taken, now = moment.decision, moment.before
    for decision in reversed(later):
        now = Moment(apply(now.state, decision), decision, now)
    return History(now, (*history.undone, taken))


def _redo(history: History, entry: Decision) -> History:
    wanted = next((decision for decision in history.undone if decision.id == entry.redoes), None)
    if wanted is None:
        return history
    now = Moment(apply(history.state, wanted), wanted, history.now)
    return replace(history, now=now, undone=tuple(decision for decision in history.undone if decision is not wanted))
