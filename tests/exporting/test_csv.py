"""The table opens in a spreadsheet, in Arabic, and runs nothing."""

from __future__ import annotations

import csv
import io

import pytest

from tests.exporting.sample import chronicle, event
from timeline_app.calendars.gregorian import year_range
from timeline_app.exporting.csv import COLUMNS, written
from timeline_app.model.event import Event, EventStatus
from timeline_app.wording import Wording


def table(*events: Event) -> list[dict[str, str]]:
    made = written(chronicle(*events), Wording())
    assert made.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_an_event_is_a_row():
    (row,) = table(event(place="مراكش", kind="session"))
    assert tuple(row) == COLUMNS
    assert (row["begin"], row["until"], row["precision"]) == ("2025-11-24", "2025-11-27", "day")
    assert row["date"] == "24–27 نونبر 2025"
    assert row["edtf"] == "2025-11-24/2025-11-27"
    assert (row["sources"], row["titles"]) == ("a.txt", "خبر، وخبر")
    assert '"انعقد المجلس' in row["quotes"]


def test_rows_are_in_order_undated_last_and_rejected_left_out():
    rows = table(
        event(id="c", dates=()),
        event(id="b", dates=(year_range(2026),)),
        event(id="a", dates=(year_range(1923),)),
        event(id="d", status=EventStatus.REJECTED),
    )
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[2]["begin"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_is_never_a_formula(start):
    (row,) = table(event(title=f'{start}HYPERLINK("http://x")', note=f"{start}1"))
    assert row["title"].startswith("'")
    assert row["note"].startswith("'")


def test_days_and_counts_are_in_ascii_figures_by_machine_columns():
    (row,) = table(event())
    assert row["begin"].isascii()
    assert row["edtf"].isascii()
