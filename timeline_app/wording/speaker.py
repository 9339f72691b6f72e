"""How does the program speak to this editor? One small value: language, month names, digits, whether Hijri is said too."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.model.problem import Problem
from timeline_app.wording import date
from timeline_app.wording.catalogue import catalogue
from timeline_app.wording.name import ARABIC_DIGITS, kind_names, names, rule_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.model.step import Step

Language = Literal["ar", "en"]
Months = Literal["morocco", "maghreb", "gulf", "levant", "doubled"]
Digits = Literal["latin", "arabic"]

_FIRST_STRONG_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT_ISOLATE, _LEFT_TO_RIGHT_ISOLATE = "\u2067", "\u2066"
_CONTEXTS = ("step", "problem")


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences and dates in one language.

    A message's placeholders may say what a number means: ``{written:weekday}`` (ISO number), ``{month:month}``,
    ``{month:hijri}``, ``{day:day}`` (a day number, written as a date), ``{minute:clock}``, ``{year:year}`` (with its era),
    ``{kind:kind}`` and ``{rule:rule}`` (a code of the kinds lexicon, of the rules), ``{portion:portion}`` (any other word: the
    message of that context). A :class:`DateRange` is written as a date.
    With ``isolate``, dates and arguments are wrapped in bidi isolates, for the window; files and terminals stay plain.
    """

    language: Language = "ar"
    months: Months = "morocco"
    digits: Digits = "latin"
    hijri: bool = False
    isolate: bool = False

    def text(self, msgid: str, context: str = "", **arguments: Any) -> str:
        """A sentence of the interface by its English text, in this language (English where it has no translation)."""
        found = catalogue(self.language).pgettext(context, msgid) if context else catalogue(self.language).gettext(msgid)
        return self._filled(found, arguments) if arguments else found

    def count(self, one: str, many: str, n: int, **arguments: Any) -> str:
        """A counted sentence («حدثان», "2 events") in the plural form of this language; ``{n}`` is the number."""
        found = catalogue(self.language).ngettext(one, many, n)
        return self._filled(found, {"n": n, **arguments})

    def say(self, said: Step | Problem) -> str:
        """A step, a contradiction or a problem as a sentence; a code nobody worded is shown with its arguments."""
        step = said.step if isinstance(said, Problem) else said
        arguments = dict(step.arguments)
        found = self._sentence(step.code, arguments.get("n"))
        if found is None:
            return f"{step.code} {', '.join(self._formatted(a, '') for a in arguments.values())}".rstrip()
        return self._filled(found, arguments)

    def knows(self, code: str) -> bool:
        """Whether a step's or problem's code has a sentence in this language."""
        return self._sentence(code, None) is not None

    def date(self, when: DateRange, *, weekday: bool = False) -> str:
        """One range of days: «24–27 نونبر 2025», with ``weekday`` «الاثنين 24 نونبر 2025»."""
        return _dated(self, when, weekday)

    def dates(self, ranges: Sequence[DateRange], *, weekday: bool = False) -> str:
        """Several ranges, what they share said once: «7 و8 و12 يونيو 2020»; the empty string for none."""
        return self._isolated(date.listed(self._plain(), tuple(ranges), weekday=weekday)) if ranges else ""

    def certainty(self, certainty: Certainty) -> str:
        """How sure days are, in a word («مستنتج»); the empty string for written ones."""
        return "" if certainty is Certainty.WRITTEN else self.text(str(certainty), "certainty")

    def number(self, value: int) -> str:
        """A number in the digits of choice, without separators."""
        return self.digits_of(str(value))

    def digits_of(self, text: str) -> str:
        """The text with its digits in the digits of choice."""
        return text.translate(ARABIC_DIGITS) if self.digits == "arabic" and self.language == "ar" else text

    def month_name(self, month: int) -> str:
        """A Gregorian month (1 to 12) in the family of the desk."""
        return names("months", self.months if self.language == "ar" else "english")[month - 1]

    def hijri_month_name(self, month: int) -> str:
        """A Hijri month (1 to 12)."""
        return names("hijri", self.language)[month - 1]

    def weekday_name(self, iso: int) -> str:
        """A weekday by its ISO number, Monday 1 to Sunday 7."""
        return names("weekdays", self.language)[iso - 1]

    def kind_name(self, kind: str) -> str:
        """What a kind of event is called; an unknown code speaks for itself."""
        return kind_names(self.language).get(kind, kind)

    def _sentence(self, code: str, n: object) -> str | None:
        table = catalogue(self.language)
        for context in _CONTEXTS:
            if isinstance(n, int):
                counted = table.npgettext(context, code, code, n)
                if counted != code:
                    return counted
            # a counted sentence said without a number: Python before 3.11.4 does not find it by pgettext
            for found in (table.pgettext(context, code), table.npgettext(context, code, code, 1)):
                if found != code:
                    return found
        return None

    def _filled(self, message: str, arguments: Mapping[str, Any]) -> str:
        return _Filler(self).vformat(message, (), arguments)

    def _formatted(self, value: Any, meaning: str) -> str:
        if isinstance(value, DateRange):
            return self.date(value, weekday=meaning == "weekday")
        if isinstance(value, int) and not isinstance(value, bool):
            return self._meant(value, meaning)
        if meaning:
            return self._named(str(value), meaning)
        text = str(value)
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}" if self.isolate and text else text

    def _named(self, code: str, meaning: str) -> str:
        """What a code is called: a kind, a rule, or any message whose context is the meaning."""
        if meaning == "kind":
            return self.kind_name(code)
        if meaning == "rule":
            return rule_names().get(code, code) if self.language == "ar" else code.replace("-", " ")
        return catalogue(self.language).pgettext(meaning, code)

    def _meant(self, value: int, meaning: str) -> str:
        if meaning in {"weekday", "month", "hijri"}:
            name = {"weekday": self.weekday_name, "month": self.month_name, "hijri": self.hijri_month_name}[meaning]
            return name(value) if 1 <= value <= (7 if meaning == "weekday" else 12) else self.number(value)
        if meaning == "day":
            return self.date(DateRange(value, value))
        if meaning == "clock":
            return self.digits_of(f"{value // 60:02d}:{value % 60:02d}")
        return date.year_said(self, value) if meaning == "year" else self.number(value)

    def _plain(self) -> Wording:
        return replace(self, isolate=False) if self.isolate else self

    def _isolated(self, text: str) -> str:
        if not self.isolate:
            return text
        return f"{_RIGHT_TO_LEFT_ISOLATE if self.language == 'ar' else _LEFT_TO_RIGHT_ISOLATE}{text}{_POP}"


@lru_cache(4096)
def _dated(wording: Wording, when: DateRange, weekday: bool) -> str:
    """Dates are said again at every repaint."""
    return wording._isolated(date.said(wording._plain(), when, weekday=weekday))  # noqa: SLF001 (one mechanism)


class _Filler(string.Formatter):
    """Fills placeholders; a missing argument leaves its placeholder as it stands (an old dossier may know fewer)."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002
        return kwargs.get(str(key), f"{{{key}}}")

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._wording._formatted(value, format_spec)  # noqa: SLF001 (one mechanism in two classes)
