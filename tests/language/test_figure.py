"""What can a figure be, by its shape alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.language.figure import figure_classes, figure_shapes


@pytest.mark.parametrize(
    ("figure", "wanted"),
    [
        ("24", "d24"),
        ("31", "d31"),
        ("2017", "year"),
        ("1436", "year"),
        ("24/11/2025", "dmy"),
        ("2025-11-24", "ymd"),
        ("10:30", "clock"),
        ("8.50", "dotted-clock"),
        ("2016/2017", "year-pair"),
        ("24-27", "day-pair"),
        ("7/10", "day-month"),
        ("1.500", "grouped"),
        ("920004696", "big"),
    ],
)
def test_a_figure_has_the_class_of_its_shape(figure, wanted):
    assert wanted in figure_classes(figure)


@pytest.mark.parametrize("figure", ["3250", "99:99", "45/13/2017", "1.77.229", "0"])
def test_what_is_no_date_is_not_taken_for_one(figure):
    assert not {"dmy", "ymd", "clock", "year"} & set(figure_classes(figure))


@given(st.from_regex(r"[0-9]{1,9}([./:,-][0-9]{1,5}){0,3}", fullmatch=True))
def test_every_figure_has_a_set_of_classes_the_patterns_know(figure):
    assert frozenset(figure_classes(figure)) in figure_shapes()
