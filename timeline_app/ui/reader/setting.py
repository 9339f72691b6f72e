"""How is a page set in type? Fonts, sizes, spacing and colours of its paragraphs, as a QTextDocument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat, QTextOption

from timeline_app.model.article import SectionRole
from timeline_app.ui import fonts

if TYPE_CHECKING:
    from timeline_app.ui.reader.page import Page, Paragraph
    from timeline_app.ui.theme import Theme

# a full line; ragged lines then hold 60 to 75
MEASURE_CHARACTERS = 75
# mean advance of running Arabic text in the reading face, in em
_MEAN_ADVANCE = 0.371
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class _Style:
    """Size in pixels at 100 %, line height and space after in parts of the size."""

    size: int
    line: float
    after: float
    before: float = 0.0
    bold: bool = False


_STYLES = {
    SectionRole.TITLE: _Style(22, 1.7, 0.5, bold=True),
    SectionRole.HEADING: _Style(fonts.READING_SIZE, 1.9, 0.3, before=0.65, bold=True),
    SectionRole.BODY: _Style(fonts.READING_SIZE, 1.9, 0.72),
    SectionRole.BYLINE: _Style(15, 1.8, 0.4),
    SectionRole.BOILERPLATE: _Style(15, 1.8, 0.25),
}


def measure(scale: int) -> int:
    """The width of a line in pixels: 75 characters of running text."""
    return round(MEASURE_CHARACTERS * _MEAN_ADVANCE * fonts.READING_SIZE * scale / 100)


def ink_of(role: SectionRole, theme: Theme) -> str:
    """The colour of a role's words."""
    if role is SectionRole.BOILERPLATE:
        return theme.rejected  # as dim as words may be that can still be read
    return theme.quiet if role is SectionRole.BYLINE else theme.ink


def set_page(document: QTextDocument, page: Page, theme: Theme, scale: int, *, frame: QTextFrameFormat) -> None:
    """Fill a document with a page. Each paragraph is one block, position by position that of ``page.text`` in UTF-16.

    ``frame`` are the margins around it, set while the document is empty: all is laid out once.
    """
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDocumentMargin(0)
    document.rootFrame().setFrameFormat(frame)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(fonts.reading_font(scale=scale))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, paragraph in enumerate(page.paragraphs):
        block, words = _formats(paragraph, theme, scale)
        if number:
            cursor.insertBlock(block, words)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(words)
        cursor.insertText(paragraph.span.of(page.text), words)
    cursor.endEditBlock()


def _formats(paragraph: Paragraph, theme: Theme, scale: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
    style = _STYLES[paragraph.role]
    block = QTextBlockFormat()
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft if paragraph.from_right else Qt.LayoutDirection.LeftToRight)
    block.setAlignment(Qt.AlignmentFlag.AlignLeading)
    size = style.size * scale / 100
    block.setLineHeight(round(size * style.line), _FIXED_HEIGHT)
    block.setBottomMargin(round(size * style.after))
    block.setTopMargin(round(size * style.before))
    words = QTextCharFormat()
    font = fonts.reading_font(style.size, scale=scale, bold=style.bold)
    if not paragraph.from_right:
        font.setFamilies([fonts.READING_LATIN, fonts.READING])  # figures beside Latin letters are cut like them
    words.setFont(font)
    words.setForeground(QColor(ink_of(paragraph.role, theme)))
    return block, words
