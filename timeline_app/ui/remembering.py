"""How was the dossier last looked at? Its current event and the stretch of time in view, kept in the dossier's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.model.identity import EventId

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_CURRENT, _STRETCH = "current", "view"


def keep(window: MainWindow) -> None:
    """Note what is looked at now."""
    work = window.session.workspace
    if work is None or not len(window.session.index):
        return
    scale = window.timeline.view.scene().scale
    work.keep_setting(_CURRENT, window.session.current or "")
    work.keep_setting(_STRETCH, f"{scale.first}/{scale.last}")


def bring_back(window: MainWindow) -> None:
    """Look again at what was looked at when the dossier was closed; everything where that is not known."""
    session, work = window.session, window.session.workspace
    if work is None:
        return
    current = EventId(work.setting(_CURRENT))
    if session.index.position(current) is not None:
        session.select([current], reveal=False)
    first, _, last = work.setting(_STRETCH).partition("/")
    try:
        times = float(first), float(last)
    except ValueError:
        return
    view = window.timeline.view
    if times[0] < times[1]:
        view.show_scale(view.stage.view().fitted(*times))
