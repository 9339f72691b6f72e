"""Which phrases inside sentences name an event that others date? «عقب تقدم الفريق بشكوى …»: noun, words, figure, place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.reports.mention import Report, inferred
from timeline_app.chronology.sentences.clause import COMMAS
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.words import Word, stem
from timeline_app.chronology.ties.known import Around, Known, Profile
from timeline_app.chronology.ties.undated import is_held
from timeline_app.chronology.traits.figure import Ordinal, figures_of, number_apart, ordinals_of
from timeline_app.chronology.traits.trait import Traits, place_of, stems_of
from timeline_app.model.article import Article, SectionRole
from timeline_app.model.daterange import DateRange
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

_LONGEST, _SHORTEST, _REACH = 14, 2, 4
_COVERED, _ELSEWHERE, _MARGIN, _SHARED, _FEWEST, _SLACK = 0.7, 0.75, 0.15, 2, 3, 1e-9
_WEAK = frozenset({"other", "statement", "decision", "economy"})


@dataclass(frozen=True, slots=True)
class Allusion:
    """A phrase that an event noun heads, with what can be compared; ``rest`` are its stems without the noun's own.

    ``sole`` is true of «الانتخابات التي جرت»: the one event of that noun the article tells of.
    """

    span: Span
    noun: str
    kind: str
    rest: frozenset[str]
    figures: frozenset[tuple[float, str]]
    ordinals: frozenset[Ordinal]
    places: frozenset[str]
    place: str
    sole: bool = False


@dataclass(frozen=True, slots=True)
class Host:
    """What a sentence tells anyway: the events, whether with a date of its own, and on which one day, where it is one."""

    events: frozenset[int]
    dated: bool
    day: int | None


def alluded(article: Article, sentence: Sentence, known: Known, around: Around, host: Host) -> list[tuple[int, Report]]:
    """The phrases of a sentence that name another event than its ``host``, each with the event's index.

    Where the sentence itself dates something, only what follows «بعد» or the like is another event.
    """
    out: list[tuple[int, Report]] = []
    if sentence.role is not SectionRole.BODY:
        return out
    done = set(host.events)
    near = () if host.day is None else _neighbours(sentence, article.text, host.day)
    found = [(allusion, _on_that_day(allusion, day, known, around)) for allusion, day in near]
    found += [(allusion, _named(allusion, known, around)) for allusion in _allusions(sentence, article.text, governed=host.dated)]
    for allusion, named in found:
        if named is not None and named[0] not in done:
            done.add(named[0])
            traits = Traits(allusion.kind, allusion.place, allusion.rest, allusion.ordinals, places=allusion.places)
            out.append((named[0], inferred(article, allusion.span, traits, named[1], sentence.order)))
    return out


def _neighbours(sentence: Sentence, text: str, day: int) -> Iterator[tuple[Allusion, int]]:
    """The phrases that an offset of days sets against the day of the sentence, with their own day («غداة …», «بعد يوم من …»)."""
    words = sentence.words
    for i, word in enumerate(words):
        later = word.form in discourse("later_than") or word.form in discourse("day_after")
        if not later and word.form not in discourse("earlier_than"):
            continue
        start, days = _offset(words, i)
        stop = next((k for k in range(start, len(words)) if words[k].is_mark), len(words))
        if days and stop > start:
            phrase = words[start:stop]
            for noun in dict.fromkeys(n for w in phrase if (n := noun_of(w.form)) is not None):
                yield _allusion(noun, phrase, Span(phrase[0].start, phrase[-1].end), text), day - days if later else day + days


def _offset(words: Sequence[Word], i: int) -> tuple[int, int]:
    """Where the phrase begins that follows a word like «بعد», and by how many days it is off; 0 where that is not said."""
    if words[i].form in discourse("day_after") or words[i].form in discourse("day_before"):
        return i + 1, 1
    forms = [word.form for word in words[i + 1 : i + 1 + _REACH]]
    count = next((n for n, name in ((1, "one_day"), (2, "two_days")) if forms and forms[0] in discourse(name)), 0)
    stop = next((k for k, form in enumerate(forms) if form in discourse("offset_of")), None)
    return (i + 2 + stop, count) if count and stop is not None else (i + 1, 0)


def _on_that_day(allusion: Allusion, day: int, known: Known, around: Around) -> tuple[int, tuple[Step, ...]] | None:
    """The only event of that day of which the phrase may speak: of its own article, or of others in most of its words."""
    here, others = around.on(day)
    akin = [i for i in here if allusion.noun in known.profiles[i].nouns or kinship(allusion.kind) in known.profiles[i].families]
    if not akin:
        akin = [i for i in others if len(allusion.rest & known.profiles[i].core) >= _SHARED]
    return (akin[0], (step("tie-offset", days=DateRange(day, day)),)) if len(akin) == 1 else None


def _allusions(sentence: Sentence, text: str, *, governed: bool) -> Iterator[Allusion]:
    words = sentence.words
    for i, word in enumerate(words):
        noun = noun_of(word.form)
        performed = i > 0 and words[i - 1].form in discourse("auxiliary")  # «تم تعيين …» is what the sentence itself tells
        if noun is None or verb_of(word.form) is not None or performed:
            continue
        stop = _end(words, i)
        sole = _is_told(words, i, stop)
        if governed and not sole and not any(w.form in discourse("governing") for w in words[max(0, i - _REACH) : i]):
            continue
        phrase = words[i:stop]
        purpose = word.form[0] == "ل" != noun.lemma[0] and not word.form.startswith("لل")
        if purpose or is_held(words, i):
            continue
        span = Span(word.start, phrase[-1].end)
        dated = any(r.span.overlap(Span(span.start, span.end + _LONGEST)) for r in sentence.readings)
        if len(phrase) < _SHORTEST or dated or any(w.form in discourse("apart") for w in phrase):
            continue
        yield replace(_allusion(noun, phrase, span, text), sole=sole)


def _is_told(words: Sequence[Word], i: int, stop: int) -> bool:
    """Whether a definite noun is followed by a relative clause that tells of its past («الانتخابات التشريعية التي جرت …»)."""
    if stop + 1 >= len(words) or words[stop].form not in discourse("relative"):
        return False
    if any(not word.form.startswith(("ال", "بال", "لل")) for word in words[i:stop]):
        return False
    verb = verb_of(words[stop + 1].form)
    return verb is not None and not verb.present and not verb.future


def _allusion(noun: Trigger, phrase: Sequence[Word], span: Span, text: str) -> Allusion:
    place, places = place_of(phrase, text)
    figures = frozenset((f.low, f.unit) for f in figures_of(phrase) if f.low > _SHARED and f.unit != "percent")
    own = stem(noun.lemma)
    return Allusion(span, own, noun.kind, stems_of(phrase[1:]) - {own}, figures, ordinals_of(phrase), places, place)


def _end(words: Sequence[Word], start: int) -> int:
    for i in range(start + 1, min(len(words), start + _LONGEST)):
        form = words[i].form
        if (
            words[i].is_mark
            or form in COMMAS
            or form in discourse("offset")
            or form in discourse("complementiser")
            or form in discourse("opening")
        ):
            return i
        if form in discourse("relative") or form in discourse("comment") or form in discourse("joined_relative"):
            return i
        if verb_of(form) is not None and noun_of(form) is None:
            return i
    return min(len(words), start + _LONGEST)


def _named(allusion: Allusion, known: Known, around: Around) -> tuple[int, tuple[Step, ...]] | None:
    """The one event that the phrase can name, with the reasons; None where there is none or more than one."""
    alone = around.told_with(allusion.noun) if allusion.sole else ()
    if len(alone) == 1:
        return alone[0], (step("tie-points-back", words=allusion.noun),)
    scored = []
    for i in around.alluded(allusion.rest, allusion.figures, _COVERED, _ELSEWHERE):
        profile = known.profiles[i]
        score = _score(allusion, profile, around, here=around.is_here(i))
        if score:
            scored.append((score, -i))
    scored.sort(reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN):
        return None
    profile = known.profiles[-scored[0][1]]
    why = [step("tie-figure", figure=f"{f[0]:g}") for f in sorted(allusion.figures & profile.figures)[:1]]
    shared = sorted(allusion.rest & profile.core, key=around.rarity)[:4]
    if shared:
        why.append(step("tie-shared-words", words=" ".join(shared)))
    return -scored[0][1], tuple(why)


def _score(allusion: Allusion, profile: Profile, around: Around, *, here: bool) -> float:
    same = allusion.noun in profile.nouns
    if not same and (allusion.kind in _WEAK or kinship(allusion.kind) not in profile.families):
        return 0.0
    if allusion.places and profile.places and not allusion.places & profile.places:
        return 0.0
    shared = allusion.rest & profile.core
    figures = allusion.figures & profile.figures
    if allusion.figures and profile.figures and not figures:
        return 0.0
    if len(shared) + len(figures) < (_SHARED if here else _FEWEST) or number_apart(allusion.ordinals, profile.ordinals):
        return 0.0
    whole = around.weight(allusion.rest)
    covered = around.weight(shared) / whole if whole else 0.0
    enough = covered >= (_COVERED if here else _ELSEWHERE) - _SLACK
    return round(covered + 0.1 * same + 0.2 * len(figures), 6) if enough else 0.0
