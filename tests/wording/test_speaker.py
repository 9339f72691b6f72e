"""Sentences, counts and steps."""

from __future__ import annotations

from timeline_app.calendars.gregorian import day_of
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.problem import Problem
from timeline_app.model.step import Step, step
from timeline_app.wording import Wording

ARABIC, ENGLISH = Wording(), Wording("en")


def test_a_count_takes_the_right_one_of_six_forms():
    said = [ARABIC.count("{n} event", "{n} events", n) for n in (0, 1, 2, 3, 11, 100, 103)]
    assert said == ["لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "11 حدثا", "100 حدث", "103 أحداث"]
    assert [ENGLISH.count("{n} event", "{n} events", n) for n in (1, 2)] == ["1 event", "2 events"]


def test_counts_use_the_digits_of_the_desk():
    assert Wording(digits="arabic").count("{n} event", "{n} events", 12) == "١٢ حدثا"


def test_a_problem_names_its_file():
    problem = Problem("file-missing", path="a.txt")
    assert ENGLISH.say(problem) == "a.txt: no such file"
    assert "a.txt" in ARABIC.say(problem)


def test_a_code_nobody_worded_still_says_its_arguments():
    when = DateRange(day_of(2025, 11, 24), day_of(2025, 11, 24))
    assert ENGLISH.say(Step("unheard-of", (("when", when),))) == "unheard-of 24 November 2025"


def test_placeholders_say_what_a_number_means():
    day = day_of(2025, 11, 24)
    words = {"d": day, "w": 1, "m": 11, "c": 630, "y": -330, "k": "election"}
    message = "{w:weekday} {d:day} {m:month} {m:hijri} {c:clock} {y:year} {k:kind}"
    filled = ENGLISH._filled(message, words)
    assert filled == "Monday 24 November 2025 November Dhu al-Qadah 10:30 331 BC Election"


def test_a_missing_argument_leaves_its_place_marked():
    assert ENGLISH._filled("{here} and {gone}", {"here": "x"}) == "x and {gone}"


def test_latin_names_are_isolated_in_the_window():
    assert Wording(isolate=True)._filled("«{name}»", {"name": "INTERPOL"}) == "«\u2068INTERPOL\u2069»"


def test_certainty_is_a_word_and_written_dates_need_none():
    assert ARABIC.certainty(Certainty.INFERRED) == "مستنتج"
    assert ARABIC.certainty(Certainty.WRITTEN) == ""


def test_an_unknown_english_text_speaks_for_itself():
    assert ARABIC.text("No such message anywhere") == "No such message anywhere"
    assert ARABIC.say(step("no-such-code")) == "no-such-code"
