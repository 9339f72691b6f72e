"""What does a noun of saying or deciding announce behind its date («إعلان الدولة أمس أن …»)? Its content belongs to the title."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy, unjoined
from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import noun_of
from timeline_app.chronology.sentences.wordclass import is_definite
from timeline_app.chronology.titles.drafting import Draft
from timeline_app.chronology.titles.nominative import nominative
from timeline_app.chronology.traits.proper import stop_words

_SAYING = frozenset({"statement", "decision"})
_ENDS = (Border.CLAUSE, Border.STOP, Border.RELATIVE)
_LONGEST, _FEWEST = 6, 2


def announced_of(clause: Clause, grammar: Grammar, gone: frozenset[int]) -> list[Draft]:
    """The noun with who announces and what is announced behind the date; none where no content or object follows."""
    first, last = clause.dated
    noun = noun_of(grammar.form(clause.head)) if clause.shape is Shape.NOUN else None
    if noun is None or noun.kind not in _SAYING or not 0 <= clause.head < first or grammar.finite[clause.head]:
        return []
    head = [i for i in range(clause.head, first) if i not in gone]
    whole = _FEWEST <= len(head) <= _LONGEST and all(grammar.border(i) is Border.NONE for i in head[1:])
    said = _content(grammar, head[-1], [i for i in range(last, len(grammar.words)) if i not in gone])
    if not whole or not said or any(grammar.finite[i] for i in head):
        return []
    return [Draft(tidy(nominative(unjoined(rendered(grammar, cut(grammar, [*head, *said], 0))))), headed=True)]


def _content(grammar: Grammar, doer: int, after: Sequence[int]) -> list[int]:
    """What is announced, at once behind the date: «أن …», or the indefinite noun that a definite doer announces («خوض إضراب»)."""
    if len(after) < _FEWEST:
        return []
    opening = after[0]
    bare = grammar.border(opening) is Border.NONE and not grammar.words[opening].is_mark and not grammar.finite[opening]
    form = grammar.form(opening)
    known = noun_of(form) is not None or is_definite(grammar.form(doer))
    noun = bare and known and form.isalpha() and not is_definite(form) and form not in stop_words()
    if grammar.border(opening) is not Border.CONTENT and not noun:
        return []
    end = next((k for k, i in enumerate(after) if k and grammar.border(i) in _ENDS), len(after))
    return list(after[:end]) if end > _FEWEST else []
