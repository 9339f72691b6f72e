"""How far do two reports agree: in days, words, kind, figures, numbers and names? A score, and the reasons in words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from timeline_app.chronology.links.parting import differ, one_sentence
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import discourse, event_words, kinship, told_as
from timeline_app.chronology.sentences.words import stem
from timeline_app.chronology.traits.act import is_loose
from timeline_app.chronology.traits.trait import Traits
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.event import Modality
from timeline_app.model.frozen import frozen
from timeline_app.model.step import Step, step

_CLOSE, _WIDE = 0.06, 0.3
_TOPIC, _ONE_ACT = 0.3, 0.12
_NO_SUCH_ACT, _EVERYDAY = 0.07, 3
_WEEK, _AROUND, _COMMONNESS, _FEWEST, _LEAST, _BARE, _BRIEF = 7, 0.4, 0.8, 3, 0.15, 2, 3
_SAME = {Grain.MINUTE: 0.25, Grain.DAY: 0.25, Grain.WEEK: 0.15, Grain.MONTH: 0.2}
_EXACT = (Grain.DAY, Grain.MINUTE)
_OPPOSED, _VAGUE = frozenset({"statement"}), frozenset({"statement", "other"})
_NEUTRAL = frozenset({"other", "decision", "economy"})


@frozen
class Side:
    """One report with what is asked of it again and again; ``word`` weighs the words of its story, ``mass`` is its own weight."""

    report: Report
    days: DateRange
    traits: Traits
    stems: frozenset[str]
    context: frozenset[str]
    word: Mapping[str, float]
    mass: float
    article: str


@frozen
class Weights:
    """How much a shared word tells in the story of each article, and of what each article speaks."""

    words: Mapping[str, Mapping[str, float]]
    topics: Mapping[str, frozenset[str]]


def topics_of(reports: Sequence[Report]) -> Mapping[str, frozenset[str]]:
    """The words with which each article tells what it dates."""
    topics: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        topics[report.teller] |= report.traits.context
    return {article: frozenset(stems) for article, stems in topics.items()}


def weights_of(reports: Sequence[Report], topics: Mapping[str, frozenset[str]], stories: Mapping[str, str]) -> Weights:
    """The fewer reports of a story hold a word, the more it tells there; what other stories tell changes nothing.

    ``stories`` names the story of each article.
    """
    common: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        common[stories[report.teller]].update(report.traits.context)
    word = {
        story: {s: 1 / (1 + _COMMONNESS * math.log(n + _EVERYDAY * (s in _everyday()))) for s, n in counted.items()}
        for story, counted in common.items()
    }
    return Weights({article: word[story] for article, story in stories.items()}, topics)


def one_story(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two articles share so much of what they speak of that they tell of one story."""
    return len(mine & theirs) >= max(_TOPIC * min(len(mine), len(theirs)), _FEWEST * 2)


def side_of(report: Report, weights: Weights) -> Side:
    """The report made ready for comparison."""
    traits, article = report.traits, report.teller
    word = weights.words[article]
    own = traits.stems - report.marks.background
    mass = max(sum([word.get(s, 1.0) for s in own]), 1.0)
    return Side(report, report.days, traits, own, traits.context, word, mass, article)


def agreement(one: Side, other: Side, weights: Weights) -> float | None:
    """The score of two reports as one event, or None where they cannot be one."""
    days = _days_agree(one, other)
    mine, theirs = one.traits, other.traits
    if days is None:
        return None
    alike = _words_agree(one, other)
    if (alike < _LEAST or (days < _CLOSE and alike < _WIDE)) and not _speaks_for_it(one, other, days, weights):
        return None
    if differ(one.report, other.report) or _shares_the_doer_alone(one, other):
        return None
    score = days + 0.6 * alike
    score += _acts_agree(one, other) + min(0.3, 0.2 * len(_figures(mine, theirs)))
    score += (0.3 if mine.ordinals & theirs.ordinals else 0.0) + (0.1 if one.report.names & other.report.names else 0.0)
    score += 0.05 if mine.places & theirs.places else 0.0
    modes = one.report.mention.modality, other.report.mention.modality
    return score - 0.2 if modes[0] is not modes[1] and Modality.DENIED in modes else score


def reasons(one: Report, other: Report, weights: Weights) -> tuple[Step, ...]:
    """Why two reports are one event, in the order of weight; words are stems, spelled later."""
    a, b = one.days, other.days
    out = [
        step("link-same-days", days=a)
        if (a.first, a.last) == (b.first, b.last)
        else step("link-days-within", days=a if a.days < b.days else b)
    ]
    told = weights.words[one.teller]
    shared = sorted(one.traits.stems & other.traits.stems, key=lambda s: (-told[s], s))
    if shared:
        out.append(step("link-shared-words", words=" ".join(shared[:4])))
    kinds = one.traits.kind, other.traits.kind
    speakers = one.traits.speaker & other.traits.speaker
    if "statement" in kinds and speakers:
        out.append(step("link-shared-speaker", words=" ".join(sorted(speakers)[:3])))
    elif kinship(kinds[0]) == kinship(kinds[1]):
        out.append(step("link-kind", kind=kinds[0]))
    figures = _figures(one.traits, other.traits)
    if figures:
        out.append(step("link-figure", figure=f"{min(figures)[0]:g}"))
    ordinals = one.traits.ordinals & other.traits.ordinals
    if ordinals:
        out.append(step("link-ordinal", number=min(o.number for o in ordinals)))
    if one.names & other.names:
        out.append(step("link-shared-name"))
    return tuple(out)


def _days_agree(one: Side, other: Side) -> float | None:
    """What the days add to the score; None where they keep the reports apart."""
    a, b = one.days, other.days
    if a.first == b.first and a.last == b.last:
        return _SAME.get(a.grain, 0.1)
    if not a.overlaps(b) or one_sentence(one.report, other.report) or (a.grain in _EXACT and b.grain in _EXACT):
        return None
    if a.contains(b) or b.contains(a):
        if max(a.days, b.days) < _WEEK:
            return 0.05
        wide = a if a.days > b.days else b
        if wide.open_end or _said_apart(one, other):
            return None
        if not _heads_meet(one, other) and not (wide.days <= _WEEK and _kindred(one, other)):
            return None
        return 0.05 if _one_act(one, other) and one.word is other.word else -0.05
    return 0.0


def _said_apart(one: Side, other: Side) -> bool:
    """Whether both are sayings, and not one verb of one speaker."""
    if not one.traits.kind == other.traits.kind == "statement" or _one_act(one, other):
        return False
    return one.report.marks.head != other.report.marks.head or one.traits.speaker.isdisjoint(other.traits.speaker)


def _one_act(one: Side, other: Side) -> bool:
    """Whether both tell one sort of act («أرجأت», «أجلت»)."""
    act = one.report.marks.act
    return bool(act) and act == other.report.marks.act


def _heads_meet(one: Side, other: Side) -> bool:
    """Whether what is told of a whole month or year may be what is told of a day in it: the same noun or verb tells both."""
    mine, theirs = _heads(one), _heads(other)
    if not mine or not theirs or not mine.isdisjoint(theirs) or _one_act(one, other):
        return True
    return not one.traits.ordinals.isdisjoint(other.traits.ordinals)


def _heads(side: Side) -> frozenset[str]:
    """The noun or verb that tells; behind one of beginning («بدأ تطبيق …») all that is said to begin."""
    found = frozenset({side.report.marks.head, side.traits.told} - {""})
    return found if found.isdisjoint(_beginnings()) else found | side.stems


def _speaks_for_it(one: Side, other: Side, days: float, weights: Weights) -> bool:
    """Whether something else than words speaks for one event: a number or noun, one sort of act of one story, or the story."""
    if _told_alike(one.traits, other.traits) or (_one_act(one, other) and one.word is other.word):
        return True
    return days >= _CLOSE and _of_one_story(one, other, weights)


def _of_one_story(one: Side, other: Side, weights: Weights) -> bool:
    """Whether both share a word and both stand in one article or in articles that share much of what they speak of."""
    if one.stems.isdisjoint(other.stems):
        return False
    if one.article == other.article:
        return True
    return one.word is other.word and (
        _kindred(one, other) or one_story(weights.topics[one.article], weights.topics[other.article])
    )


def _kindred(one: Side, other: Side) -> bool:
    """«خطف مسلحون تلاميذ», «اقتحموا مدرسة وخطفوا»: whether both tell one family of events in two shared words, or in the head."""
    a, b = one.traits.kind, other.traits.kind
    if not {a, b}.isdisjoint(_VAGUE):
        return False
    both = one.stems & other.stems
    return kinship(a) == kinship(b) and (len(both) > 1 or not both.isdisjoint({one.report.marks.head, other.report.marks.head}))


def _told_alike(mine: Traits, theirs: Traits) -> bool:
    """Whether a number, a figure or the noun that tells is the same: a day and a kind in common are not enough."""
    if mine.told and mine.told == theirs.told:
        return True
    return not mine.ordinals.isdisjoint(theirs.ordinals) or bool(_figures(mine, theirs))


def _shares_the_doer_alone(one: Side, other: Side) -> bool:
    """«قدم الحزب طعنا», «قدم الحزب مرشحه»: who did it and a verb that tells nothing by itself are all that both say."""
    mine, theirs = one.report.marks, other.report.marks
    if not mine.light or mine.head != theirs.head:
        return False
    doers = (one.traits.speaker | mine.doers) & (other.traits.speaker | theirs.doers)
    return not (one.stems & other.stems) - doers - {mine.head}


def _words_agree(one: Side, other: Side) -> float:
    """How much of what either tells the other tells too, by the weight of the words in the wider story; from 0 to 1."""
    both = one.stems & other.stems
    around = (one.context & other.context) - both
    if not both and (not around or min(len(one.stems), len(other.stems)) > _BRIEF):
        return 0.0
    word = one.word if len(one.word) >= len(other.word) else other.word
    inner = sum([word[s] for s in both])
    total = inner + _AROUND * sum([word[s] for s in around])
    within = min(1.0, total / min(one.mass, other.mass))
    of_all = min(1.0, total / (one.mass + other.mass - inner))
    return (0.6 * within + 0.4 * of_all) * min(1.0, (len(both) + _AROUND * len(around)) / _FEWEST)


def _acts_agree(one: Side, other: Side) -> float:
    """What kind and sort of act add to the score; who says that it was done tells of it («قالت الوكالة إنه تم إنقاذ …»)."""
    kinds = _kinds_agree(one.traits, other.traits)
    a, b = one.report.marks.act, other.report.marks.act
    if not a and not b:
        return kinds
    if a == b:
        return max(kinds, _ONE_ACT)
    if a and b:
        return kinds if is_loose(a) or is_loose(b) else max(kinds, 0.0)
    return kinds - _NO_SUCH_ACT if _tells_no_such_act(one, other) else kinds


def _tells_no_such_act(one: Side, other: Side) -> bool:
    """Whether the one that tells a sort of act and the other are of two families, and the other says nothing of it."""
    a, b = one.report.marks, other.report.marks
    if kinship(one.traits.kind) == kinship(other.traits.kind):
        return False
    return a.head not in other.stems and b.head not in one.stems and not is_loose(a.act or b.act)


def _kinds_agree(mine: Traits, theirs: Traits) -> float:
    a, b = mine.kind, theirs.kind
    if a == b == "statement":
        return _speakers_agree(mine, theirs)
    if a == b or kinship(a) == kinship(b):
        same_noun = mine.told and mine.told == theirs.told
        return (0.15 if a == b else 0.12) + (0.1 if same_noun else 0.0)
    if (a in _OPPOSED) != (b in _OPPOSED):
        if kinship(a) in theirs.announced or kinship(b) in mine.announced:
            return 0.0
        return -0.25 if mine.speaker.isdisjoint(theirs.speaker) else -0.35  # who did one thing said another
    return 0.0 if a in _NEUTRAL or b in _NEUTRAL else -0.1


def _speakers_agree(mine: Traits, theirs: Traits) -> float:
    """Two sayings are one only where the speaker may be one."""
    if mine.speaker & theirs.speaker:
        return 0.2
    return -0.3 if mine.speaker and theirs.speaker else 0.0


def _figures(mine: Traits, theirs: Traits) -> set[tuple[float, str]]:
    if not mine.figures or not theirs.figures:
        return set()
    told = {(f.low, f.unit) for f in mine.figures if f.low > _BARE}
    return told & {(f.low, f.unit) for f in theirs.figures}


@cache
def _everyday() -> frozenset[str]:
    """The stems of the words that report events of whatever kind, and of offices: they stand in every story."""
    return frozenset(stem(told_as(lemma)) for lemma in event_words()) | {stem(word) for word in discourse("office")}


@cache
def _beginnings() -> frozenset[str]:
    """The stems of the masdars that only say that something begins."""
    return frozenset(stem(told_as(lemma)) for lemma in discourse("beginning"))
