"""Two short articles with everything that shifts a highlight: BOM, CRLF, emoji, NBSP, Latin; and a workspace in memory."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from tests.ui.sample import reported
from timeline_app.model.analysis import Analysis
from timeline_app.model.article import Article, Publication, PublicationBasis, Section, SectionRole, passage_of
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.decision import Attach, CreateEvent, DismissPassage
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event, Mention, MentionBasis
from timeline_app.model.expression import Expression, Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import step
from timeline_app.model.term import Term
from timeline_app.ui import fonts
from timeline_app.ui.reader.pane import ReaderPane
from timeline_app.ui.session import Session

FIRST = (
    "\ufeffمؤتمر البريد في الرباط 😀\r\n\r\n\u00a0\r\n"
    "افتُتح المؤتمر بالرباط يوم 3 مارس 2020 😀 بحضور INTERPOL وUPU. وتقرّر لقاء ثان في أبريل المقبل.\r\n"
    "وكان الاتحاد قد تأسس سنة 1874 في برن، ثم انتقل\u00a0المقرّ.\r\n" + "فقرة طويلة لا حدث فيها ولا تاريخ. " * 60 + "\r\n"
    "اقرأ أيضا: أخبار أخرى\r\n"
)
SECOND = "البريد العالمي\nانطلقت في الرباط، الثلاثاء، أشغال المؤتمر.\nنشأ الاتحاد عام 1874.\n"


def day(number: int, last: int | None = None) -> DateRange:
    return DateRange(number, last or number)


def an_article(name: str, text: str, published: Publication) -> Article:
    title = text.lstrip("\ufeff").splitlines()[0]
    at = text.index(title)
    sections = [Section(Span(at, at + len(title)), SectionRole.TITLE)]
    if "اقرأ" in text:
        begin = text.index("اقرأ")
        sections.append(Section(Span(begin, len(text.rstrip())), SectionRole.BOILERPLATE))
    return Article(
        name, text, hashlib.sha256(text.encode()).hexdigest(), f"{name}.txt", title, sections=tuple(sections), published=published
    )


def span_in(article: Article, words: str) -> Span:
    at = article.text.index(words)
    return Span(at, at + len(words))


def a_reading(article: Article, words: str, *ranges: DateRange, **more) -> Reading:
    expression = Expression(span_in(article, words), words, TimexType.DATE, Term(), "day-month-year")
    return Reading(expression, "", ranges, steps=(step("written"),), **more)


def a_mention(name: str, article: Article, words: str, dated: str = "", *ranges: DateRange, **more) -> Mention:
    expression = span_in(article, dated) if dated else None
    return Mention(name, passage_of(article, span_in(article, words)), expression=expression, dates=ranges, **more)


A = an_article("a" * 16, FIRST, Publication(day(737500), PublicationBasis.INFERRED, (step("published-inferred"),)))
B = an_article("b" * 16, SECOND, Publication())
READINGS = (
    a_reading(A, "3 مارس 2020", day(737487)),
    a_reading(A, "أبريل المقبل", day(737516, 737545), certainty=Certainty.INFERRED),
    a_reading(A, "سنة 1874", day(684000, 684364)),
)
DOUBTED = a_reading(B, "الثلاثاء", day(737487), conflicts=(step("weekday-conflict", written=2, found=1, date=day(737487)),))
OPENING = Event(
    "opening",
    "افتتاح مؤتمر البريد",
    (day(737487),),
    (
        a_mention("m1", A, "افتُتح المؤتمر بالرباط يوم 3 مارس 2020", "3 مارس 2020", day(737487), kind="opening"),
        a_mention("m2", B, "انطلقت في الرباط، الثلاثاء، أشغال المؤتمر", "الثلاثاء", day(737488), kind="opening", doubtful=True),
    ),
    kind="opening",
)
FOUNDING = Event(
    "founding",
    "تأسيس الاتحاد",
    (day(684000, 684364),),
    (
        a_mention("m3", A, "وكان الاتحاد قد تأسس سنة 1874", "سنة 1874", day(684000, 684364), kind="founding"),
        a_mention("m4", B, "نشأ الاتحاد عام 1874", basis=MentionBasis.INFERRED, kind="founding"),
    ),
    kind="founding",
)
UNDATED = a_mention("m5", A, "ثم انتقل\u00a0المقرّ")
STATE = DossierState(
    {A.id: A, B.id: B},
    Analysis("test", (A, B), ((A.id, READINGS), (B.id, (DOUBTED,))), (OPENING, FOUNDING)),
    {"opening": OPENING, "founding": FOUNDING},
    undated=(UNDATED,),
    by_article=reported((OPENING, FOUNDING)),
)


class Desk:
    """A workspace that does to its state what the reader's acts say, and remembers them."""

    def __init__(self, state: DossierState = STATE) -> None:
        self.state = state
        self.acts: list[object] = []
        self.undo_name = self.redo_name = None
        self.path, self.saved = None, True

    def decide(self, act: object) -> None:
        self.acts.append(act)
        events = dict(self.state.events)
        match act:
            case CreateEvent():
                made = Mention("new", act.passage, dates=act.dates, kind=act.kind)
                events["new"] = Event("new", act.title, act.dates, (made,), kind=act.kind)
            case Attach():
                owner = events[act.event.event]
                events[owner.id] = replace(owner, mentions=(*owner.mentions, Mention("attached", act.passage)))
            case DismissPassage():
                kept = {e.id: tuple(m for m in e.mentions if m.passage != act.passage) for e in events.values()}
                events = {e.id: replace(e, mentions=kept[e.id]) for e in events.values() if kept[e.id]}
        self.state = replace(self.state, events=events, by_article=reported(events.values()))

    def undo(self) -> None: ...

    def redo(self) -> None: ...


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def session(qapp):
    fonts.load_interface_fonts()
    made = Session()
    made.change_settings(motion=False)
    return made


@pytest.fixture
def pane(qtbot, session, desk):
    """A reader of 900 by 500 pixels with the dossier open and nothing selected."""
    made = ReaderPane(session)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(900, 500)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    session.show_work(desk)
    return made


@pytest.fixture
def sample():
    """The articles, events and helpers of this folder, by name."""
    return SimpleNamespace(
        a=A, b=B, opening=OPENING, founding=FOUNDING, undated=UNDATED, state=STATE, readings=READINGS, span_in=span_in, Desk=Desk
    )
