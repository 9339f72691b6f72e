"""When do two spellings match, and where?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.services.matching import bare, finds, holds_all, occurrences, terms_of


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("أكّدَ الوزيرُ أنّ", "اكد", ["أكّدَ"]),
        ("يُعتَبَرُ هذا", "يعتبر", ["يُعتَبَرُ"]),
        ("الدورة الـ٩٣ والدورة الـ92", "93", ["٩٣"]),
        ("مدرسةٌ ومدرسه", "مدرسة", ["مدرسةٌ", "مدرسه"]),
        ("على مستوى", "علي مستوي", ["على مستوى"]),
        ("قـــال ثم قال", "قال", ["قـــال", "قال"]),
        ("مؤتمر المؤتمر", "مؤتمر", ["مؤتمر", "مؤتمر"]),
        ("قال إنتربول (Interpol)", "INTERPOL", ["Interpol"]),
        ("لا شيء", "", []),
        ("لا شيء", "  ", []),
    ],
)
def test_places_in_a_text_are_found_whatever_the_spelling(text, query, found):
    assert [span.of(text) for span in occurrences(text, query)] == found


def test_places_after_an_emoji_and_a_carriage_return_are_exact():
    text = "\ufeff😀\r\nفي\u00a0مرّاكش 😀 مراكش"
    assert [span.of(text) for span in occurrences(text, "مراكش")] == ["مرّاكش", "مراكش"]
    assert [span.of(text) for span in occurrences(text, "في مراكش")] == ["في\u00a0مرّاكش"]


@given(st.text(alphabet="ابةهىيأإآؤئ\u064b\u0651\u0640 123١٢٣abİ😀\n", max_size=40), st.data())
def test_a_text_is_found_in_itself(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sought = text[start:end]
    found = occurrences(text, sought)
    if sought.strip("\u064b\u0651\u0640 \n"):
        assert any(span.start < end and start < span.end for span in found)
    assert all(0 <= span.start < span.end <= len(text) for span in found)


def test_a_query_is_words_and_quoted_rows_folded():
    assert terms_of("الدورة «الجمعيّة العامّة» ٩٣") == [["الجمعيه", "العامه"], ["الدوره"], ["93"]]
    assert terms_of("؟ -") == []


def test_bare_terms_have_lost_their_prefixes():
    assert bare([["وبالمغرب"], ["في"]]) == [["مغرب"], ["في"]]


def test_places_are_told_without_prefixes_and_with_the_signs_on_the_last_letter():
    text = "وبالمَغرِبِ ثم مغاربة"
    assert [span.of(text) for span in finds(text, [["مغرب"]])] == ["مَغرِبِ"]


def test_every_term_must_be_in_the_text():
    assert holds_all("لقاء في مراكش", [["لقاء"], ["مراكش"]])
    assert not holds_all("لقاء في مراكش", [["لقاء"], ["فاس"]])
