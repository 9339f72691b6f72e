"""Which words of a text speak of time? The cascade: words to codes, codes to matches, level by level, longest first.

A level replaces what it has found by one code of its kind, and the next level reads those among the words left. Nothing
crosses a line end, so a text is read in blocks of whole lines: memory stays flat and time grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from timeline_app.extraction.building import BUILDERS
from timeline_app.extraction.pattern import Alphabet, character_set
from timeline_app.extraction.rule import Grammar, Matcher, Matching, grammar
from timeline_app.extraction.slot import Item, Slots
from timeline_app.language.lexicon import lexicon
from timeline_app.language.word import TOKEN, Vocabulary, Word
from timeline_app.model.expression import Expression, TimexType
from timeline_app.model.span import Span

_BLOCK = 60_000
_LONGEST = 48
_MEMO = 60_000
_WITHOUT_ARTICLE = (TimexType.DATE, TimexType.SET)


@dataclass(frozen=True, slots=True)
class _Row:
    """A block of text at one level: a code, what it stands for and its first token, side by side; one bound more at the end."""

    codes: str
    parts: Sequence[Item | Word]
    bounds: Sequence[int]


_Found = tuple[int, int, str, Item | Word]


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
    heads = re.compile(character_set(rules.alphabet.of("phrase-head")))
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
    words = list(map(machine.vocabulary.__getitem__, tokens))
    row = _Row("".join(map(machine.codes.__getitem__, tokens)), words, range(len(tokens) + 1))
    row = _spliced(row, _phrases(row.codes, words, machine))
    for matcher in machine.grammar.levels:
        row = _spliced(row, _matches(row, matcher))
    items = [part for part in row.parts if part.shown and isinstance(part, Item)]
    if not items:
        return []
    starts = [0, *accumulate(map(len, tokens))]
    return [_expression(block, item, words, starts, offset) for item in items]


def _expression(block: str, item: Item, words: list[Word], starts: list[int], offset: int) -> Expression:
    first = item.first
    if first < item.last and "al" in words[first].classes and item.type in _WITHOUT_ARTICLE:
        first += 1  # the article joined to a figure stays outside
    begin = starts[first] + words[first].lead
    end = starts[item.last] + words[item.last].end
    return Expression(Span(begin + offset, end + offset), block[begin:end], item.type, item.term, item.rule)


def _phrases(codes: str, words: Sequence[Word], machine: _Machine) -> list[_Found]:
    """Several words that the lexicon knows as one."""
    phrases = lexicon().phrases
    found: list[_Found] = []
    done, last = 0, len(words) - 1
    for hit in machine.heads.finditer(codes):
        at = hit.start()
        if at < done or at >= last:
            continue
        head, second = words[at], words[at + 1]
        for parts, classes in phrases[head.text].get(second.whole, ()):
            if tuple([word.whole for word in words[at + 2 : at + len(parts)]]) == parts[2:]:
                done = at + len(parts)
                text = " ".join(parts)
                word = Word(text, classes, head.clitic, head.lead, head.end, text)
                found.append((at, done, machine.grammar.alphabet.code(classes, head.clitic), word))
                break
    return found


def _matches(row: _Row, matcher: Matcher) -> list[_Found]:
    """The longest match at each place, from the start on; of two equally long the rule that stands first."""
    codes, done = row.codes, 0
    found: list[_Found] = []
    for hit in matcher.trigger.finditer(codes):
        at = hit.start()
        if at < done or not (possible := matcher[codes[at : at + 2]]):
            continue
        candidates = [
            (-match.end(), matching.rule.order, matching, match)
            for matching in possible
            if (match := matching.match(codes, at)) is not None and match.end() > at
        ]
        if len(candidates) > 1:
            candidates.sort(key=_length_and_order)
        for end, _, matching, match in candidates:
            item = _build(row, matching, match)
            if item is not None:
                done = -end
                found.append((at, done, matching.codes[item.clitic], item))
                break
    return found


def _length_and_order(candidate: tuple[int, int, Matching, re.Match[str]]) -> tuple[int, int]:
    return candidate[0], candidate[1]


def _build(row: _Row, matching: Matching, match: re.Match[str]) -> Item | None:
    start, end = match.span()
    rule = matching.rule
    term = BUILDERS[rule.term](Slots(match, row.parts[start:end], matching))
    if term is None:
        return None
    last, clitic = row.bounds[end] - 1, row.parts[start].clitic
    return Item(row.bounds[start], last, term, rule.name, rule.kind, rule.type, not rule.hidden, clitic)


def _spliced(row: _Row, found: list[_Found]) -> _Row:
    """The row with each match as one code."""
    if not found:
        return row
    codes: list[str] = []
    parts: list[Item | Word] = []
    bounds: list[int] = []
    here = 0
    for start, end, code, part in found:
        codes += row.codes[here:start], code
        parts += row.parts[here:start]
        parts.append(part)
        bounds += row.bounds[here : start + 1]
        here = end
    codes.append(row.codes[here:])
    return _Row("".join(codes), [*parts, *row.parts[here:]], [*bounds, *row.bounds[here:]])
