"""Is a title whole, and free of what only joined it to its text? Each line is a sentence, its date, and the title's words."""

import pytest

from timeline_app.chronology.mention import reports_of
from timeline_app.chronology.rendering import nominative


def titles(marked):
    return [report.mention.title for report in reports_of(marked.article, marked.readings)]


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("أقلعت الطائرة في ماي 2011 بالتوقيت المحلي نحو وهران.", "ماي 2011", "إقلاع الطائرة نحو وهران"),
        ("النادي القديم من جهته فاز بالكأس في ماي 2011.", "ماي 2011", "النادي القديم فاز بالكأس"),
        ("فاز النادي القديم آنذاك بالكأس في ماي 2011 أيضا.", "ماي 2011", "فوز النادي القديم بالكأس"),
        ("وذكر المصدر في ماي 2011 أن الميناء استقبل سفينة نادرة.", "ماي 2011", "الميناء استقبل سفينة نادرة"),
        ("وأكدت قبرص رسميا في ماي 2011 أنها مستعدة لإعارة اللوحات.", "ماي 2011", "قبرص مستعدة لإعارة اللوحات"),
        ('وأعلنت الشركة في ماي 2011 وصول مركبة "الهدهد" الصغيرة التي تجوب القمر.', "ماي 2011", 'وصول مركبة "الهدهد" الصغيرة'),
        ("وكانت دار السباكة، أعلنت التوصل إلى تسوية في ماي 2011.", "ماي 2011", "دار السباكة أعلنت التوصل إلى تسوية"),
        ("ونقلت الإذاعة في ماي 2011 عن مراد قوله إن السد لن يجف.", "ماي 2011", "مراد: السد لن يجف"),
        ("عين المجلس بأمر، أستاذ النحو سالم الحداد، لرئاسة المجمع في ماي 2011.", "ماي 2011", "أستاذ النحو سالم الحداد"),
        ("تزامن ذلك مع توقيع الأعضاء في ماي 2011 على نداء طالبوا فيه بالحوار.", "ماي 2011", "على نداء طالبوا فيه بالحوار"),
        ("يمكن أن يقرر المجلس تنظيم 4 اجتماعات في ماي 2011 بالبادية.", "ماي 2011", "تنظيم 4 اجتماعات"),
        ("درس إمكانية توزيع البذور في ماي 2011.", "ماي 2011", "إمكانية توزيع البذور"),
        ("ناقش النادي لقاء الغد مع الضيوف في ماي 2011.", "ماي 2011", "ناقش النادي لقاء الغد"),
    ],
)
def test_a_title_is_whole_and_tied_to_no_text(written, text, date, wanted):
    assert wanted in titles(written(text, (date, "2011-05")))[0]


def test_a_part_that_is_played_is_no_aside(written):
    text = "أقرت الجمعية دعم المسرح للقيام بدوره في ماي 2011."
    assert "بدوره" in titles(written(text, ("ماي 2011", "2011-05")))[0]


def test_the_verb_behind_a_month_describes_no_month(written):
    text = "قال البحار إن السفينة البيضاء التي سدت المضيق في مارس غادرت الميناء أمس."
    first, second = titles(written(text, ("مارس", "2011-03"), ("أمس", "2011-05-04")))
    assert "غادرت" not in first
    assert second.startswith("السفينة البيضاء غادرت الميناء")


def test_two_clauses_with_a_date_each_are_told_apart_without_a_comma(written):
    text = "بدأ سالم الحداد حياته مؤذنا بالقرية عام 1917 وفي عام 1920 درس النحو بالمعهد القديم."
    assert "درس" not in titles(written(text, ("عام 1917", "1917"), ("عام 1920", "1920")))[0]


def test_what_a_speaker_says_is_not_cut_off_before_its_verb(written):
    text = (
        "وذكر الناطق باسم دائرة الأرصاد البحرية في ماي 2011 أن خللا في أجهزة القياس القديمة، وليس إهمالا من "
        "العاملين أو المناوبين، تسبب في ضياع القراءات."
    )
    assert "تسبب في ضياع القراءات" in titles(written(text, ("ماي 2011", "2011-05")))[0]


def test_two_things_at_the_head_stand_in_the_nominative():
    assert nominative("الأمسيتين التاليتين في القرية") == "الأمسيتان التاليتان في القرية"
    assert nominative("الأرجنتين القديمة") == "الأرجنتين القديمة"
