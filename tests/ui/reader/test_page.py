"""How does an article stand on the page, and how does one get back?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.article import Article, Section, SectionRole
from timeline_app.model.span import Span
from timeline_app.ui.reader.page import PIECE, page_of, runs_from_right

ADDED = "\u2066\u2069"


def article(text, called="", **roles):
    sections = tuple(
        Section(Span(text.index(words), text.index(words) + len(words)), SectionRole(role)) for role, words in roles.items()
    )
    return Article("a", text, "", title=called, sections=sections)


def lines(page):
    return [paragraph.span.of(page.text) for paragraph in page.paragraphs]


def test_each_line_is_a_paragraph_and_empty_ones_are_left_out():
    page = page_of(article("\ufeffأول\r\n\r\n\u00a0\r\n  ثان \u2028ثالث\r"))
    assert lines(page) == ["أول", "ثان", "ثالث"]


def test_the_title_stands_once_though_the_text_says_it_twice():
    page = page_of(article("عنوان الخبر\n\n عنوان  الخبر\nمتن الخبر", "عنوان الخبر", title="عنوان الخبر"))
    assert lines(page) == ["عنوان الخبر", "متن الخبر"]
    assert page.paragraphs[0].role is SectionRole.TITLE


def test_a_title_the_text_does_not_hold_is_set_above_it():
    page = page_of(article("متن الخبر", "عنوان من خارج النص"))
    assert lines(page) == ["عنوان من خارج النص", "متن الخبر"]
    assert page.to_page(Span(0, 3)) == Span(19, 22)
    assert page.to_article(Span(0, 5)) is None


def test_a_title_taken_from_the_first_words_is_not_said_again():
    page = page_of(article("في خطوة جديدة أعلن الوزير ذلك.", "في خطوة جديدة…"))
    assert lines(page) == ["في خطوة جديدة أعلن الوزير ذلك."]


def test_a_heading_run_into_the_next_sentence_stands_alone():
    page = page_of(article("المغرب والريادةلا يأتي ذلك صدفة", heading="المغرب والريادة"))
    assert lines(page) == ["المغرب والريادة", "لا يأتي ذلك صدفة"]
    assert [p.role for p in page.paragraphs] == [SectionRole.HEADING, SectionRole.BODY]


def test_latin_words_in_arabic_are_isolated_with_their_signs():
    page = page_of(article("قال (INTERPOL) إن C++ وF-16 هنا"))
    assert lines(page) == ["قال (\u2066INTERPOL\u2069) إن \u2066C++\u2069 و\u2066F-16\u2069 هنا"]


def test_a_span_over_an_isolate_comes_back_whole():
    text = "قال (INTERPOL) إن"
    page = page_of(article(text))
    shown = page.to_page(Span(4, 17))
    assert shown.of(page.text).translate(dict.fromkeys(map(ord, ADDED))) == text[4:17]
    assert page.to_article(shown) == Span(4, 17)


def test_direction_follows_the_majority_of_letters():
    assert runs_from_right("INTERPOL يعقد مؤتمره السنوي")
    assert not runs_from_right("The city of مراكش hosts it")
    assert runs_from_right("2025")


def test_what_qt_keeps_for_itself_is_replaced_one_for_one():
    page = page_of(article("ا\ufffcب\ufdd0ج\ud800د"))
    assert lines(page) == ["ا\ufffdب\ufffdج\ufffdد"]
    assert page.to_article(Span(4, 7)) == Span(4, 7)


def test_an_empty_article_is_an_empty_page():
    page = page_of(article(""))
    assert page.text == ""
    assert page.to_page(Span(0, 0)) is None
    assert page.to_article(Span(0, 1)) is None


@given(st.text(alphabet="اب ج\u0651😀\r\n\u00a0\ufeff\u2028aZ9.-+(", max_size=60), st.data())
def test_every_stretch_shown_comes_back_to_its_own_words(text, data):
    page = page_of(article(text))
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown = page.to_page(span)
    if shown is None:
        assert not any(page.to_page(Span(i, i + 1)) for i in range(span.start, span.end))
        return
    back = page.to_article(shown)
    assert span.contains(back)
    kept = [c for i, c in enumerate(text) if i in range(span.start, span.end) and page.to_page(Span(i, i + 1))]
    assert [c for c in shown.of(page.text) if c not in ADDED and c != "\n"] == kept


@given(st.text(alphabet="اب 😀\r\n\u00a0aZ9", max_size=40))
def test_the_paragraphs_are_the_lines_of_the_page(text):
    page = page_of(article(text))
    assert page.text == "\n".join(lines(page))


def test_a_very_long_article_is_set_in_pieces_that_leave_nothing_out():
    text = "\n".join(f"فقرة رقم {number} في مقال طويل جدا" for number in range(9_000))
    seen, near = 0, 0
    while near < len(text):
        page = page_of(article(text), near)
        assert page.piece.start == near
        assert len(page.text) <= PIECE * 1.6
        seen += len(page.paragraphs)
        near = page.piece.end
    assert seen == 9_000
    for near in (0, 119_999, 120_000, 200_123, len(text) - 1):
        assert near in range(page_of(article(text), near).piece.start, page_of(article(text), near).piece.end)


def test_a_very_long_line_is_cut_rather_than_waited_for():
    text = "كلمة " * 100_000
    pieces, near = [], 0
    while near < len(text):
        pieces.append(page_of(article(text), near).piece)
        near = pieces[-1].end
    assert sum(map(len, pieces)) == len(text)
    assert max(map(len, pieces)) <= PIECE * 1.6
