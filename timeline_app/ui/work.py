"""What does the window need of an open dossier? The least that a workspace must be able to do."""

from __future__ import annotations

from typing import Protocol

from timeline_app.model.decision import Act
from timeline_app.model.dossier import Change as ModelChange
from timeline_app.model.dossier import DossierState
from timeline_app.model.step import Step


class Work(Protocol):
    """What the session needs of ``services.workspace.Workspace``; tests give one in memory."""

    @property
    def state(self) -> DossierState:
        """The dossier as it stands."""

    @property
    def undo_name(self) -> Step | None:
        """What undo would take back."""

    @property
    def redo_name(self) -> Step | None:
        """What redo would do again."""

    def decide(self, act: Act) -> ModelChange | None:
        """Store and apply an act."""

    def undo(self) -> ModelChange | None:
        """Take the last act back."""

    def redo(self) -> ModelChange | None:
        """Do again what was taken back."""
