"""How are chosen words of a sentence written as one line? As the source writes them, without what joined them to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.grammar import Border, Grammar
from timeline_app.chronology.lexicon import discourse, noun_of, plain_verb
from timeline_app.chronology.wellformed import balanced, unquoted, without_hanging
from timeline_app.chronology.wordclass import any_verb, word_list
from timeline_app.chronology.words import fold

_STRETCHED = re.compile("(?<=[ء-ي])\u0640+(?=[ء-ي])")
_QUOTED_WHOLE = re.compile('\\A["«“]([^"«»“”]+)["»”]\\Z')
_LATIN_COMMA = re.compile(r"\s*,(?!\d)|(?<!\d),")
_DECIMAL = re.compile(r"(\d+)، (\d+)(?= ?(?:في ال|بال|[%٪]))")
# A pointer before its noun means what was told before the title: the noun alone says it («بهذه القضية» → «بالقضية»).
_POINTING = re.compile(r"(?:(?<=\A)|(?<= ))([وفبلك]?)(?:هذا|هذه|هذين|هاتين|هؤلاء) (?=ال\w{2,})(?!ال[أا]خير)(ال)")
_POINTED = re.compile(r"(?<=\w) (?:المذكورة?|المشار إليها?|سالفة? الذكر|السالفة? الذكر|[إا]ياها?)(?=[ ،]|\Z)")
_SPACES = re.compile(r"\s+")
_STRAY = re.compile("(?<![ء-ي])\u0640+|[¿\ufffd\u200b\ufeff]")
_EMPTY_QUOTES = re.compile(r'"\s*"|«\s*»|\(\s*\)')
_COMMAS = re.compile("،(?:\\s*،)+")
_PRECEDED = re.compile(r"\A(لل|ل)(\w{3,}) أن (?=\w)")  # what stays of «سبق للمغرب أن استضاف»
# The tens that number the noun a title begins with: in the nominative there («الدورة الثانية والتسعين» → «… والتسعون»).
_TENS_OF_HEAD = re.compile(r"\A((?:ال\w+ ){1,3}و?ال(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع))ين\b")
# Nouns whose pattern shows that an alef at their end is that of the accusative («أحكاما», «تقريرا», «اجتماعا»).
_ACCUSATIVE = re.compile(r"(?:أ\w\wا\w|ت\w\wي\w|[إا]\wت\wا\w|[إا]ن\w\wا\w)\u064b?ا\u064b?\Z")
# Of two: «القمتين» is in no nominative.
_DUAL = re.compile(r"ال\w{2,}تين\Z")
_DUAL_WORDS = re.compile(r"تين(?= |\Z)")
_SHORT = 3


def rendered(grammar: Grammar, kept: Sequence[int]) -> str:
    """The words as the source writes them, parted by a space where others stood between, and by a dash written «ـ»."""
    out = ""
    for k, i in enumerate(kept):
        between = grammar.text[grammar.words[i - 1].end : grammar.words[i].start] if k > 0 and kept[k - 1] == i - 1 else " "
        out += (" – " if between.strip() == "\u0640" else " " if between and out else "") + grammar.raw(i)
    return out


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
    described = second.rstrip("ًا") if second.endswith(("يا", "ياً", "يًا")) else second
    return f"{plain}{space}{described}{gap}{others}"


def freed(grammar: Grammar, first: int, line: str) -> str:
    """A line without the preposition joined to its first word («بالمسرح الذي …» → «المسرح …»)."""
    alone = line.split(" ", 1)[0][1:]
    known = fold(alone) in discourse("dated_noun") or (
        len(alone) >= _SHORT and (f" {alone} " in grammar.text or f"ال{alone} " in grammar.text)
    )
    if line[:1] not in "بل" or (grammar.border(first) is not Border.PHRASE and not known):
        return line
    return f"ال{line[2:]}" if line.startswith("لل") else line[1:]


def governed(line: str) -> str:
    """A line whose first noun «ل» governs, as the object of a masdar far from it («احتضان متحف المدينة الكبير للمعرض»)."""
    if not line[:1].isalpha():
        return line
    return f"لل{line[2:]}" if line.startswith("ال") and fold(line.split(" ", 1)[0]) not in word_list("no_article") else f"ل{line}"


def subject_in(line: str, ending: str) -> str:
    """With the ending of the nominative where definite words in «ين» stand at the head («المهاجرين غرقوا» → «المهاجرون …»)."""
    words = line.split(" ")
    for k, word in enumerate(words):
        if not (word.startswith("ال") and word.endswith("ين")):
            break
        words[k] = word[:-2] + ending
    return " ".join(words)


def tidy(title: str) -> str:
    """A line without empty quotation marks, doubled commas, hanging words, and what joined it to the words before it.

    A definite noun at its head stands in the nominative, and so does its number.
    """
    title = _STRAY.sub("", title).replace(" ،", "،")
    if "هذ" in title or "هات" in title or "هؤ" in title:
        title = _POINTING.sub(lambda m: "لل" if m[1] == "ل" else m[1] + m[2], title)
    title = _POINTED.sub("", title)
    title = _EMPTY_QUOTES.sub("", _LATIN_COMMA.sub("،", title))
    title = _SPACES.sub(" ", _STRETCHED.sub("", title if balanced(title) else unquoted(title)))
    title = _QUOTED_WHOLE.sub(r"\1", title)
    title = _DECIMAL.sub(r"\1,\2", title)
    title = _COMMAS.sub("،", title).strip(" ،؛:.-–—…")
    title = _PRECEDED.sub(lambda m: ("ال" if m[1] == "لل" else "") + m[2] + " ", title)
    title = without_hanging(unjoined(title).strip())
    return _TENS_OF_HEAD.sub(r"\1ون", title)


def unjoined(title: str) -> str:
    """Without the «و», «ف», «ب» or «ل» that joined the title to what went before."""
    first = fold(title.split(" ", 1)[0])
    noun, rest = noun_of(first), first[1:]
    if plain_verb(first) is not None or first in discourse("born_with_waw") or (noun is not None and noun.lemma[0] == first[:1]):
        return title
    if first.startswith("لل") and len(first) > _SHORT + 1:
        return "ال" + title[2:]
    if first.startswith("بال") and len(first) > _SHORT + 2 and first not in discourse("born_with_ba"):
        return title[1:]
    if first[:1] == "و" and (len(first) > _SHORT or rest in discourse("stop")):
        return unjoined(title[1:])
    joined = first[:1] == "ف" and (any_verb(rest) is not None or rest.startswith("ال")) and any_verb(first) is not any_verb(rest)
    governed = first[:1] in "بل" and noun is not None and noun_of(rest) is not None
    return (
        title[1:]
        if (first[:1] == "ف" and plain_verb(rest) is not None) or (joined and rest.startswith("ال")) or governed
        else title
    )
