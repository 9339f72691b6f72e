"""Which words of a text speak of time? The cascade: words to codes, codes to matches, level by level, longest first.

A level replaces what it has found by one code of its kind, and the next level reads those among the words left. Nothing
crosses a line end, so a text is read in blocks of whole lines: memory stays flat and time grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

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
# «3 - » at the head of a line, which no figures of a date follow; a dot needs a space after it.
_NUMBERED = re.compile(r"\n[^\S\n]*(\d{1,2})[^\S\n]*(?:[-\u2013\u2014\u0640)/]|\.(?=\s))(?!\s*\w+\s*[-/.\u2013])")
_BULLET = "\u2022"
_WITHOUT_ARTICLE = (TimexType.DATE, TimexType.SET)


@dataclass(frozen=True, slots=True)
class _Block:
    """Whole lines of a text: its tokens, and by their first token the phrases and matches found so far."""

    tokens: list[str]
    vocabulary: Vocabulary
    found: dict[int, Item | Word] = field(default_factory=dict)

    def word(self, token: int) -> Word:
        """The word of a token."""
        return self.vocabulary[self.tokens[token]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A block at one level: a code for each part and the part's first token; one bound more at the end."""

    codes: str
    bounds: Sequence[int]


_Found = tuple[int, int, str]  # the first code and the one after the last, and the code in their place


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
    lines = _unnumbered(f"\n{text}\n")  # a text begins and ends as a line does
    for start, end in _blocks(lines):
        found.extend(_read_block(lines[start:end], start - 1))
    return tuple(found)


def _unnumbered(text: str) -> str:
    """The text with a bullet for each number of a numbered list: «2 - 12 مايو» after a line that begins «1 -» is one day."""
    numbers = [(int(match[1]), match.span(1)) for match in _NUMBERED.finditer(text)]
    ordered = {span for one, other in pairwise(numbers) if other[0] - one[0] == 1 for span in (one[1], other[1])}
    if not ordered:
        return text
    pieces: list[str] = []
    here = 0
    for start, end in sorted(ordered):
        pieces += text[here:start], _BULLET * (end - start)
        here = end
    return "".join(pieces) + text[here:]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Whole lines, each block with the line end before it, which is also the last of the block before."""
    start = 0
    while start < len(text) - 1:
        end = text.find("\n", start + 1 + _BLOCK)
        end = len(text) if end < 0 else end + 1
        yield start, end
        start = end - 1


def _read_block(text: str, offset: int) -> list[Expression]:
    machine = _machine()
    tokens = TOKEN.findall(text)
    block = _Block(tokens, machine.vocabulary)
    row = _Row("".join(map(machine.codes.__getitem__, tokens)), range(len(tokens) + 1))
    row = _spliced(row, _phrases(row.codes, block, machine))
    for matcher in machine.grammar.levels:
        row = _spliced(row, _matches(row, block, matcher))
    expressions: list[Expression] = []
    token = place = 0
    for _, item in sorted(block.found.items()):
        if isinstance(item, Item) and item.shown:
            place += sum(map(len, tokens[token : item.first]))
            token = item.first
            expressions.append(_expression(text, item, block, place, offset))
    return expressions


def _expression(text: str, item: Item, block: _Block, begin: int, offset: int) -> Expression:
    """The words of an item as an expression; ``begin`` is where its first token stands."""
    word = block.word(item.first)
    end = begin + sum(map(len, block.tokens[item.first : item.last])) + block.word(item.last).end
    if item.first < item.last and "al" in word.classes and item.type in _WITHOUT_ARTICLE:
        begin += len(block.tokens[item.first])  # the article joined to a figure stays outside
        word = block.word(item.first + 1)
    begin += word.lead
    return Expression(Span(begin + offset, end + offset), text[begin:end], item.type, item.term, item.rule)


def _phrases(codes: str, block: _Block, machine: _Machine) -> list[_Found]:
    """Several words that the lexicon knows as one."""
    phrases, word = lexicon().phrases, block.word
    tokens, vocabulary = block.tokens, block.vocabulary
    found: list[_Found] = []
    done, last = 0, len(codes) - 1
    for hit in machine.heads.finditer(codes, 0, last):
        at = hit.start()
        seconds = phrases[vocabulary[tokens[at]].text]
        second = vocabulary[tokens[at + 1]].whole
        if second not in seconds or at < done:
            continue
        head = word(at)
        for parts, classes in seconds[second]:
            if tuple([word(place).whole for place in range(at + 2, min(at + len(parts), last + 1))]) == parts[2:]:
                done = at + len(parts)
                whole = " ".join(parts)
                block.found[at] = Word(whole, classes, head.clitic, head.lead, head.end, whole)
                found.append((at, done, machine.grammar.alphabet.code(classes, head.clitic)))
                break
    return found


def _matches(row: _Row, block: _Block, matcher: Matcher) -> list[_Found]:
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
            item = _build(row.bounds[at : 1 - end], block, matching, match)
            if item is not None:
                done = -end
                found.append((at, done, matching.codes[item.clitic]))
                break
    return found


def _length_and_order(candidate: tuple[int, int, Matching, re.Match[str]]) -> tuple[int, int]:
    return candidate[0], candidate[1]


def _build(bounds: Sequence[int], block: _Block, matching: Matching, match: re.Match[str]) -> Item | None:
    """The item of a match, put in the place of its parts; ``bounds`` are their first tokens and the one after the last."""
    rule, taken = matching.rule, bounds[:-1]
    found, tokens, vocabulary = block.found, block.tokens, block.vocabulary
    parts = [found.get(token) or vocabulary[tokens[token]] for token in taken]
    term = BUILDERS[rule.term](Slots(match, parts, matching))
    if term is None:
        return None
    for token in taken:
        found.pop(token, None)
    first, last = bounds[0], bounds[-1] - 1
    item = Item(first, last, term, rule.name, rule.kind, rule.type, not rule.hidden, parts[0].clitic)
    found[first] = item
    return item


def _spliced(row: _Row, found: list[_Found]) -> _Row:
    """The row with each match as one code."""
    if not found:
        return row
    codes: list[str] = []
    bounds: list[int] = []
    here = 0
    for start, end, code in found:
        codes += row.codes[here:start], code
        bounds += row.bounds[here : start + 1]
        here = end
    codes.append(row.codes[here:])
    return _Row("".join(codes), [*bounds, *row.bounds[here:]])
