"""What does one source say of the event? Its quote, its title, how it is dated; pressed, it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from timeline_app.model.daterange import Certainty
from timeline_app.model.event import Mention, MentionBasis
from timeline_app.ui.fonts import reading_font
from timeline_app.ui.widgets import Pressable, label

if TYPE_CHECKING:
    from timeline_app.ui.session import Session

_LONGEST = 170


class SourceCard(Pressable):
    """One mention, with its article's title where it is the first shown of that article.

    ``menu_requested(Mention, QPoint)`` asks for what can be done with it.
    """

    menu_requested = Signal(object, QPoint)

    mention: Mention

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self._session = session
        self._spine, self._tint, self._dashed = session.theme.hairline, "", False
        self._quote, self._about = label("", wraps=True), label("", "quiet", wraps=True)
        self._quote.setFont(reading_font(15, scale=session.settings.scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 6)
        column.setSpacing(1)
        column.addWidget(self._quote)
        column.addWidget(self._about)

    def say(self, mention: Mention, title: str, spine: str, *, shown: bool) -> None:
        """Show a mention; ``spine`` is the colour of the one that is being read (``shown``)."""
        self.mention = mention
        self._spine = spine if shown else self._session.theme.hairline
        self._dashed = mention.basis is MentionBasis.INFERRED
        self._tint = self._session.theme.card if shown else ""
        self._quote.setText(shortened(mention.passage.quote))
        self._about.setText(" · ".join(part for part in (title, *self._remarks()) if part))
        self._about.setVisible(bool(self._about.text()))
        self.setAccessibleName(f"{self._quote.text()}. {title}")
        self.setToolTip(title)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.menu_requested.emit(self.mention, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The spine at the start of the card: in the kind's hue while it is the one being read."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._tint:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._tint))
                painter.drawRoundedRect(self.rect(), 6, 6)
            spine = QRect(self.width() - 3 if rtl else 0, 4, 3, self.height() - 8)
            pieces = range(0, spine.height(), 8) if self._dashed else (0,)
            for top in pieces:
                height = min(4, spine.height() - top) if self._dashed else spine.height()
                painter.fillRect(spine.left(), spine.top() + top, 3, height, QColor(self._spine))
        super().paintEvent(event)

    def _remarks(self) -> list[str]:
        words = self._session.wording
        remarks = []
        if self.mention.basis is MentionBasis.INFERRED:
            remarks.append(words.text("tied by inference"))
        elif any(dates.certainty is Certainty.INFERRED for dates in self.mention.dates):
            remarks.append(words.text("date inferred"))
        if self.mention.doubtful:
            remarks.append(words.text("doubtful"))
        return remarks


def shortened(quote: str) -> str:
    """A quote on one line, cut at a word when it is long."""
    one = " ".join(quote.split())
    if len(one) <= _LONGEST:
        return one
    return one[:_LONGEST].rsplit(" ", 1)[0] + "…"
