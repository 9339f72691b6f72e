"""What contradicts the event, and what can be done about it? The cards of the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.dossier.suggestion import acceptance, keeping
from timeline_app.model.article import Passage
from timeline_app.model.decision import ChooseDate
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Mention
from timeline_app.ui.inspector.source import shortened
from timeline_app.ui.review import item as words_of
from timeline_app.ui.review.queue import Item, ItemKind
from timeline_app.ui.widgets import Box, Flow, Pressable, button, card, flow, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline_app.ui.session import Session


def contradictions_of(session: Session, event: Event) -> tuple[Contradiction, ...]:
    """The open contradictions that concern an event."""
    found = session.state.contradictions
    return tuple(one for one in found.values() if event.id in one.events or one.id in event.contradictions)


def doubt_card(session: Session, contradiction: Contradiction) -> QWidget:
    """A contradiction with its words, the sentence that says what is wrong, and the two ways out."""
    words = session.wording
    frame, column = card("doubt")
    column.addWidget(label("▲ " + words_of.title(words, Item(ItemKind.CONTRADICTION, None, None, contradiction)), "strong"))
    for evidence in contradiction.evidence[:3]:
        column.addWidget(_side(session, evidence.passage))
    column.addWidget(label(words.say(contradiction.message), "quiet", wraps=True))
    if contradiction.suggestion is not None and contradiction.suggestion.steps:
        why = words.text("; ").join(words.say(step) for step in contradiction.suggestion.steps)
        meant = words.text("Was {dates} meant?", dates=words.dates(contradiction.suggestion.dates))
        column.addWidget(label(f"{meant} {why}.", "quiet", wraps=True))
    row = Flow()
    if contradiction.suggestion is not None:
        row.addWidget(button(words_of.accept_label(words, contradiction), _accepter(session, contradiction), "primary"))
    row.addWidget(button(words.text("Keep as written"), _keeper(session, contradiction)))
    column.addLayout(row)
    return frame


def _side(session: Session, passage: Passage) -> QWidget:
    """What one source says: its words and its title; pressed, it is read."""
    article = session.state.articles.get(passage.article)
    quote, title = f"«{shortened(passage.quote)}»", article.title if article else ""
    made = Pressable(f"{quote}. {title}")
    made.pressed.connect(lambda: session.show_passage(passage))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(label(quote, wraps=True))
    if title:
        column.addWidget(label(title, "quiet", wraps=True))
    return made


def figure(session: Session, differing: Contradiction) -> QWidget:
    """A figure that differs between sources: each with the passage that gives it, one press away."""
    words, state = session.wording, session.state
    holder = Box()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(words.say(differing.message), "quiet", wraps=True))
    row = Flow(4)
    for evidence in differing.evidence:
        article = state.articles.get(evidence.passage.article)
        shown = evidence.says or shortened(evidence.passage.quote)
        row.addWidget(_passage_button(session, words.digits_of(shown), evidence.passage, article.title if article else ""))
    if not differing.update:
        row.addWidget(button(words.text("Seen"), _keeper(session, differing), "quiet", tip=words.text("Keep as written")))
    column.addLayout(row)
    return holder


def other_dates(event: Event) -> tuple[Mention, ...]:
    """The mentions whose own dates share no day with those shown."""
    return tuple(
        mention
        for mention in event.mentions
        if mention.dates and not any(mine.overlaps(shown) for mine in mention.dates for shown in event.dates)
    )


def ghost_row(session: Session, event: Event, mention: Mention) -> QWidget:
    """Another date for the event, its source, and the button that shows it instead."""
    words = session.wording
    article = session.state.articles.get(mention.passage.article)

    def choose() -> None:
        session.decide(ChooseDate(session.ref(event.id), mention.passage, mention.dates))

    said = _passage_button(session, words.dates(mention.dates), mention.passage, article.title if article else "")
    return flow(said, button(words.text("Show this date"), choose, "quiet"))


def is_figure(contradiction: Contradiction) -> bool:
    """Whether it is about figures: shown apart, not as a card."""
    return contradiction.kind is ContradictionKind.FIGURE


def _passage_button(session: Session, text: str, passage: Passage, tip: str) -> QWidget:
    return button(text, lambda: session.show_passage(passage), tip=tip)


def _keeper(session: Session, contradiction: Contradiction) -> Callable[[], object]:
    return lambda: session.decide(keeping(session.state, contradiction))


def _accepter(session: Session, contradiction: Contradiction) -> Callable[[], None]:
    def accept() -> None:
        act = acceptance(session.state, contradiction)
        if act is not None:
            session.decide(act)

    return accept
