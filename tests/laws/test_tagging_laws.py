"""Laws of tagging: nothing fails, and what a reader does not see changes nothing."""

import re
import unicodedata
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_app.calendars.gregorian import day_of
from timeline_app.model.daterange import DateRange
from timeline_app.services.tagging import tag

CORPUS = Path(__file__).parent.parent / "corpus"
SENTENCES = sorted(
    re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), row.split("\t")[1])
    for path in CORPUS.glob("*.tsv")
    for row in path.read_text("utf-8").rstrip("\n").split("\n")[1:]
)
PUBLISHED = DateRange(day_of(2017, 3, 15), day_of(2017, 3, 15))
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
TATWEEL = "\u0640"
INVISIBLE = "\u200e\u200f\u202a\u202c\u2066\u2069"
LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
FAMILIES = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
sentences = st.sampled_from(SENTENCES)


def said(text):
    return [(each.span.start, each.span.end, each.expression.type, each.value, each.ranges) for each in tag(text, PUBLISHED)]


def said_of(noisy, origins):
    """What is said of a text with characters put in, at the places of the text without them."""
    return [(origins[start], origins[end - 1] + 1, *rest) for start, end, *rest in said(noisy)]


@st.composite
def noisy_sentences(draw, characters, *, inside_words):
    """A sentence, the same with invisible characters put in, and for each of its characters the place it came from."""
    text = draw(sentences)
    noisy, origins = [], []
    for place, character in enumerate(text):
        noisy.append(character)
        origins.append(place)
        joined = not inside_words or LETTER.match(text[place + 1 : place + 2])
        if LETTER.match(character) and joined and draw(st.integers(0, 3)) == 0:
            noisy.append(draw(st.sampled_from(characters)))
            origins.append(place)
    return text, "".join(noisy), origins


@given(st.text() | st.text(alphabet="0123456789٠٥۹/-.:، \nمنإلىوفيعامسنةشهر() ") | st.lists(sentences, max_size=3).map(" ".join))
def test_any_text_gives_ordered_spans_within_it(text):
    end = 0
    for reading in tag(text, PUBLISHED):
        assert end <= reading.span.start < reading.span.end <= len(text)
        assert reading.expression.text == text[reading.span.start : reading.span.end]
        assert reading.value
        end = reading.span.end


@given(sentences)
def test_without_a_publication_date_nothing_fails(text):
    assert [each.span for each in tag(text)] == [each.span for each in tag(text, PUBLISHED)]


@settings(max_examples=60)
@given(noisy_sentences(MARKS, inside_words=False))
def test_vowel_marks_change_nothing(case):
    text, noisy, origins = case
    assert said_of(noisy, origins) == said(text)


@settings(max_examples=60)
@given(noisy_sentences(TATWEEL, inside_words=True))
def test_tatweel_changes_nothing(case):
    text, noisy, origins = case
    assert said_of(noisy, origins) == said(text)


@settings(max_examples=60)
@given(noisy_sentences(INVISIBLE, inside_words=True))
def test_direction_marks_change_nothing(case):
    text, noisy, origins = case
    assert said_of(noisy, origins) == said(text)


def test_a_direction_mark_between_two_weekdays_changes_no_day():
    plain, marked = (f"دعت النقابات إلى إضراب وطني الخميس و{mark}الجمعة." for mark in ("", "\u200e"))
    assert [each.ranges for each in tag(marked, PUBLISHED)] == [each.ranges for each in tag(plain, PUBLISHED)]


@example("1- 2 شباط 2011: إغلاق المعمل.\n2- 8 آذار: عودة العمال.", FAMILIES[-1])
@given(sentences, st.sampled_from(FAMILIES))
def test_the_family_of_digits_changes_nothing(text, family):
    ascii_only = text.translate({ord(digit): str(value) for digits in FAMILIES for value, digit in enumerate(digits)})
    assert said(ascii_only.translate(str.maketrans(FAMILIES[0], family))) == said(ascii_only)


@given(sentences)
def test_composed_and_decomposed_text_say_the_same(text):
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    words = [unicodedata.normalize("NFC", decomposed[start:end]) for start, end, *_ in said(decomposed)]
    assert words == [composed[start:end] for start, end, *_ in said(composed)]
    assert [rest for _, _, *rest in said(decomposed)] == [rest for _, _, *rest in said(composed)]


@given(sentences, sentences)
def test_two_articles_joined_by_a_blank_line_give_the_expressions_of_both(first, second):
    shift = len(first) + 2
    apart = [row[:3] for row in said(first)] + [(start + shift, end + shift, kind) for start, end, kind, *_ in said(second)]
    assert [row[:3] for row in said(f"{first}\n\n{second}")] == apart
