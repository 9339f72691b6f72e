"""Which class of word is a form: a verb, a preposition alone or joined, a noun joined by «و», a participle of comment?"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.lexicon import Trigger, conjugated, discourse, noun_of, verb_of
from timeline_app.chronology.sentences.words import bare, fold

_ORDINAL = re.compile("(?:ال)?(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ه?\\Z")
# «تعاون», «تحسن»: such a past is spelled like its own masdar.
_OWN_MASDAR = re.compile(r"ت\w(?:\w|ا)\w\Z|تا\w\w\Z|ت\wا\w\w?\Z")
# «السادسة والثلاثين»: the tens of one number.
_TENS = re.compile("وال(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ين|ون)\\Z")
# «تطوير», «تعزيزها», «استخدام»: a noun of action by its pattern alone.
_ACTION = re.compile("(?:ت\\w\\wي\\w|است\\w\\wا\\w)(?:ه|ها|هم|ات)?\\Z")
_SHORT = 3


@cache
def _table() -> dict[str, str]:
    with resource("lexicon", "grammar.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def word_list(name: str) -> frozenset[str]:
    """The folded words of one list of ``grammar.toml``."""
    return frozenset(fold(_table()[name]).split())


@cache
def adjunct_pairs() -> frozenset[str]:
    """Folded pairs of words that open a circumstance («في إطار»)."""
    return frozenset(fold(pair.strip()) for pair in _table()["adjunct_pairs"].split(","))


@cache
def _verbs() -> dict[str, Trigger]:
    out: dict[str, Trigger] = {}
    for pair in _table()["verbs"].replace("\n", " ").split(","):
        if pair.strip():
            past, present = pair.split()
            conjugated(out, "other", past=past, present=present, masdar=past if _OWN_MASDAR.match(fold(past)) else "")
    return out


@cache
def _bound() -> frozenset[tuple[str, str]]:
    return frozenset((fold(pair.split()[0]), fold(pair.split()[1])) for pair in _table()["bound"].split(","))


def binds(verb: Trigger | None, preposition: str) -> bool:
    """Whether the verb needs the phrase that this preposition opens («دعا … إلى»)."""
    return verb is not None and (verb.lemma, preposition) in _bound()


@cache
def _bound_nouns() -> frozenset[tuple[str, str]]:
    return frozenset((fold(pair.split()[0]), fold(pair.split()[1])) for pair in _table()["bound_nouns"].split(","))


def noun_binds(form: str, preposition: str) -> bool:
    """Whether a noun needs the phrase that this preposition opens («التوجه إلى»)."""
    inner = bare(form)
    plain = inner[1:] if inner == form and inner[:1] in "وبل" and len(inner) > _SHORT else inner
    owned = inner.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return any((noun, preposition) in _bound_nouns() for noun in (inner, plain, inner.removesuffix("ا"), owned))


@cache
def _far_bound() -> dict[str, str]:
    return {fold(noun): fold(preposition) for noun, preposition in (p.split() for p in _table()["far_bound"].split(","))}


def far_bound(form: str) -> str:
    """The preposition of the phrase that a noun needs and that may stand far behind it («قيام … بـ»), or nothing."""
    inner = bare(form)
    return _far_bound().get(inner) or _far_bound().get(inner[1:] if inner[:1] in "وبل" else inner, "")


def any_verb(form: str) -> Trigger | None:
    """The verb that a folded word may be, of the events or of the grammar alone."""
    found = verb_of(form) or _verbs().get(form)
    if found is None and form[:1] in "وف" and len(form) > _SHORT and form not in discourse("born_with_waw"):
        found = _verbs().get(form[1:])
    return found


@lru_cache(maxsize=65536)
def is_phrase(form: str) -> bool:
    """Whether a folded word opens a phrase: a preposition, alone or joined."""
    inner = form[1:] if form[:1] == "و" and len(form) > _SHORT - 1 else form
    if inner in word_list("spared") or inner in word_list("spared_joined") or inner in discourse("comparison"):
        return True
    if inner.startswith(("لي", "لت")) and (going := any_verb(inner[1:])) is not None and going.present:
        return True
    if inner.startswith(("بال", "لل", "كال")) and len(inner) > _SHORT + 1 and inner not in discourse("born_with_ba"):
        return True
    if inner[:1] in "بل" and inner[1:] in word_list("numbering"):
        return True
    if inner[:1] in "بل" and (_ACTION.match(inner[1:]) or inner[1:] in discourse("office")):
        return True
    governed = noun_of(inner[1:]) if inner[:1] in "بل" and len(inner) > _SHORT else None
    return governed is not None and governed is noun_of(inner) and governed.lemma[:1] != inner[:1]


@lru_cache(maxsize=65536)
def may_be_noun(form: str) -> bool:
    """Whether a word that may be a verb may be a noun as well: an event noun, or spelled like its own masdar («فرض»)."""
    verb = any_verb(form)
    return noun_of(form) is not None or (verb is not None and verb.masdar != "" and fold(verb.masdar) == form)


@lru_cache(maxsize=65536)
def is_definite(form: str) -> bool:
    """Whether a folded word carries the article, alone or after a particle («الوزير», «بالرباط», «للدول»)."""
    return form.startswith(("ال", "وال", "فال", "بال", "كال", "لل")) and form not in word_list("no_article")


@lru_cache(maxsize=65536)
def joins_noun(form: str) -> bool:
    """Whether a folded word is a noun joined by «و»."""
    if form[:1] != "و" or len(form) < _SHORT + 1 or form in discourse("born_with_waw") or _TENS.match(form):
        return False
    return form.startswith("وال") or noun_of(form) is None or noun_of(form[1:]) is not None


@lru_cache(maxsize=65536)
def is_comment(form: str, following: str) -> bool:
    """A participle in the accusative after a comma («مشيرا إلى», «متهمة إياه»)."""
    inner = form[1:] if form[:1] == "و" else form
    if inner in discourse("comment"):
        return True
    if inner[:1] == "م" and inner.endswith("ين") and len(inner) > _SHORT + 2:  # «، مطالبين بـ…»
        return following in ("الي", "ان", "بان", "من") or (following[:1] == "ب" and noun_of(following[1:]) is not None)
    governs = following in ("الي", "ان", "بان", "علي", "في", "عن", "من") or (
        following.startswith("ب") and _leads_on(inner, following)
    )
    if inner[:1] == "م" and inner.endswith("ه") and len(inner) > _SHORT + 1:
        return following in ("ان", "بان", "بذلك", "انه", "انها")
    return (
        inner[:1] == "م"
        and inner.endswith("ا")
        and not inner.endswith(("ها", "هما", "نا"))
        and len(inner) > _SHORT + 1
        and governs
        and inner not in discourse("formal")
    )


def _leads_on(participle: str, following: str) -> bool:
    """Whether «بـ» leads on from a participle: not from a noun like one («مرسوما بتشكيل …»), nor where it is no particle."""
    named = noun_of(participle[:-1]) is not None or participle[:-1] in word_list("indefinite")
    return not named and not following.endswith("ا")


def is_ordinal(form: str) -> bool:
    """«ثانية», «الخامس»."""
    return bool(_ORDINAL.match(form))
