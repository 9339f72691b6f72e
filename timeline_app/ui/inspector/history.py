"""What was decided about the event, and when?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from timeline_app.calendars.gregorian import day_of
from timeline_app.dossier.naming import told
from timeline_app.model.daterange import DateRange

if TYPE_CHECKING:
    from timeline_app.model.decision import Decision
    from timeline_app.model.event import Event
    from timeline_app.ui.session import Session


def history_of(session: Session, event: Event) -> tuple[Decision, ...]:
    """The decisions in effect, the newest first."""
    trail = session.state.trail.get(event.id, ())
    return tuple(decision for decision in reversed(trail) if decision.act is not None)


def history_line(session: Session, decision: Decision) -> str:
    """What was decided, on which day and at what time."""
    words = session.wording
    assert decision.act is not None
    at = datetime.fromisoformat(decision.at).astimezone()
    day = day_of(at.year, at.month, at.day)
    clock = words.digits_of(f"{at.hour:02d}:{at.minute:02d}")
    return f"{words.say(told(decision.act))} · {words.date(DateRange(day, day))} · {clock}"
