"""When did the articles appear? A date field, and a preview of every date that moves with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidget, QWidget

from timeline_app.model.daterange import DateRange
from timeline_app.model.decision import Bulk, SetPublication
from timeline_app.model.identity import ArticleId
from timeline_app.ui.dialogs.datefield import DateField
from timeline_app.ui.dialogs.frame import Dialog
from timeline_app.ui.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline_app.model.article import Article
    from timeline_app.ui.session import Session


class PublicationDialog(Dialog):
    """Sets the publication date of articles; everything said relative to it moves, in all of them."""

    def __init__(self, session: Session, articles: Collection[ArticleId], parent: QWidget | None = None) -> None:
        super().__init__(session, "Publication date", parent)
        words = session.wording
        self._articles = [session.state.articles[name] for name in articles]
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._preview)
        self.date = DateField(session)
        self.date.word(words.text("24/11/2025"))
        self.date.dates_changed.connect(lambda: self._timer.start())  # noqa: PLW0108 - without the dates
        self.date.committed.connect(lambda: self.accept())  # noqa: PLW0108 - without the dates
        self.date.cancelled.connect(self.reject)
        self.preview, self.moves = QListWidget(), label("", "heading")
        self.preview.setWordWrap(True)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if len(self._articles) == 1:
            self._say_known(self._articles[0])
        else:
            count = words.count("{n} article", "{n} articles", len(self._articles))
            self.column.addWidget(label(count, "strong"))
        self.column.addWidget(self.date)
        self.column.addWidget(self.moves)
        self.column.addWidget(self.preview, 1)
        self.column.addWidget(button(words.text("Let the program find it"), self._forget, "quiet"))
        self._set = self.offer("Set the date")
        if self._set is not None:
            self._set.setEnabled(False)
        self.spread(560, 480)
        self.date.setFocus()

    def accept(self) -> None:
        """Decide."""
        dates = self.date.dates
        if dates:
            super().accept()
            self._decide(dates[0], self.date.line.text().strip())

    def _forget(self) -> None:
        super().accept()
        self._decide(None)

    def _decide(self, when: DateRange | None, typed: str = "") -> None:
        acts = tuple(SetPublication(article.id, when, typed) for article in self._articles)
        self.session.decide(acts[0] if len(acts) == 1 else Bulk(acts))

    def _say_known(self, article: Article) -> None:
        """The one article, and when it is held to have appeared until now."""
        words, published = self.session.wording, article.published
        self.column.addWidget(label(article.title, "strong", wraps=True))
        if published.when is not None:
            why = words.text("; ").join(words.say(step) for step in published.steps)
            self.column.addWidget(label(words.text("Now: {date}", date=words.date(published.when)), "quiet"))
            if why:
                self.column.addWidget(label(f"{words.text('Why?')} {why}.", "quiet", wraps=True))

    def _preview(self) -> None:
        words, dates = self.session.wording, self.date.dates
        self.preview.clear()
        if self._set is not None:
            self._set.setEnabled(bool(dates))
        found = [(article, moved(article.text, article.published.when, dates[0])) for article in self._articles if dates]
        count = sum(len(moving) for _, moving in found)
        self.moves.setText(words.count("{n} date moves", "{n} dates move", count) if dates else "")
        arrow = "←" if self.session.settings.language == "ar" else "→"
        for article, moving in found:
            head = f"{article.title}: " if len(self._articles) > 1 else ""
            for quote, before, after in moving:
                self.preview.addItem(f"{head}«{quote}»: {words.dates(before) or '—'} {arrow} {words.dates(after) or '—'}")


def moved(
    text: str, before: DateRange | None, after: DateRange
) -> tuple[tuple[str, tuple[DateRange, ...], tuple[DateRange, ...]], ...]:
    """The expressions of a text that mean other days under another publication date: words, days now, days then."""
    from timeline_app.services.tagging import tag  # noqa: PLC0415 - late: start-up is measured

    now = {reading.span: reading for reading in tag(text, before)}
    then = tag(text, after)
    return tuple(
        (reading.expression.text, now[reading.span].ranges, reading.ranges)
        for reading in then
        if reading.span in now and now[reading.span].ranges != reading.ranges
    )
