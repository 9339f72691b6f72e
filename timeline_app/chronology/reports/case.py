"""A dated clause as it is judged: its first reading, and the words that lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.model.daterange import DateRange, Grain
from timeline_app.model.expression import Reading

_SHORT = 6
BROAD = (Grain.YEAR, Grain.SEASON, Grain.HALF)


@dataclass(frozen=True, slots=True)
class Case:
    """A clause to be judged: its first reading, its article's text and day."""

    clause: Clause
    reading: Reading
    text: str
    published: DateRange | None

    @property
    def days(self) -> DateRange:
        """The days of the first reading."""
        return self.reading.ranges[0]

    @property
    def at(self) -> int:
        """The index of the first word of the date."""
        return self.clause.sentence.index(self.reading.span.start)

    @property
    def ahead(self) -> bool:
        """Whether the date lies after the day of publication."""
        return self.published is not None and self.days.first > self.published.last

    def before(self, count: int = 1) -> list[str]:
        """The folded words before the date, up to ``count``."""
        return [w.form for w in self.clause.sentence.words[max(0, self.at - count) : self.at]]

    def told(self) -> list[str]:
        """The folded words of the clause before the date."""
        return [w.form for w in self.clause.sentence.words[max(self.clause.first, 0) : self.at]]

    @property
    def says_today(self) -> bool:
        """«اليوم», «هذا الأسبوع»; «اليوم الأخير من رمضان» is another day."""
        form = self.clause.sentence.words[self.at].form
        return form in discourse("today") and (form in discourse("demonstrative") or len(self.reading.span) <= _SHORT)
