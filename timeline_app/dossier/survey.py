"""What do the timeline and the lists need of all events as they stand?"""

from __future__ import annotations

from collections.abc import Mapping

from timeline_app.dossier.layered import layered
from timeline_app.model.event import Event
from timeline_app.model.identity import EventId
from timeline_app.model.outline import Catalogue, Outline, outline_of


def survey(events: Mapping[EventId, Event]) -> Outline:
    """The outline of these events; of those that lie in a file unchanged none is read for it."""
    known = layered(events)
    if isinstance(known.base, Catalogue):
        return known.base.outline.with_changes(known.changes)
    return outline_of(known.values())
