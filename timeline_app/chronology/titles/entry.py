"""Is a sentence a line of a chronicle («5 مايو: …»)? Then what stands behind its date is what happened."""

from __future__ import annotations

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy
from timeline_app.chronology.phrases.telling import says
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.titles.drafting import Draft, outside_brackets

_PARTING = frozenset(":–—-\u0640")
_FEWEST = 3


def entry_of(clause: Clause, grammar: Grammar, gone: frozenset[int]) -> list[Draft]:
    """The title of a line that its date opens, parted by a colon or a dash from what it tells; none for other sentences."""
    first, last = clause.dated
    if any(not grammar.words[i].is_mark and i not in gone and not grammar.form(i)[:1].isdigit() for i in range(first)):
        return []
    start = next((i for i in range(last, len(grammar.words)) if not grammar.words[i].is_mark), -1)
    between = grammar.text[grammar.words[last - 1].end : grammar.words[start].start] if start >= 0 else ""
    if not _PARTING & set(between) or (grammar.finite[start] and says(grammar, start)):
        return []
    stops = (Border.CLAUSE, Border.STOP)
    stop = next((i for i in range(start + _FEWEST, len(grammar.words)) if grammar.border(i) in stops), len(grammar.words))
    kept = outside_brackets(grammar, [i for i in range(start, stop) if i not in gone])
    return [Draft(tidy(rendered(grammar, cut(grammar, kept, 0))), nominal=True)] if len(kept) >= _FEWEST else []
