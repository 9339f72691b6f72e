"""Articles, reports and events in few words, for tests of the dossier."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import count

from timeline_app.dossier.fold import base
from timeline_app.dossier.history import advance, start
from timeline_app.dossier.pins import pinned
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, Passage, passage_of
from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import Decision, EventRef
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, Mention, Suggestion
from timeline_app.model.span import Span
from timeline_app.model.step import step

AT = "2026-01-02T03:04:05Z"


def article(text: str, path: str = "") -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article(digest[:16], text, digest, path=path, title=text[:20])


def day(number: int) -> tuple[DateRange, ...]:
    return (DateRange(number, number),)


def passage(source: Article, words: str) -> Passage:
    start_of = source.text.index(words)
    return passage_of(source, Span(start_of, start_of + len(words)))


def mention(source: Article, words: str, dates: tuple[DateRange, ...] = (), **more) -> Mention:
    where = passage(source, words)
    return Mention(f"m{source.id[:4]}-{where.span.start}", where, dates=dates, title=words[:12], **more)


def event(name: str, *mentions: Mention, **more) -> Event:
    return Event(name, more.pop("title", f"عنوان {name}"), more.pop("dates", mentions[0].dates), mentions, **more)


OPENING = article("افتتحت الدورة يوم الاثنين في مراكش. ثم ألقيت الكلمة الأولى مساء. وحضر كثيرون من كل مكان.", "opening.txt")
REPORT = article("انطلقت الدورة اليوم الاثنين 24 يونيو. وتستمر الدورة أربعة أيام. وتأسست المنظمة قبل قرن.", "report.txt")
RECALL = article("أنشئت المنظمة سنة 1923. واستضافت غلاسكو دورة سابقة. وسيأتي الرئيس لاحقا.", "recall.txt")
ARTICLES = (OPENING, REPORT, RECALL)

OPENED = mention(OPENING, "افتتحت الدورة يوم الاثنين", day(100))
DOUBTED = mention(REPORT, "انطلقت الدورة اليوم الاثنين 24 يونيو", day(50), doubtful=True)
LASTING = mention(REPORT, "وتستمر الدورة أربعة أيام", (DateRange(100, 103),))
FOUNDED = mention(REPORT, "وتأسست المنظمة قبل قرن", day(10))
CREATED = mention(RECALL, "أنشئت المنظمة سنة 1923", day(11))
HOSTED = mention(RECALL, "واستضافت غلاسكو دورة سابقة", day(60))
SPOKEN = mention(OPENING, "ثم ألقيت الكلمة الأولى مساء")
COMING = mention(RECALL, "وسيأتي الرئيس لاحقا")

WEEKDAY = Contradiction(
    "c1",
    ContradictionKind.WEEKDAY,
    step("weekday-conflict"),
    (Evidence(DOUBTED.passage, "24"),),
    Suggestion(day(100), "24 نونبر"),
    ("opening",),
    (DOUBTED.id,),
)
TWO_DATES = Contradiction(
    "c2",
    ContradictionKind.DATE,
    step("dates-differ"),
    (Evidence(FOUNDED.passage, "10"), Evidence(CREATED.passage, "11")),
    None,
    ("founding",),
)


def analysis() -> Analysis:
    events = (
        event("opening", OPENED, DOUBTED, contradictions=("c1",)),
        event("session", LASTING),
        event("founding", FOUNDED, CREATED, contradictions=("c2",)),
        event("glasgow", HOSTED),
    )
    return Analysis("1", ARTICLES, (), events, (WEEKDAY, TWO_DATES), (SPOKEN, COMING))


def ref(name: str) -> EventRef:
    return EventRef(name)


class Desk:
    """An editor at work: ``do`` decides, ``undo`` and ``redo`` go back and forth."""

    def __init__(self, found: Analysis | None = None, articles: tuple[Article, ...] = ARTICLES) -> None:
        self.articles = articles
        self.analysis = found if found is not None else analysis()
        self.history = start(base(self.analysis, articles))
        self.log: list[Decision] = []
        self._numbers = count(1)

    @property
    def state(self):
        return self.history.state

    def do(self, act):
        return self._enter(Decision(self._name(), AT, pinned(self.state, act)))

    def undo(self):
        return self._enter(Decision(self._name(), AT, undoes=self.history.undoable.id))

    def redo(self):
        return self._enter(Decision(self._name(), AT, redoes=self.history.redoable.id))

    def event(self, name: str) -> Event:
        return self.state.events[name]

    def _enter(self, entry: Decision):
        history = advance(self.history, entry)
        if len(history.state.lost) == len(self.state.lost):  # what is about nothing is refused
            self.log.append(entry)
            self.history = history
        return self.state

    def _name(self) -> str:
        return f"d{next(self._numbers)}"


def reworked(found: Analysis, articles: tuple[Article, ...] = ARTICLES) -> Analysis:
    """The analysis other rules would make: every name is another, every passage is cut a little longer."""
    by_id = {source.id: source for source in articles}

    def longer(old: Mention) -> Mention:
        source, span = by_id[old.passage.article], old.passage.span
        wider = Span(span.start, min(len(source.text), span.end + 1))
        return replace(old, id=f"other-{old.id}", passage=passage_of(source, wider))

    events = tuple(
        replace(e, id=f"other-{e.id}", mentions=tuple(map(longer, e.mentions)), contradictions=()) for e in found.events
    )
    contradictions = tuple(
        replace(
            c,
            id=f"other-{c.id}",
            events=tuple(f"other-{e}" for e in c.events),
            mentions=tuple(f"other-{m}" for m in c.mentions),
        )
        for c in found.contradictions
    )
    return Analysis("2", found.articles, (), events[::-1], contradictions, tuple(map(longer, found.undated)))
