"""Do two sources date one event differently? Found where more than the day says that it is one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.links.sameness import is_exact
from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.reports.mention import Report
from timeline_app.model.article import Passage
from timeline_app.model.event import Contradiction, ContradictionKind, Evidence, MentionBasis, Suggestion
from timeline_app.model.identity import EventId, MentionId
from timeline_app.model.step import Step, step

_SHOWN, _PAIR, _MOST = 3, 2, 3


def date_contradictions(chronicle: Chronicle) -> Iterator[Contradiction]:
    """A contradiction for each event whose sources give days that never meet; the day of most is proposed to a lone one."""
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        dated = [r for r in reports if r.mention.basis is MentionBasis.DATED and is_exact(r)]
        sides = _sides(dated)
        if len(sides) < _PAIR or len({r.teller for side in sides for r in side}) == 1:
            continue
        shown = [report for side in sides for report in side[:_SHOWN]]
        most = max(sides, key=lambda side: len({r.teller for r in side}))
        rest = [report for side in sides if side is not most for report in side]
        tellers, others = {r.teller for r in most}, {r.teller for r in rest}
        alone = len(tellers) >= _MOST and len(others) == 1 and tellers.isdisjoint(others)  # who gives both tells of two accounts
        yield days_apart(
            step("date-conflict", one=shown[0].days, other=shown[-1].days),
            [expressed(r) for r in shown],
            (event.id,),
            suggestion=Suggestion(most[0].mention.dates, "", (step("suggestion-of-most"),)) if alone else None,
            mentions=tuple(report.mention.id for report in rest) if alone else (),
        )


def days_apart(
    message: Step,
    passages: Sequence[Passage],
    events: Iterable[EventId],
    *,
    suggestion: Suggestion | None = None,
    mentions: tuple[MentionId, ...] = (),
) -> Contradiction:
    """The contradiction of days that these passages show, of these events, each named once."""
    return Contradiction(
        id=contradiction_id(ContradictionKind.DATE.value, passages),
        kind=ContradictionKind.DATE,
        message=message,
        evidence=tuple(Evidence(passage, passage.quote) for passage in passages),
        suggestion=suggestion,
        events=tuple(dict.fromkeys(events)),
        mentions=mentions,
    )


def _sides(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports by the days they give, where those do not meet, in the order of time; the most exact first on each side."""
    sides: list[list[Report]] = []
    for report in sorted(reports, key=lambda r: (r.days.days, r.days.first, r.key)):
        homes = [side for side in sides if side[0].days.overlaps(report.days)]
        if not homes:
            sides.append([report])
        elif len(homes) == 1:  # what fits both sides tells for neither
            homes[0].append(report)
    return sorted(sides, key=lambda side: side[0].days.first)


def expressed(report: Report) -> Passage:
    """The words that date a report, or its whole passage where they stand outside it."""
    passage, span = report.mention.passage, report.mention.expression
    if span is None or not passage.span.contains(span):
        return passage
    start = span.start - passage.span.start
    return Passage(passage.article, passage.sha256, span, passage.quote[start : start + len(span)])
