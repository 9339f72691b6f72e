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


def test_a_row_of_the_sites_other_headlines_is_boilerplate_and_no_title():
    row = (
        "وزير النقل يتفقد الميناء صباح الاثنين 21 أكتوبر 2024    افتتاح معرض الكتاب غدا الثلاثاء    سعر الذهب اليوم"
        " الاثنين 21-10-2024    الأرصاد تحذر من أمطار يوم الأربعاء    توقيع اتفاق بين البلدين يوم 20 أكتوبر"
    )
    text = f"{row}\n\nانقلاب حافلة في الجبل\nلقي ثلاثة أشخاص مصرعهم مساء أمس في انقلاب حافلة على الطريق الجبلي شمال المدينة."
    assert roles(text, SectionRole.TITLE) == ["انقلاب حافلة في الجبل"]
    assert row not in roles(text, SectionRole.BODY)


def test_the_line_that_the_head_prints_twice_is_the_title_under_the_sites_name_and_clock():
    title = "حريق يلتهم مخزنا للأخشاب في المدينة"
    head = ["الجمعة 2 يناير 2026 11:23 مـ", "بوابة الساحل", "حوادث", title, "الأحد 29 يونيو 2025 08:15 مـ", title]
    text = "\n".join([*head, "التهم حريق هائل فجر اليوم الأحد مخزنا للأخشاب في المدينة القديمة دون أن يخلف ضحايا."])
    assert roles(text, SectionRole.TITLE) == [title, title]
    assert "الأحد 29 يونيو 2025 08:15 مـ" in roles(text, SectionRole.BYLINE)


def test_a_link_inside_the_text_hides_no_paragraph_and_comments_hide_all_that_follows():
    text = (
        "عودة القطار بين المدينتين\nسبتمبر 4, 2025 - 23:10\n"
        "انطلق أول قطار بين المدينتين بعد توقف دام عامين بسبب الأشغال التي شملت الجسر الكبير.\n"
        "اقرأ أيضا: رحلات إضافية في العيد يوم 3 أكتوبر\nوعلى متنه مئتا مسافر وفق بيان للشركة.\nاترك تعليقا\n"
        "سامي في 5 سبتمبر 2025 قال: سافرت به أمس وكان القطار نظيفا ومريحا، وشكرا لكل من عمل على عودته إلينا."
    )
    assert roles(text, SectionRole.BODY)[-1] == "وعلى متنه مئتا مسافر وفق بيان للشركة."
    assert roles(text, SectionRole.BYLINE) == ["سبتمبر 4, 2025 - 23:10"]


def test_stories_that_follow_under_a_place_line_of_their_own_are_not_the_articles():
    own = [
        "الميناء، الساحل (الوكالة) -- افتتح الوزير المرسى الجديد.",
        *["وقال الوزير إن الأشغال دامت عامين. وأضاف أنها انتهت."] * 5,
    ]
    other = ["الجبل، الداخل (الوكالة) -- أعلن الوالي أمس قرارا", "نشرت صحيفة يوم الخميس صورا للقرية."]
    assert roles("\n".join([*own, *other]), SectionRole.BOILERPLATE) == other


def test_the_path_to_the_page_is_no_title():
    text = "الرئيسية > أخبار > محليات\nافتتاح مدرسة جديدة في القرية\nافتتحت الوزارة مدرسة جديدة في القرية تضم عشرين قسما."
    assert roles(text, SectionRole.TITLE) == ["افتتاح مدرسة جديدة في القرية"]


def test_a_short_line_that_tells_of_a_year_is_no_byline():
    text = "سيرة الكاتبة\nكتبت روايتها الأولى عام 1985\nثم انتقلت إلى المدينة حيث عملت في الصحافة قبل أن تعود إلى قريتها."
    assert roles(text, SectionRole.BYLINE) == []
