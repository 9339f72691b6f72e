"""Who does what a title's verb tells, where its own clause does not say?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_phrase, word_list
from timeline_app.chronology.sentences.words import Word, fold, words_of
from timeline_app.chronology.traits.proper import is_adjective, listed

_LONGEST, _TOLD, _BACK, _FEW, _NAME = 7, 4, 40, 2, 3
_PRONOUNS = ("هما", "ها", "هم", "ه")
_TANWIN = ("ا",)
_DECIDING = frozenset({"decision", "agreement"})
_SENTENCE = re.compile(r"[^.\n؟!]+")
_OPENING, _REACH, _SENTENCES = 7, 1500, 8
_QUOTES = frozenset('«“"')
_IMPERSONAL = frozenset({"statement", "economy", "disaster"})
_MANY = re.compile(r"(?:ال)?(?:ا\w\wا\w|\w{2}ا\w|\w\w?وار|\w{2,3}ا?ء)\Z")
_COMING = re.compile("[وف]?س[يتن]\\w{3,}\\Z")
_MARKS = re.compile('[\u064b-\u0652\u0640]|[،؛:."«»“”]+\\Z')
_NOT_DOERS = (
    "date_preposition",
    "clause_preposition",
    "complementiser",
    "opening",
    "relative",
    "negation",
    "governing",
    "hanging",
    "auxiliary",
)


def said_of_self(words: Sequence[Word], first: int, at: int) -> bool:
    """«قال الوزير إنه سيزور …»: what is said is told of the speaker."""
    before = words[first - 1].form if first else ""
    if before not in discourse("complementiser") or not before.endswith(("نه", "نها")) or not seems_verb(words[at].form):
        return False
    if words[at].form in discourse("auxiliary"):
        return False
    return _person(words[at].form)[0] == before.endswith("ها")


def seems_verb(form: str) -> bool:
    """A verb of the table, or a word in the future tense («سيقابل»)."""
    if noun_of(form) is not None:
        return False
    return verb_of(form) is not None or (bool(_COMING.match(form)) and form not in discourse("no_verb"))


def lacks_doer(words: Sequence[Word], kept: Sequence[int], text: str) -> bool:
    """Whether the verb at the head of a title has nobody beside it who does it («انتقل إلى فرنسا»)."""
    if len(kept) < 2:
        return True
    form = words[kept[0]].form
    verb = verb_of(form)
    if verb is not None and verb.lemma in discourse("impersonal"):
        return False
    if _person(form)[1]:
        return True
    after = words[kept[1]]
    form = after.form
    if after.is_mark and form in _QUOTES:
        return False
    counted = form in word_list("counting") and (verb is None or verb.lemma not in discourse("measuring"))
    if form == "كل" or counted:  # «رعت كل من …», «نظم نحو 40 شخصا …»
        return False
    if after.is_mark or (form not in discourse("demonstrative") and any(form in discourse(name) for name in _NOT_DOERS)):
        return True
    measured = any_verb(words[kept[0]].form)
    if form[:1].isdigit() and measured is not None and measured.lemma in discourse("measuring"):
        return True
    noun = noun_of(form)
    joined = is_phrase(form) or form.startswith("لل") or (form[:1] in "بل" and len(form) > 3 and form[1:3] in ("ال", "لم"))
    owned = ends_in_pronoun(text[after.start : after.end])
    linked = form[:1] == "و" and form not in discourse("born_with_waw")
    if joined or owned or linked or (verb is not None and verb.safe):
        return joined or owned or linked
    ruling = verb is not None and verb.lemma in discourse("ruling")
    named = noun is not None and noun.kind != "disaster" and (ruling or not form.startswith("ال"))
    decided = verb is not None and verb.kind in _DECIDING and named
    written = text[after.start : after.end]
    ranked = form.endswith("ا") and form[:-1] in word_list("indefinite")
    if ranked or (written.endswith(("ًا", "اً")) and not form.startswith("ال")):
        return True
    object_alone = form.endswith(_TANWIN) and not form.startswith("ال") and len(form) > 3 and noun is not None
    return decided or object_alone or _is_done_to(words[kept[0]].form, form, text[after.start : after.end])


def _is_done_to(verb: str, form: str, raw: str) -> bool:
    """Whether a noun right after a verb cannot be its doer by its gender («درس آلة العود», «أعلنت التوصل إلى …»)."""
    feminine, plural = _person(verb)
    if feminine:
        told = noun_of(form)
        return told is not None and fold(told.masdar) == form.removeprefix("ال") and not raw.endswith(("ة", "ات"))
    return not plural and raw.endswith("ة") and form not in word_list("masculine")


def ends_in_pronoun(word: str) -> bool:
    """Whether a word ends in a pronoun of the third person («موكله», «إهدائه»); read as written, where «ة» is no pronoun."""
    plain = _MARKS.sub("", word)
    ending = next((e for e in _PRONOUNS if plain.endswith(e)), None)
    return (
        ending is not None
        and len(plain) - len(ending) > 2
        and plain not in discourse("ends_in_ha")
        and not plain.startswith("ال")
    )


def doer_before(words: Sequence[Word], at: int, wanted: tuple[bool, bool] | None = None) -> list[int]:
    """The subject of the nearest earlier verb of the sentence that agrees with the verb at ``at``; or nothing.

    ``wanted`` says whether it is feminine and whether plural, where that is not for the verb at ``at`` to say.
    """
    owner, wanted = wanted is not None, wanted or _person(words[at].form)
    timed = _is_time_of(words, at)
    for k in range(at - (3 if timed else 1), max(-1, at - _BACK), -1):
        form = words[k].form
        verb = verb_of(form)
        if form in discourse("complementiser") and not (k == at - 1 and form.endswith(("نه", "نها", "نهم"))):
            return []
        if form in ("حيث", "فيما", "بينما", "مما"):
            return []
        if form in ("وهو", "وهي") and (form == "وهي") == wanted[0] and not wanted[1]:
            return _named_before(words, k)
        said = verb is not None and verb.lemma in discourse("attribution")
        if verb is None or form in discourse("auxiliary") or (noun_of(form) is not None and not said):
            continue
        shared = owner or said or timed or words[at].form[:1] == "و"
        gathered = wanted[1] and _person(form) == (wanted[0], False)  # «غادر العمال …، وأحرقوا …»: the first verb is singular
        if not shared or not (_person(form) == wanted or gathered):
            continue
        found = _subject(words, k + 1, at)
        if found and words[found[0]].form in listed("bodies") and _happens(words[at].form):
            continue
        if gathered and not (found and _may_be_many(words[found[0]].form)):
            continue
        if found:
            return found
    return _opening_noun(words, at) if words[at].form[:1] == "و" else []


def _is_time_of(words: Sequence[Word], at: int) -> bool:
    """«… بعد أن هزم منافسه»: a clause of time, told of whom the clause before it told."""
    return at > 1 and words[at - 1].form == "ان" and words[at - 2].form in word_list("before_that")


def _happens(form: str) -> bool:
    """Whether a verb tells what befalls and not what a body does, or is unknown."""
    verb = verb_of(form)
    return verb is None or verb.kind in _IMPERSONAL or verb.lemma in discourse("bland")


def _may_be_many(form: str) -> bool:
    """Whether a noun is of several persons by its ending or its broken plural («المتظاهرون», «العمال», «الأتراك»)."""
    return form.endswith(("ون", "ان", "ين")) or bool(_MANY.match(form))


def _opening_noun(words: Sequence[Word], at: int) -> list[int]:
    """The name that opens the sentence («فلان من مواليد …، وظهر …»), or nothing."""
    out: list[int] = []
    for i in range(min(at, _TOLD + 1)):
        form = words[i].form
        if any_verb(form) is not None or noun_of(form) is not None or form in discourse("auxiliary"):
            return []
        if words[i].is_mark or any(form in discourse(name) for name in _NOT_DOERS):
            break
        out.append(i)
    return out if 1 < len(out) <= _TOLD else []


def _named_before(words: Sequence[Word], k: int) -> list[int]:
    """The name before «وهو …»."""
    out: list[int] = []
    for i in range(k - 1, max(-1, k - _TOLD), -1):
        form = words[i].form
        if words[i].is_mark and not out:
            continue
        if words[i].is_mark or noun_of(form) is not None or form[:1] in "بلو" or any(form in discourse(n) for n in _NOT_DOERS):
            break
        out.insert(0, i)
    return out if len(out) > 1 else []


def doer_told(words: Sequence[Word], at: int, text: str) -> str:
    """Who was told of in the sentences before, where the verb at ``at`` opens its sentence and agrees; or nothing."""
    if at > _OPENING or any(verb_of(w.form) is not None and w.form not in discourse("auxiliary") for w in words[:at]):
        return ""
    verb, wanted = verb_of(words[at].form), _person(words[at].form)
    if verb is None or verb.kind in _IMPERSONAL:
        return ""
    start = words[0].start
    pieces = [m for m in _SENTENCE.finditer(text, max(0, start - _REACH), start) if m.group().strip()]
    for piece in reversed(pieces[-_SENTENCES:]):
        told = words_of(text, piece.start(), piece.end())
        k = next((k for k, word in enumerate(told[:_OPENING]) if _tells(word.form)), -1)
        if k < 0:
            continue
        subject = list(range(k)) if k and told[0].form.startswith("ال") else _subject(told, k + 1, len(told))
        subject = [i for i in subject if not told[i].is_mark]
        if any(told[i].form in discourse("weekday") for i in subject):
            return ""
        if subject:
            agrees = _person(told[k].form) == wanted and len(subject) <= _TOLD
            return text[told[subject[0]].start : told[subject[-1]].end] if agrees else ""
    return ""


def _tells(form: str) -> bool:
    return verb_of(form) is not None and form not in discourse("auxiliary")


def _subject(words: Sequence[Word], first: int, stop: int) -> list[int]:
    out: list[int] = []
    for i in range(first, stop):
        form = words[i].form
        parted = verb_of(form) is not None or any(form in discourse(name) for name in _NOT_DOERS) or (out and is_phrase(form))
        if words[i].is_mark or (parted and not (out and words[out[-1]].form in listed("name_parts"))):  # «بن علي» is no «على»
            break
        out.append(i)
    while out and (words[out[-1]].form in discourse("today") or words[out[-1]].form in word_list("adverbs")):
        out = out[:-1]
    if out and words[out[0]].form in listed("given"):
        out = _name(words, out)
    named_long = len(out) > _LONGEST and not _is_common(words, out)
    out = out[:_FEW] if named_long else out
    open_end = bool(out) and words[out[-1]].form in listed("name_parts")
    if not out or open_end or len(out) > _LONGEST or any(words[i].form[:1].isdigit() for i in out):
        return []
    first_form = words[out[0]].form
    joined = stop < len(words) and words[stop].form[:1] == "و"
    reported = joined or (stop > out[-1] + 1 and words[stop - 1].form in discourse("complementiser"))
    named = (
        reported
        and noun_of(first_form) is None
        and len(first_form) > 2
        and first_form not in discourse("stop") | discourse("dangling")
    )
    if first_form in listed("bodies") and not first_form.startswith("ال"):
        return _body(words, out)
    known = first_form.startswith("ال") or first_form in discourse("office") or (first_form in listed("given") and len(out) > 1)
    return out if known or (named and len(out) <= _NAME) else []


def _name(words: Sequence[Word], out: list[int]) -> list[int]:
    """A full name at the head of a subject, without the office or the noun that is set to it."""
    end = next((i for i in out[1:] if not _goes_on(words, i)), out[-1] + 1)
    return [i for i in out if i < end][:_TOLD]


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether a word may belong to a name that has begun; one that begins like a particle where an office follows it."""
    form = words[i].form
    if form in listed("given") or form in listed("name_parts"):
        return True
    office = form in listed("offices") or form in listed("ranks") or form in listed("bodies")
    followed = i + 1 < len(words) and words[i + 1].form in listed("offices")
    return not office and noun_of(form) is None and (form[:1] not in "بل" or followed)


def _body(words: Sequence[Word], out: list[int]) -> list[int]:
    """The noun of a body with what it is of and its adjectives («شركة الزيوت الوطنية»); what follows is another noun."""
    end = _FEW
    while end < len(out) and is_adjective(words[out[end]].form, "body_adjectives"):
        end += 1
    return out[:end] if len(out) >= _FEW else []


def _is_common(words: Sequence[Word], out: Sequence[int]) -> bool:
    """Whether the first two words of a long subject are no name."""
    forms = [words[i].form for i in out[:_FEW]]
    return any(form.startswith("ال") or noun_of(form) is not None or form in discourse("office") for form in forms)


def _person(form: str) -> tuple[bool, bool]:
    """Whether a verb is feminine, and whether it is plural."""
    verb = verb_of(form)
    bare = form[1:] if form[:1] in "وف" and verb is not None and verb_of(form[1:]) is not None else form
    plural = bare.endswith(("وا", "ون", "ان"))
    if (verb is None and _COMING.match(bare)) or (verb is not None and (verb.future or verb.present)):
        return bare.removeprefix("س").startswith("ت"), plural
    return bare.endswith("ت"), plural


def is_feminine(form: str) -> bool:
    """Whether a verb says that a woman does it, or things."""
    return _person(form)[0]


def same_person(one: str, other: str) -> bool:
    """Whether two verbs may have one doer."""
    return _person(one) == _person(other)
