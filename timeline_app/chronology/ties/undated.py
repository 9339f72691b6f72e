"""What does a sentence without a date of its own hold that can be compared with an event?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, undated_words, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word, bare, fold, stem
from timeline_app.chronology.ties.answering import answer_of
from timeline_app.chronology.traits.alias import Aliases
from timeline_app.chronology.traits.figure import Ordinal, figures_of, ordinals_of
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import doer_of, place_stems, speaker_of, stems_of
from timeline_app.model.article import SectionRole

_OPENING, _LEAD, _FEWEST, _PREFACE, _MESSENGER, _REFUSED = 7, 6, 3, 20, 3, 4


@dataclass(frozen=True, slots=True)
class Undated:
    """A sentence without a date of its own, with what can be compared."""

    sentence: Sentence
    stems: frozenset[str]
    figures: frozenset[tuple[float, str]]
    ordinals: frozenset[Ordinal]
    speaker: frozenset[str]  # who speaks or acts; a country alone does too much to tell what of
    continues: bool
    pointed: frozenset[str]
    families: frozenset[str]  # of the kinds of what it points at («هذا القرار»)
    names: frozenset[str]
    told: bool
    kind: str = "other"
    coming: bool = False
    anonymous: bool = False  # a saying of whoever spoke before («وأضاف أن …»)
    later: frozenset[str] = frozenset()
    beside: bool = False  # something else in it is dated
    stranger: bool = False  # a saying of somebody named
    elsewhen: bool = False  # what it tells was before, or after something else («وكان … قد أعلن», «وفي وقت سابق، …»)
    joins: bool = False  # a further fact of what was just told («كما قررت اللجنة …»)
    performs: bool = False  # it tells of a saying that is a deed of its own («أعلن», «نفى», «رفض»)
    answer: Trigger | None = None  # what it tells, where that is what others do about an event («رفض», «أمر», «زار»)

    @property
    def past(self) -> bool:
        """Whether it tells what was done: it is no plan of what comes after its article."""
        return self.told and not self.coming


def undated_of(sentence: Sentence, aliases: Aliases) -> Undated:
    """What the sentence holds: words, figures, numbers, speaker, and what it points back to."""
    words = sentence.words
    stems = stems_of(words) - _sayings() - stems_of([words[i] for i in range(len(words)) if _is_of_another(words, i)])
    kind, speaker = _kind(sentence), speaker_of_opening(words)
    return Undated(
        sentence,
        stems,
        prints_of(sentence),
        ordinals_of(words),
        speaker,
        bool(words) and words[0].form in discourse("continuation"),
        _pointed(sentence),
        _families(words),
        aliases.names_in(stems),
        _tells(sentence),
        kind,
        _comes(sentence),
        _is_anonymous(words),
        _pointed(sentence, anywhere=True),
        stranger=kind == "statement" and not speaker <= _bodies() and not _refers_back(words, speaker),
        elsewhen=_elsewhen(words),
        joins=_joins(words),
        performs=is_declared(sentence),
        answer=answer_of(words),
    )


def reports(undated: Undated) -> bool:
    """Whether a sentence of the text reports something that was done, is to come, or was done before."""
    if undated.sentence.role is not SectionRole.BODY or undated.anonymous or len(undated.stems) < _FEWEST:
        return False
    if undated.sentence.words[0].form in undated_words("supposing"):
        return False
    told = undated.told or undated.coming or undated.elsewhen
    return told or undated.answer is not None or _performs(undated.sentence)


def _performs(sentence: Sentence) -> bool:
    """«وتم إطلاق سراح …», «جرى تسليم …»: a helping verb carries out the noun after it."""
    words = sentence.words[:_OPENING]
    return any(a.form in discourse("performing") and noun_of(b.form) is not None for a, b in pairwise(words))


def prints_of(sentence: Sentence) -> frozenset[tuple[float, str]]:
    """The figures of a sentence that tell one event from another, each with what it counts."""
    taken = [r.span for r in sentence.readings]
    return frozenset((f.low, f.unit) for f in figures_of(sentence.words, taken) if f.low > 2)


def speaker_of_opening(words: Sequence[Word]) -> frozenset[str]:
    """The stems that name who speaks or acts, after the verb that opens a sentence: no place, no title, no agency that only
    passes it on.
    """
    return _speaker(words) - place_stems(words) - _titles()


def _speaker(words: Sequence[Word]) -> frozenset[str]:
    at = next((i for i, word in enumerate(words[:_LEAD]) if verb_of(word.form) is not None), None)
    verb = None if at is None else verb_of(words[at].form)
    if at is None or verb is None or any(w.form in undated_words("messenger") for w in words[at + 1 : at + 1 + _MESSENGER]):
        return frozenset()
    if verb.kind != "statement":
        return doer_of(words, at + 1, len(words))
    if at and words[at - 1].form.startswith("ال") and all(word.form in discourse("opening") for word in words[: at - 1]):
        return stems_of(words[at - 1 : at])  # «لكن الزروالي أشار إلى …»
    stop = next((i for i in range(at + 1, len(words)) if _ends_speaker(words[i])), len(words))
    return speaker_of(words, at + 1, stop)


def _refers_back(words: Sequence[Word], speaker: frozenset[str]) -> bool:
    """Whether a definite noun alone names who speaks («وأوضحت الإدارة أن …»): somebody named before."""
    at = next((i for i, word in enumerate(words[:_LEAD]) if verb_of(word.form) is not None), None)
    return at is not None and len(speaker) == 1 and at + 1 < len(words) and words[at + 1].form.startswith("ال")


def _ends_speaker(word: Word) -> bool:
    """Whether what is said or done begins: at a preposition, a relative clause, an event noun («وتعهد الرئيس بتنظيم …»)."""
    form = word.form
    if form in discourse("clause_preposition") or form in discourse("relative"):
        return form != "عن"  # «نقل عن الوزير»
    return noun_of(form) is not None and verb_of(form) is None


@cache
def _sayings() -> frozenset[str]:
    """The stems of the verbs that only report: that two passages hold one says nothing."""
    return frozenset(stem(fold(verb.masdar)) for form in undated_words("reporting") if (verb := verb_of(form)) is not None)


@cache
def qualifiers() -> frozenset[str]:
    """The stems of adjectives that tell one body from another of its name («المحكمة الإدارية العليا»)."""
    return frozenset(stem(word) for word in listed("adjectives"))


@cache
def _bodies() -> frozenset[str]:
    """The stems of the nouns that name a body only with what follows them («المحكمة», «النقابة»)."""
    return frozenset(stem(word) for word in listed("bodies"))


@cache
def _titles() -> frozenset[str]:
    """The stems of ranks and of common nouns that stand where a speaker is named: by none is anyone known."""
    listed_ones = (word for name in ("ranks", "no_speakers") for word in listed(name))
    return frozenset(stem(word) for word in (*listed_ones, *undated_words("nameless")))


def _is_anonymous(words: Sequence[Word]) -> bool:
    following = words[1].form if len(words) > 1 else ""
    opened = bool(words) and words[0].form in discourse("continuation")
    led = following in discourse("complementiser") or following in discourse("clause_preposition")
    return opened and (led or not following.isalpha())


def _elsewhen(words: Sequence[Word]) -> bool:
    """Whether the sentence goes back before what was told («وكان … قد أعلن»), or to another time («وفي وقت سابق، …»)."""
    opening = [word.form for word in words[:_PREFACE]]
    if opening and opening[0] in discourse("was"):
        verbs = (verb_of(form) for form in opening[1:])
        return any(form in undated_words("perfect") for form in opening[1:_OPENING]) or any(
            v is not None and not v.present and not v.future for v in verbs
        )
    if opening and opening[0] in undated_words("after_that"):
        return any(noun_of(form) is not None for form in opening[1:_LEAD])
    return any(form in undated_words("before_now") for form in opening[: _OPENING + 1])


def _joins(words: Sequence[Word]) -> bool:
    """«كما قررت اللجنة …», «كما تم فصل …»: one more thing done by who did what was just told."""
    if len(words) < _FEWEST or words[0].form != "كما":
        return False
    verb = verb_of(words[1].form)
    return words[1].form in discourse("performing") or (verb is not None and not verb.future)


def goes_back(words: Sequence[Word]) -> bool:
    """Whether a sentence tells what was before what its article tells («وكان الوزير قد …», «يذكر أن الوزير كان قد …»)."""
    opening = [word.form for word in words[:_PREFACE]]
    pairs = pairwise(opening)
    return _elsewhen(words) or any(was in discourse("was") and then in undated_words("perfect") for was, then in pairs)


def is_declared(sentence: Sentence) -> bool:
    """Whether the first verb tells of a saying that is a deed («أعلن», «نفى»), and not only what was said («قال», «أضاف»)."""
    first = next((verb for word in sentence.words[:_LEAD] if (verb := verb_of(word.form)) is not None), None)
    return first is not None and first.lemma in undated_words("performing")


def _kind(sentence: Sentence) -> str:
    """The kind of the first verb or event noun that has one."""
    found = (verb_of(w.form) or noun_of(w.form) for w in sentence.words[: 2 * _OPENING])
    return next((t.kind for t in found if t is not None and t.kind != "other"), "other")


def _tells(sentence: Sentence) -> bool:
    """Whether the sentence opens by telling what was done or said: a verb of the past that is no lasting state.

    What goes before it ends within a few words, or else at a comma («وبحسب النص الذي نشره …، طلب …»).
    """
    if sentence.role is not SectionRole.BODY:
        return False
    words = sentence.words
    comma = next((i for i, word in enumerate(words[:_PREFACE]) if word.form in COMMAS), -1)
    fronted = bool(words) and (words[0].form in discourse("source") or words[0].form in discourse("circumstance"))
    for i in (*range(min(_OPENING, len(words))), *([comma + 1] if fronted and comma >= _OPENING - 1 else ())):
        verb = verb_of(words[i].form)
        before = words[i - 1].form if i else ""
        if verb is None or words[i].form in discourse("auxiliary") or (i >= _FEWEST and before not in COMMAS):
            continue
        ambiguous = noun_of(words[i].form) is not None and words[i].form[:1] not in "وف" and before not in COMMAS
        state = verb.lemma in discourse("state") and not _is_opinion(words, i)
        return not ambiguous and not verb.present and not verb.future and not state
    return False


def _is_opinion(words: Sequence[Word], at: int) -> bool:
    """«اعتبرت المحكمة أن …»: a saying, where the verb may also tell how things are."""
    verb = verb_of(words[at].form)
    said = any(word.form in discourse("complementiser") for word in words[at + 1 : at + 1 + _PREFACE // 2])
    return verb is not None and verb.kind == "statement" and said


def _comes(sentence: Sentence) -> bool:
    """Whether the sentence tells what will be: «وسيستقبل الوزير …», «أشار إلى أن الوزير سوف يستقبل …»."""
    opening = [word.form for word in sentence.words[:_PREFACE]]
    return any(form in undated_words("will") or ((verb := verb_of(form)) is not None and verb.future) for form in opening)


def _pointed(sentence: Sentence, *, anywhere: bool = False) -> frozenset[str]:
    """The event nouns a sentence points back to: «هذا الهجوم», «الحادث», «الانتخابات»; near its beginning, or ``anywhere``."""
    out = set()
    for i, word in enumerate(sentence.words):
        noun = noun_of(word.form)
        before = sentence.words[i - 1].form if i else ""
        definite = bare(word.form) != word.form
        if noun is None or not definite or is_held(sentence.words, i):
            continue
        if before in discourse("demonstrative") or anywhere or i <= 4:
            out.add(stem(noun.lemma))
    return frozenset(out)


def is_held(words: Sequence[Word], i: int) -> bool:
    """Whether an event noun only completes another word: «فريق الإنقاذ», «المسؤولين عن الحادث», «رفضت المحكمة الإفراج»."""
    before = words[i - 1].form if i else ""
    if before and bare(before) == before and (noun_of(before) is not None or before in undated_words("holding")):
        return True
    return _is_of_another(words, i)


def _is_of_another(words: Sequence[Word], i: int) -> bool:
    """Whether an event noun stands in what another act is about: its place, who has to do with it, what is refused."""
    noun, before = noun_of(words[i].form), words[i - 1].form if i else ""
    if noun is None or noun.kind in ("other", "statement") or verb_of(words[i].form) is not None:
        return False
    if i > 1 and before in discourse("clause_preposition") and words[i - 2].form in undated_words("concerned"):
        return True
    if before in undated_words("concerned") and words[i].form[:1] == "ب":  # «معنيين بالحادث»
        return True
    near = [word.form for word in words[max(0, i - _REFUSED) : i]]
    refused = any((v := verb_of(form)) is not None and v.lemma in undated_words("opposing") for form in near)
    return refused or before in undated_words("scene")


def _families(words: Sequence[Word]) -> frozenset[str]:
    """Of which kin the event nouns are that a demonstrative points at near the beginning («يأتي هذا الحكم»)."""
    at = [i for i in range(1, min(_OPENING, len(words))) if words[i - 1].form in discourse("demonstrative")]
    after = [i for i in at if i > 1 and words[i - 2].form in undated_words("after_that")]  # «في أعقاب هذا الهجوم شنت …»
    nouns = (noun_of(words[i].form) for i in at if i not in after)
    return frozenset(kinship(noun.kind) for noun in nouns if noun is not None)
