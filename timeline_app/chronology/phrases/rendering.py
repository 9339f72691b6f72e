"""How are chosen words of a sentence written as one line? As the source writes them, without what joined them to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.wellformed import balanced, unquoted, without_hanging
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, plain_verb
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, word_list
from timeline_app.chronology.sentences.words import fold
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.chronology.traits.trait import of_place

_STRETCHED = re.compile("(?<=[ء-ي])\u0640+(?=[ء-ي])")
_QUOTED_WHOLE = re.compile('\\A["«“]([^"«»“”]+)["»”]\\Z')
_LATIN_COMMA = re.compile(r"\s*,(?!\d)|(?<!\d),")
_DECIMAL = re.compile(r"(\d+)، (\d+)(?= ?(?:في ال|بال|[%٪]))")
# A pointer before its noun means what was told before the title: the noun alone says it («بهذه القضية» → «بالقضية»).
_POINTING = re.compile(r"(?:(?<=\A)|(?<= ))([وفبلك]?)(?:هذا|هذه|هذين|هاتين|هؤلاء) (?=ال\w{2,})(?!ال[أا]خير)(ال)")
_POINTED = re.compile(r"(?<=\w) (?:المذكورة?|المشار إليها?|سالفة? الذكر|السالفة? الذكر|[إا]ياها?)(?=[ ،]|\Z)")
# «الوالي كان قد زار …», «الوالي قد زار …»: that it was over then says nothing in a title.
_HAD = re.compile(r"(?<=\w)(?: (?:كان|كانت|كانوا))? قد (?=(\w+))")
# «بالنسبة إليهم»: whom a pronoun means is told elsewhere.
_AS_TO = re.compile(r" بالنسبة (?:إليه|إليها|إليهم|له|لها|لهم)(?=[ ،]|\Z)")
_SPACES = re.compile(r"\s+")
_STRAY = re.compile("(?<![ء-ي])\u0640+|[¿\ufffd\u200b\ufeff\u2033]")
_EMPTY_QUOTES = re.compile(r'"\s*"|«\s*»|\(\s*\)')
_COMMAS = re.compile("،(?:\\s*،)+")
_PRECEDED = re.compile(r"\A(لل|ل)(\w{3,}) أن (?=\w)")  # what stays of «سبق للمغرب أن استضاف»
# The tens that number the noun a title begins with: in the nominative there («الدورة الثانية والتسعين» → «… والتسعون»).
_TENS_OF_HEAD = re.compile(r"\A((?:ال\w+ ){1,3}و?ال(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع))ين\b")
# The day of the month before what a list of days tells («10: غادر الوفد …»).
_DAY_NUMBER = re.compile(r"\A\d{1,2} ?[:.\-–] ?(?=[^\W\d])")
_ACCUSATIVE_END = ("ا", "اً", "ًا", "ان", "ين")
_ARABIC_END = ("ه", "ات", "ين", "ون", "يه", "يين")  # of a word that is no foreign name
# «طنجة / غادر …»: what is left of a line that said where and when.
_DATELINE = re.compile(r"\A\w+(?: \w+)? / ?(?=\w)")
_GOING = "يتنا"
_SHORT, _NATIVE = 3, 7


def rendered(grammar: Grammar, kept: Sequence[int]) -> str:
    """The words as the source writes them, parted by a space where others stood between, and by a dash written «ـ»."""
    out = ""
    for k, i in enumerate(kept):
        between = grammar.text[grammar.words[i - 1].end : grammar.words[i].start] if k > 0 and kept[k - 1] == i - 1 else " "
        article = "ال" if of_its_day(grammar, i, kept[k + 1] if k + 1 < len(kept) else -1) else ""
        out += (" – " if between.strip() == "\u0640" else " " if between and out else "") + article + grammar.raw(i)
    return out


def of_its_day(grammar: Grammar, i: int, after: int) -> bool:
    """Whether a noun has lost the day that made it definite, so that the article stands for it («لقاء الغد» → «اللقاء»).

    It has where the day can be nothing else, where a definite adjective stands at ``after``, behind the day («حصة الأحد
    الأخيرة»), or where another noun governs it («نهاية دوام الأحد»).
    """
    form, day = grammar.form(i), grammar.form(i + 1)
    days = (word_list("days_of"), discourse("weekday"), discourse("month_word"))
    if after == i + 1 or not any(day in words for words in days) or is_definite(form) or grammar.finite[i]:
        return False
    named = noun_of(form) is not None or form in word_list("day_nouns")
    if not named or ends_in_pronoun(grammar.raw(i)) or grammar.border(i) is not Border.NONE:
        return False
    led = grammar.form(i - 1) in word_list("spared") and (day in discourse("month_word") or day in discourse("today"))
    led = led and not (after >= 0 and grammar.finite[after])
    if led or day in word_list("surely_of") or (form in word_list("day_nouns") and day in discourse("weekday")):
        return True
    if grammar.raw(i).endswith(_ACCUSATIVE_END) or _finished(grammar, i - 1):
        return False
    adjective = after >= 0 and is_definite(grammar.form(after)) and grammar.border(after) is Border.NONE
    return (adjective and after <= i + _SHORT) or grammar.form(i - 1).removeprefix("ب") in word_list("construct")


def _finished(grammar: Grammar, i: int) -> bool:
    """Whether what stands before a noun does not govern it: a definite word, a verb, a mark, nothing."""
    return i < 0 or grammar.words[i].is_mark or is_definite(grammar.form(i)) or grammar.finite[i]


def freed(grammar: Grammar, first: int, line: str) -> str:
    """A line without the preposition joined to its first word («بالمسرح الذي …» → «المسرح …»)."""
    alone = line.split(" ", 1)[0][1:]
    known = fold(alone) in discourse("dated_noun") or (
        len(alone) >= _SHORT and (f" {alone} " in grammar.text or f"ال{alone} " in grammar.text)
    )
    if line[:1] not in "بل" or (grammar.border(first) is not Border.PHRASE and not known):
        return line
    if line.startswith("بال") and not known and not _is_native(fold(alone)):
        return line
    return f"ال{line[2:]}" if line.startswith("لل") else line[1:]


def _is_native(form: str) -> bool:
    """Whether a word is surely one with an article, and no foreign name that begins like one."""
    known = noun_of(form) is not None or bool(of_place(form.removeprefix("ال"))) or form.removeprefix("ال") in word_list("common")
    return known or len(form) <= _NATIVE or form.endswith(_ARABIC_END)


def governed(line: str) -> str:
    """A line whose first noun «ل» governs, as the object of a masdar far from it («احتضان متحف المدينة الكبير للمعرض»)."""
    if not line[:1].isalpha():
        return line
    return f"لل{line[2:]}" if line.startswith("ال") and fold(line.split(" ", 1)[0]) not in word_list("no_article") else f"ل{line}"


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
    title = _DECIMAL.sub(r"\1,\2", title)
    title = _QUOTED_WHOLE.sub(r"\1", _COMMAS.sub("،", title).strip(" ،؛:.-–—…"))
    title = _HAD.sub(_without_had, _AS_TO.sub("", title))
    title = _without_comma(_DAY_NUMBER.sub("", title))
    title = _DATELINE.sub("", title)
    title = _PRECEDED.sub(lambda m: ("ال" if m[1] == "لل" else "") + m[2] + " ", title)
    title = without_hanging(unjoined(title).strip())
    return _TENS_OF_HEAD.sub(r"\1ون", title)


def _without_had(found: re.Match[str]) -> str:
    """A space before a verb of the past; «قد» before one of the present makes it doubtful, and stays."""
    verb = any_verb(fold(found[1]))
    going = verb.present if verb is not None else fold(found[1])[:1] in _GOING
    return found[0] if going else " "


def _without_comma(title: str) -> str:
    """Without a comma between the verb at the head and who does it, either way round («غادر، سالم، القرية», «سالم، غادر …»)."""
    first, comma, rest = title.partition("، ")
    if not comma or " " in first:
        return title
    if plain_verb(fold(first)) is None:
        does = plain_verb(fold(rest.partition(" ")[0])) is not None and noun_of(fold(first)) is None
        return f"{first} {rest}" if does else title
    name, closing, after = rest.partition("، ")
    return f"{first} {name} {after}" if closing and name.count(" ") < _SHORT else f"{first} {rest}"


def unjoined(title: str) -> str:
    """Without the «و», «ف», «ب» or «ل» that joined the title to what went before."""
    first = fold(title.split(" ", 1)[0]).strip("،:")
    noun, rest = noun_of(first), first[1:]
    if plain_verb(first) is not None or first in discourse("born_with_waw") or (noun is not None and noun.lemma[0] == first[:1]):
        return title
    if first.startswith("لل") and len(first) > _SHORT + 1:
        return "ال" + title[2:]
    if first.startswith("بال") and len(first) > _SHORT + 2 and first not in discourse("born_with_ba") and _is_native(first[1:]):
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
