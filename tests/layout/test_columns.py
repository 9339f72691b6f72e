from __future__ import annotations

import pytest

from timeline_app.layout.columns import columns, order_of


def test_events_come_in_order_of_start_with_everything_that_is_theirs():
    made = columns([5.0, 1.0, 3.0], [6.0, 2.0, 4.0], ["خمسة", "واحد", "ثلاثة"], sources=[50, 10, 30])
    assert list(made.titles) == ["واحد", "ثلاثة", "خمسة"]
    assert made.sources.tolist() == [10, 30, 50]


def test_of_two_that_begin_together_the_longer_comes_first():
    assert order_of([1.0, 1.0], [2.0, 9.0]) == [1, 0]


def test_an_event_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="ends before"):
        columns([2.0], [1.0], ["حدث"])
