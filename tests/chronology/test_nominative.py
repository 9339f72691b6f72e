"""What «أن» put into the accusative stands in the nominative at the head of a title, where its ending is sure."""

import pytest

from timeline_app.chronology.reports.mention import reports_of
from timeline_app.chronology.titles.nominative import doing


def title(marked):
    return reports_of(marked.article, marked.readings)[0].mention.title


@pytest.mark.parametrize(
    ("line", "verb", "wanted"),
    [
        ("ملثمين سرقوا المتجر", "سرقوا", "ملثمون سرقوا المتجر"),
        ("حراسا محليين أطفأوا النار", "أطفأوا", "حراس محليون أطفأوا النار"),
        ("البحارة الغاضبين أغلقوا المرفأ", "أغلقوا", "البحارة الغاضبون أغلقوا المرفأ"),
        ("مدنيين وعسكريين غادروا الجزيرة", "غادروا", "مدنيون وعسكريون غادروا الجزيرة"),
        ("السائقين تجاوزا السرعة", "تجاوزا", "السائقان تجاوزا السرعة"),
        ("أبا سالم غادر القرية", "غادر", "أبو سالم غادر القرية"),
    ],
)
def test_who_does_it_stands_in_the_nominative(line, verb, wanted):
    assert doing(line, verb) == wanted


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("قادة المحتجين طالبوا بالحوار", "طالبوا"),
        ("عشرات مسافرين علقوا في المطار", "علقوا"),
        ("الطلاب الذين تظاهروا عادوا", "عادوا"),
        ("ياسين غادر القرية", "غادر"),
        ("الصين وقعت الاتفاق", "وقعت"),
    ],
)
def test_what_another_noun_governs_and_every_name_stays(line, verb):
    assert doing(line, verb) == line


def test_what_is_said_is_told_in_the_nominative(written):
    marked = written("وقال حارس المتجر إن ملثمين سرقوا الخزنة في 5 ماي 2011 قبل الفجر.", ("5 ماي 2011", "2011-05-05"))
    assert title(marked).startswith("ملثمون سرقوا الخزنة")


def test_the_letters_of_a_foreign_name_are_no_particle(written):
    text = "قال والي الجزيرة لمحطة إن تي إيه العامة في 5 ماي 2011 إن الجسر القديم انهار بالكامل."
    assert title(written(text, ("5 ماي 2011", "2011-05-05"))) == "الجسر القديم انهار بالكامل"
