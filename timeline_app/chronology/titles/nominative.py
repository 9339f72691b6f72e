"""How does what «أن» put into the accusative stand at the head of a title? In the nominative, where its ending is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Grammar
from timeline_app.chronology.phrases.rendering import rendered
from timeline_app.chronology.sentences.lexicon import asides, discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, word_list
from timeline_app.chronology.sentences.words import fold
from timeline_app.chronology.traits.trait import of_place

# Nouns whose pattern shows that an alef at their end is that of the accusative («أحكاما», «تقريرا», «اجتماعا»).
_ACCUSATIVE = re.compile(r"(?:أ\w\wا\w|ت\w\wي\w|[إا]\wت\wا\w|[إا]ن\w\wا\w)\u064b?ا\u064b?\Z")
# Of two: «القمتين» is in no nominative.
_DUAL = re.compile(r"ال\w{2,}تين\Z")
_DUAL_WORDS = re.compile(r"تين(?= |\Z)")
# Of several or of two: «مسلحين», «الإسرائيليين»; no «حين», no «مئتين».
_SOUND = re.compile(r"\w{3,}ين\Z")
# Two of the five nouns: «أن أبا سالم …» → «أبو سالم …».
_FIVE = {"أبا": "أبو", "أخا": "أخو"}
_SHORT = 3


def nominative(line: str) -> str:
    """Without the ending of an indefinite accusative that «أن» gave the first noun («أن تقريرا …» → «تقرير …»)."""
    first, space, rest = line.partition(" ")
    if _DUAL.match(first) and fold(first) not in word_list("no_dual"):
        return _DUAL_WORDS.sub("تان", line, count=2 if _DUAL.match(rest.partition(" ")[0]) else 1)
    plain = first.rstrip("ًا") if first.endswith(("ا", "اً", "ًا")) else first
    listed = word_list("construct") | word_list("indefinite")
    known = noun_of(fold(plain)) is not None or fold(first) in word_list("partitive") or fold(plain) in listed
    known = known or bool(_ACCUSATIVE.match(first))
    if plain == first or not known:
        return line
    second, gap, others = rest.partition(" ")
    return f"{plain}{space}{_nominative_adjective(second)}{gap}{others}"


def _nominative_adjective(second: str) -> str:
    """What describes a noun that has lost the ending of the accusative, without it («مؤقتا», «أميريا»)."""
    form = fold(second)
    accusative = second.endswith(("ا", "اً", "ًا")) and len(form) > _SHORT and not second.startswith("ال")
    aside = (form,) in asides().get(form, ()) or form in discourse("stop")
    apart = aside or form.endswith(("ها", "هما", "نا")) or bool(of_place(form))
    return second.rstrip("ًا") if accusative and not apart else second


def with_doer(grammar: Grammar, kept: Sequence[int]) -> str:
    """What is said, with the nominative of him whom «أن» put into the accusative."""
    verb = next((grammar.form(i) for k, i in enumerate(kept) if k and grammar.finite[i]), "")
    return doing(nominative(rendered(grammar, kept)), verb)


def doing(line: str, verb: str) -> str:
    """A line with the nominative of several or of two at its head, where the form of the ``verb`` tells how many they are.

    «حراسا محليين أنقذوا …» → «حراس محليون أنقذوا …», «السائقين تجاوزا …» → «السائقان تجاوزا …»; what another noun
    governs («قادة المصانع») stays, and so does every name.
    """
    words = line.split(" ")
    words[0] = _FIVE.get(words[0], words[0])
    ending = "ون" if verb.endswith(("وا", "ون")) else "ان" if verb.endswith("ا") and any_verb(verb[:-1]) is not None else ""
    definite = words[0].startswith("ال")
    several = fold(words[0]) not in word_list("numbering") | word_list("partitive")
    for k, word in enumerate(words if ending and several else ()):
        bare = word.removeprefix("و") if k else word
        sound = _SOUND.match(bare) and bare.startswith("ال") == definite and noun_of(fold(bare)) is None
        if sound and fold(bare) not in word_list("no_dual") | discourse("relative"):
            words[k] = word[:-2] + ending
        elif k:
            break
        elif len(words) > 1 and _SOUND.match(words[1]) and not definite:
            words[0] = word.rstrip("ًا") if word.endswith(("ا", "اً", "ًا")) and len(fold(word)) > _SHORT else word
    return " ".join(words)


def subject_in(line: str, ending: str) -> str:
    """With the ending of the nominative where definite words in «ين» stand at the head («المهاجرين غرقوا» → «المهاجرون …»)."""
    words = line.split(" ")
    for k, word in enumerate(words):
        if not (word.startswith("ال") and word.endswith("ين")):
            break
        words[k] = word[:-2] + ending
    return " ".join(words)
