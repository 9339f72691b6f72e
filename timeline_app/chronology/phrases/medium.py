"""Through what was it made known? A statement, a press conference: what a title leaves out like the name of a speaker."""

from __future__ import annotations

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.telling import says
from timeline_app.chronology.sentences.lexicon import plain_verb
from timeline_app.chronology.sentences.wordclass import any_verb, binds, is_definite, noun_binds, word_list

_KINDS = frozenset({"statement", "decision", "agreement", "publication", "opening", "other"})
_LEADS, _ON = frozenset({"في", "عبر"}), frozenset({"علي", "عبر"})
_RESUMING = ("ه", "ها")
_LONGEST = 9


def media_of(grammar: Grammar) -> set[int]:
    """The words «في بيان نشرته», «في مؤتمر صحفي» behind a verb that says or decides, where what it says still follows.

    Nothing where the verb or a noun behind it needs «في» («شارك في مؤتمر صحفي»).
    """
    gone: set[int] = set()
    for i in range(1, len(grammar.words) - 2):
        if grammar.form(i) not in _LEADS or grammar.border(i) is not Border.PHRASE or not _is_medium(grammar, i + 1):
            continue
        verb = next((k for k in range(i - 1, max(-1, i - _LONGEST), -1) if grammar.finite[k]), -1)
        told = any_verb(grammar.form(verb)) if verb >= 0 else None
        if told is None or told.kind not in _KINDS or binds(told, grammar.form(i)):
            continue
        stop = _end(grammar, i + 1)
        if says(grammar, verb) and not binds(told, grammar.form(stop)[:1]):
            continue  # what is said follows, and the speaker's name ends before the medium
        between = range(verb + 1, i)
        needed = any(noun_binds(grammar.form(k), grammar.form(i)) or grammar.border(k) is not Border.NONE for k in between)
        if not needed and between and stop < len(grammar.words) and not grammar.words[stop].is_mark:
            gone.update(range(i, stop))
    return gone


def _is_medium(grammar: Grammar, i: int) -> bool:
    """«بيان»; «مؤتمر صحفي», where the adjective says that it is one."""
    form = grammar.form(i)
    return form in word_list("medium") or (form in word_list("gathering") and grammar.form(i + 1) in word_list("of_the_press"))


def _end(grammar: Grammar, noun: int) -> int:
    """Behind the noun, its adjective, the verb that resumes it («نشرته») and its platform; the end of all where unsure."""
    end = noun + 1
    while grammar.form(end) in word_list("of_the_press"):
        end += 1
    resumed = end < len(grammar.words) and grammar.finite[end] and grammar.form(end).endswith(_RESUMING)
    end += (resumed and plain_verb(grammar.form(end)) is None) or grammar.form(end) in word_list("of_whom")
    if grammar.form(end) in _ON and grammar.form(end + 1) in word_list("platform"):
        end = next((i for i in range(end + 2, len(grammar.words)) if grammar.border(i) is not Border.NONE), len(grammar.words))
    to_press = grammar.form(end)[:1] == "ل" and grammar.form(end)[1:] in word_list("named_things")
    return len(grammar.words) if to_press or is_definite(grammar.form(noun + 1)) else end
