"""Does the engine read the project's own corpus: real shapes of Arabic news, each with the days a person would say?

A line of a ``.tsv`` holds the publication date, the text, and the expressions it must yield, in order and no others:
``words|type|value|first day|last day|members``, separated by ``;;``. ``*`` leaves the days open (a clock time alone).
Lines the engine cannot read yet stand in ``not_yet.tsv`` until it can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline_app.calendars.iso import parse_iso
from timeline_app.model.daterange import DateRange
from timeline_app.services.tagging import as_json, tag

HERE = Path(__file__).parent
NOT_YET = HERE / "not_yet.tsv"
NO_DAYS = ("", "*")
MONTHS_OF = {1: 1200, 2: 120, 3: 12, 4: 1}
DAYS_OF = {"W": 7, "D": 1}


@dataclass(frozen=True)
class Expected:
    words: str
    type: str
    value: str
    begin: str
    until: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Example:
    place: str
    published: str
    text: str
    expected: tuple[Expected, ...]


def unescaped(text):
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def examples(path):
    rows = path.read_text("utf-8").rstrip("\n").split("\n")[1:]
    for number, row in enumerate(rows, 2):
        published, text, expected = row.split("\t")
        found = tuple(one_expected(each) for each in expected.split(" ;; ") if each)
        yield Example(f"{path.stem}:{number}", published, unescaped(text), found)


def one_expected(text):
    words, kind, value, begin, until, *members = text.split("|")
    return Expected(unescaped(words), kind, value, begin, until, tuple(members[0].split(",")) if members else ())


def read(example):
    published = DateRange(*[parse_iso(example.published)[0]] * 2) if example.published else None
    return [as_json(reading) for reading in tag(example.text, published)]


def disagreements(example):
    """What the engine says otherwise, in words; nothing when it reads the example right."""
    found, wrong, cursor = read(example), [], 0
    unmatched = list(found)
    for expected in example.expected:
        start = example.text.index(expected.words, cursor)
        cursor = start + len(expected.words)
        row = next((row for row in unmatched if row["start"] < cursor and start < row["end"]), None)
        if row is None:
            wrong.append(f"missed: {expected.words}")
            continue
        unmatched.remove(row)
        wrong += compared(expected, row, start)
    return wrong + [f"too much: {row['text']} ({row['value']}, {row['rule']})" for row in unmatched]


def compared(expected, row, start):
    wrong = []
    if (row["start"], row["end"]) != (start, start + len(expected.words)):
        wrong.append(f"words: «{row['text']}» for «{expected.words}»")
    if row["type"] != expected.type:
        wrong.append(f"type: {row['type']} for {expected.type} of {expected.words}")
    if expected.begin != "*" and days_of(row) != days_wanted(expected, row):
        wrong.append(f"days: {row['begin']}..{row['until']} for {expected.begin}..{expected.until} of {expected.words}")
    if expected.begin in NO_DAYS and not same_value(expected.value, row["value"]):
        wrong.append(f"value: {row['value']} for {expected.value} of {expected.words}")
    if expected.members and members_of(row) != expected.members:
        wrong.append(f"members: {members_of(row)} for {expected.members}")
    return wrong


def days_of(row):
    return row["begin"] or "", row["until"] or ""


def days_wanted(expected, row):
    """The days, with the minutes only where the corpus gives them."""
    if "T" in expected.begin or "T" not in (row["begin"] or ""):
        return expected.begin, expected.until
    return row["begin"][:0] + expected.begin + row["begin"][10:], expected.until + row["until"][10:]


def same_value(wanted, found):
    if wanted == found or (wanted.startswith("XXXX-XX-XXT") and (found or "").endswith(wanted[10:])):
        return True
    return length(wanted) is not None and length(wanted) == length(found or "")


def length(value):
    """A plain length in months, in days or in minutes, so that P1Y6M is P18M; None for anything else."""
    match = re.fullmatch(r"P(?:(\d+)CE)?(?:(\d+)DE)?(?:(\d+)Y)?(?:(\d+)M)?|P(\d+)([WD])|PT(?:(\d+)H)?(?:(\d+)M)?", value)
    if match is None:
        return None
    if match[5]:
        return "days", int(match[5]) * DAYS_OF[match[6]]
    if match[7] or match[8]:
        return "minutes", int(match[7] or 0) * 60 + int(match[8] or 0)
    return "months", sum(months * int(match[group] or 0) for group, months in MONTHS_OF.items())


def members_of(row):
    days = ((each["begin"], each["until"]) for each in row.get("members", ()))
    return tuple(begin if begin == until else f"{begin}/{until}" for begin, until in days)


FILES = sorted(path for path in HERE.glob("*.tsv") if path != NOT_YET)
ALL = [example for path in FILES for example in examples(path)]


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.place)
def test_the_engine_reads_the_example(example):
    assert disagreements(example) == [], example.text


@pytest.mark.parametrize("example", list(examples(NOT_YET)), ids=lambda example: example.place)
def test_what_cannot_be_read_yet_still_cannot(example):
    assert disagreements(example) != [], f"move this line to its subject: {example.text}"


def test_the_corpus_is_wide():
    whole = [*ALL, *examples(NOT_YET)]
    assert len(whole) >= 1500
    assert sum(not example.expected for example in whole) >= 400
    assert len({(example.published, example.text) for example in whole}) == len(whole)
    assert len(list(examples(NOT_YET))) <= len(whole) // 50
