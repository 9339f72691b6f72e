"""Which passages without a date tell of an event that others date? A number, a figure, a speaker or their words tie them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from timeline_app.chronology.reports.mention import Report, inferred
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.sentence import Sentence, sentences_of
from timeline_app.chronology.ties.allusion import Host, alluded
from timeline_app.chronology.ties.choosing import Place, best, tells_of_another
from timeline_app.chronology.ties.copying import Copies, Tie
from timeline_app.chronology.ties.echo import covered, echoed
from timeline_app.chronology.ties.known import Around, Known, Told
from timeline_app.chronology.ties.lede import Ledes, headline_of, told_by_headline
from timeline_app.chronology.ties.likeness import THRESHOLD
from timeline_app.chronology.ties.resuming import Resumption, resumed
from timeline_app.chronology.ties.retelling import Story, retold
from timeline_app.chronology.ties.undated import Undated, goes_back, prints_of, reports, undated_of
from timeline_app.chronology.traits.alias import Aliases
from timeline_app.chronology.traits.trait import Traits, place_of, stems_of
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.event import Mention, MentionBasis
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

_LONGEST, _LONG, _REACH, _TURN, _OPENINGS = 380, 10, 3, 2, 1
_LOOSE = frozenset({"tie-follows", "tie-shared-words"})
_WEAK = _LOOSE | {"tie-shared-speaker"}


def tied(
    article: Article,
    readings: Sequence[Reading],
    groups: Sequence[Sequence[Report]],
    known: Known,
    aliases: Aliases,
    *,
    copies: Copies,
    ledes: Ledes,
) -> tuple[tuple[int | None, Report], ...]:
    """The undated passages of an article, each with the index of the group of reports (the event) it belongs to.

    None stands for a passage that tells something of which no day is known: it goes to the tray. All sentences are noted in
    ``copies``.
    """
    here = known.told.get(article.id, ())
    sentences = sentences_of(article, readings)
    lent = _lent(article, sentences, ledes, here)
    borrowed = () if lent is None else (lent[1],)
    around = Around(article.id, known, _commonness(sentences), borrowed)
    story = Story(article, known, borrowed)
    place = Place(None, lent[1] if lent else _main(here, groups), None, defaultdict(set), later=story.later)
    reader = _Reader(article, known, around, story, place)
    headline = headline_of(sentences)
    for sentence in sentences:
        if lent is not None and sentence is lent[0]:
            reader.tie(undated_of(sentence, aliases), lent[1], lent[2])
        if headline is None or sentence.role is not SectionRole.TITLE:
            reader.read(sentence, aliases, copies)
    if headline is not None:
        event = told_by_headline(headline, sentences, [(i, r) for i, r in (*here, *reader.found) if i is not None])
        if event is None:
            reader.read(headline, aliases, copies)
        else:
            reader.tie(undated_of(headline, aliases), event, (step("tie-headline"),))
    told = [(i, r) for i, r in (*here, *reader.found) if i is not None]
    named = _inside(sentences, told, lambda s, told: alluded(article, s, known, around, _host(told, known)))
    again = _inside(sentences, (*told, *named), lambda s, told: retold(article, s, story, frozenset(i for i, _ in told)))
    return tuple(
        found for found in (*reader.found, *named, *again) if found[0] is None or not known.comes_after(found[0], article)
    )


def _inside(
    sentences: Sequence[Sentence], told: Sequence[Told], look: Callable[[Sentence, Sequence[Told]], list[Told]]
) -> tuple[Told, ...]:
    """What is found inside sentences of which it is known what they tell."""
    by_sentence: dict[int, list[Told]] = defaultdict(list)
    for i, report in told:
        by_sentence[report.sentence].append((i, report))
    return tuple(found for s in sentences for found in look(s, by_sentence.get(s.order, ())))


def _lent(
    article: Article, sentences: Sequence[Sentence], ledes: Ledes, here: Sequence[Told]
) -> tuple[Sentence, int, tuple[Step, ...]] | None:
    """The opening sentence of an article without any date that tells what dated articles open with, the event, and why."""
    told = {report.sentence for _, report in here}
    for sentence in [s for s in sentences if s.role is SectionRole.BODY][: 1 if here else _OPENINGS]:
        if sentence.order in told or _is_dated(sentence):
            continue
        found = ledes.like(sentence) or ledes.recent(sentence, article.published.when)
        if found is not None:
            return sentence, found[0], (step("tie-lede", words=" ".join(sorted(found[1])[:4])),)
    return None


class _Reader:
    """Reads the sentences of an article in their order and ties them; ``found`` are the reports so far."""

    def __init__(self, article: Article, known: Known, around: Around, story: Story, place: Place) -> None:
        self.found: list[tuple[int | None, Report]] = []
        here = known.told.get(article.id, ())
        self._article, self._known, self._around, self._place, self._here = article, known, around, place, here
        self._story = story
        in_order = sorted(here, key=lambda pair: -pair[1].mention.passage.span.start)
        self._told = {report.sentence: i for i, report in in_order if not report.embedded}
        self._said = {report.sentence for _, report in here if report.traits.kind == "statement"}
        self._background = {r.sentence: r.mention.passage.span.start for _, r in here if r.embedded}
        self._within: dict[int, set[int]] = defaultdict(set)
        for i, report in here:
            self._within[report.sentence].add(i)

    def read(self, sentence: Sentence, aliases: Aliases, copies: Copies) -> None:
        """Tie one sentence, or leave it; what follows may go on from it."""
        if self._resume(sentence):
            return
        if sentence.order in self._told:
            at = self._told[sentence.order]
            copies.add(self._article.id, sentence.words, prints_of(sentence), Tie(at, 1.0))
            front = self._place.front if goes_back(sentence.words) else at
            self._place = replace(self._place, previous=at, front=front, saying=sentence.order in self._said)
        elif sentence.role is not SectionRole.HEADING and (sentence.order in self._background or self._is_free(sentence)):
            undated = undated_of(_before_turn(sentence), aliases)
            self._read_undated(replace(undated, beside=sentence.order in self._within), copies)

    def _resume(self, sentence: Sentence) -> bool:
        """Tie the head of a sentence that goes on from an event told before; true where all of it does."""
        found = resumed(sentence)
        event = None if found is None else self._called(found)
        if found is None or event is None or event in self._within.get(sentence.order, ()):
            return False
        stop = None if len(found.span) == len(sentence.span) else found.span.end
        undated = undated_of(sentence, Aliases())
        self.found.append((event, _report(self._article, undated, (step("tie-points-back", words=found.noun),), stop)))
        if sentence.order in self._told or sentence.order in self._background or _is_dated(sentence):
            return False
        self._place = replace(self._place, previous=event, front=event, saying=False)
        return True

    def _called(self, found: Resumption) -> int | None:
        """The event that the head of a sentence calls by a noun: the one just told, or else the only one of that noun. A noun
        that says whose event it is («توقيف المدير», «توقيفه») calls none of nobody named there.
        """
        previous, profiles = self._place.front, self._known.profiles
        if previous is not None and not found.family:
            return previous
        near = {i for i, _ in self._here} | ({previous} if previous is not None else set())
        fitting = [i for i in sorted(near) if not found.named or found.rest & profiles[i].core]
        told = [i for i in fitting if found.noun in profiles[i].nouns]
        if previous in told:
            return previous
        akin = previous is not None and previous in fitting and found.family in profiles[previous].families
        return told[0] if len(told) == 1 else previous if akin else None

    def _is_free(self, sentence: Sentence) -> bool:
        """Whether no date keeps the sentence: one of which nothing was reported (a year in a name, an end) keeps none."""
        return sentence.order not in self._within or not _is_dated(sentence)

    def tie(self, undated: Undated, event: int, why: tuple[Step, ...]) -> None:
        """Tie a sentence to an event for reasons of its own."""
        self.found.append((event, _report(self._article, undated, why, None)))
        self._told.setdefault(undated.sentence.order, event)

    def _read_undated(self, undated: Undated, copies: Copies) -> None:
        order = undated.sentence.order
        place = replace(self._place, inside=frozenset(self._within.get(order, ())))
        tie, why = best(undated, self._known, place, self._around)
        again = self._again(undated, tie.event, why)
        if again is not None and again[0] not in place.inside:
            words = sorted(again[1], key=self._around.rarity)[:4]
            tie, why = Tie(again[0], THRESHOLD), (step("tie-shared-words", words=" ".join(words)),)
        make = partial(_report, self._article, undated, why, self._background.get(order))
        loose = all(reason.code in _LOOSE for reason in why)
        copies.add(self._article.id, undated.sentence.words, undated.figures, tie, make if loose else None)
        if tie.event is not None:
            self.found.append((tie.event, make()))
            self._place.speakers[tie.event].update(undated.speaker if undated.kind == "statement" else ())
        elif reports(undated):
            self.found.append((None, make()))
        if tie.event is not None or not undated.continues:
            front = self._place.front if undated.elsewhen and tie.event is not None else tie.event
            self._place = replace(self._place, previous=tie.event, front=front, saying=undated.kind == "statement")

    def _again(self, undated: Undated, tied: int | None, why: tuple[Step, ...]) -> tuple[int, frozenset[str]] | None:
        """The event whose words the sentence repeats: where it is not tied, or its deed only weakly."""
        deed = not undated.continues and undated.kind != "statement" and all(reason.code in _WEAK for reason in why)
        if tells_of_another(undated) or (tied is not None and not deed):
            return None
        found = echoed(undated, self._story, tied)
        return found or (covered(undated, self._article, self._known, self._around) if tied is None else None)


def _host(told: Sequence[Told], known: Known) -> Host:
    events = frozenset(i for i, _ in told)
    days = {day for i in events for day in known.profiles[i].days}
    dated = any(report.mention.basis is MentionBasis.DATED for _, report in told)
    return Host(events, dated, days.pop() if len(days) == 1 else None)


def _main(here: Sequence[Told], groups: Sequence[Sequence[Report]]) -> int | None:
    """The event the article is about: the first it reports with a day."""
    found = [(r.mention.passage.span.start, i) for i, r in here]
    fine_groups = {i for i in {i for i, _ in here} if any(r.days.days <= _LONG for r in groups[i])}
    fine = [(start, i) for start, i in found if i in fine_groups]
    return min(fine or found)[1] if found else None


def _commonness(sentences: Sequence[Sentence]) -> dict[str, int]:
    """In how many sentences of the article each stem stands: other articles change nothing here."""
    return dict(Counter(s for sentence in sentences for s in stems_of(sentence.words)))


def _is_dated(sentence: Sentence) -> bool:
    return any(r.ranges and r.expression.type in (TimexType.DATE, TimexType.TIME) for r in sentence.readings)


def _before_turn(sentence: Sentence) -> Sentence:
    """The sentence up to the phrase that names another event («… بعد هجوم على …», «… الذي أعقب …»)."""
    words = sentence.words
    for i in range(_TURN, len(words)):
        named = words[i].form in discourse("turn") and any(noun_of(w.form) is not None for w in words[i + 1 : i + 1 + _REACH])
        if named or words[i].form in discourse("following"):
            stop = i - 1 if words[i - 1].form in discourse("relative") else i
            return replace(sentence, words=words[:stop], span=Span(sentence.span.start, words[stop - 1].end))
    return sentence


def _report(article: Article, undated: Undated, why: tuple[Step, ...], stop: int | None) -> Report:
    place, places = place_of(undated.sentence.words, article.text)
    traits = Traits(undated.kind, place, undated.stems, undated.ordinals, places=places)
    return inferred(article, _trimmed(undated.sentence, stop), traits, why, undated.sentence.order)


def is_loose(mention: Mention) -> bool:
    """Whether only its place or its words tie the passage: too little to set its figures against others."""
    return mention.basis is MentionBasis.INFERRED and all(link.code in _LOOSE for link in mention.links)


def _trimmed(sentence: Sentence, stop: int | None) -> Span:
    """The sentence, at most as long as a mention may be, and not into the phrase that another event takes (at ``stop``)."""
    span = sentence.span
    roof = min(span.start + _LONGEST, stop if stop is not None else span.end)
    if span.end <= roof:
        return span
    end = max((w.end for w in sentence.words if w.end <= roof and not w.is_mark), default=span.end)
    return Span(span.start, end)
