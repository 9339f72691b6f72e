"""Is a date that of a further item of a list («عمل في المسرح عام …، وفي السينما عام …»)? Then its title shares the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy
from timeline_app.chronology.phrases.telling import Telling, tellings_of
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, is_phrase, word_list
from timeline_app.chronology.titles.drafting import Draft, drafts_of
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_at

_JOINED = "و"


def listed_of(clause: Clause, grammar: Grammar, gone: frozenset[int]) -> list[Draft]:
    """The title of the item: the clause that the list begins with, with this item in the place of the first."""
    if clause.shares is None:
        return []
    telling = next(tellings_of(grammar, clause.shares), None)
    item = [i for i in range(clause.first, clause.dated[0]) if i not in gone and not grammar.words[i].is_mark]
    while item and _goes_on(grammar.form(item[0])):
        item = item[1:]
    between = range(clause.shares[1], clause.dated[0])
    told_anew = any(grammar.finite[i] and any_verb(grammar.form(i)) is not None for i in between)
    if telling is None or not telling.sure or not item:
        return []
    names = any(grammar.form(i) in word_list("among") for i in telling.rest if i < clause.shares[0])
    if told_anew and not names:
        return []
    if grammar.form(item[0]).removeprefix(_JOINED) in discourse("comparison"):
        return []
    told = [i for i in telling.rest if i < clause.shares[0] and i not in gone]
    kept = told[: _place(grammar, told, item)]
    if names and kept and (among := _after_among(grammar, kept)):
        return [Draft(tidy(rendered(grammar, [*kept[among:], *item]).replace(f" {_JOINED}", " ", 1)), headed=True)]
    drafts = drafts_of(grammar, _with(telling, [*kept, *item]), gone)
    first = grammar.raw(item[0])
    if grammar.form(item[0] - 1) in discourse("then"):
        return drafts
    return [replace(draft, text=draft.text.replace(f" {first}", f" {first.removeprefix(_JOINED)}", 1)) for draft in drafts]


def _after_among(grammar: Grammar, kept: Sequence[int]) -> int:
    """Where behind «منها» the noun stands that each of the names needs («منها حركة …»); 0 where none stays."""
    at = next((k + 1 for k in range(len(kept) - 1, -1, -1) if grammar.form(kept[k]) in word_list("among")), 0)
    return at if 0 < at == len(kept) - 1 and _is_thing(grammar.form(kept[at])) else 0


def _goes_on(form: str) -> bool:
    """«وأيضا …», «وهما …»: what only leads to the item."""
    return form.removeprefix(_JOINED) in discourse("also") or form in discourse("resuming") | discourse("then")


def _with(telling: Telling, rest: Sequence[int]) -> Telling:
    return replace(telling, rest=tuple(rest))


def _place(grammar: Grammar, told: Sequence[int], item: Sequence[int]) -> int:
    """How many of the words told stay before the item: up to the same preposition or noun, or to the last name of a thing."""
    lead = grammar.form(item[0]).removeprefix(_JOINED)
    leads = [k for k, i in enumerate(told) if grammar.form(i) == lead]
    alike = [k for k in leads if len(item) > 1 and k + 1 < len(told) and grammar.form(told[k + 1]) == grammar.form(item[1])]
    if leads or is_phrase(lead):
        return (alike or leads or [len(told)])[-1]
    places = [k for k, i in enumerate(told) if place_at(grammar.words, i) is not None]
    if places and place_at(grammar.words, item[0]) is not None:
        return places[0]
    k = len(told) - 1
    while k > 0 and grammar.border(told[k]) is Border.NONE and told[k - 1] == told[k] - 1 and not _ends(grammar, told[k - 1]):
        k -= 1
    headed = k + 1 < len(told) and not is_definite(grammar.form(told[k])) and _is_thing(grammar.form(told[k]))
    return k + 1 if headed and noun_of(lead) is None else k


def _ends(grammar: Grammar, i: int) -> bool:
    return grammar.form(i) in word_list("among") or grammar.words[i].is_mark or grammar.finite[i]


def _is_thing(form: str) -> bool:
    """Whether a noun is of what bears a name («حركة», «جائزة»), so that the item only says another name."""
    return form in listed("bodies") or form in listed("named_after") or noun_of(form) is not None
