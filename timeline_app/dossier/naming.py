"""What is an act called in the undo menu, and what did a change touch?"""

from __future__ import annotations

import re

from timeline_app.dossier.layered import layered
from timeline_app.dossier.pins import acts_of
from timeline_app.model.decision import (
    AcceptSuggestion,
    Act,
    Bulk,
    ChooseDate,
    DateMention,
    Merge,
    Redate,
    RemoveArticle,
    Rename,
    SetKind,
    SetNote,
    SetPlace,
    SetPublication,
    Split,
)
from timeline_app.model.dossier import Change, DossierState
from timeline_app.model.step import Step, step

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def name_of(act: Act) -> Step:
    """The act as a code with arguments: ``act-rename``, ``act-merge`` with ``n`` events, ``act-bulk`` with ``n`` acts.

    Several acts of one kind are named by that kind with their number ``n``: ``act-reject-event-all``.
    """
    if isinstance(act, Bulk):
        single = acts_of(act)
        kinds = {type(inner) for inner in single}
        if len(single) == 1:
            return name_of(single[0])
        code = f"{_code(single[0])}-all" if len(kinds) == 1 else "act-bulk"
        return step(code, n=len(single))
    if isinstance(act, Merge):
        return step("act-merge", n=len(act.others) + 1)
    return step(_code(act))


def told(act: Act) -> Step:
    """What was done, for the history of an event: with what it was before and what it became, where that says more."""
    match act:
        case Rename(event=ref, title=title):
            return step("told-rename", before=ref.title, after=title)
        case Redate(dates=dates) | AcceptSuggestion(dates=dates) | ChooseDate(dates=dates) | DateMention(dates=dates) if dates:
            return step(f"told-{_code(act).removeprefix('act-')}", when=dates[0])
        case SetPlace(place=place) if place:
            return step("told-set-place", place=place)
        case SetKind(kind=kind):
            return step("told-set-kind", kind=kind)
        case SetNote(note=note) if note:
            return step("told-set-note", note=note)
        case Merge(others=others) if len(others) == 1 and others[0].title:
            return step("told-merge", title=others[0].title)
        case Split(title=title) if title:
            return step("told-split", title=title)
    return name_of(act)


def concerns_analysis(act: Act) -> bool:
    """Whether dates found elsewhere hang on what the act changes, so that a new analysis is due."""
    return any(isinstance(single, SetPublication | RemoveArticle) for single in acts_of(act))


def difference(old: DossierState, new: DossierState, name: Step, *, reanalyse: bool = False) -> Change:
    """What has to be shown anew when one state follows the other."""
    touched = layered(new.events).differing(layered(old.events))
    added = frozenset(event for event in touched if event not in old.events)
    removed = frozenset(event for event in touched if event not in new.events)
    return Change(
        name=name,
        changed=frozenset(touched - added - removed),
        added=added,
        removed=removed,
        contradictions=frozenset(layered(new.contradictions).differing(layered(old.contradictions))),
        articles=frozenset(layered(new.articles).differing(layered(old.articles))),
        tray=new.undated is not old.undated and new.undated != old.undated,
        reanalyse=reanalyse,
    )


def _code(act: Act) -> str:
    return "act-" + _HUMP.sub("-", type(act).__name__).lower()
