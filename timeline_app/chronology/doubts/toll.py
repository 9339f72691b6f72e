"""What do the articles count differently of one thing: the dead of a disaster, the countries at a fair, the women who stand?

A count belongs to the thing it is told with, whatever dates it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.doubts.count import Count, changed, figures_apart, grew, sides_of
from timeline_app.chronology.doubts.matter import Counted, Family, Matter, groups_of, matters_of
from timeline_app.chronology.doubts.tally import families_of
from timeline_app.chronology.sentences.lexicon import discourse, kinship, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word, stem
from timeline_app.chronology.traits.figure import Figure, figure_roles, figure_words, figures_of, is_counted
from timeline_app.model.article import Article
from timeline_app.model.event import Contradiction, Event, Mention
from timeline_app.model.expression import Reading, TimexType
from timeline_app.model.identity import ArticleId, EventId
from timeline_app.model.span import Span

_ROLES = frozenset({"dead", "wounded"})
_LATER = {"dead": grew, "wounded": grew, "rescued": grew, "missing": changed, "state": grew}  # how a later count may differ
_SUFFERED = frozenset({*_ROLES, "rescued", "missing"})
_PART, _BOTH, _FEW, _REACH = 4, 6, 2, 14
_VIOLENCE = "violence"  # the kinship of what does harm
_HOURS = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?\Z")


def toll_contradictions(
    chronicle: Chronicle, articles: Sequence[Article], readings: Mapping[ArticleId, Sequence[Reading]]
) -> Iterator[Contradiction]:
    """A contradiction, or an update, for each thing of which two articles count something differently."""
    told: dict[ArticleId, list[tuple[Mention, Event]]] = defaultdict(list)
    for event in chronicle.events:
        for mention in event.mentions:
            told[mention.passage.article].append((mention, event))
    kin = {event.id: [e.id for e, _ in family] for family in families_of(chronicle) for event, _ in family}
    families = (_HARM, _GATHERING, _ELECTION)
    ordered = sorted(articles, key=lambda a: a.sha256)
    read = [matters_of(article, readings.get(article.id, ()), families) for article in ordered]
    _place(chain.from_iterable(found[0] for found in read), told)
    for k, family in enumerate(families):
        for group in groups_of([matter for found in read for matter in found[k]]):
            for role in sorted({role for matter in group for role in matter.counts}):
                sides, update = sides_of(_counts(group, role), _LATER.get(role))
                if role not in _ROLES:  # whose toll it is matters; of other figures each is shown once
                    sides = list({side.range: side for side in reversed(sides)}.values())
                if sides and (role in _ROLES or not update):
                    at = chain.from_iterable(_events_at(told[side.article.id], side.figure.span, family) for side in sides)
                    events = at if role in _ROLES else chain.from_iterable(kin[one] for one in at)  # a session and its opening
                    yield figures_apart(role, sides, tuple(dict.fromkeys(events)), update=update)


def _place(matters: Iterable[Matter], told: Mapping[ArticleId, Sequence[tuple[Mention, Event]]]) -> None:
    """Each disaster with the events of harm that are told where it is counted."""
    for matter in matters:
        for figure, _ in chain.from_iterable(matter.counts.values()):
            at = [event for m, event in told[matter.article.id] if m.passage.span.contains(figure.span)]
            matter.events |= {event.id for event in at if kinship(event.kind) == _VIOLENCE}


def _counts(group: Sequence[Matter], role: str) -> Mapping[str, list[Count]]:
    """What each article counts, by its digest."""
    counts: dict[str, list[Count]] = defaultdict(list)
    for matter in group:
        if matter.counts[role]:
            counts[matter.article.sha256] += [Count(matter.article, figure, lands) for figure, lands in matter.counts[role]]
    return counts


def _events_at(told: Sequence[tuple[Mention, Event]], span: Span, family: Family) -> list[EventId]:
    """The event of a mention that holds a figure; of several the one of the family."""
    at = [event for mention, event in told if mention.passage.span.contains(span)]
    return [event.id for event in sorted(at, key=lambda e: e.kind not in family.kinds)[:1]]


def _tolls(sentence: Sentence) -> Counted:
    """The dead, the wounded, the missing and the rescued of a sentence; neither parts of them nor what is counted with them."""
    words = sentence.words
    found = [] if _is_provisional(words) else list(_figures(sentence))
    sorts = {(figure.role, figure.unit) for figure, *_ in found}
    for figure, at, stop in found:
        if any(role == figure.role and unit in figure_words("troops") for role, unit in sorts - {(figure.role, figure.unit)}):
            continue  # «8 جنود و3 مدنيين»: each a part of them
        role = figure.role or _role_reached(words, at)
        if role in _SUFFERED and not figure.whole and not _is_part(words, at, stop):
            near = [word.form for word in (*words[max(0, at - 1) : at], *words[stop : stop + 1])]
            beside = {stem(form) for form in (*near, *(form.removeprefix("و") for form in near))}
            bare_count = not is_counted(figure.unit) and not beside.isdisjoint(figure_roles(role))
            if figure.unit in figure_words("people") or bare_count:
                yield role, replace(figure, role=role)


def _is_provisional(words: Sequence[Word]) -> bool:
    """Whether a count is given as one that others follow («كانت حصيلة سابقة»، «كحصيلة أولية»)."""
    counts, early = figure_words("counts"), figure_words("provisional")
    return any(after.form in early and before.form.removeprefix("ك") in counts for before, after in pairwise(words))


def _role_reached(words: Sequence[Word], at: int) -> str:
    """The role of what a count has come to: «ارتفع عدد القتلى في حريق الفندق إلى 20 شخصا»."""
    if at == 0 or words[at - 1].form not in figure_words("reaching"):
        return ""
    for i in range(at - 1, 0, -1):
        if words[i - 1].form in figure_words("counts"):
            return next((role for role in sorted(_SUFFERED) if stem(words[i].form) in figure_roles(role)), "")
    return ""


def _figures(sentence: Sentence) -> Iterator[tuple[Figure, int, int]]:
    """The figures of a sentence, each with the words it takes."""
    for figure in figures_of(sentence.words, [reading.span for reading in sentence.readings]):
        yield figure, sentence.index(figure.span.start), sentence.index(figure.span.end - 1) + 1


def _is_part(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether a figure counts a part of the harmed («بينهم 3 أطفال», «12 من القتلى»), or the dead and the wounded together."""
    part = any(word.form in figure_words("part") for word in words[max(0, at - _PART) : at])
    both = any(word.form in figure_words("either") for word in words[at : at + _BOTH])
    return part or both or any(word.form in discourse("partitive") for word in words[at:stop])


def _gathered(sentence: Sentence) -> Counted:
    """How many countries take part in a gathering, and how many hours it lasted; nothing of what only will be."""
    words = sentence.words
    if not any(word.form in figure_words("gathered") for word in words):
        return
    verbs = [verb for word in words if (verb := verb_of(word.form)) is not None]
    if any(verb.future for verb in verbs) or any(word.form.startswith("سيتم") for word in words):
        return
    present = any(verb.lemma in figure_words("present") for verb in verbs)
    if present or any(stem(word.form) in figure_roles("present") for word in words):
        yield from (("state", f) for f, *_ in _figures(sentence) if f.unit == "state" and f.low > _FEW and not f.whole)
    for reading in sentence.readings:
        length = _HOURS.match(reading.value) if reading.expression.type is TimexType.DURATION else None
        at = sentence.index(reading.span.start)
        rulers = {word.form.removeprefix("و") for word in words[max(0, at - _REACH) : at]}
        if length is not None and not rulers.isdisjoint(figure_words("lengths")):
            hours = int(length[1] or 0) + int(length[2] or 0) / 60
            yield "length", Figure(reading.span, hours, hours, "hour", bound=not rulers.isdisjoint(figure_words("least")))


def _standing(sentence: Sentence) -> Counted:
    """How many women stand in an election."""
    for figure, *_ in _figures(sentence):
        if figure.unit == "woman" and figure.role == "standing" and figure.low > _FEW:
            yield "standing", figure


_HARM = Family(frozenset({"disaster", "attack", "fire", "kidnapping"}), "harm", _tolls)
_GATHERING = Family(frozenset({"session", "meeting"}), "gathering", _gathered, verbs=False)
_ELECTION = Family(frozenset({"election"}), "election", _standing, verbs=False)
