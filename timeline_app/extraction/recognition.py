"""Which words of a text speak of time? The cascade: words to codes, codes to matches, level by level, longest first.

A level replaces what it has found by one code of its kind, and the next level reads those among the words left. Nothing
crosses a line end, so a text is read in blocks of whole lines: memory stays flat and time grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from timeline_app.extraction.building import BUILDERS
from timeline_app.extraction.pattern import Alphabet
from timeline_app.extraction.rule import Grammar, Matcher, Rule, grammar
from timeline_app.extraction.slot import Item, Slots
from timeline_app.language.lexicon import lexicon
from timeline_app.language.word import OTHER, TOKEN, Vocabulary, Word
from timeline_app.model.expression import Expression, TimexType
from timeline_app.model.span import Span

_BLOCK = 60_000
_LONGEST = 48
_MEMO = 60_000


@dataclass(frozen=True, slots=True)
class _Row:
    """A block of text at one level: its tokens, its codes, the first token of each code, and what the codes stand for."""

    tokens: list[str]
    codes: str
    bounds: Sequence[int]
    found: Mapping[int, Item | Word]


_Found = tuple[int, int, str, "Item | Word | None"]


class _Codes(dict[str, str]):
    """The code of each token met so far; bounded like the vocabulary."""

    def __init__(self, alphabet: Alphabet, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._code = alphabet.code
        self._vocabulary = vocabulary

    def __missing__(self, token: str) -> str:
        word = self._vocabulary[token]
        code = self._code(word.classes, word.clitic)
        if len(token) <= _LONGEST:
            if len(self) >= _MEMO:
                self.clear()
            self[token] = code
        return code


@dataclass(frozen=True, slots=True)
class _Machine:
    grammar: Grammar
    vocabulary: Vocabulary
    codes: _Codes
    heads: re.Pattern[str]


@cache
def _machine() -> _Machine:
    vocabulary = Vocabulary()
    rules = grammar()
    heads = re.compile(f"[{''.join(sorted(rules.alphabet.of('phrase-head', '0+~')))}]")
    return _Machine(rules, vocabulary, _Codes(rules.alphabet, vocabulary), heads)


def recognise(text: str) -> tuple[Expression, ...]:
    """The time expressions of a text, in order, not overlapping, each with the term its words mean."""
    found: list[Expression] = []
    for start, end in _blocks(text):
        found.extend(_read_block(text[start:end], start))
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _BLOCK)
        end = len(text) if end < 0 else end + 1
        yield start, end
        start = end


def _read_block(block: str, offset: int) -> list[Expression]:
    machine = _machine()
    tokens = TOKEN.findall(block)
    row = _Row(tokens, "".join(map(machine.codes.__getitem__, tokens)), range(len(tokens) + 1), {})
    row = _spliced(row, list(_phrases(row, machine)))
    for matcher in machine.grammar.levels:
        row = _spliced(row, list(_matches(row, matcher, machine)))
    items = [item for _, item in sorted(row.found.items()) if isinstance(item, Item) and item.shown]
    if not items:
        return []
    starts = [0, *accumulate(map(len, tokens))]
    return [_expression(block, item, tokens, starts, offset) for item in items]


def _expression(block: str, item: Item, tokens: list[str], starts: list[int], offset: int) -> Expression:
    vocabulary = _machine().vocabulary
    first = item.first
    if item.type in ("DATE", "SET") and "al" in vocabulary[tokens[first]].classes and first < item.last:
        first += 1  # the article joined to a figure stays outside
    begin = starts[first] + vocabulary[tokens[first]].lead
    end = starts[item.last] + vocabulary[tokens[item.last]].end
    return Expression(Span(begin + offset, end + offset), block[begin:end], TimexType(item.type), item.term, item.rule)


def _phrases(row: _Row, machine: _Machine) -> Iterator[_Found]:
    """Several words that the lexicon knows as one."""
    phrases, vocabulary, tokens = lexicon().phrases, machine.vocabulary, row.tokens
    done, last = 0, len(row.tokens) - 1
    for hit in machine.heads.finditer(row.codes):
        at = hit.start()
        if at < done or at >= last:
            continue
        head = vocabulary[tokens[at]]
        for parts, classes in phrases[head.text].get(vocabulary[tokens[at + 1]].whole, ()):
            following = tokens[at + 2 : at + len(parts)]
            if tuple(vocabulary[token].whole for token in following) == parts[2:]:
                done = at + len(parts)
                word = Word(" ".join(parts), classes, head.clitic, head.lead, head.end, " ".join(parts))
                yield at, done, machine.grammar.alphabet.code(classes, head.clitic), word
                break


def _matches(row: _Row, matcher: Matcher, machine: _Machine) -> Iterator[_Found]:
    """The longest match at each place, from the start on; of two equally long the rule that stands first."""
    codes, done = row.codes, 0
    for hit in matcher.trigger.finditer(codes):
        at = hit.start()
        if at < done:
            continue
        candidates = [
            (-match.end(), rule.order, rule, match)
            for rule, matching in matcher.rules_at(codes[at])
            if (match := matching(codes, at)) is not None and match.end() > at
        ]
        if not candidates:
            continue
        if len(candidates) > 1:
            candidates.sort(key=_length_and_order)
        for end, _, rule, match in candidates:
            item = _build(row, rule, match, machine)
            if item is not None:
                done = -end
                clitic = machine.vocabulary[row.tokens[row.bounds[at]]].clitic
                yield at, done, machine.grammar.alphabet.code((item.kind or OTHER,), clitic), item
                break


def _length_and_order(candidate: tuple[int, int, Rule, re.Match[str]]) -> tuple[int, int]:
    return candidate[0], candidate[1]


def _build(row: _Row, rule: Rule, match: re.Match[str], machine: _Machine) -> Item | None:
    start, end = match.span()
    parts = [row.found.get(at) or machine.vocabulary[row.tokens[row.bounds[at]]] for at in range(start, end)]
    term = BUILDERS[rule.term](Slots(match, parts, rule.constants))
    if term is None:
        return None
    return Item(row.bounds[start], row.bounds[end] - 1, term, rule.name, rule.kind, rule.type, not rule.hidden)


def _spliced(row: _Row, found: list[_Found]) -> _Row:
    """The row with each match as one code."""
    if not found:
        return row
    codes: list[str] = []
    bounds: list[int] = []
    moved: dict[int, Item | Word] = {}
    here, length = 0, 0
    before = sorted(row.found)
    kept = 0
    for start, end, code, item in [*found, (len(row.codes), len(row.codes), "", None)]:
        codes.append(row.codes[here:start])
        bounds.extend(row.bounds[here:start])
        while kept < len(before) and before[kept] < start:
            moved[before[kept] - here + length] = row.found[before[kept]]
            kept += 1
        length += start - here
        while kept < len(before) and before[kept] < end:
            kept += 1
        if item is not None:
            codes.append(code)
            bounds.append(row.bounds[start])
            moved[length] = item
            length += 1
        here = end
    bounds.append(row.bounds[-1])
    return _Row(row.tokens, "".join(codes), bounds, moved)
