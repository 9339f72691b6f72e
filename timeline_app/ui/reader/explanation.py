"""Why are these words marked? The worded answer: what they were read as, by which rule, against which anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.model.daterange import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.model.article import Article
    from timeline_app.model.daterange import DateRange
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Mention
    from timeline_app.model.expression import Reading
    from timeline_app.model.step import Step
    from timeline_app.ui.reader.marks import Mark
    from timeline_app.wording import Wording

_LONGEST_QUOTE = 70


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer in parts: the words, what they mean, warnings, the reasons in order, the event and why it is this one."""

    quote: str
    meaning: str = ""
    badge: str = ""
    event: str = ""
    warnings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    links: str = ""
    rule: str = ""

    def lines(self) -> tuple[str, ...]:
        """All of it as plain lines, for a screen reader and for tests."""
        parts = (self.quote, self.meaning, self.badge, *self.warnings, *self.reasons, self.rule, self.event, self.links)
        return tuple(part for part in parts if part)


def explain(found: tuple[Mark, ...], state: DossierState, wording: Wording, text: str) -> Explanation | None:
    """The answer for the marks over some words, the narrowest first; None where nothing is marked."""
    if not found:
        return None
    mark = found[0]
    mention = next((m.mention for m in found if m.mention is not None), None)
    event = state.events.get(mark.event) if mark.event else None
    quote = wording.text("“{words}”", words=_shortened(mark.span.of(text)))
    name = wording.text("Event: {title}", title=event.title) if event else ""
    doubts = _doubts(mention, state, wording) if mention is not None else ()
    if mark.reading is not None:
        return _of_reading(mark.reading, mention, Explanation(quote, event=name, warnings=doubts), wording)
    if mention is not None:
        return _of_mention(mention, Explanation("", event=name, warnings=doubts), wording)
    return Explanation(quote)


def of_publication(article: Article, wording: Wording) -> Explanation:
    """Why the article is held to have appeared on its days."""
    when = article.published.when
    return Explanation(
        wording.text("“{words}”", words=_shortened(article.title)),
        meaning=wording.text("Published {days}", days=when) if when else wording.text("Publication date unknown"),
        reasons=_said(article.published.steps, wording),
    )


def _doubts(mention: Mention, state: DossierState, wording: Wording) -> tuple[str, ...]:
    """What contradicts the passage, and what may have been meant."""
    met = [contradiction for contradiction in state.contradictions.values() if mention.id in contradiction.mentions]
    said = [wording.say(contradiction.message) for contradiction in met]
    meant = [contradiction.suggestion.dates for contradiction in met if contradiction.suggestion is not None]
    said += [wording.text("Perhaps {days} was meant", days=wording.dates(dates)) for dates in meant]
    return tuple(said) or ((wording.text("This date is in doubt"),) if mention.doubtful else ())


def _of_reading(reading: Reading, mention: Mention | None, known: Explanation, wording: Wording) -> Explanation:
    dates_it = mention is not None and mention.expression == reading.span
    steps = (*reading.steps, *(mention.steps if mention is not None and dates_it else ()))
    warnings = [wording.say(step) for step in reading.conflicts]
    warnings += known.warnings if dates_it else ()
    if reading.alternatives and not warnings:
        warnings.append(wording.text("It could also mean {days}", days=wording.dates(reading.alternatives[:1])))
    reasons = _said(steps, wording)
    return replace(
        known,
        meaning=wording.dates(reading.ranges, weekday=_is_one_day(reading.ranges)) or wording.text("No calendar day is known"),
        badge=wording.certainty(reading.certainty),
        warnings=tuple(dict.fromkeys(warnings)),
        reasons=reasons,
        links=_linked(mention, wording) if mention is not None and dates_it else "",
        rule=_rule(reading, reasons, wording),
    )


def _of_mention(mention: Mention, known: Explanation, wording: Wording) -> Explanation:
    certainty = next((when.certainty for when in mention.dates), Certainty.WRITTEN)
    return replace(
        known,
        meaning=wording.dates(mention.dates, weekday=_is_one_day(mention.dates)) or wording.text("No calendar day is known"),
        badge=wording.certainty(certainty),
        event=known.event or wording.text("No event yet: it waits among the undated"),
        reasons=_said(mention.steps, wording),
        links=_linked(mention, wording),
    )


def _rule(reading: Reading, reasons: tuple[str, ...], wording: Wording) -> str:
    """The rule by name, unless a reason names it already or it has none."""
    rule = reading.expression.rule
    said = wording.text(rule, "rule") if rule else ""
    return "" if said == rule or any(said in reason for reason in reasons) else wording.text("Rule: {rule}", rule=said)


def _said(steps: Iterable[Step], wording: Wording) -> tuple[str, ...]:
    """The steps as sentences, each once."""
    return tuple(dict.fromkeys(wording.say(step) for step in steps))


def _linked(mention: Mention, wording: Wording) -> str:
    """Why the passage belongs to its event, on one line."""
    return " \u00b7 ".join(_said(mention.links, wording))


def _is_one_day(ranges: tuple[DateRange, ...]) -> bool:
    return len(ranges) == 1 and ranges[0].days == 1


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "\u2026"
