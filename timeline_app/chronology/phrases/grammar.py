"""Where do the clauses and phrases of a sentence meet?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from timeline_app.chronology.sentences.clause import first_of_toll
from timeline_app.chronology.sentences.finite import finite_of, openers
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of, plain_verb
from timeline_app.chronology.sentences.wordclass import any_verb, is_comment, is_definite, is_phrase, joins_noun, word_list
from timeline_app.chronology.sentences.words import Word
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.trait import place_words

_OPENING = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "”"}
_EVEN = '"'
_CLOSING = frozenset('»”"')
_HARD = frozenset("؛;:.!؟?…|")
_COMMAS, _DASHES = frozenset("،,"), frozenset("-–—")
_SO_THAT = ("فان", "فانه", "فانها", "فانهم")
_PERCENT = frozenset("%٪")
_RESUMING = ("ها", "هم", "هما", "ه")
_SHORT, _REACH, _LONGEST, _BOUND = 3, 8, 45, 2


class Border(IntEnum):
    """What begins with a word: nothing, a joined noun, a phrase, a relative clause, a remark after a comma, a clause, content."""

    NONE = 0
    JOINED = 1
    PHRASE = 2
    RELATIVE = 3
    REMARK = 4
    CONTENT = 5
    CLAUSE = 6
    STOP = 7


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a sentence with what each may be; ``held`` tells which stand inside brackets or a quotation."""

    words: tuple[Word, ...]
    finite: tuple[bool, ...]
    held: tuple[bool, ...]
    text: str
    borders: tuple[Border, ...] = ()

    def form(self, i: int) -> str:
        """The folded form of word ``i``, or nothing."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def raw(self, i: int) -> str:
        """Word ``i`` as written."""
        return self.text[self.words[i].start : self.words[i].end]

    def border(self, i: int) -> Border:
        """What begins with word ``i``; inside brackets and quotations nothing does."""
        return self.borders[i]

    def _border(self, i: int, *, told: bool) -> Border:
        """What begins with word ``i``, where ``told`` says whether its clause has had a verb."""
        if self.held[i] and i and self.held[i - 1]:
            return Border.NONE
        form, before = self.form(i), self.form(i - 1)
        if form in _HARD or (form in _DASHES and self._apart(i) and not self._between_sides(i)):
            return Border.STOP
        if self._opens_clause(i, told=told):
            return Border.CLAUSE if first_of_toll(self.words, i, 0) == i else Border.JOINED
        if (form in discourse("complementiser") and not self._spells(i)) or form in _SO_THAT:
            return Border.CONTENT
        if form in discourse("relative") or form in discourse("joined_relative"):
            return Border.RELATIVE
        if form in _COMMAS:
            return Border.NONE if self._is_decimal(i) else Border.REMARK
        if is_phrase(form) and not self._is_counted(i):
            return Border.PHRASE
        return Border.JOINED if joins_noun(form) and before else Border.NONE

    def _spells(self, i: int) -> bool:
        """«إن تي إيه», «سي إن إن»: whether «إن» is a letter of a foreign name and no particle."""
        before, after, letters = self.form(i - 1), self.form(i + 1), word_list("letters")
        if self.form(i) != "ان" or not (after in letters or before in letters or before == "ان"):
            return False
        spelled = before[-2:] == "سي" or (before == "ان" and self.form(i - 2)[-2:] == "سي")
        return after in letters or spelled

    def _opens_clause(self, i: int, *, told: bool) -> bool:
        form, before, after = self.form(i), self.form(i - 1), self.form(i + 1)
        by_words = _opens_by_words(form, before, after)
        if by_words is not None:
            return by_words
        if form == "ما" and before in _COMMAS and after and self.finite[i + 1]:
            return True
        if form == "اي" and i and self.finite[i - 1]:  # «لم تبذل أي جهد»
            return False
        if (form in word_list("sparing") and not self._is_date_remark(i)) or self._opens_by_phrase(i) or self._opens_remark(i):
            return True
        if form in discourse("auxiliary") and form[:1] in "وف" and not self.finite[i]:
            return True
        if told and form == "اما" and self.raw(i).startswith("أما"):
            return True
        if told and after in ("ان", "الي") and form.removeprefix("و") in word_list("remarked"):
            return True
        joined = form[:1] in "وف" and self.finite[i] and plain_verb(form) is None and form not in discourse("born_with_waw")
        if form == "الامر" and before in _COMMAS and after == "الذي":
            return True
        goes_on = i + 1 < len(self.words) and self.finite[i + 1]
        if goes_on and told and before in _COMMAS and form in discourse("negation") | discourse("not"):
            return True
        after_then = goes_on and (form == "ثم" or (form[:1] in "وف" and form in discourse("negation")))
        return joined or after_then or (told and self.finite[i] and before in _COMMAS)

    def _in_front(self, i: int) -> bool:
        """Whether word ``i`` ends a phrase that stands in front of its clause («من جهة أخرى …»)."""
        at = next((k for k in range(i, max(-1, i - _REACH), -1) if self.words[k].is_mark or is_phrase(self.form(k))), -1)
        if at < 0 or self.words[at].is_mark:
            return False
        joined = self.form(at)[:1] in "وف" and self.form(at - 1) in _COMMAS
        return at == 0 or joined or self.form(at - 1) in _HARD or self.form(at - 1) in openers()

    def governed(self, verb: int) -> bool:
        """Whether the noun that a verb describes stands in a phrase («في بيان نشرته …»)."""
        first = verb - 1
        while first > 0 and self.borders[first] is Border.NONE and not self.words[first].is_mark and not self.finite[first]:
            first -= 1
        return is_phrase(self.form(first))

    def _apart(self, i: int) -> bool:
        """A dash with spaces on both sides parts what it stands between."""
        word = self.words[i]
        return self.text[word.start - 1 : word.start].isspace() and self.text[word.end : word.end + 1].isspace()

    def _between_sides(self, i: int) -> bool:
        """«لقاء المغرب - مصر»: a dash between two places is no end."""
        return bool(place_words(self.words[i - 1 : i]) and place_words(self.words[i + 1 : i + 2]))

    def _opens_by_phrase(self, i: int) -> bool:
        """«، ففي مطلع الشهر قال …»: a joined preposition, and a verb soon after it."""
        form, before = self.form(i), self.form(i - 1)
        lead = form[1:] in discourse("date_preposition") or form[1:] in discourse("date_lead")
        if form[:1] not in "وف" or not lead or len(form) <= _SHORT - 1:
            return False
        near = range(i + 1, min(i + _REACH, len(self.words)))
        verb = next((k for k in near if self.finite[k]), -1)
        if form[:1] == "و" and before not in _COMMAS and not (verb > i + 1 and all(map(self._dates, range(i + 1, verb)))):
            return False
        return verb >= 0 and not any(self.form(k) in discourse("relative") for k in range(i, verb))

    def _dates(self, i: int) -> bool:
        """Whether a word alone belongs to a date: a number, a month, a day, a year, or what leads to one."""
        form = self.form(i)
        lists = ("month_word", "weekday", "date_preposition", "dated_word")
        return form.isdigit() or any(form in discourse(name) for name in lists)

    def _opens_remark(self, i: int) -> bool:
        """«في خطوة تعكس …», «في وقت يسعى …»: a remark on the whole that stands as a phrase."""
        if self.form(i) not in ("في", "وفي"):
            return False
        following = self.form(i + 1)
        near = any(self.finite[k] for k in range(i + 2, min(i + _SHORT + 1, len(self.words))))
        if following in word_list("remarking_before_verb"):
            return near
        return following == "حين" or (following in word_list("remarking") and (near or self.form(i - 1) in _COMMAS))

    def _is_decimal(self, i: int) -> bool:
        """«24، 5 في المائة»: a comma inside a number."""
        after = self.form(i + 2)
        parted = self.form(i - 1)[-1:].isdigit() and self.form(i + 1)[:1].isdigit()
        whole = after in discourse("per_hundred_lead") and self.form(i + 3) in discourse("per_hundred")
        return parted and (whole or after in _PERCENT or after in discourse("per_hundred_joined"))

    def _is_counted(self, i: int) -> bool:
        """«نحو 350», «أكثر من», «العديد من»: no phrase of its own."""
        form = self.form(i)
        if form in word_list("counting"):
            following = self.form(i + 1)
            return following[:1].isdigit() or following in discourse("number_word") or self.form(i - 1) == ""
        named = form == "علي" and "بن" in (self.form(i - 1), self.form(i + 1), self.form(i - 2))
        return named or (form == "من" and self.form(i - 1).removeprefix("ل").removeprefix("ب") in word_list("partitive"))

    def modifies(self, i: int) -> bool:
        """Whether a verb only describes the indefinite noun before it («مؤتمر يضم …»)."""
        before = self.form(self._noun_before(i))
        told = any_verb(self.form(i))
        said = told is not None and told.kind == "statement" and self.form(i + 1) not in discourse("dangling")
        if told is not None and (said or self._has_no_doer(told, i)):
            return False
        resumed = plain_verb(self.form(i)) is None and self.form(i).endswith(_RESUMING) and told is not None
        if (i and (self.borders[i - 1] in (Border.RELATIVE, Border.CLAUSE) or ends_in_pronoun(self.raw(i - 1)))) or (
            self._in_front(i - 1) and not resumed and not self._since(i - 1)
        ):
            return False
        if not (i > 0 and self.finite[i] and self.borders[i] is Border.NONE) or self.finite[i - 1]:
            return False
        if place_words(self.words[i - 1 : i]) and not self.governed(i):
            return False
        dates = discourse("month_word") | discourse("weekday")
        free = any(before in discourse(name) for name in ("stop", "negation", "auxiliary")) or before in dates
        return before[:1].isalpha() and not is_definite(before) and not free

    def _noun_before(self, i: int) -> int:
        """The word before ``i``, or the last one of a quotation that ends there."""
        return i - 2 if self.form(i - 1) in _CLOSING and self.held[i - 1] else i - 1

    def _since(self, i: int) -> bool:
        """Whether word ``i`` is an event that a word of time governs («ومنذ خلاف نشأ …»)."""
        return self.form(i - 1).removeprefix("و") in discourse("governing") and noun_of(self.form(i)) is not None

    def _has_no_doer(self, verb: Trigger, i: int) -> bool:
        """«عثر على …»: a verb that nobody before it does, unless a pronoun means what stands before («جثة عثر عليها»)."""
        return verb.lemma in word_list("doerless") and self.form(i + 1) not in discourse("dangling")

    def _is_date_remark(self, i: int) -> bool:
        """«وذلك يوم …», «وذلك في …» only carries the date on."""
        return self.form(i) in ("وذلك", "ذلك") and (
            self.form(i + 1) in discourse("date_preposition") or self.form(i + 1) in discourse("weekday")
        )


@lru_cache(maxsize=65536)
def _opens_by_words(form: str, before: str, after: str) -> bool | None:
    """Whether a word between two others opens a clause where these alone decide it; None where they do not."""
    if form == "مما" and before in word_list("ranking"):
        return False
    if form in ("هو", "هي") and before in _COMMAS:
        return True
    if form in word_list("before_that") and after in ("ان", "انه", "انها"):
        return True
    counted = before.removeprefix("و")[:1].isdigit() or before in word_list("numerals")
    counted = counted or before in discourse("was")  # «مما كان متوقعا»
    return (form in discourse("comment") and not counted) or (before in _COMMAS and is_comment(form, after)) or None


@lru_cache(maxsize=16)
def grammar_of(words: tuple[Word, ...], text: str) -> Grammar:
    """What each word of a sentence may be."""
    held = _held(words, text)
    return _bordered(Grammar(words, finite_of(words, text), held, text))


def _bordered(grammar: Grammar) -> Grammar:
    borders: list[Border] = []
    told = False
    for i in range(len(grammar.words)):
        border = grammar._border(i, told=told)  # noqa: SLF001
        told = told and border not in (Border.STOP, Border.CONTENT, Border.CLAUSE)
        if grammar.finite[i] and not told:  # the verb of a relative clause is not that of the clause around it
            told = Border.RELATIVE not in borders[-_BOUND:] or any(grammar.finite[max(0, i - _BOUND) : i])
        borders.append(border)
    return replace(grammar, borders=tuple(borders))


def _held(words: Sequence[Word], text: str) -> tuple[bool, ...]:
    """Which words stand inside brackets or quotation marks that are closed again, the marks included."""
    out = [False] * len(words)
    waiting: list[tuple[str, int]] = []
    for i, word in enumerate(words):
        form = word.form
        if waiting and form == waiting[-1][0] and not (form == _EVEN and _begins(word, text)):
            _, start = waiting.pop()
            if i - start <= _LONGEST:
                out[start : i + 1] = [True] * (i + 1 - start)
        elif form in _OPENING:
            waiting.append((_OPENING[form], i))
        elif form == _EVEN and not _ends(word, text):
            waiting.append((_EVEN, i))
    return tuple(out)


def _begins(word: Word, text: str) -> bool:
    """Whether a straight quotation mark stands as an opening one: a space before it and none after."""
    return not text[max(0, word.start - 1) : word.start].strip() and bool(text[word.end : word.end + 1].strip())


def _ends(word: Word, text: str) -> bool:
    """Whether a straight quotation mark stands as a closing one."""
    return bool(text[max(0, word.start - 1) : word.start].strip()) and not text[word.end : word.end + 1].strip()
