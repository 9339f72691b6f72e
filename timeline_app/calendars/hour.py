"""Which hour of 24 is meant by an hour of the clock with a part of the day?"""

from __future__ import annotations


def hour_of_day(hour: int, part: str) -> int:
    """0 to 23 for an hour said with a part: TMO TAF TEV TNI of TIMEX3, the marks AM and PM, or empty where none is said."""
    if part in ("TEV", "TAF", "PM") and hour < 12:
        return hour + 12
    if part == "TNI" and 6 <= hour < 12:
        return hour + 12
    if part in ("TNI", "TMO", "AM") and hour == 12:
        return 0
    return hour % 24
