"""A small dossier drawn by lot, and acts on it drawn by lot: what follows the decisions is held against what is made anew."""

from __future__ import annotations

from functools import partial

from tests.ui.sample import ARTICLES
from timeline_app.model import decision as d
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import passage_of
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, Mention
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.services.workspace import Workspace
from timeline_app.storage.dossier_file import Contents

CITIES = ("مراكش", "طنجة", "فاس", "")
KINDS = ("session", "election", "other")


def days(chance):
    """One day, a stretch of days, or a list of days, among few enough that many events share one."""
    first = 735_000 + chance.randrange(12)
    parts = [DateRange(first, first + chance.randrange(3), certainty=Certainty.INFERRED)]
    if chance.random() < 0.3:
        parts.append(DateRange(first + 20, first + 20))
    return tuple(parts)


def mention(chance, number):
    source = chance.choice(ARTICLES)
    passage = passage_of(source, Span(number * 7, number * 7 + 6))
    return Mention(f"m{number}", passage, dates=days(chance), title=f"خبر {number}")


def workspace(chance):
    mentions = [mention(chance, number) for number in range(60)]
    groups = [mentions[k : k + 1 + k % 3] for k in range(0, 57, 3)]
    names = [f"c{number}" for number in range(5)]
    doubts = {number * 3: (name,) for number, name in enumerate(names)}
    events = tuple(
        Event(
            f"e{n}",
            group[0].title,
            group[0].dates,
            tuple(group),
            chance.choice(KINDS),
            chance.choice(CITIES),
            contradictions=doubts.get(n, ()),
        )
        for n, group in enumerate(groups)
    )
    found = tuple(
        Contradiction(
            name,
            chance.choice([ContradictionKind.DATE, ContradictionKind.FIGURE]),
            step("figures-differ"),
            (Evidence(events[place].mentions[0].passage, "24"),),
            events=(events[place].id,),
        )
        for place, (name,) in doubts.items()
    )
    return Workspace(Contents(ARTICLES, (), {"key": Analysis("1", ARTICLES, (), events, found)}), clock=lambda: "2025-01-01")


def an_act(work, chance):
    one, other = (d.EventRef(name) for name in chance.sample(sorted(work.state.events), 2))
    event = work.state.events[one.event]
    passages = [found.passage for found in event.mentions]
    acts = [
        d.AcceptEvent(one),
        d.RejectEvent(one),
        d.Rename(one, f"عنوان {chance.randrange(99)}"),
        d.Redate(one, days(chance), "typed"),
        d.SetPlace(one, chance.choice(CITIES)),
        d.SetKind(one, chance.choice(KINDS)),
        d.Merge(one, (other,)),
        d.Bulk((d.RejectEvent(one), d.Rename(other, "معا"))),
    ]
    if passages:
        acts.append(d.Split(one, tuple(passages[:1]), "جزء"))
        acts.append(d.Attach(passages[0], other))
        acts.append(d.CreateEvent(passages[0], "جديد", days(chance)))
    acts += [d.KeepAsWritten(name, (one.evidence[0].passage,)) for name, one in list(work.state.contradictions.items())[:1]]
    return partial(work.decide, chance.choice(acts))


def done(work, chance):
    """What one act, undoing or redoing changed; None when there was nothing to take back."""
    return chance.choice([an_act(work, chance)] * 5 + [work.undo, work.undo, work.redo])()
