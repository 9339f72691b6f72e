"""Does an article put one event after another, though the dates say the opposite? «وقع الهجوم … بعد افتتاح المعرض»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline_app.chronology.analysis import Chronicle
from timeline_app.chronology.naming import contradiction_id
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.words import Word, words_of
from timeline_app.model.article import Article
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Contradiction, ContradictionKind, Event, Evidence, MentionBasis, Modality
from timeline_app.model.identity import ArticleId
from timeline_app.model.step import step

_REACH = 5
_SURE = frozenset({"tie-ordinal", "tie-figure", "tie-shared-words"})
Told = tuple[Event, Report]


def order_contradictions(chronicle: Chronicle, articles: Sequence[Article]) -> Iterator[Contradiction]:
    """A contradiction for each phrase after «بعد» or «قبل» whose event the dates put on the other side of what was told."""
    text = {article.id: article.text for article in articles}
    for told in _sentences(chronicle).values():
        hosts = [(event, r) for event, r in told if r.mention.basis is MentionBasis.DATED and not r.mention.doubtful]
        if len(hosts) != 1 or hosts[0][1].mention.modality is not Modality.HAPPENED:
            continue
        for event, report in told:
            if _is_named(report) and event.id != hosts[0][0].id:
                found = _against(hosts[0], (event, report), text[report.teller])
                if found is not None:
                    yield found


def _sentences(chronicle: Chronicle) -> Mapping[tuple[ArticleId, int], list[Told]]:
    out: dict[tuple[ArticleId, int], list[Told]] = defaultdict(list)
    for event, reports in zip(chronicle.events, chronicle.reports, strict=True):
        for report in reports:
            out[report.teller, report.sentence].append((event, report))
    return out


def _is_named(report: Report) -> bool:
    """Whether the phrase names its event by itself."""
    links = report.mention.links
    return report.mention.basis is MentionBasis.INFERRED and bool(links) and all(link.code in _SURE for link in links)


def _against(host: Told, named: Told, text: str) -> Contradiction | None:
    one, other = host[1].days, named[0].hull
    start = named[1].mention.passage.span.start
    begin = host[1].mention.passage.span.start
    after = _after(words_of(text, begin, start)) if begin < start else None
    if other is None or after is None or not _crossed(one, other, after=after):
        return None
    evidence = (host[1].mention.passage, named[1].mention.passage)
    return Contradiction(
        id=contradiction_id(ContradictionKind.ORDER.value, evidence),
        kind=ContradictionKind.ORDER,
        message=step("order-after" if after else "order-before", one=one, other=other),
        evidence=tuple(Evidence(passage, passage.quote) for passage in evidence),
        events=(host[0].id, named[0].id),
    )


def _after(words: Sequence[Word]) -> bool | None:
    """Whether the last words put what was told after what follows, or before it («قبل», «بعد يوم من»); None: neither."""
    forms = [word.form for word in words[-_REACH:]]
    if not forms:
        return None
    near = reversed(forms) if forms[-1] in discourse("offset_of") else forms[-1:]
    found = next((form for form in near if form in discourse("later_than") or form in discourse("earlier_than")), None)
    return None if found is None else found in discourse("later_than")


def _crossed(one: DateRange, other: DateRange, *, after: bool) -> bool:
    """Whether the days lie wholly on the wrong side."""
    if one.open_start or one.open_end or other.open_start or other.open_end:
        return False
    return one.last < other.first if after else one.first > other.last
