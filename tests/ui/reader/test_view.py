"""Are the marks exact, the letters joined, and the words the article's own?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent

from timeline_app.model.article import Article
from timeline_app.model.span import Span
from timeline_app.ui.reader.marks import Mark, Rank, at, marks_of
from timeline_app.ui.reader.setting import measure
from timeline_app.ui.reader.view import ReaderView
from timeline_app.ui.theme import load_theme

LIGHT = load_theme("light")


@pytest.fixture
def view(qtbot, session):
    made = ReaderView()
    made.motion = False
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(800, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def set_text(view, text):
    view.show_article(Article("a", text, ""), LIGHT, 100)


def picture(view) -> bytes:
    """How light every pixel is, 0 to 255."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.constBits())


def test_a_mark_that_ends_inside_a_word_leaves_its_letters_joined(view):
    text = "المؤتمر العالمي للبريد"
    set_text(view, text)
    view.clearFocus()
    bare = picture(view)
    view.show_marks((Mark(Span(3, 11), Rank.CURRENT, "blue", current=True), Mark(Span(9, 18), Rank.MENTION, "sky")))
    marked = picture(view)
    assert marked != bare
    letters = [(before, after) for before, after in zip(bare, marked, strict=True) if before < 100 or after < 100]
    assert len(letters) > 200
    assert all(before < 150 and abs(before - after) < 60 for before, after in letters)


def test_marks_are_no_formats_of_the_text(view, sample, session, desk):
    session.show_work(desk)
    view.show_article(sample.a, LIGHT, 100)
    view.show_marks(marks_of(sample.a, sample.state, session.index.marks(sample.a.id), "opening"))
    block = view.document().firstBlock()
    while block.isValid():
        assert len(list(block)) == 1
        block = block.next()


def test_selected_words_are_the_article_s_own(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    for words in ("😀 بحضور INTERPOL وUPU", "وتقرّر", "انتقل\u00a0المقرّ", "3 مارس 2020"):
        span = sample.span_in(sample.a, words)
        view.select_words(span)
        assert view.selected_words() == span
        assert view.createMimeDataFromSelection().text() == words


def test_words_selected_over_two_paragraphs_keep_their_line_breaks(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    words = "المقبل.\r\nوكان"
    view.select_words(sample.span_in(sample.a, words))
    assert view.createMimeDataFromSelection().text() == words


def test_every_character_is_found_again_under_its_box(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    for words in ("الرباط 😀", "مارس", "INTERPOL", "وتقرّر"):
        span = sample.span_in(sample.a, words)
        for position in range(span.start, span.end):
            rects = view.rects_of(Span(position, position + 1))
            if rects and sample.a.text[position].isalnum():
                assert view.article_position_at(rects[0].center().toPoint()) == position


def test_the_measure_holds_and_is_centred(view, sample):
    view.resize(1400, 400)
    view.show_article(sample.a, LIGHT, 100)
    form = view.document().rootFrame().frameFormat()
    assert form.leftMargin() == form.rightMargin()
    assert view.viewport().width() - 2 * form.leftMargin() == pytest.approx(measure(100), abs=1)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_full_lines_hold_sixty_to_seventy_five_characters(view, scale):
    view.resize(1600, 500)
    text = " ".join(word for word in sample_words() * 3)
    view.show_article(Article("a", text, ""), LIGHT, scale)
    layout = view.document().firstBlock().layout()
    counts = [layout.lineAt(number).textLength() for number in range(layout.lineCount() - 1)]
    assert 60 <= sum(counts) / len(counts) <= 75


def sample_words():
    return ("اجتمع في الرباط مندوبو البريد من مئة دولة لبحث التعاون في نقل الرسائل والطرود وتبادل الخبرات " * 3).split()


def test_paragraphs_run_from_their_own_side(view):
    set_text(view, "فقرة عربية فيها Latin words قليلة\nAn English paragraph")
    first = view.document().firstBlock()
    assert first.textDirection() is Qt.LayoutDirection.RightToLeft
    assert first.next().textDirection() is Qt.LayoutDirection.LeftToRight
    families = [next(iter(block)).fragment().charFormat().font().families() for block in (first, first.next())]
    assert families[0] == list(reversed(families[1]))


def test_boilerplate_is_dimmed_and_the_title_is_larger(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    first, last = view.document().firstBlock(), view.document().lastBlock()
    body = first.next()
    colours = [next(iter(b)).fragment().charFormat().foreground().color().name().upper() for b in (first, body, last)]
    assert colours == [LIGHT.ink, LIGHT.ink, LIGHT.rejected]
    sizes = [next(iter(b)).fragment().charFormat().font().pixelSize() for b in (first, body, last)]
    assert sizes[0] > sizes[1] > sizes[2]


def test_a_click_tells_the_marks_beneath_narrowest_first(qtbot, view, sample, session, desk):
    session.show_work(desk)
    view.show_article(sample.a, LIGHT, 100)
    view.show_marks(marks_of(sample.a, sample.state, session.index.marks(sample.a.id), None))
    point = view.rects_of(sample.readings[0].span)[0].center().toPoint()
    with qtbot.waitSignal(view.mark_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [mark.rank for mark in told.args[0]] == [Rank.EXPRESSION, Rank.MENTION]


def test_a_click_beside_the_words_tells_nothing(qtbot, view, sample, session, desk):
    session.show_work(desk)
    view.show_article(sample.a, LIGHT, 100)
    view.show_marks(marks_of(sample.a, sample.state, session.index.marks(sample.a.id), None))
    edge = view.rects_of(sample.opening.mentions[0].passage.span)[0]
    with qtbot.assertNotEmitted(view.mark_clicked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(edge.right()) + 40, int(edge.center().y())))


def test_going_to_words_brings_them_into_view_and_sets_the_caret(view, sample):
    text = sample.a.text + "\nآخر ما في المقال"
    article = replace(sample.a, text=text)
    view.show_article(article, LIGHT, 100)
    span = Span(text.index("آخر ما"), len(text))
    view.go_to(span)
    assert view.viewport().rect().contains(view.rects_of(span)[0].toAlignedRect())
    assert view.caret() == span.start


def test_words_in_view_already_do_not_move_the_page(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    view.go_to(sample.opening.mentions[0].passage.span)
    assert view.verticalScrollBar().value() == 0


def test_another_size_keeps_the_words_at_the_top(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    middle = QPoint(view.viewport().width() // 2, 4)
    before = view.article_position_at(middle)
    view.restyle(load_theme("dark"), 160)
    after = view.article_position_at(middle)
    assert abs(after - before) < 160
    assert view.verticalScrollBar().value() > 0


def test_words_the_page_leaves_out_have_no_box_and_move_nothing(view, sample):
    view.show_article(sample.a, LIGHT, 100)
    blank = Span(sample.a.text.index("\r\n\r\n"), sample.a.text.index("\r\n\r\n") + 3)
    assert view.rects_of(blank) == []
    view.go_to(blank)
    assert view.verticalScrollBar().value() == 0


def test_a_surrogate_without_its_half_is_shown_and_copied_without_harm(view):
    set_text(view, "قبل \ud83d بعد")
    view.selectAll()
    assert view.selected_words() == Span(0, 9)


def test_motion_glides_and_pulses_only_where_it_is_wanted(qtbot, view, sample):
    view.show_article(sample.a, LIGHT, 100)
    last = Span(sample.a.text.index("اقرأ"), sample.a.text.index("اقرأ") + 4)
    view.motion = True
    view.go_to(last)
    assert view.pulse.span == last
    target = view.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() >= target - view.viewport().height())
    view.motion = False
    view.verticalScrollBar().setValue(0)
    view.pulse.stop()
    view.go_to(last)
    assert view.verticalScrollBar().value() > 0
    assert view.pulse.span is None


def test_marks_under_a_position_are_told_narrowest_first(sample, session, desk):
    session.show_work(desk)
    marks = marks_of(sample.a, sample.state, session.index.marks(sample.a.id), "opening")
    found = at(marks, sample.readings[0].span.start)
    assert [mark.rank for mark in found] == [Rank.EXPRESSION, Rank.CURRENT]
    assert found[0].hue == found[1].hue == "green"
    assert at(marks, len(sample.a.text) - 4) == ()


def test_marks_know_doubt_inference_and_the_tray(sample, session, desk):
    session.show_work(desk)
    second = {mark.span: mark for mark in marks_of(sample.b, sample.state, session.index.marks(sample.b.id), None)}
    assert second[sample.opening.mentions[1].passage.span].doubtful
    assert second[sample.founding.mentions[1].passage.span].inferred
    first = {mark.span: mark for mark in marks_of(sample.a, sample.state, session.index.marks(sample.a.id), None)}
    assert first[sample.undated.passage.span].rank is Rank.UNDATED
    assert first[sample.readings[1].span].inferred
    assert first[sample.readings[1].span].event is None


def test_a_very_long_article_is_read_on_by_keys_and_jumped_into(qtbot, view):
    text = "\n".join(f"فقرة رقم {number} في مقال طويل جدا" for number in range(9_000))
    set_text(view, text)
    words = Span(text.index("رقم 8500"), text.index("رقم 8500") + 8)
    view.go_to(words)
    assert view.viewport().rect().contains(view.rects_of(words)[0].toAlignedRect())
    first = view.page.piece
    view.verticalScrollBar().setValue(view.verticalScrollBar().minimum())
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page.piece.end == first.start
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page.piece == first
    assert view.verticalScrollBar().value() == 0


def test_a_frame_shows_the_focus_that_came_by_the_keyboard(qtbot, view, sample):
    view.show_article(sample.a, LIGHT, 100)
    frames = []
    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        view.clearFocus()
        view.setFocus(reason)
        frames.append(view.viewport().grab().toImage().pixelColor(1, 200).name())
    assert frames[0] == LIGHT.paper.lower()
    assert frames[1] != frames[0]


def test_a_pulse_is_painted_and_fades(view):
    set_text(view, "المؤتمر العالمي للبريد")
    view.clearFocus()
    bare = picture(view)
    view.motion = True
    view.go_to(Span(0, 7))
    assert picture(view) != bare
    view.pulse.stop()
    assert picture(view) == bare


def test_the_wheel_scrolls_and_leaves_zooming_to_the_window(qtbot, view, sample):
    view.show_article(sample.a, LIGHT, 100)
    turned = []
    for modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        event = QWheelEvent(
            QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        view.wheelEvent(event)
        turned.append((view.verticalScrollBar().value() > 0, event.isAccepted()))
    assert turned[0] == (False, False)
    assert turned[1][0]


def test_an_article_is_shown_from_its_beginning_wherever_the_pane_moves(view):
    set_text(view, "\n".join(["كلمات كثيرة في مقال طويل لا تسعه الصفحة"] * 60))
    assert view.textCursor().position() == 0
    view.ensureCursorVisible()
    assert view.verticalScrollBar().value() == 0


def test_that_no_article_is_open_is_said_in_the_middle(view):
    bare = picture(view)
    view.say_unread("لا مقال مفتوح")
    image = view.viewport().grab().toImage()
    stride = len(bare) // image.height()
    inked = [place for place, (one, other) in enumerate(zip(bare, picture(view), strict=True)) if one != other]
    across, down = [place % stride for place in inked], [place // stride for place in inked]
    assert (min(across) + max(across)) / 2 == pytest.approx(image.width() / 2, abs=6)
    assert (min(down) + max(down)) / 2 == pytest.approx(image.height() / 2, abs=10)
    set_text(view, "نص")
    assert len(set(picture(view)[stride * (image.height() // 2) :])) == 1
