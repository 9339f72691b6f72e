"""Does a sentence open with what was just told? «ويأتي هذا القرار بعد …», «ومثلت الإقالة مفاجأة», «لكن الخطوة جاءت …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.chronology.sentences.lexicon import discourse, kinship, noun_of, undated_words, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word, bare, stem
from timeline_app.chronology.traits.trait import stems_of
from timeline_app.model.article import SectionRole
from timeline_app.model.span import Span

_LEAD, _REACH = 3, 24


@dataclass(frozen=True, slots=True)
class Resumption:
    """The head of a sentence whose subject is an event told before, and what it is called: by the ``noun`` of the event (a
    stem) of one ``family``, or by a word that stands for any («الخطوة»), which has no family; ``rest`` are the stems behind it.
    """

    span: Span
    noun: str
    family: str
    named: bool  # what follows the noun says which event it is («إقالة المدير»)
    rest: frozenset[str] = frozenset()


def resumed(sentence: Sentence) -> Resumption | None:
    """The event with which the sentence opens, as the subject of a verb that only says how or when it came about."""
    if sentence.role is not SectionRole.BODY:
        return None
    words = sentence.words
    for i in range(min(_LEAD, len(words) - 1)):
        if _only_relates(words[i].form):
            return _resumption(sentence, i + 1)
        if words[i].form.startswith("ال") and _only_relates(words[i + 1].form):
            return _resumption(sentence, i)
        if words[i].form not in discourse("opening") and words[i].form not in discourse("auxiliary"):
            return None
    return None


def _only_relates(form: str) -> bool:
    return form in undated_words("relating") or (form[:1] in "وف" and form[1:] in undated_words("relating"))


def _resumption(sentence: Sentence, at: int) -> Resumption | None:
    words = sentence.words
    if words[at].form == "في":
        return _quoted(sentence, at + 1)
    pointed = words[at].form in discourse("demonstrative")
    at += pointed
    if at >= len(words):
        return None
    form = words[at].form
    step, noun = bare(form) in undated_words("step"), noun_of(form)
    definite = pointed or form.startswith("ال")
    if not form.isalpha() or not (step or noun) or not (definite or _is_held(words, at)):
        return None
    stop = _turn(words, at + 1)
    return Resumption(
        Span(words[0].start, words[stop - 1].end),
        stem(noun.lemma if noun is not None else bare(form)),
        "" if step or noun is None else kinship(noun.kind),
        not definite,
        stems_of(words[at + 1 : stop]),
    )


def _quoted(sentence: Sentence, at: int) -> Resumption | None:
    """«وجاء في البيان أن …»: what a document says is said of what was just told."""
    words = sentence.words
    form = words[at].form if at < len(words) else ""
    if bare(form) not in undated_words("document") or words[at - 2].form.lstrip("وف") not in undated_words("stating"):
        return None
    told_apart = verb_of(words[min(at + 1, len(words) - 1)].form) is not None or any(r.ranges for r in sentence.readings)
    own = form.startswith("ال") or (_is_held(words, at) and not told_apart)
    return Resumption(Span(words[0].start, words[-1].end), stem(bare(form)), "", named=False) if own else None


def _is_held(words: Sequence[Word], at: int) -> bool:
    """Whether a noun without article has a complement that makes it definite («إقالة المدير»)."""
    return at + 1 < len(words) and words[at + 1].form.isalpha() and words[at + 1].form not in discourse("clause_preposition")


def _turn(words: Sequence[Word], start: int) -> int:
    """Where the sentence turns to what came before or beside it; its end where it does not."""
    for i in range(start, min(len(words), start + _REACH)):
        if words[i].form in discourse("turn") or words[i].form in undated_words("turning"):
            return i
    return len(words)
