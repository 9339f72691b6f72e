"""Is a rule's pattern read as it is written?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.pattern import Alphabet, character_set, compile_pattern, expand, opening_codes

ALPHABET = Alphabet([frozenset(), frozenset({"month"}), frozenset({"day"}), frozenset({"month", "name"}), frozenset({"and"})])
CODES = {
    "M": ALPHABET.code(["month"], ""),
    "m": ALPHABET.code(["month"], "+"),
    "l": ALPHABET.code(["month"], "~"),
    "N": ALPHABET.code(["month", "name"], ""),
    "D": ALPHABET.code(["day"], ""),
    "d": ALPHABET.code(["day"], "+"),
    "A": ALPHABET.code(["and"], ""),
    "x": ALPHABET.code([], ""),
}


def row(letters):
    return "".join(CODES[letter] for letter in letters)


@pytest.mark.parametrize(
    ("pattern", "words", "length"),
    [
        ("day month", "DM", 2),
        ("day month", "DMx", 2),
        ("day month", "dM", 2),
        ("day month", "Dm", None),
        ("day +month", "Dm", 2),
        ("day ~month", "Dl", 2),
        ("day &month", "Dl", 2),
        ("day? month", "M", 1),
        ("day ( and day )* month", "DADADM", 6),
        ("( day | month ) and", "MA", 2),
        ("day month^name", "DN", None),
        ("day month !and", "DMA", None),
        ("day month =and", "DMA", 2),
        ("day !and,day", "DAM", 1),
        ("day !and,day", "DAD", None),
    ],
)
def test_a_pattern_matches_the_words_it_describes(pattern, words, length):
    match = re.compile(compile_pattern(pattern, ALPHABET).source).match(row(words))
    assert (match.end() if match else None) == length


def test_what_stands_before_can_forbid_a_match():
    pattern = re.compile(compile_pattern("!and day", ALPHABET).source)
    assert pattern.match(row("AD"), 1) is None
    assert pattern.match(row("xD"), 1)


def test_a_slot_holds_its_part():
    match = re.compile(compile_pattern("when:( day and ) month", ALPHABET).source).match(row("DAM"))
    assert match.span("when") == (0, 2)


def test_the_words_a_pattern_can_begin_with_are_known():
    compiled = compile_pattern("day? month", ALPHABET)
    assert {CODES["D"], CODES["M"], CODES["N"]} <= compiled.first
    assert CODES["A"] not in compiled.first


def test_macros_are_put_in_where_they_are_named():
    assert expand("@WHEN and", {"WHEN": "day | @MONTH", "MONTH": "month"}).split() == [
        "(",
        "day",
        "|",
        "(",
        "month",
        ")",
        ")",
        "and",
    ]


@pytest.mark.parametrize("pattern", ["day )", "no-such-class", "day ??? ("])
def test_a_pattern_that_cannot_be_read_says_so(pattern):
    with pytest.raises((ValueError, IndexError)):
        compile_pattern(pattern, ALPHABET)


def test_repetition_is_bounded_so_that_no_text_is_slow():
    pattern = re.compile(compile_pattern("( and )*", ALPHABET).source)
    assert pattern.match(row("A") * 1000).end() == 16


@given(st.sets(st.integers(0x100, 0x180).map(chr), min_size=1))
def test_a_character_set_matches_its_characters_alone(codes):
    pattern = re.compile(character_set(codes))
    assert {chr(code) for code in range(0x100, 0x181) if pattern.match(chr(code))} == codes


@pytest.mark.parametrize(
    "pattern",
    [
        "day month",
        "day? month",
        "( day | month )? and",
        "!day ( month | ( day? and ) ) day",
        "=day ( !month slot:( day | month? )* ) and day",
        "( day ( and | month ) | month ( day ) ) and",
        "+month ~day",
    ],
)
def test_the_codes_a_pattern_begins_with_are_known_before_it_is_compiled(pattern):
    assert opening_codes(pattern, ALPHABET) == compile_pattern(pattern, ALPHABET).first
