"""Which further facts does a dated sentence tell on the same day? «…، وأدلى المتهم …», «…، حيث وقع المشاركون …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.telling import telling_at, verb_before
from timeline_app.chronology.sentences.clause import COMMAS, Clause, Shape
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, kinship, noun_of, verb_of
from timeline_app.chronology.sentences.sentence import Sentence
from timeline_app.chronology.sentences.wordclass import is_phrase
from timeline_app.chronology.traits.kind import OTHER, kind_of
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import TimexType

_FEWEST, _OPENING, _LEAD, _CONTENT = 3, 4, 4, 9
# Older days are background: what goes on from them («ولد عام … والتحق …») fell on other days.
_NEWS = 45
_LIVES = frozenset({"birth", "death"})
_DECLARED, _THEY = "اعلن", "وا"
_ONE_ACT = frozenset({"violence", "protest"})
_DATES = (TimexType.DATE, TimexType.TIME)

Told = tuple[Clause, tuple[DateRange, ...]]


def further_of(grammar: Grammar, told: Sequence[Told], published: DateRange | None) -> Iterator[Told]:
    """The clauses without a date of their own that happened on the day of a dated one of their sentence, with that day.

    They go on from it with «و», «حيث» or «فيما» and a verb of the past, or they are the news of the day of publication
    around a noun that the day dates («قدم استقالته بعد الاجتماع الذي عقد اليوم»).
    """
    if published is None:
        return
    yield from _news_of(grammar, told, published)
    for host, days in told:
        if host.shape is Shape.VERB and _is_past_day(host, days, published):
            yield from ((clause, days) for clause in _going_on(grammar, host, [c for c, _ in told]))


def opened_by_dateline(grammar: Grammar, sentence: Sentence, published: DateRange | None) -> tuple[Told, ...]:
    """«تونس 5 مارس (وكالة) - افتتح الوزير المعرض»: the verb that opens an agency's report is of the day of its dateline."""
    line = sentence.dateline
    if line is None or published is None or len(line.ranges) != 1 or line.ranges[0].grain is not Grain.DAY:
        return ()
    days = line.ranges[0]
    verb = next((i for i in range(min(_LEAD, len(sentence.words))) if grammar.finite[i]), -1)
    trigger = verb_of(grammar.form(verb)) if verb >= 0 else None
    still = trigger is None or trigger.present or trigger.future or trigger.lemma in discourse("state")
    if still or not published.first - _NEWS <= days.first <= published.last:
        return ()
    rest = telling_at(grammar, verb).rest
    last = rest[-1] + 1 if rest else len(sentence.words)
    return ((Clause(sentence, (line,), verb, last, Shape.VERB, verb, trigger, last, lent=True), (days,)),)


def _is_past_day(host: Clause, days: Sequence[DateRange], published: DateRange) -> bool:
    """Whether the host tells what happened on one day, not long before the article appeared."""
    trigger = host.trigger
    if trigger is None or trigger.future or trigger.present or trigger.kind in _LIVES:
        return False
    recent = published.first - _NEWS <= days[0].first and days[0].last <= published.last
    return len(days) == 1 and days[0].grain in (Grain.DAY, Grain.MINUTE) and days[0].days == 1 and recent


def _going_on(grammar: Grammar, host: Clause, clauses: Sequence[Clause]) -> Iterator[Clause]:
    last = host.dated[1]
    later = (c.dated[0] for c in clauses if c.dated[0] > host.dated[0] and c.shape is Shape.VERB and not c.lent)
    stop = min(later, default=len(grammar.words))
    for verb in range(max(host.head + 1, last), stop):
        if grammar.border(verb) is Border.STOP or _is_later(grammar, verb):
            return
        trigger = _tells(grammar, verb)
        if trigger is None or _is_reported(grammar, host, verb) or _is_of_relative(grammar, last, verb):
            continue
        if _is_same_act(grammar, host, verb, trigger):
            continue
        rest = telling_at(grammar, verb).rest
        end = min((c.first for c in clauses if c.first > verb), default=len(grammar.words))
        end = min(end, rest[-1] + 1 if rest else verb + 1)
        held = any(c.first <= verb < c.last for c in clauses if c is not host)
        if end - verb > _FEWEST and end <= stop and not held and not _has_date(host, verb, end):
            yield _lent(host, verb, end, verb, trigger)


def _is_later(grammar: Grammar, i: int) -> bool:
    """«وبعد ذلك …», «ثم», «لاحقا»: what follows fell on another day, or may have."""
    form = grammar.form(i).removeprefix("و")
    pointed = form in discourse("governing") and grammar.form(i + 1) in discourse("demonstrative")
    return pointed or form in discourse("sequence")


def _has_date(host: Clause, verb: int, end: int) -> bool:
    """Whether a date stands between two words, though it may be none that dates an event («هذا العام»)."""
    inside = (host.sentence.index(r.span.start) for r in host.sentence.readings if r.expression.type in _DATES)
    return any(verb <= at < end for at in inside)


def _lent(host: Clause, first: int, last: int, head: int, trigger: Trigger) -> Clause:
    return Clause(host.sentence, host.readings, first, last, Shape.VERB, head, trigger, last, lent=True)


def _tells(grammar: Grammar, verb: int) -> Trigger | None:
    """The verb at ``verb``, where a clause begins with it that tells a further step."""
    form = grammar.form(verb)
    if not grammar.finite[verb] or grammar.held[verb]:
        return None
    led = grammar.form(verb - 1) in discourse("meanwhile")
    if form in discourse("performing"):
        done = grammar.form(verb + 1)
        told = noun_of(done) or Trigger(OTHER, done)
        return told if (form[:1] in "وف" or led) and done not in discourse("no_step") else None
    trigger = verb_of(form)
    if trigger is None or trigger.present or trigger.future or _only_says(grammar, trigger, verb):
        return None
    joined = form[:1] in "وف" and trigger.lemma[:1] != form[:1] and grammar.border(verb) is Border.CLAUSE
    if is_phrase(grammar.form(verb + 1)) and trigger.lemma not in discourse("carrying_out"):
        return None  # «انعقدت الجلسة وصوتت على …»: who did the one did the other, and it is told with it
    still = any(trigger.lemma in discourse(name) for name in ("state", "no_step", "measuring", "lasting"))
    return trigger if (joined or led) and not still else None


def _is_same_act(grammar: Grammar, host: Clause, verb: int, trigger: Trigger) -> bool:
    """«هاجم مسلحون القرية …، وأحرقوا المحاصيل», «…، وقاموا بنهب المتجر»: the same people in the same act, for one event."""
    if not grammar.form(verb).endswith(_THEY):
        return False
    done = noun_of(grammar.form(verb + 1)) if trigger.lemma in discourse("carrying_out") else trigger
    kind = kinship(kind_of(host))
    return kind in _ONE_ACT and (done is None or kinship(done.kind) == kind)


def _only_says(grammar: Grammar, trigger: Trigger, verb: int) -> bool:
    """Whether a verb leads in what is said; «وأدلى باعترافات», «واعترف بارتكابه …» are acts."""
    if trigger.kind != "statement":
        return False
    after = range(verb + 1, min(verb + _CONTENT, len(grammar.words)))
    act = not any(grammar.border(i) is Border.CONTENT or grammar.form(i) == ":" for i in after)
    return not act or trigger.lemma not in discourse("confessing")


def _is_reported(grammar: Grammar, host: Clause, verb: int) -> bool:
    """Whether what goes on is still what somebody said on that day, and may have happened on another."""
    said = host.trigger is not None and host.trigger.kind == "statement" and host.trigger.lemma != _DECLARED
    return said and any(grammar.border(i) is Border.CONTENT for i in range(host.head + 1, verb))


def _is_of_relative(grammar: Grammar, last: int, verb: int) -> bool:
    """«… التي جرت الشهر الماضي وشارك فيها …»: what goes on inside a relative clause."""
    bound = any(grammar.border(i) is Border.RELATIVE for i in range(last, verb))
    return (bound and grammar.form(verb - 1) not in COMMAS) or grammar.form(verb + 1) in discourse("dangling")


def _news_of(grammar: Grammar, told: Sequence[Told], published: DateRange) -> tuple[Told, ...]:
    """The verb that opens a sentence in which the day of publication only dates a noun: it is news of that day as well."""
    today = [(c, days) for c, days in told if len(days) == 1 and days[0].first == published.first and days[0].days == 1]
    if not today or any(c.shape is Shape.VERB or c.shares is not None for c, _ in told):
        return ()
    clause, days = today[0]
    verb = next((i for i in range(min(_OPENING, clause.first)) if grammar.finite[i]), -1)
    form = grammar.form(verb)
    trigger = verb_of(form) if verb >= 0 and form not in discourse("continuation") else None
    if trigger is None or trigger.present or trigger.future or trigger.lemma in discourse("state"):
        return ()
    helped = any(grammar.form(i) in discourse("auxiliary") | discourse("negation") for i in range(verb))
    if helped or verb_before(grammar, clause.first, strict=True) != verb or any(c.first <= verb < c.last for c, _ in told):
        return ()
    rest = telling_at(grammar, verb).rest
    last = clause.first if clause.first - verb > _LEAD or not rest else rest[-1] + 1
    return ((_lent(clause, verb, last, verb, trigger), days),)
