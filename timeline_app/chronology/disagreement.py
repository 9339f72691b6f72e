"""Do two sources date one event differently? Found where more than the day says that it is one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.mention import Report
from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.sameness import is_exact
from timeline_app.model.article import Passage
from timeline_app.model.event import Contradiction, ContradictionKind, Evidence, MentionBasis
from timeline_app.model.step import step

_SHOWN = 3


def date_contradictions(chronicle: Chronicle) -> Iterator[Contradiction]:
    """A contradiction for each event whose sources give days that never meet."""
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        dated = [r for r in reports if r.mention.basis is MentionBasis.DATED and is_exact(r)]
        found = _parted(dated)
        if found is None:
            continue
        passages = [expressed(r) for r in found]
        yield Contradiction(
            id=contradiction_id(ContradictionKind.DATE.value, passages),
            kind=ContradictionKind.DATE,
            message=step("date-conflict", one=found[0].days, other=found[-1].days),
            evidence=tuple(Evidence(p, p.quote) for p in passages),
            events=(event.id,),
        )


def _parted(reports: Sequence[Report]) -> list[Report] | None:
    """The reports that date the event on days that do not meet, the most exact first of each side; None where all meet."""
    sides: list[list[Report]] = []
    for report in sorted(reports, key=lambda r: (r.days.days, r.days.first, r.key)):
        homes = [side for side in sides if side[0].days.overlaps(report.days)]
        if not homes:
            sides.append([report])
        elif len(homes) == 1 and len(homes[0]) < _SHOWN:  # what fits both sides tells for neither
            homes[0].append(report)
    chosen = [report for side in sorted(sides, key=lambda side: side[0].days.first) for report in side]
    return chosen if len(sides) > 1 and len({r.mention.passage.article for r in chosen}) > 1 else None


def expressed(report: Report) -> Passage:
    """The words that date a report, or its whole passage where they stand outside it."""
    passage, span = report.mention.passage, report.mention.expression
    if span is None or not passage.span.contains(span):
        return passage
    start = span.start - passage.span.start
    return Passage(passage.article, passage.sha256, span, passage.quote[start : start + len(span)])
