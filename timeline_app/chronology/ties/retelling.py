"""Which phrases without a date tell again what others date? «بعد جنوح السفينة», «التي أسقطت الطائرة»: one deed, of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.chronology.reports.mention import Report, inferred
from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, undated_words, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word, fold, stem
from timeline_app.chronology.ties.known import Known
from timeline_app.chronology.traits.figure import Ordinal, number_apart, ordinals_of
from timeline_app.chronology.traits.trait import Traits, place_of, place_stems, stems_of
from timeline_app.language.numbers import begins_number
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.event import Modality
from timeline_app.model.span import Span
from timeline_app.model.step import step

_LONGEST, _BEFORE, _LEAD, _NEAR, _MANY = 12, 5, 3, 3, 24
_MARGIN, _COVERED, _ENOUGH = 0.15, 0.4, 3
_WEAK = frozenset({"decision", "economy"})
_QUOTES = frozenset('«»"“”')


class Story:
    """The events of an article and of those that tell one of its events, by the word that tells them."""

    def __init__(self, article: Article, known: Known, lent: Sequence[int] = ()) -> None:
        """``lent`` are events that the article tells without dating them; ``later`` are those after it appeared, ``over``
        those before.
        """
        self.here = frozenset((*known.by_key.get(article.id, ()), *lent))
        near = _told_near(self.here, known)
        self._events = near | _told_near(near, known)
        self.profiles = known.profiles
        self.later = frozenset(i for i in self._events if known.is_after(i, article))
        self.over = frozenset(i for i in self._events if known.is_before(i, article))
        self.families = frozenset(f for i in self.here for f in known.profiles[i].families)
        self._by_head: dict[str, list[int]] = defaultdict(list)
        for i in sorted(self._events):
            for head in known.profiles[i].telling:
                self._by_head[head].append(i)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for i in sorted(self._events):
            for word in known.profiles[i].core:
                self._by_word[word].append(i)

    def told_by(self, head: str) -> Sequence[int]:
        """The events that a word tells, in order."""
        return self._by_head.get(head, ())

    def holding(self, word: str) -> Sequence[int]:
        """The events that are told with a word, in order."""
        return self._by_word.get(word, ())

    def weight(self, stems: frozenset[str]) -> float:
        """How much words tell that the events share: the fewer hold one, the more."""
        return sum(1 / len(self._by_word[s]) for s in sorted(stems))


def _told_near(events: frozenset[int], known: Known) -> frozenset[int]:
    """The events and those told beside them, in the first articles of each."""
    articles = {a for i in events for a in sorted(known.profiles[i].articles)[:_MANY]}
    return events | {i for a in articles for i, _ in known.told.get(a, ())}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A word that tells with what stands beside it; ``done`` is false of what only will be."""

    span: Span
    head: str
    kind: str
    stems: frozenset[str]
    ordinals: frozenset[Ordinal]
    places: frozenset[str]
    place: str
    done: bool
    wide: bool
    owned: bool  # a noun with a pronoun («بعد جنوحها»): of what was named before


def retold(article: Article, sentence: Sentence, story: Story, told: frozenset[int]) -> list[tuple[int, Report]]:
    """The phrases of a sentence that tell an event again beside those it is ``told`` to tell, each with the event's index."""
    out: list[tuple[int, Report]] = []
    done = set(told)
    families = {f for i in told for f in story.profiles[i].families}
    for phrase in _phrases(sentence, article.text) if story.here and sentence.role is SectionRole.BODY else ():
        akin = kinship(phrase.kind) in families and len(story.told_by(phrase.head)) > 1
        found = None if akin else _named(phrase, story)
        if found is not None and found[0] not in done:
            done.add(found[0])
            traits = Traits(phrase.kind, phrase.place, phrase.stems, phrase.ordinals, places=phrase.places)
            why = step("tie-retold", words=" ".join([phrase.head, *sorted(found[1])[:3]]))
            out.append((found[0], inferred(article, phrase.span, traits, (why,), sentence.order)))
    return out


def _phrases(sentence: Sentence, text: str) -> Iterator[_Phrase]:
    words = sentence.words
    fence = _deed(words)
    for i in range(len(words)):
        trigger = _telling(words, i, inside=fence <= i)
        if trigger is None:
            continue
        start, stop = i if not trigger.verb else _start(words, i), _end(words, i)
        part = words[start:stop]
        span = Span(part[0].start, part[-1].end)
        dated = any(r.ranges and r.span.overlap(Span(span.start, span.end + _NEAR)) for r in sentence.readings)
        if dated or any(w.form in discourse("apart") for w in part):
            continue
        head = stem(fold(trigger.masdar or trigger.lemma))
        beside = [w for w in (*words[start:i], *words[i + 1 : stop]) if not begins_number(w.form)]
        place, places = place_of(part, text)
        stems = stems_of(beside) - {head} - place_stems(beside)
        yield _Phrase(
            span,
            head,
            trigger.kind,
            stems,
            ordinals_of(part),
            places,
            place,
            not (trigger.future or trigger.present),
            trigger.kind in _WEAK or trigger.lemma in discourse("wide"),
            not trigger.verb and _is_owned(words[i].form, trigger.lemma),
        )


def _is_owned(form: str, lemma: str) -> bool:
    """Whether a pronoun stands at the end of a noun («جنوحها», «مغادرتهم», «توقيعه»)."""
    return form.endswith(("ها", "هم")) or (form.endswith("ه") and not lemma.endswith("ه"))


def _telling(words: Sequence[Word], i: int, *, inside: bool) -> Trigger | None:
    """The trigger that word ``i`` is, where it tells of its own: a verb, or a noun that a word of time or cause governs."""
    form, before = words[i].form, words[i - 1].form if i else ""
    noun = noun_of(form)
    found = noun or verb_of(form)
    if found is None or found.kind in ("other", "statement") or form in discourse("auxiliary"):
        return None
    if found.lemma in discourse("bland") or found.lemma in undated_words("light") or before in discourse("negation"):
        return None
    if noun is None:
        return None if inside or before in discourse("denial") else found
    purpose = form.startswith("ل") and not form.startswith("لل")
    return found if not purpose and _is_governed(words, i) else None


def _is_governed(words: Sequence[Word], i: int) -> bool:
    """Whether a word of time or cause stands before an event noun, and no other event noun between («بعد تأكيد وفاة …»)."""
    for word in reversed(words[max(0, i - _LEAD) : i]):
        if word.form.removeprefix("و") in undated_words("retelling"):
            return True
        if noun_of(word.form) is not None or word.is_mark:
            return False
    return False


def _deed(words: Sequence[Word]) -> int:
    """Where what was said begins in a sentence whose saying is a deed («أعلن أنه أسقط …»); its length for any other."""
    for i, word in enumerate(words):
        verb = verb_of(word.form)
        if verb is not None and verb.kind == "statement" and verb.lemma not in undated_words("reporting"):
            return i + 1
    return len(words)


def _start(words: Sequence[Word], i: int) -> int:
    start = i
    while (
        start > max(0, i - _BEFORE) and not _parts(words[start - 1]) and words[start - 1].form not in discourse("complementiser")
    ):
        start -= 1
    return start


def _end(words: Sequence[Word], start: int) -> int:
    for i in range(start + 1, min(len(words), start + _LONGEST)):
        form = words[i].form
        if (
            _parts(words[i])
            or form in discourse("offset")
            or form in discourse("relative")
            or form in discourse("joined_relative")
        ):
            return i
    return min(len(words), start + _LONGEST)


def _parts(word: Word) -> bool:
    form = word.form
    if form in COMMAS or (word.is_mark and form not in _QUOTES):
        return True
    if form in discourse("complementiser") or form in discourse("opening") or form in discourse("comment"):
        return True
    return verb_of(form) is not None and noun_of(form) is None and form not in discourse("auxiliary")


def _named(phrase: _Phrase, story: Story) -> tuple[int, frozenset[str]] | None:
    """The one event that the phrase tells again, with the words they share; None where none is, or two may be."""
    if phrase.owned:
        told = story.told_by(phrase.head)
        own = [i for i in told if i in story.here] or told
        return (own[0], frozenset()) if len(own) == 1 and _may_be(phrase, own[0], story) else None
    scored = []
    for i in story.told_by(phrase.head):
        profile = story.profiles[i]
        shared = phrase.stems & profile.core
        here = i in story.here
        least = 1 + (not here or phrase.wide)
        known = here or phrase.kind in _WEAK or kinship(phrase.kind) not in story.families
        if known and len(shared) >= least and _may_be(phrase, i, story):
            scored.append((-story.weight(shared), i, shared))
    scored.sort(key=lambda found: found[:2])
    if not scored or (len(scored) > 1 and scored[1][0] - scored[0][0] < _MARGIN):
        return None
    shared = scored[0][2]
    return (scored[0][1], shared) if len(shared) >= min(_ENOUGH, _COVERED * len(phrase.stems)) else None


def _may_be(phrase: _Phrase, event: int, story: Story) -> bool:
    """Whether nothing sets the phrase apart from the event: no other number or place, nothing to come that was long done, and
    nothing done that was still to come.
    """
    profile = story.profiles[event]
    if phrase.done and event in story.later:
        return False
    if not phrase.done and (Modality.ANNOUNCED not in profile.modalities or event in story.over):
        return False
    if number_apart(phrase.ordinals, profile.ordinals):
        return False
    return not (phrase.places and profile.places) or not phrase.places.isdisjoint(profile.places)
