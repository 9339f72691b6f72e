"""What can a figure in digits be? Its classes by shape alone: a day, an hour, a year, a date, a clock time, a pair.

Expects folded text: ASCII digits with the separators that stand inside the figure.
"""

from __future__ import annotations

import re

from timeline_app.language.lexicon import Classes

_DATE = re.compile(r"(\d{1,4})([-./\u2013\u2010\u2011\\])(\d{1,2})\2(\d{1,4})\Z", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?\Z", re.ASCII)
_DOTTED_CLOCK = re.compile(r"(\d{1,2})[.,](\d\d)\Z", re.ASCII)
_DECIMAL = re.compile(r"\d+[.,\u066b]\d+\Z", re.ASCII)
_PAIR = re.compile(r"(\d+)([-/\u2013\u2010\u2011])(\d+)\Z", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u066c]\d{3})+\Z", re.ASCII)
_SAMPLES = (  # one of each shape
    "0", "7", "13", "24", "30", "45", "77", "365", "1930", "2216", "99999", "9999999", "1.30", "2.5", "10:30", "99:99", "1.500",
    "1960", "1700", "2200", "2500", "3250", "0-0", "3/3", "3-13", "3/1990", "1436-1436", "3-3-1436", "13-3-13", "1436-3-3",
)  # fmt: skip


def figure_classes(text: str) -> Classes:
    """The classes of a figure, each with its folded text or its number as value."""
    if text.isdecimal():
        return _plain(text)
    if match := _DATE.match(text):
        return _date(text, match)
    if match := _CLOCK.match(text):
        return {"clock": text} if int(match[1]) <= 24 and int(match[2]) < 60 else {"figure": text}
    classes: Classes = {}
    if _GROUPED.match(text):
        return {"grouped": text}
    if (match := _DOTTED_CLOCK.match(text)) and int(match[1]) <= 24 and int(match[2]) < 60:
        classes["dotted-clock"] = text
    if _DECIMAL.match(text):
        return {**classes, "decimal": text}
    if match := _PAIR.match(text):
        return _pair(text, match)
    return {"figure": text}


def figure_shapes() -> frozenset[frozenset[str]]:
    """Every set of classes that a figure can have."""
    return frozenset(frozenset(figure_classes(sample)) for sample in _SAMPLES)


def _plain(text: str) -> Classes:
    number = int(text) if len(text) < 10 else -1
    classes: Classes = {}
    if number < 0 or len(text) > 6:
        return {"big": text}
    if len(text) <= 2:
        classes["zero" if number == 0 else _small(number)] = number
    elif len(text) == 3:
        classes["d999"] = number
    elif len(text) == 4:
        classes["four"] = number
        if 1000 <= number <= 2199:
            classes["year"] = number
        if number % 100 == 0:
            classes["round"] = number
        if text[2] < "6" and int(text[:2]) < 24:
            classes["military"] = text
    else:
        classes["thousands"] = number
    return classes


def _small(number: int) -> str:
    for limit in (12, 23, 24, 31, 59):
        if number <= limit:
            return f"d{limit}"
    return "d99"


def _date(text: str, match: re.Match[str]) -> Classes:
    first, middle, last = int(match[1]), int(match[3]), int(match[4])
    lengths = len(match[1]), len(match[4])
    if lengths[1] == 4 and lengths[0] <= 2 and 1 <= first <= 31 and 1 <= middle <= 31 and min(first, middle) <= 12:
        return {"dmy": text}
    if lengths[0] == 4 and lengths[1] <= 2 and 1 <= last <= 31 and 1 <= middle <= 12:
        return {"ymd": text}
    if lengths == (2, 2) and 1 <= first <= 31 and 1 <= middle <= 12 and match[2] != ".":
        return {"short-dmy": text}
    return {"figure": text}


def _pair(text: str, match: re.Match[str]) -> Classes:
    first, last = int(match[1]) if len(match[1]) < 6 else -1, int(match[3]) if len(match[3]) < 6 else -1
    lengths = len(match[1]), len(match[3])
    slash = match[2] == "/"
    if lengths[0] == 4 and 1000 <= first <= 2199 and ((lengths[1] == 4 and 1000 <= last <= 2199) or lengths[1] == 2):
        return {"year-pair": text} if lengths[1] == 4 or (first % 100 + 1) % 100 == last else {"figure": text}
    classes: Classes = {}
    if max(lengths) <= 2 and 1 <= first <= 31 and 1 <= last <= 31:
        if first < last and not slash:
            classes["day-pair"] = text
        if slash and last <= 12:
            classes["day-month"] = text
    if slash and lengths[0] <= 2 and 1 <= first <= 12 and lengths[1] == 4 and 1900 <= last <= 2100:
        classes["month-year"] = text
    return {**classes, "pair": text}
