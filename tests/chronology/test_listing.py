import pytest

from timeline_app.chronology.reports.mention import reports_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("بدأ العمل في المسرح عام 1951 وفي السينما عام 1960.", "بدء العمل في السينما"),
        ("نال الرسام جائزة النخلة عام 1951، وجائزة الميناء عام 1960.", "نال الرسام جائزة الميناء"),
        ("شهدت الجزيرة حركات منها حركة النوارس عام 1951، وأبو الموج عام 1960.", "حركة أبو الموج"),
        ("شهدت الجزيرة حركات منها حركة النوارس عام 1951، ويزدان سالم عام 1960.", "حركة يزدان سالم"),
        ("نال الرسام جائزة في مسابقة النخلة عام 1951 وأيضا في مسابقة الميناء عام 1960.", "نال الرسام جائزة في مسابقة الميناء"),
    ],
)
def test_a_further_item_of_a_list_is_told_with_the_verb_of_the_first(written, text, wanted):
    marked = written(text, ("1951", "1951"), ("1960", "1960"))
    assert [report.mention.title for report in reports_of(marked.article, marked.readings)][1] == wanted
