"""Which words of a sentence are finite verbs? By the lexicon, by their shape, and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from timeline_app.chronology.sentences.lexicon import Trigger, discourse, noun_of, plain_verb
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, is_phrase, may_be_noun, word_list
from timeline_app.chronology.sentences.words import Word

_COMING = re.compile("[وف]?س[يتن]\\w{3,}\\Z")
_GOING = re.compile("و?ي\\w{3,7}(?<!يه)\\Z")
_SHE_DID = re.compile("(?!ال|وال|بال|لل)[وف]?\\w{3,}(?<!ا)ت\\Z")
_SOUGHT = re.compile("[وف]?است\\w{1,2}[^اه]\\Z")
_SHE_DOES = re.compile("ت\\w{3,7}(?<!يه)\\Z")
_MASDAR_OF_TA = re.compile("ت(?:\\w\\wي\\w\\w?|\\w?ا\\w+|\\w\\wي?ه)\\Z")
_YEAR = re.compile("[12]\\d{3}\\Z")
_COMMAS, _EVEN = frozenset("،,"), '"'
_QUOTES = frozenset('«»“”"')
_OWNED = ("ها", "هم", "هما", "ه")
_TANWIN = ("ًا", "اً", "ٌ", "ٍ")
_SHORT = 3


def finite_of(words: Sequence[Word], text: str) -> tuple[bool, ...]:
    """Whether each word is a finite verb."""
    raw = [text[w.start : w.end] for w in words]
    forms = [w.form for w in words]
    return tuple(map(_is_finite, forms, raw, ["", *forms], [*forms[1:], ""], [*raw[1:], ""]))


@lru_cache(maxsize=65536)
def _is_finite(form: str, raw: str, before: str, after: str, raw_after: str) -> bool:
    """Whether a word is a finite verb between the words ``before`` and ``after`` it, which are empty at an end."""
    if _follows_past(form, before) or raw.endswith(_TANWIN):
        return False
    if before in word_list("of_two") and any_verb(form.removesuffix("ا")) is not None:
        return True
    if not raw.endswith("ة") and _surely_verb(form, raw, before, after, raw_after):
        return True
    if not form[:1].isalnum() or (before in _COMMAS and _is_rather_noun(form, after)):
        return False
    if form in discourse("auxiliary"):
        return form in discourse("performing")
    if before in discourse("negation"):
        return True
    if before in discourse("performing") or (before in _QUOTES and after in _QUOTES):
        return False
    known = any_verb(form)
    if form in discourse("ceasing") and noun_of(after) is not None and not is_definite(after):
        return False  # «وقف إطلاق النار»
    if form in word_list("before_that") and after in discourse("complementiser"):
        return False  # «غير أن …», «قبل أن …»
    if _is_no_verb(form, raw, before, known):
        return False
    opened = not before[:1].isalnum() or before in openers() or before in word_list("reflexive") or bool(_YEAR.match(before))
    if known is None:
        return _guessed(form, raw, opened=before in _binders(), leading=opened and before != _EVEN and is_definite(after))
    if form in word_list("homograph") or (form[:1] in "وف" and form[1:] in word_list("homograph")):
        return opened and after not in word_list("goes_on_in_name")
    if not may_be_noun(form):
        return True
    if form.endswith(_OWNED):
        return opened and before not in _COMMAS
    bare = form[:1] == "ت" and is_definite(before) and not is_definite(after) and after not in openers()
    return form.endswith("ت") or opened or bare or _is_joined_verb(form)


def _follows_past(form: str, before: str) -> bool:
    """«استقبل صاحب الدار …»: right behind a verb of the past stands no other one."""
    told, known = any_verb(before), any_verb(form)
    helping = discourse("auxiliary") | word_list("nominal") | word_list("homograph")
    if told is None or known is None or may_be_noun(before) or before in helping or told.present or told.future:
        return False
    return not (known.present or known.future or form[:1] in "وف" or form in discourse("auxiliary"))


def _is_no_verb(form: str, raw: str, before: str, known: Trigger | None) -> bool:
    """A word that no verb can be where it stands: with the article, after a preposition, of the first person."""
    if (known is None and form.startswith(("ال", "وال"))) or form[:1].isdigit() or raw.rstrip("ًٌٍ").endswith("ة"):
        return True
    dual = form.endswith("ا") and not form.endswith(("ها", "هما", "نا", "وا")) and any_verb(form[:-1]) is not None
    if form in word_list("nominal") or form.removeprefix("و") in word_list("fractions") or dual:
        return True
    if before in word_list("spared"):
        return not (before == "حتى" and form[:1] in "يت")
    noun = may_be_noun(form)
    if before == "عدم" or (noun and not before.startswith("ال") and noun_of(before) is not None):
        return True
    going = known is not None and (known.present or known.future)
    if going and form[:1] == "ن":
        return before not in _binders()
    return known is not None and noun and not going and before in discourse("complementiser")


def _is_rather_noun(form: str, after: str) -> bool:
    """A word after a comma that may be a noun is one before an indefinite word («…، فرض رسوم»)."""
    if not may_be_noun(form) or is_definite(after) or after[:1].isdigit() or form in word_list("sudden"):
        return False
    return plain_verb(form) is not None and form[:1] != "ت" and not form.endswith("ت")


def _surely_verb(form: str, raw: str, before: str, after: str, raw_after: str) -> bool:
    """A word that may be a noun or a verb is a verb between two definite nouns, «ت…» before an accusative, and «…ى» («تلقى»)."""
    found = any_verb(form)
    if found is None or not may_be_noun(form) or is_definite(form) or form[:1] in "وفبل":
        return False
    past = raw.endswith("ى") and not (found.present or found.future)
    if past and before not in word_list("spared") and noun_of(before) is None:
        return True
    if noun_of(form) is None:
        return False
    accusative = raw_after.endswith(("ًا", "اً")) and form[:1] == "ت"
    parted = is_definite(before) and is_definite(after) and before not in word_list("spared") and not is_phrase(after)
    return accusative or (parted and not form.endswith(_OWNED) and not before.startswith(("بال", "لل")))


def _is_joined_verb(form: str) -> bool:
    return form[:1] in "وف" and plain_verb(form[1:]) is not None and plain_verb(form) is None and noun_of(form[1:]) is None


@cache
def _binders() -> frozenset[str]:
    return discourse("relative") | discourse("complementiser") | discourse("negation") | discourse("binding")


@cache
def openers() -> frozenset[str]:
    """Words after which a clause opens, so that a verb may follow."""
    return _binders() | discourse("auxiliary") | discourse("opening") | discourse("joined_relative")


@lru_cache(maxsize=65536)
def _guessed(form: str, raw: str, *, opened: bool, leading: bool) -> bool:
    """A verb by its shape alone: of the future, of the present with «ي», of the past with «ت» or «است»."""
    inner = form[1:] if form[:1] in "وف" and len(form) > _SHORT + 1 else form
    if inner in word_list("nominal") or inner in discourse("no_verb") or noun_of(form) is not None or raw.endswith("ات"):
        return False
    if _COMING.match(form) or (_SOUGHT.match(form) and raw[:1] != "أ"):
        return True
    if _GOING.match(form):
        return not form.endswith("و")  # such verbs are known; what is not is a name («ويدودو»)
    if _SHE_DID.match(form) and (leading or raw[:1] in "أاوفت"):
        return not form[:1].isdigit()
    if opened and _SHE_DOES.match(form):
        return True
    return leading and bool(_SHE_DOES.match(form)) and not _MASDAR_OF_TA.match(form) and not raw.endswith(("ة", "ات"))
