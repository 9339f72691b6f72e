"""How does a clause read as a title? Its subject and verb, or its masdar, and what belongs to them, without date and speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.deferred import does_later
from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.rendering import rendered, tidy, unjoined
from timeline_app.chronology.phrases.saying import (
    LEAST,
    content_at,
    describes,
    first_content,
    helps,
    only_takes_place,
    quoted_by,
    reported,
    speaker_of_words,
    spoken,
    tells_deed,
    without_lead,
)
from timeline_app.chronology.phrases.telling import Telling, negated, says, telling_at
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, is_phrase, word_list
from timeline_app.chronology.sentences.words import fold
from timeline_app.chronology.titles.masdar import ended, headed, made_known
from timeline_app.chronology.titles.nominative import doing, nominative, with_doer
from timeline_app.chronology.traits.doer import (
    doer_before,
    doer_told,
    ends_in_pronoun,
    is_feminine,
    lacks_doer,
    said_of_self,
    same_person,
)
from timeline_app.chronology.traits.protagonist import protagonist

_SPEAKER, _NEAR, _REACH = 45, 7, 5
_ACCUSATIVE = ("ا", "اً", "ًا")


@dataclass(frozen=True, slots=True)
class Draft:
    """A title as first written, with what tells how good it is: its words' indices and the faults seen on the way."""

    text: str
    sure: bool = True
    headed: bool = False
    alone: bool = False
    nominal: bool = False
    holed: bool = False
    around: bool = False
    far: bool = False


def drafts_of(grammar: Grammar, telling: Telling, gone: frozenset[int]) -> list[Draft]:
    """The titles that the clause allows: of what is said in it where it only says, else of itself."""
    rest = outside_brackets(grammar, [i for i in telling.rest if i not in gone])
    rest = [] if all(grammar.words[i].is_mark for i in rest) else rest
    if telling.verb in gone:
        return [_performed(grammar, telling, rest)] if rest else []
    subject = outside_brackets(grammar, [i for i in telling.subject if i not in gone])
    at = content_at(grammar, telling, rest)
    after = telling.rest[-1] + 1 if telling.rest else telling.verb + 1
    if at < 0 and says(grammar, telling.verb) and grammar.form(after) == ":":
        at, rest = len(rest), [*rest, *(i for i in spoken(grammar, after) if i not in gone)]
    if at < 0 and (told := reported(grammar, telling.verb, rest)):
        return [_performed(grammar, telling, told)]
    if at >= 0 and len(rest) - at > LEAST:
        return [_said(grammar, telling, subject or rest[:at], rest, at)]
    if subject and _parted(grammar, telling.verb, gone) and not lacks_doer(grammar.words, [telling.verb, *rest], grammar.text):
        subject = []
    found = any_verb(grammar.form(telling.verb))
    if found is not None and found.lemma in discourse("dating"):
        governing = next((k for k in range(len(rest)) if _governs(grammar, rest[k:])), -1)
        if governing >= 0:
            return [_performed(grammar, telling, rest[governing + 1 :])]
        if grammar.form(telling.dated - 1) in discourse("until") and telling.dated - 1 in gone:
            return []
    if found is not None and found.lemma in discourse("arriving") and (at := _after_pointing(grammar, telling, rest)):
        return [_performed(grammar, telling, rest[at:])]
    if found is not None and found.lemma in discourse("recurring") and rest and grammar.form(rest[0]) in discourse("marked_day"):
        return [_performed(grammar, telling, rest)]
    performs = grammar.form(telling.verb) in discourse("performing") and not negated(grammar, telling.verb)
    if performs and rest and noun_of(grammar.form(rest[0])) is not None:
        return [_performed(grammar, telling, rest)]
    return [_told(grammar, telling, subject, rest, gone)]


def _governs(grammar: Grammar, rest: Sequence[int]) -> bool:
    """«تعود القصة إلى ماي 2011 بعد غرق المركب»: behind the date stands the event that a word of time governs."""
    return len(rest) > LEAST and grammar.form(rest[0]) in discourse("governing") and noun_of(grammar.form(rest[1])) is not None


def _after_pointing(grammar: Grammar, telling: Telling, rest: Sequence[int]) -> int:
    """Where in «يأتي هذا القرار بعد توقف المصنع …» the event begins that the word of time governs, or 0."""
    if not rest or grammar.form(rest[0]) not in discourse("demonstrative") or telling.subject:
        return 0
    near = (k for k in range(1, min(_REACH, len(rest) - LEAST)) if _governs(grammar, rest[k:]))
    return next(near, -1) + 1


def _parted(grammar: Grammar, verb: int, gone: frozenset[int]) -> bool:
    """Whether a comma that no date left behind stands right before a verb: what stands before it is no subject then."""
    return grammar.form(verb - 1) in ("،", ",") and verb - 1 not in gone and verb - 2 not in gone


def _said(grammar: Grammar, telling: Telling, speaking: Sequence[int], rest: list[int], at: int) -> Draft:
    content = rest[at:] if grammar.held[rest[at]] else first_content(grammar, without_lead(grammar, rest[at + 1 :]))
    quoted = quoted_by(grammar, telling.verb, rest[:at])
    speaker = rendered(grammar, speaker_of_words(grammar, quoted or speaking))
    first = next((i for i in rest[at + 1 :] if not grammar.words[i].is_mark and not helps(grammar.form(i))), rest[at])
    told = grammar.finite[first] and grammar.form(first) not in discourse("performing")
    told = told or (describes(grammar, first) and not grammar.form(rest[at]).endswith("نه"))
    pronoun = grammar.form(rest[at]).endswith(("نه", "نها", "نهم")) and told
    of_content = telling.sure and telling.dated > rest[at]  # the date is of what is said
    own = not pronoun and (of_content or tells_deed(grammar, content))
    known = 0 < len(speaker) <= _SPEAKER and not own
    joint = " " if pronoun and not grammar.held[first] else ": "
    kept = cut(grammar, list(content), len(speaker) + len(joint) if known else 0)
    body = _ended(grammar, content) or with_doer(grammar, kept)
    known = known and not only_takes_place(grammar, content)
    named = known and grammar.finite[(quoted or list(speaking))[0] - 1]  # what follows its verb is joined to nothing
    text = f"{speaker}{joint}{tidy(body)}" if named else tidy(f"{speaker}{joint}{body}" if known else body)
    return Draft(text, sure=telling.sure, alone=pronoun and not known)


def _ended(grammar: Grammar, content: Sequence[int]) -> str:
    """What is said where its only verb ends it («أن الحفل ألغي»): as a noun before its subject; or nothing."""
    told = [i for i in content if not grammar.words[i].is_mark]
    verbs = [i for i in told if grammar.finite[i]]
    if len(told) <= LEAST or verbs != told[-1:] or negated(grammar, told[-1]) or is_phrase(grammar.form(told[0])):
        return ""
    return ended(grammar, told[-1], told[:-1])


def _performed(grammar: Grammar, telling: Telling, rest: list[int]) -> Draft:
    """«تم انتخاب المملكة» → «انتخاب المملكة»; «تم تعيينه وزيرا» with the name of whom the pronoun means."""
    thing = owned(grammar, rest[0])
    owner = _owner(grammar, telling, rest[0]) if thing else ""
    if owner:
        kept = cut(grammar, rest[1:], len(thing) + len(owner) + 2, headed=True)
        return Draft(tidy(f"{thing} {owner} {rendered(grammar, kept)}"), sure=telling.sure, headed=True)
    return Draft(tidy(rendered(grammar, cut(grammar, rest, 0, headed=True))), sure=telling.sure, headed=True)


def _owner(grammar: Grammar, telling: Telling, thing: int) -> str:
    subject = telling.subject or _shared(grammar, telling.verb)
    return rendered(grammar, subject) or whose(grammar, telling.verb, thing) or _elsewhere(grammar, telling.verb)


def holed(grammar: Grammar, kept: Sequence[int], gone: frozenset[int]) -> bool:
    """Whether a date was taken from inside a phrase («لقاء الغد»): the noun that it belonged to has lost its end."""
    for i in kept:
        form = grammar.form(i)
        if i + 1 not in gone or grammar.form(i + 1) in discourse("date_preposition") or grammar.words[i + 1].is_mark:
            continue
        plain = not is_definite(form) and not grammar.finite[i] and form[:1].isalpha()
        if plain and noun_of(form) is not None and not grammar.raw(i).endswith(("ا", "اً", "ًا", "ان", "ين")):
            return True
    return False


def _told(grammar: Grammar, telling: Telling, subject: list[int], rest: list[int], gone: frozenset[int]) -> Draft:
    words, text = grammar.words, grammar.text
    negation = [i for i in negated(grammar, telling.verb) if i not in subject]
    if not subject and not negation and not _preceded(grammar, telling.verb):
        found = headed(grammar, telling, rest) or made_known(grammar, telling.verb, rest)
        if found:
            return Draft(found, sure=telling.sure, headed=True)
    before = _preceded(grammar, telling.verb)
    whole = [telling.verb, *rest]
    alone = not subject and (lacks_doer(words, whole, text) or said_of_self(words, telling.verb, telling.verb))
    alone = alone and not does_later(grammar, whole)
    if alone and not before:
        subject = outside_brackets(grammar, _shared(grammar, telling.verb)) or _named(grammar, telling.verb, gone)
    if subject and not rest and not negation and (found := ended(grammar, telling.verb, subject)):
        return Draft(found, sure=telling.sure, headed=True)
    told = before or (_elsewhere(grammar, telling.verb) if alone and not subject else "")
    verb = verb_of(grammar.form(telling.verb))
    if told and not rest and not negation and verb is not None and verb.safe:
        return Draft(f"{verb.masdar} {told}", sure=telling.sure, headed=True)
    if alone and rest and (thing := owned(grammar, rest[0])) and (owner := whose(grammar, telling.verb, rest[0])):
        kept = cut(grammar, rest[1:], len(owner) + len(thing) + 8)
        return Draft(tidy(f"{unjoined(grammar.raw(telling.verb))} {thing} {owner} {rendered(grammar, kept)}"), sure=telling.sure)
    kept = cut(grammar, [*subject, *negation, telling.verb, *rest], len(told) + 1 if told else 0)
    after = unjoined(rendered(grammar, kept[len(subject) :]))
    body = tidy(f"{doing(nominative(rendered(grammar, subject)), grammar.form(telling.verb))} {after}" if subject else after)
    return Draft(f"{told} {body}" if told else body, sure=telling.sure, alone=alone and not subject and not told)


def _named(grammar: Grammar, verb: int, gone: frozenset[int]) -> list[int]:
    """Who did something before in the sentence, without the object behind him («نفذ مجهولون هجوما …»); no date is anybody."""
    found = doer_before(grammar.words, verb)
    done = (k for k, i in enumerate(found) if k and grammar.raw(i).endswith(_ACCUSATIVE) and noun_of(grammar.form(i)) is not None)
    return [] if found and found[0] in gone else found[: next(done, len(found))]


def _shared(grammar: Grammar, verb: int, *, owner: bool = False) -> list[int]:
    """The subject that stands before an earlier verb of the sentence, where «و» joins this one to it, or of an ``owner``."""
    if grammar.border(verb - 1) is Border.CONTENT and grammar.form(verb - 1).endswith(("نه", "نها")):
        return _told_of(grammar, verb - 1) or doer_before(grammar.words, verb)
    again = grammar.form(verb - 1) == "ثم" or grammar.form(verb - 2) in discourse("preceded")  # «… وسبق أن زار …»
    if grammar.form(verb)[:1] not in "وف" and not again and not owner:
        return []
    for k in range(verb - 2 if again else verb - 1, -1, -1):
        border = grammar.border(k)
        if border in (Border.STOP, Border.CONTENT):
            return []
        agrees = not is_feminine(grammar.form(k)) if owner else same_person(grammar.form(k), grammar.form(verb))
        if grammar.finite[k] and agrees and not (grammar.modifies(k) and grammar.governed(k)):
            found = telling_at(grammar, k)
            if found.subject:
                return list(takewhile(lambda i: not grammar.form(i)[:1].isdigit(), found.subject))  # «فلان (32 عاما)»
    return []


def _told_of(grammar: Grammar, content: int) -> list[int]:
    """Of whom «أن فلانا …، وأنه …» tells: the name after the first «أن» of the sentence."""
    first = next((k for k in range(content) if grammar.form(k) in ("ان", "بان")), -1)
    out: list[int] = []
    for i in range(first + 1, content) if first >= 0 else ():
        if grammar.border(i) is not Border.NONE or grammar.finite[i]:
            break
        out.append(i)
    return out if 0 < len(out) <= _NEAR else []


def _elsewhere(grammar: Grammar, verb: int) -> str:
    """Who does it by the sentences before, or whom the whole article is about, where a man does it."""
    told = doer_told(grammar.words, verb, grammar.text)
    found = any_verb(grammar.form(verb))
    if found is None or grammar.held[verb] or is_feminine(grammar.form(verb)):
        return told
    of_office = fold(told.partition(" ")[0]) in discourse("office")  # «وزير المالية»: the name may be known
    return (protagonist(grammar.text) or told) if of_office or not told else told


def owned(grammar: Grammar, i: int) -> str:
    """«جنازته» → «جنازة»: the noun without the pronoun of him or her whom the title names; or nothing."""
    raw, form = grammar.raw(i), grammar.form(i)
    ending = next((e for e in ("ها", "ه") if raw.endswith(e) and not raw.endswith("ة")), "")
    if not ending or noun_of(form) is None or not ends_in_pronoun(raw):
        return ""
    bare = raw[: -len(ending)]
    return bare[:-1] + "ة" if bare.endswith("ت") and noun_of(form[: -len(ending)]) is None else bare


def whose(grammar: Grammar, verb: int, thing: int) -> str:
    """The name of him or her whom the pronoun of a noun means: who did something before, or whom the article is about."""
    feminine = grammar.raw(thing).endswith("ها")
    found = doer_before(grammar.words, verb, (feminine, False)) or ([] if feminine else _shared(grammar, verb, owner=True))
    if found and (noun_of(grammar.form(found[0])) is not None or any(grammar.raw(i).endswith(("ه", "ها", "هم")) for i in found)):
        found = []
    return rendered(grammar, found) or ("" if feminine else protagonist(grammar.text))


def _preceded(grammar: Grammar, verb: int) -> str:
    """«سبق للمغرب أن استضاف …»: who did it stands behind «لـ»; or nothing."""
    if grammar.form(verb - 1) not in discourse("complementiser"):
        return ""
    at = next((i for i in range(verb - 2, max(-1, verb - _NEAR), -1) if grammar.form(i) in discourse("preceded")), -1)
    name = rendered(grammar, range(at + 1, verb - 1)) if 0 <= at < verb - 2 else ""
    return f"ال{name[2:]}" if name.startswith("لل") else name[1:] if name.startswith("ل") else ""


def outside_brackets(grammar: Grammar, kept: Sequence[int]) -> list[int]:
    """The words outside brackets; a number alone in brackets is one of them («كوبون رقم (35)»)."""
    out: list[int] = []
    depth = 0
    for i in kept:
        form = grammar.form(i)
        if form in "([" and not _names(grammar, i):
            depth += 1
        elif form in "([":
            continue
        elif form in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            out.append(i)
    return out


def _names(grammar: Grammar, i: int) -> bool:
    """Whether a bracket holds a number alone, the name of the thing before it («مستشفى (الأمل)»), or what «في» governs."""
    number = grammar.form(i + 1)[:1].isdigit() and grammar.form(i + 2) in (")", "]")
    if number or (grammar.form(i - 1) in word_list("plain_preposition") and grammar.held[i]):
        return True
    return grammar.form(i - 1) in discourse("named_after") | word_list("named_things") and grammar.held[i]
