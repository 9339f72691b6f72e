from itertools import pairwise

import pytest

from timeline_app.assets import seeds
from timeline_app.importing.sections import sections_of, title_of
from timeline_app.model.article import SectionRole


def roles(text, role):
    return [s.span.of(text) for s in sections_of(text) if s.role is role]


def seed(number):
    path = next(seeds().glob(f"{number:03d}_*.txt"))
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("number", range(5))
def test_sections_are_in_order_and_leave_out_only_white_space(number):
    text = seed(number)
    found = sections_of(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    covered = sum(len(s.span.of(text)) for s in found)
    gaps = len(text) - covered
    inside = sum(c.isspace() for c in text)
    assert gaps <= inside


def test_the_list_of_related_headlines_is_boilerplate_up_to_the_next_real_paragraph():
    text = seed(2)
    boilerplate = roles(text, SectionRole.BOILERPLATE)
    assert boilerplate[0] == "اقرأ أيضاً"
    assert boilerplate[-1].startswith("الجنايات تأمر")
    assert any(b.startswith("يشكل احتضان المغرب") for b in roles(text, SectionRole.BODY))


def test_share_buttons_comments_and_cookie_notices_are_boilerplate():
    assert {"Share", "اترك تعليقاً"} <= set(roles(seed(0), SectionRole.BOILERPLATE))
    assert any("ملفات تعريف الارتباط" in b for b in roles(seed(3), SectionRole.BOILERPLATE))


def test_a_rubric_line_under_the_title_is_boilerplate():
    assert roles(seed(4), SectionRole.BOILERPLATE) == ["أخبار وطنية"]


def test_a_heading_glued_to_its_paragraph_is_a_section_of_its_own():
    text = seed(0)
    headings = roles(text, SectionRole.HEADING)
    assert "المغرب: من الاستضافة السابقة إلى الريادة الإقليمية" in headings
    assert any(b.startswith("لا يأتي اختيار مراكش") for b in roles(text, SectionRole.BODY))


def test_a_title_printed_twice_is_a_title_twice():
    assert len(roles(seed(0), SectionRole.TITLE)) == 2


def test_an_article_without_a_title_line_is_named_by_its_first_words():
    text = seed(1)
    assert not roles(text, SectionRole.TITLE)
    title = title_of(text, sections_of(text))
    assert title.endswith("…")
    assert text.startswith(title[:-1])


def test_an_author_and_a_date_line_are_bylines():
    text = "عنوان قصير للخبر\nبقلم: كاتب المقال\nالثلاثاء 5 مارس 2019 الساعة 10:40\n" + "فقرة طويلة من المقال تنتهي بنقطة. " * 8
    assert roles(text, SectionRole.BYLINE) == ["بقلم: كاتب المقال", "الثلاثاء 5 مارس 2019 الساعة 10:40"]


def test_two_bare_lines_amid_closed_paragraphs_are_teasers_but_one_is_a_heading():
    paragraph = "هذه فقرة من فقرات المقال تتحدث عن أمر ما وتطول حتى تتجاوز مئة حرف كما تفعل الفقرات في المقالات المنشورة كلها."
    text = f"عنوان\n{paragraph}\nعنوان خبر آخر\nوعنوان خبر ثالث\n{paragraph}\nعنوان فرعي\n{paragraph}\n"
    assert roles(text, SectionRole.BOILERPLATE) == ["عنوان خبر آخر", "وعنوان خبر ثالث"]
    assert roles(text, SectionRole.HEADING) == ["عنوان فرعي"]


@pytest.mark.parametrize("text", ["", "\n \n", "كلمة"])
def test_an_empty_or_tiny_text_has_no_title_line(text):
    assert not roles(text, SectionRole.TITLE)
    assert isinstance(title_of(text, sections_of(text)), str)
