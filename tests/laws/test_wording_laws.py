"""Whatever days there are can be said."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.wording import Wording

MINUTES = st.integers(0, 1439)


@st.composite
def ranges(draw) -> DateRange:
    first = draw(st.integers(-2_000_000, 4_000_000))
    minutes = draw(st.none() | st.tuples(MINUTES, MINUTES))
    return DateRange(
        first,
        first + draw(st.integers(0, 40_000)),
        draw(st.sampled_from(Grain)),
        draw(st.sampled_from(Certainty)),
        *(minutes or (None, None)),
        open_start=draw(st.booleans()),
        open_end=draw(st.booleans()),
    )


WORDINGS = st.builds(
    Wording,
    st.sampled_from(["ar", "en"]),
    st.sampled_from(["morocco", "maghreb", "gulf", "levant", "doubled"]),
    st.sampled_from(["latin", "arabic"]),
    st.booleans(),
    st.booleans(),
)


@given(WORDINGS, st.lists(ranges(), min_size=1, max_size=4), st.booleans())
def test_any_days_can_be_said_in_any_wording(wording, days, weekday):
    said = wording.dates(days, weekday=weekday)
    assert said.strip()
    assert "{" not in said


@given(WORDINGS, ranges())
def test_isolates_are_closed(wording, days):
    said = wording.date(days)
    opened = sum(unicodedata.bidirectional(character) in {"LRI", "RLI", "FSI"} for character in said)
    assert opened == sum(unicodedata.bidirectional(character) == "PDI" for character in said) == wording.isolate


@given(ranges())
def test_the_digits_of_a_date_are_of_one_family(days):
    said = Wording(digits="arabic").date(days)
    assert not any(character in "0123456789" for character in said)
