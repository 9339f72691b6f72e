"""What is the event that several reports tell of? Its title, dates, kind and place, chosen from all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline_app.chronology.naming import event_id
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.words import Word, words_of
from timeline_app.chronology.traits.participant import same_participant
from timeline_app.chronology.traits.trait import stems_of
from timeline_app.model.daterange import Certainty, Grain
from timeline_app.model.event import Event, MentionBasis, Modality
from timeline_app.model.step import Step, step

_INDIRECT, _SUPPORT, _CORE, _FIRST, _HEARD, _MOST = 15, 30, 60, 10, 12, 4
_ANOTHER, _UNTRUE = 15, 60  # what a title loses that tells another clause than that of its date, or puts off what was held
_FAIR, _HEADING, _SHARED, _FEWEST = 60, 4, 3, 2  # what one in three reports says, and two at least, is the core of an event
_FINE = frozenset({Grain.MINUTE, Grain.DAY})
_PAST_FIRST = (Modality.HAPPENED, Modality.ONGOING, Modality.ANNOUNCED, Modality.CANCELLED, Modality.DENIED, Modality.CONDITIONAL)


def event_of(reports: Sequence[Report]) -> Event:
    """The event told by ``reports`` (at least one dated); mentions stand in the order of ``Report.key``."""
    ordered = sorted(reports, key=lambda r: r.key)
    dated = [r for r in ordered if r.mention.basis is MentionBasis.DATED and r.mention.dates] or ordered
    sure = [r for r in dated if not r.mention.doubtful] or dated
    chosen, count = _dates(sure)
    best = _best_told(sure)
    return Event(
        id=event_id(dated[0].mention.passage, dated[0].order),
        title=best.mention.title,
        dates=(chosen.mention.dates[0],),
        mentions=tuple(r.mention for r in ordered),
        kind=_most([r.mention.kind for r in sure], best.mention.kind),
        place=_most([r.mention.place for r in sure if r.mention.place], best.mention.place),
        participants=_participants([best, *sure]),
        modality=_modality(sure),
        steps=_steps(chosen, count, len(dated)),
    )


def _best_told(reports: Sequence[Report]) -> Report:
    """The report whose title stands best alone and tells what the others tell: most of what many articles share, or, where
    one article tells all, rather what it tells first; no putting off that most of them know nothing of.
    """
    if len(reports) == 1:
        return reports[0]
    lines = [words_of(report.mention.title) for report in reports]
    titles = [stems_of(line) for line in lines]
    heard = reports[:_HEARD]
    several = len({report.key[0] for report in reports}) > 1
    calls_off = [_calls_off(line) for line in lines]
    core = _core(heard) if several else {}
    told_by_all = sum(core.values()) or 1
    held = 2 * sum(calls_off) < len(reports)

    def worth(i: int) -> tuple[float, ...]:
        told = reports[i]
        others = [report.traits.context for report in heard if report is not told]
        shared = sum(len(titles[i] & context) for context in others) / (len(titles[i]) * len(others) or 1)
        whole = sum(core.get(stem, 0) for stem in titles[i]) / told_by_all
        first = 0 if i or several else _FIRST
        merit = min(told.merit, 2 * told.merit - _FAIR) - (0 if told.traits.direct else _INDIRECT) + first
        merit -= 0 if told.own else _ANOTHER
        merit -= _UNTRUE if held and calls_off[i] else 0
        return merit + _SUPPORT * shared + _CORE * whole, len(told.traits.ordinals), -len(told.mention.title), *_last(told)

    return reports[max(range(len(reports)), key=worth)]


def _core(reports: Sequence[Report]) -> dict[str, int]:
    """The stems that several reports of an event share, each with how many say it: what happened, to whom, how many died."""
    said = Counter(stem for report in reports for stem in report.traits.context)
    return {stem: count for stem, count in said.items() if count >= max(_FEWEST, len(reports) / _SHARED)}


def _calls_off(title: Sequence[Word]) -> bool:
    return any(word.form in discourse("cancelled") | discourse("postponing") | discourse("not_yet") for word in title[:_HEADING])


def _dates(reports: Sequence[Report]) -> tuple[Report, int]:
    """The report whose days most of the others share; among equals the narrowest, then one that writes them, then the first.

    Who says only the year, the month or the week speaks for every day in it.
    """
    said = Counter((_days(r), r.mention.dates[0].grain in _FINE) for r in reports)

    def speaks_for(whole: tuple[int, int], days: tuple[int, int], *, fine: bool) -> bool:
        return whole == days or (not fine and whole[0] <= days[0] and days[1] <= whole[1])

    votes = {
        days: sum(count for (whole, fine), count in said.items() if speaks_for(whole, days, fine=fine))
        for days in {_days(r) for r in reports}
    }
    best = max(reports, key=lambda r: (votes[_days(r)], -r.mention.dates[0].days, _is_written(r), *_last(r)))
    return best, votes[_days(best)]


def _days(report: Report) -> tuple[int, int]:
    dates = report.mention.dates[0]
    return dates.first, dates.last


def _is_written(report: Report) -> bool:
    return report.mention.dates[0].certainty is Certainty.WRITTEN


def _last(report: Report) -> tuple[int, ...]:
    """A key under which ``max`` prefers the first report."""
    digest = int(report.key[0][:12] or "0", 16)
    return -digest, -report.key[1], -report.key[3]


def _most(values: Sequence[str], otherwise: str) -> str:
    if not values:
        return otherwise
    votes = Counter(values)
    most = max(votes.values())
    return otherwise if votes.get(otherwise) == most else min(v for v in votes if votes[v] == most)


def _participants(reports: Sequence[Report]) -> tuple[str, ...]:
    """Those of the report that gives the title, then those that most others name, each by the longest of its names."""
    told = [name for report in reports for name in report.mention.participants]
    groups: list[list[str]] = []
    for name in told:
        home = next((group for group in groups if same_participant(group[0], name)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    first = set(reports[0].mention.participants)
    groups.sort(key=lambda group: (group[0] not in first, -len(group)))
    return tuple(max(group, key=lambda name: (len(name.split()), -told.index(name))) for group in groups[:_MOST])


def _modality(reports: Sequence[Report]) -> Modality:
    told = {r.mention.modality for r in reports}
    return next(m for m in _PAST_FIRST if m in told)


def _steps(chosen: Report, agreeing: int, dated: int) -> tuple[Step, ...]:
    out = [*chosen.mention.steps]
    if agreeing > 1:
        out.append(step("event-dates-agree", reports=agreeing))
    if dated > agreeing:
        out.append(step("event-dates-differ", reports=dated - agreeing))
    return tuple(out)
