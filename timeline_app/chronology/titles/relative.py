"""What belongs to a relative clause, and who does in it what it tells, where somebody stands between its pronoun and its verb?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import governed, rendered, tidy
from timeline_app.chronology.phrases.telling import Telling
from timeline_app.chronology.sentences.lexicon import Trigger, discourse, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, binds
from timeline_app.chronology.titles.drafting import Draft

_FEWEST = 2


def of_relative(grammar: Grammar, telling: Telling, head: int) -> Sequence[int]:
    """The words behind the verb of a relative clause, up to the phrase that the verb before its noun ``head`` waits for.

    «وتتشكل اللجنة التي أعلن عنها أمس من …»: behind the date goes on what stands around the relative clause.
    """
    outer = any_verb(grammar.form(head - 1)) if head and grammar.finite[head - 1] else None
    inner = any_verb(grammar.form(telling.verb))
    if outer is None or telling.dated < telling.verb:
        return telling.rest
    phrases = (k for k, i in enumerate(telling.rest) if i > telling.dated and grammar.border(i) is Border.PHRASE)
    ends = (k for k in phrases if _is_of(grammar, telling.rest[k], outer) and not _is_of(grammar, telling.rest[k], inner))
    return telling.rest[: next(ends, len(telling.rest))]


def without_date(phrase: Sequence[int], gone: frozenset[int]) -> list[int]:
    """A noun phrase without the dates in it; nothing where its first noun is one («الفترة القليلة التي …»)."""
    return [] if phrase and phrase[0] in gone else [i for i in phrase if i not in gone]


def subject_within(grammar: Grammar, relative: int, verb: int) -> list[int]:
    """Who stands between a relative pronoun and its verb («الوثيقة التي كان الوزير قد وقعها»)."""
    lists = (discourse("auxiliary"), discourse("negation"), discourse("was"), discourse("not"))
    between = range(relative + 1, verb)
    plain = all(grammar.border(i) is Border.NONE and not grammar.finite[i] and not grammar.words[i].is_mark for i in between)
    return [i for i in between if not any(grammar.form(i) in words for words in lists)] if plain else []


def done_by(grammar: Grammar, head: Sequence[int], verb: int, doer: Sequence[int], rest: list[int]) -> Draft:
    """«توقيع الوزير الوثيقة …»: of a relative clause with a subject before its verb; nothing where no masdar is known."""
    found = verb_of(grammar.form(verb))
    if found is None or not found.masdar or not grammar.form(verb).endswith(("ها", "ه")):
        return Draft("")
    kept = cut(grammar, [*head, *rest], len(found.masdar) + 1 + len(rendered(grammar, doer)), headed=True)
    done = rendered(grammar, kept)
    done = governed(done) if len(doer) > _FEWEST else done
    return Draft(tidy(f"{found.masdar} {rendered(grammar, doer)} {done}"), headed=True)


def _is_of(grammar: Grammar, i: int, verb: Trigger | None) -> bool:
    form = grammar.form(i)
    return binds(verb, form) or binds(verb, form[:1])
