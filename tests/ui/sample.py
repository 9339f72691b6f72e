"""A small dossier made by hand from the five sample articles, and a workspace that keeps it in memory."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from timeline_app import assets
from timeline_app.calendars.gregorian import day_of, year_range
from timeline_app.dossier.naming import name_of
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, Passage, Publication, PublicationBasis, passage_of
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.decision import (
    AcceptEvent,
    AcceptSuggestion,
    Bulk,
    Decision,
    KeepAsWritten,
    Merge,
    Redate,
    RejectEvent,
    Rename,
    SetKind,
    SetNote,
    SetPlace,
    Split,
)
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import (
    Contradiction,
    ContradictionKind,
    Event,
    EventStatus,
    Evidence,
    Mention,
    Suggestion,
)
from timeline_app.model.span import Span
from timeline_app.model.step import step

MEETING = DateRange(day_of(2025, 11, 24), day_of(2025, 11, 27))
OPENING = DateRange(day_of(2025, 11, 24), day_of(2025, 11, 24))
WRONG = DateRange(day_of(2025, 6, 24), day_of(2025, 6, 24))


def article(number: int, published: DateRange | None = None) -> Article:
    path = sorted(Path(assets.seeds()).glob("*.txt"))[number]
    text = path.read_bytes().decode()
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = next(line for line in text.splitlines() if line.strip())[:90]
    basis = PublicationBasis.INFERRED if published else PublicationBasis.UNKNOWN
    when = published and replace(published, certainty=Certainty.INFERRED)
    return Article(digest[:16], text, digest, path.name, title, published=Publication(when, basis))


ARTICLES = (
    article(0, MEETING),
    article(1, DateRange(day_of(2024, 11, 7), day_of(2024, 11, 7))),
    article(2, OPENING),
    article(3),
    article(4, OPENING),
)


def mention(number: int, quote: str, dates: tuple[DateRange, ...], *, words: str = "", **more) -> Mention:
    source = ARTICLES[number]
    at = source.text.index(quote)
    span = Span(at, at + len(quote))
    word_at = source.text.index(words, at) if words else at
    return Mention(
        f"m{number}-{at}",
        passage_of(source, span),
        expression=Span(word_at, word_at + len(words)) if words else None,
        dates=dates,
        title=more.pop("title", quote[:40]),
        steps=(step("written"),),
        **more,
    )


def event(
    name: str, title: str, dates: tuple[DateRange, ...], mentions: tuple[Mention, ...], kind: str, place: str = "", **more
) -> Event:
    return Event(name, title, dates, mentions, kind, place, steps=(step("written"),), **more)


FOUNDED, HOSTED = year_range(1923), year_range(2007)
GLASGOW = DateRange(day_of(2024, 11, 4), day_of(2024, 11, 7))
ELECTED = DateRange(day_of(2024, 11, 7), day_of(2024, 11, 7), certainty=Certainty.INFERRED)
INFERRED_MEETING = replace(MEETING, certainty=Certainty.INFERRED)

EVENTS = (
    event(
        "founding",
        "تأسيس منظمة الإنتربول",
        (FOUNDED,),
        (
            mention(1, "تأسست منظمة الأنتربول في عام 1923", (FOUNDED,), words="عام 1923"),
            mention(2, "تأسست المنظمة الدولية للشرطة الجنائية سنة 1923", (FOUNDED,), words="سنة 1923"),
        ),
        "founding",
    ),
    event(
        "session-76",
        "المغرب يستضيف الدورة الـ76 للإنتربول",
        (HOSTED,),
        (mention(0, "فقد سبق للمغرب أن استضاف الدورة الـ76 للمؤتمر العام في عام 2007", (HOSTED,), words="عام 2007"),),
        "session",
        "المغرب",
    ),
    event(
        "session-92",
        "الدورة الـ92 للجمعية العامة للإنتربول في غلاسكو",
        (GLASGOW,),
        (mention(1, "المنعقدة في مدينة غلاسكو باسكتلندا من 4 إلى 7 نوفمبر 2024", (GLASGOW,), words="من 4 إلى 7 نوفمبر 2024"),),
        "session",
        "غلاسكو",
    ),
    event(
        "election",
        "انتخاب المغرب نائبا لرئيس الإنتربول عن إفريقيا",
        (ELECTED,),
        (mention(1, "تم انتخاب المملكة المغربية، اليوم الخميس", (ELECTED,), words="اليوم الخميس"),),
        "election",
        "غلاسكو",
    ),
    event(
        "session-93",
        "الدورة الـ93 للجمعية العامة للإنتربول في مراكش",
        (MEETING,),
        (
            mention(0, "يُعقد هذا الحدث الكبير من 24 إلى 27 نوفمبر 2025", (MEETING,), words="من 24 إلى 27 نوفمبر 2025"),
            mention(2, "وتستمر هذه الدورة من 24 إلى 27 نوفمبر", (INFERRED_MEETING,), words="من 24 إلى 27 نوفمبر"),
            mention(3, "انطلقت في مراكش من 24 إلى 27 نوفمبر 2025", (MEETING,), words="من 24 إلى 27 نوفمبر 2025"),
            mention(4, "المنعقدة ما بين 24 و27 نونبر", (INFERRED_MEETING,), words="ما بين 24 و27 نونبر"),
        ),
        "session",
        "مراكش",
        contradictions=("figures",),
    ),
    event(
        "opening",
        "انطلاق أشغال الدورة الـ93 وكلمة الحموشي الافتتاحية",
        (OPENING,),
        (
            mention(2, "انطلقت، الاثنين، في مدينة مراكش", (OPENING,), words="الاثنين"),
            mention(4, "اليوم الاثنين 24 يونيو 2025، بمدينة مراكش", (WRONG,), words="اليوم الاثنين 24 يونيو 2025", doubtful=True),
        ),
        "opening",
        "مراكش",
        participants=("الإنتربول", "عبد اللطيف الحموشي"),
        contradictions=("weekday",),
    ),
)


def _passage(number: int, quote: str) -> Passage:
    at = ARTICLES[number].text.index(quote)
    return passage_of(ARTICLES[number], Span(at, at + len(quote)))


CONTRADICTIONS = (
    Contradiction(
        "weekday",
        ContradictionKind.WEEKDAY,
        step("weekday-conflict", written=1, found=2, date=WRONG),
        (Evidence(_passage(4, "اليوم الاثنين 24 يونيو 2025")),),
        Suggestion((OPENING,), "24 نونبر 2025"),
        ("opening",),
        (EVENTS[5].mentions[1].id,),
    ),
    Contradiction(
        "figures",
        ContradictionKind.FIGURE,
        step("figure-conflict", what="دولة"),
        (
            Evidence(_passage(0, "179 دولة"), "179 دولة"),
            Evidence(_passage(3, "نحو مائة وسبعين إلى مائة وستين دولة"), "170–160 دولة"),
        ),
        events=("session-93",),
    ),
)


def _tray(number: int, quote: str) -> Mention:
    return replace(mention(number, quote, ()), expression=None)


def state() -> DossierState:
    undated = (
        _tray(0, "كما سيتم التصويت على أعضاء جدد في اللجنة التنفيذية"),
        _tray(2, "تجتمع الجمعية العامة سنويا باعتبارها أعلى هيئة تشريعية داخل الإنتربول"),
    )
    return DossierState(
        MappingProxyType({one.id: one for one in ARTICLES}),
        Analysis("test", ARTICLES, (), EVENTS, CONTRADICTIONS, undated),
        MappingProxyType({one.id: one for one in EVENTS}),
        MappingProxyType({one.id: one for one in CONTRADICTIONS}),
        undated=undated,
        by_article=reported(EVENTS),
    )


def reported(events):
    """The events with a report in each article."""
    homes = {one.id: [] for one in ARTICLES}
    for event in events:
        for article in dict.fromkeys(mention.passage.article for mention in event.mentions):
            homes.setdefault(article, []).append(event.id)
    return MappingProxyType({article: tuple(names) for article, names in homes.items()})


class Desk:
    """A workspace in memory: knows the simple acts, remembers all of them."""

    def __init__(self, first: DossierState | None = None) -> None:
        self._past: list[DossierState] = []
        self._future: list[DossierState] = []
        self.state = first or state()
        self.acts: list[object] = []

    @property
    def undo_name(self):
        return name_of(self.acts[-1]) if self._past else None

    @property
    def redo_name(self):
        return step("act-rename") if self._future else None

    def decide(self, act):
        self.acts.append(act)
        self._past.append(self.state)
        self._future.clear()
        state = _apply(self.state, act)
        self.state = replace(state, by_article=reported(state.events.values()))

    def undo(self):
        if self._past:
            self._future.append(self.state)
            self.state = self._past.pop()

    def redo(self):
        if self._future:
            self._past.append(self.state)
            self.state = self._future.pop()


def _apply(state: DossierState, act) -> DossierState:
    if isinstance(act, Bulk):
        for one in act.acts:
            state = _apply(state, one)
        return state
    if isinstance(act, AcceptSuggestion | KeepAsWritten):
        open_ones = {k: v for k, v in state.contradictions.items() if k != act.contradiction}
        settled = {**state.settled, act.contradiction: Decision("d", "2025-01-01T00:00:00Z", act)}
        return replace(state, contradictions=MappingProxyType(open_ones), settled=MappingProxyType(settled))
    if isinstance(act, Merge):
        gone = {ref.event for ref in act.others}
        joined = tuple(m for name in (act.into.event, *gone) for m in state.events[name].mentions)
        kept = {k: v for k, v in state.events.items() if k not in gone}
        kept[act.into.event] = replace(kept[act.into.event], mentions=joined)
        return replace(state, events=MappingProxyType(kept))
    if isinstance(act, Split):
        old = state.events[act.event.event]
        out = tuple(m for m in old.mentions if m.passage in act.passages)
        stay = tuple(m for m in old.mentions if m.passage not in act.passages)
        new = replace(old, id=f"{old.id}-2", title=act.title or out[0].title, mentions=out)
        return replace(state, events=MappingProxyType({**state.events, old.id: replace(old, mentions=stay), new.id: new}))
    change = {
        AcceptEvent: lambda a: {"status": EventStatus.ACCEPTED},
        RejectEvent: lambda a: {"status": EventStatus.REJECTED},
        Rename: lambda a: {"title": a.title},
        Redate: lambda a: {"dates": a.dates, "decided": True},
        SetPlace: lambda a: {"place": a.place},
        SetKind: lambda a: {"kind": a.kind},
        SetNote: lambda a: {"note": a.note},
    }.get(type(act))
    if change is None:
        return state
    old = state.events[act.event.event]
    return replace(state, events=MappingProxyType({**state.events, old.id: replace(old, **change(act))}))
