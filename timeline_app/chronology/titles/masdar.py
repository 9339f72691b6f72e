"""May a noun of action head the title in its verb's place («انطلقت أشغال …» → «انطلاق أشغال …»)? For titles alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy, unjoined
from timeline_app.chronology.phrases.saying import place_length
from timeline_app.chronology.phrases.telling import Telling, says
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_comment
from timeline_app.chronology.sentences.words import Word
from timeline_app.chronology.titles.nominative import nominative
from timeline_app.chronology.traits.doer import is_feminine, lacks_doer

_SUBJECT, _FEWEST = 9, 2
_PLURAL_SUBJECT = re.compile("(?:[^ا]ون|ان|\\w{3,}و)\\Z")


def headed(grammar: Grammar, telling: Telling, rest: list[int]) -> str:
    """With the masdar at the head where the grammar surely allows it; the place that stood between goes to the end."""
    if lacks_doer(grammar.words, [telling.verb, *rest], grammar.text):
        kept, place = _subject_first(grammar.words, [telling.verb, *rest])
        if not place:
            return ""
    else:
        kept, place = [telling.verb, *rest], []
    masdar = _masdar_of(grammar.words, kept)
    verb = verb_of(grammar.form(telling.verb))
    if not masdar:
        return ""
    where = rendered(grammar, place)
    masdar = "" if telling.lasts and verb is not None and verb.kind == "opening" else masdar
    spent = len(masdar) + len(where) - len(grammar.raw(kept[0]))
    kept = cut(grammar, kept, spent)[1:]  # what the verb needs its masdar needs too
    return tidy(" ".join(filter(None, (masdar, rendered(grammar, kept), where))))


def ended(grammar: Grammar, verb: int, subject: list[int]) -> str:
    """«إجازة الربيع تبدأ …» → «بدء إجازة الربيع»: a verb of which only its date followed stands as a noun before its subject."""
    found = verb_of(grammar.form(verb))
    if (
        found is None
        or not found.masdar
        or says(grammar, verb)
        or found.lemma in discourse("bland") | discourse("dating") | discourse("state")
    ):
        return ""
    if any(_PLURAL_SUBJECT.search(grammar.form(i)) for i in subject[:_FEWEST]):
        return ""
    kept = cut(grammar, subject, len(found.masdar) + 1, headed=True)
    return tidy(f"{found.masdar} {unjoined(nominative(rendered(grammar, kept)))}")


def made_known(grammar: Grammar, verb: int, rest: list[int]) -> str:
    """«أعلن في المساء عن وفاة …»: nobody is named who did it, so that the masdar stands for the verb («الإعلان عن وفاة …»)."""
    found = verb_of(grammar.form(verb))
    if found is None or not says(grammar, verb) or is_feminine(grammar.form(verb)) or grammar.form(verb)[:1] in "وف":
        return ""
    if not rest or grammar.form(rest[0]) != "عن" or found.present or found.future:
        return ""
    return tidy(f"ال{found.masdar} {rendered(grammar, cut(grammar, rest, len(found.masdar), headed=True))}")


def _subject_first(words: Sequence[Word], kept: list[int]) -> tuple[list[int], list[int]]:
    """«انطلقت في مراكش أشغال الدورة» → the verb with its subject, and the place: so that a masdar may head the title."""
    verb = verb_of(words[kept[0]].form) if len(kept) > 4 else None
    if verb is None or not verb.safe:
        return kept, []
    rest = [i for i in kept[1:] if not (words[i].is_mark and i == kept[1])]
    count = place_length(words, rest)
    subject = rest[count:]
    while count and subject and words[subject[0]].is_mark:
        subject = subject[1:]
    if not count or not subject or not words[subject[0]].form[:1].isalnum() or words[subject[0]].form in discourse("stop"):
        return kept, []
    end = next(
        (k for k, i in enumerate(subject) if words[i].is_mark or words[i].form in discourse("clause_preposition")), len(subject)
    )
    if end > _SUBJECT or (end < len(subject) and not words[subject[end]].is_mark):
        return kept, []
    return [kept[0], *subject[:end]], rest[:count]


def _masdar_of(words: Sequence[Word], kept: Sequence[int]) -> str:
    """The masdar that may stand for the verb at the head, or nothing where the grammar does not surely allow it."""
    if len(kept) < _FEWEST:
        return ""
    verb = verb_of(words[kept[0]].form)
    if verb is None or not verb.safe or noun_of(words[kept[0]].form) is not None:
        return ""
    following = words[kept[1]].form
    if not following[:1].isalpha() and not following[:1].isdigit():
        return ""
    joined = following[:1] in "بل" and not following.startswith("بن")
    described = words[kept[2]].form if len(kept) > _FEWEST else ""
    alone = not following.endswith("ين") and is_comment(following, described)
    if (described.endswith("ون") and any_verb(described) is None) or alone:
        return ""  # «أصيب عشرات آخرون», «بدأ …، مطالبين بـ…»
    return "" if _PLURAL_SUBJECT.search(following) or following in discourse("stop") or joined else verb.masdar
