"""Is a line of words a title an editor would print? What may not begin it, end it, or stand in it."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.wordclass import is_ordinal, is_phrase, word_list
from timeline_app.chronology.sentences.words import fold

_FEWEST, _SHORT = 2, 8
_EDGE = '،؛:."«»“”()[]…-–— '
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"), ("{", "}"))
_HANGING = ("date_preposition", "unfinished", "complementiser", "relative", "opening", "hanging", "auxiliary", "number_lead")
_OPENING = ("fragment", "complementiser", "relative", "comment", "dangling", "clause_preposition")
_JOINED_LEAD = re.compile("[وف](?:في|من|على|علي|إلى|الي|عن|مع|بعد|قبل|منذ|خلال)\\Z")


def well_formed(title: str) -> bool:
    """Whether a title begins and ends as one may: enough words, no connective, preposition or open bracket at an end."""
    words = [fold(word).strip(_EDGE) for word in title.split()]
    words = [word for word in words if word]
    if len(words) < _FEWEST or len(title) < _SHORT or not balanced(title):
        return False
    if hangs(words[-1]) and not _counted(words[-1], words[-2]):
        return False
    if is_phrase(words[0]) or (words[0].removeprefix("و") in word_list("coming_up") and words[1] in word_list("pointing")):
        return False
    first = (words[0], words[0].removeprefix("ف"))
    return not any(form in _forbidden_first() or form in discourse("asking") or _JOINED_LEAD.match(form) for form in first)


def balanced(title: str) -> bool:
    """Whether each bracket and quotation mark that opens is closed."""
    return title.count('"') % 2 == 0 and all(
        title.count(opening) == title.count(closing) and title.find(opening) <= title.find(closing) for opening, closing in _PAIRS
    )


def hangs(form: str) -> bool:
    """Whether a folded word may not end a title: what it belongs to would follow."""
    form = form.strip(_EDGE)
    if not any(letter.isalnum() for letter in form):
        return True
    if form[:1] in "وف" and len(form) > _FEWEST and form[1:] in discourse("date_preposition"):
        return True
    return any(form in discourse(name) for name in _HANGING)


def without_hanging(title: str) -> str:
    """A title without the words and marks at its end that may not end one."""
    words = title.strip(" ،؛:.-–—…").split()
    while len(words) > _FEWEST and hangs(fold(words[-1])) and not _counted(fold(words[-1]), fold(words[-2])):
        words.pop()
    out = " ".join(words).strip(" ،؛:.-–—…")
    return out if balanced(out) else unquoted(out)


def _counted(form: str, before: str) -> bool:
    """«ثلاثة أيام», «التاسع عشر», «إضراب عام»: what ends a title well behind its number or the noun that it describes."""
    plain = before.isalpha() and not before.startswith(("ال", "بال", "لل")) and not before.endswith("ه")
    if form == "عشر" and is_ordinal(before):
        return True
    if form == "عام" and plain and before not in word_list("spared") and before not in discourse("stop"):
        return True
    return form in word_list("units") and (before[:1].isdigit() or before in word_list("numerals"))


def unquoted(title: str) -> str:
    """A title without the brackets and quotation marks that have no fellow."""
    for opening, closing in _PAIRS:
        if title.count(opening) != title.count(closing) or title.find(opening) > title.find(closing):
            title = title.replace(opening, "").replace(closing, "")
    return title.replace('"', "") if title.count('"') % 2 else title


@cache
def _forbidden_first() -> frozenset[str]:
    return frozenset().union(*(discourse(name) for name in _OPENING))
