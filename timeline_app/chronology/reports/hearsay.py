"""Does a clause only say, on a day of its own, what its sentence dates itself («أعلنت الشرطة اليوم أن مسلحين هاجموا أمس …»)?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.telling import says
from timeline_app.chronology.reports.further import Told
from timeline_app.chronology.sentences.clause import Shape
from timeline_app.model.daterange import Grain

_RECENT = 10
_FINE = (Grain.DAY, Grain.MINUTE)


def without_hearsay(grammar: Grammar, told: Sequence[Told]) -> list[Told]:
    """The clauses but those that report the deed of another one of the sentence, done some days before it was told."""
    return [one for one in told if not any(_is_said_by(grammar, one, other) for other in told)]


def _is_said_by(grammar: Grammar, one: Told, other: Told) -> bool:
    (saying, said), (deed, done) = one, other
    asyndetic = deed.shape is Shape.RELATIVE and grammar.finite[deed.fence]  # «حريقا شب أمس»
    if saying.shape is not Shape.VERB or not (deed.shape is Shape.VERB or asyndetic) or deed.head <= saying.head:
        return False
    before = said[0].first - done[0].last
    if not 0 < before <= _RECENT or done[0].grain not in _FINE or not says(grammar, saying.head):
        return False
    content = next((i for i in range(saying.head + 1, deed.head) if grammar.border(i) is Border.CONTENT), -1)
    return content >= 0 and not any(grammar.finite[content + 1 : deed.head])
