"""In which years are the dates that head the lines of a chronology or a calendar?"""

from timeline_app.calendars.gregorian import day_of
from timeline_app.extraction.recognition import recognise
from timeline_app.resolution.entries import years_of_entries


def years(text, published=None):
    """The years found, in the order of the text."""
    today = None if published is None else day_of(*published)
    found = years_of_entries(text, recognise(text), today)
    return [found[place] for place in sorted(found)]


def test_the_year_runs_on_from_the_line_that_writes_it():
    assert years("3 مايو 2010: بدء\n9 نوفمبر: توقف\n2 فبراير: عودة") == [2010, 2011]


def test_lines_before_the_first_year_are_counted_back_from_it():
    assert years("9 نوفمبر: بدء\n2 فبراير: توقف\n3 مايو 2011: عودة") == [2010, 2011]


def test_a_list_that_goes_backwards_in_time_is_read_so():
    assert years("3 مايو 2011: عودة\n2 فبراير: توقف\n9 نوفمبر: بدء") == [2011, 2010]


def test_a_year_alone_heads_the_lines_under_it():
    assert years("2010\n- 3 مايو: بدء\n- 9 نوفمبر: توقف\n2015\n- 2 فبراير: عودة") == [2010, 2010, 2015]


def test_a_list_without_a_year_lies_around_the_publication():
    lines = "12 سبتمبر: افتتاح\n28 فبراير: إياب\n5 مايو: ختام"
    assert years(lines, (2023, 8, 20)) == [2023, 2024, 2024]
    assert years(lines, (2024, 3, 1)) == [2023, 2024, 2024]
    assert years(lines, (2024, 6, 15)) == [2023, 2024, 2024]
    assert years(lines) == []


def test_a_label_may_stand_before_the_date():
    lines = "عطلة الخريف: من 26 أكتوبر إلى 1 نوفمبر\nعطلة الشتاء: من 21 ديسمبر إلى 7 يناير\nالعودة: 8 يناير"
    assert years(lines, (2023, 9, 5)) == [2023, 2024, 2024]


def test_two_lines_or_dates_within_a_sentence_are_no_chronology():
    assert years("3 مايو 2010: بدء\n9 نوفمبر: توقف") == []
    assert years("وصل الوفد في 3 مايو 2010 وزار المصنع في 9 نوفمبر ثم عاد في 2 فبراير") == []


def test_no_line_lies_after_the_last_year_known():
    assert years("3 مايو 2023: بدء\n9 نوفمبر: توقف\n2 فبراير: عودة", (2023, 12, 1)) == [2023]
