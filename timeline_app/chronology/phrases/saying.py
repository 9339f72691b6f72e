"""Who says it, what is said, and where? The name of a speaker, the words that follow it, a place; for titles alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline_app.chronology.phrases.closing import main_verb
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.telling import Telling, says
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_phrase, may_be_noun, word_list
from timeline_app.chronology.sentences.words import Word
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.trait import place_words

_SAID = frozenset({"statement", "other", "economy", "publication"})
_NAME, _FRONT = 4, 9
LEAST = 3  # fewer words than that are no content


def place_length(words: Sequence[Word], kept: Sequence[int]) -> int:
    """How many words at the start name a place with its preposition («في مدينة مراكش», «بالرباط»); 0 for none."""
    count = 0
    while count < min(2, len(kept)) and words[kept[count]].form in discourse("place_lead"):
        count += 1
    if count < len(kept) and (count or _joined_by_ba(words[kept[0]].form)):
        length = place_words([words[i] for i in kept[count : count + 3]])
        while length and (more := place_words([words[i] for i in kept[count + length : count + length + 3]])):
            length += more
        return count + length if length else 0
    return 0


def speaker_of_words(grammar: Grammar, kept: Sequence[int]) -> list[int]:
    """The shortest name of who spoke: the name set between commas, else the words before the first comma or preposition."""
    words = grammar.words
    kept = [i for i in kept if grammar.form(i) not in discourse("auxiliary") and not _is_adverb(grammar, i)]
    if all(grammar.form(i) in word_list("unnamed") for i in kept):
        return []
    marks = [k for k, i in enumerate(kept) if words[i].is_mark and not grammar.held[i]]
    if marks:
        name = list(kept[marks[0] + 1 : marks[1]]) if len(marks) >= 2 else list(kept[marks[0] + 1 :])
        if 1 <= len(name) <= _NAME and not _is_led(words[name[0]].form):
            return name
        kept = kept[: marks[0]]
    ends = discourse("date_preposition") | discourse("speech_preposition") | discourse("clause_preposition")
    stop = next((k for k, i in enumerate(kept) if k and words[i].form in ends and not _is_general(grammar, i)), len(kept))
    led = bool(kept) and is_phrase(grammar.form(kept[0])) and grammar.form(kept[0])[:1] != "و"  # «يشار إلى أن …» has no speaker
    return [] if led else list(kept[:stop])


def content_at(grammar: Grammar, telling: Telling, rest: Sequence[int]) -> int:
    """Where «أن» stands, or the colon, after a verb of saying; -1 for none."""
    if not says(grammar, telling.verb):
        return -1
    quoted = next((k for k, i in enumerate(rest[:-LEAST]) if grammar.held[i] and grammar.held[rest[k + LEAST]]), -1)
    inside = takewhile(lambda i: grammar.held[i], rest[quoted:])
    named = quoted > 0 and grammar.form(rest[quoted - 1]) != ":" and not any(grammar.finite[i] for i in inside)
    quoted = -1 if named or grammar.held[telling.verb] else quoted
    at = next((k for k, i in enumerate(rest) if grammar.border(i) is Border.CONTENT and not _is_condition(grammar, i)), -1)
    return at if at >= 0 else quoted


def _is_led(form: str) -> bool:
    """Whether a word between commas opens a phrase or a date («، لصحيفة محلية،»)."""
    addressed = form[:1] == "ل" and form[1:] in discourse("named_after") | word_list("named_things")
    return addressed or is_phrase(form) or form in discourse("date_preposition")


def _is_condition(grammar: Grammar, i: int) -> bool:
    """«…، على أن تعقد الجلسة …»: what goes on behind a comma is nothing said."""
    return grammar.form(i - 1) == "علي" and grammar.border(i - 2) is Border.REMARK


def spoken(grammar: Grammar, colon: int) -> list[int]:
    """The colon and what is said after it, up to the end of its clause."""
    stops = (Border.CLAUSE, Border.STOP)
    whole = len(grammar.words)
    return list(range(colon, next((i for i in range(colon + 2, whole) if grammar.border(i) in stops), whole)))


def quoted_by(grammar: Grammar, verb: int, before: Sequence[int]) -> list[int]:
    """Whom «نقلت الوكالة عن فلان قوله» quotes: the name between «عن» and «قوله», or nothing."""
    found = any_verb(grammar.form(verb))
    start = next((k for k, i in enumerate(before) if grammar.form(i) == "عن"), -1)
    if found is None or found.lemma not in discourse("relaying") or start < 0:
        return []
    return list(takewhile(lambda i: grammar.form(i) not in discourse("said_so"), before[start + 1 :]))


def reported(grammar: Grammar, verb: int, rest: Sequence[int]) -> list[int]:
    """What «أفادت أنباء بغرق مركب» and «أشارت تقارير إلى …» report as a noun, with what follows it; or nothing."""
    found = any_verb(grammar.form(verb))
    if found is None or found.lemma not in discourse("reporting"):
        return []
    for k, i in enumerate(rest[:_FRONT]):
        form = grammar.form(i)
        if form[:1] == "ب" and noun_of(form[1:]) is not None and noun_of(form) is noun_of(form[1:]):
            return list(rest[k:])
        if form in ("عن", "الي") and k + 1 < len(rest) and noun_of(grammar.form(rest[k + 1])) is not None:
            return list(rest[k + 1 :])
    return []


def first_content(grammar: Grammar, content: list[int]) -> list[int]:
    """Of «أن … وأن …» the first."""
    also = (k for k, i in enumerate(content) if k and grammar.border(i) is Border.CONTENT and grammar.form(i)[:1] == "و")
    return content[: next(also, len(content))]


def without_lead(grammar: Grammar, content: list[int]) -> list[int]:
    """Content without a phrase in front that a comma parts from it, and without marks and helpers at its beginning."""
    while content and (grammar.words[content[0]].is_mark or grammar.form(content[0]) in discourse("auxiliary")):
        content = content[1:]
    if len(content) > LEAST and grammar.form(content[0]) == "غير" and grammar.border(content[1]) is Border.CONTENT:
        content = content[2:]  # «غير أن …»
    if content and grammar.border(content[0]) is Border.PHRASE:
        comma = next((k for k, i in enumerate(content[:_FRONT]) if grammar.border(i) is Border.REMARK), -1)
        if 0 < comma < len(content) - LEAST and grammar.finite[content[comma + 1]]:
            return content[comma + 1 :]
    return content


def describes(grammar: Grammar, i: int) -> bool:
    """Whether what is said of «أنها» is a participle or «لديها» («أنها مستعدة لدفع …»)."""
    form = grammar.form(i)
    participle = form[:1] == "م" and form.endswith(("ه", "ين", "ون")) and noun_of(form) is None
    return participle or form in ("لديها", "لديهم")


def tells_deed(grammar: Grammar, content: Sequence[int]) -> bool:
    """Whether what is said is a deed that was done, which needs nobody to say it («أن الوالي أقال …», «إنقاذ طفلة …»)."""
    told = [i for i in content if not grammar.words[i].is_mark and not helps(grammar.form(i))]
    apart = discourse("dangling") | discourse("condition") | discourse("negation")
    if not told or ends_in_pronoun(grammar.raw(told[0])) or any(grammar.form(i) in apart for i in content):
        return False
    verb = main_verb(grammar, told)
    if verb is None:
        return noun_of(grammar.form(told[0])) is not None and grammar.form(told[0] - 1) in discourse("performing")
    found = verb_of(grammar.form(verb)) if not may_be_noun(grammar.form(verb)) else None
    going = found is None or found.present or found.future or grammar.form(verb) in discourse("performing")
    return not going and found is not None and found.kind not in _SAID


def only_takes_place(grammar: Grammar, content: Sequence[int]) -> bool:
    """«أن الحفل سيقام»: of what is said the title names the event, and who said so tells nothing."""
    told = [i for i in content if not grammar.words[i].is_mark]
    verb = any_verb(grammar.form(told[-1])) if told and grammar.finite[told[-1]] else None
    return verb is not None and verb.lemma in discourse("bland") and not any(grammar.finite[i] for i in told[:-1])


def helps(form: str) -> bool:
    """A negation or a helping verb before the verb that tells."""
    return form in discourse("negation") or form in discourse("not") or form in discourse("auxiliary") - discourse("performing")


def _is_adverb(grammar: Grammar, i: int) -> bool:
    """«أكدت الشركة رسمياً»: an accusative behind a speaker is no part of the name."""
    return grammar.raw(i).endswith(("ًا", "اً")) or grammar.form(i) in word_list("adverbs")


def _is_general(grammar: Grammar, i: int) -> bool:
    """«مدير عام الشركة»: «عام» before no number is no year."""
    return grammar.form(i) == "عام" and not grammar.form(i + 1)[:1].isdigit()


def _joined_by_ba(form: str) -> bool:
    return form[:1] == "ب" and form not in discourse("born_with_ba")
