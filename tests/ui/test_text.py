from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.span import Span
from timeline_app.ui.text import Units

WIDE = st.text(st.sampled_from("اب\u064e \u00a0\r\n😀🕌𐤀a1"), max_size=40)


@given(WIDE)
def test_every_code_point_has_its_utf16_unit(text):
    units = Units(text)
    for position in range(len(text) + 1):
        assert units.to_unit(position) == len(text[:position].encode("utf-16-le")) // 2


@given(WIDE)
def test_units_lead_back_to_code_points(text):
    units = Units(text)
    assert [units.to_point(units.to_unit(position)) for position in range(len(text) + 1)] == list(range(len(text) + 1))


def test_the_middle_of_a_pair_belongs_to_its_character():
    assert Units("a😀b").to_point(2) == 1


def test_spans_go_both_ways():
    units = Units("😀 تأسست 1923")
    assert units.to_units(Span(2, 7)) == (3, 8)
    assert units.to_span(3, 8) == Span(2, 7)
