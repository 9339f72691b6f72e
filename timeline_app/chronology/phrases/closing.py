"""Where may a title not end? Within what belongs together, before what its verb needs, or with a stump of what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.wellformed import hangs
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, binds, far_bound, is_definite, is_phrase, noun_binds, word_list
from timeline_app.chronology.traits.trait import place_words

_FEWEST, _PAIR, _LIST = 3, 9, 18


def may_end(grammar: Grammar, kept: Sequence[int], k: int, verb: int | None) -> bool:
    """Whether a title whose verb stands at ``verb`` may end before ``kept[k]``, behind which no object begins."""
    i = kept[k]
    border = grammar.border(i)
    apart = border is Border.NONE and grammar.form(i) in word_list("of_them")
    if (border in (Border.NONE, Border.CONTENT) and not apart) or hangs(grammar.form(kept[k - 1])):
        return False
    if border is Border.JOINED and (shares_end(grammar, i) or _is_each(grammar, kept, k)):
        return False
    form = grammar.form(i)
    if (verb is not None and verb not in kept[:k]) or _is_left_open(grammar, kept, k):
        return False
    goes_on = border is Border.REMARK and k + 1 < len(kept) and not _opens_spared(grammar, kept[k + 1])
    if goes_on and not _names_again(grammar, kept, k):
        return False
    told = (j for j in kept[:k] if not grammar.words[j].is_mark and j != verb)
    if len(tuple(islice(told, _FEWEST - 1))) < _FEWEST - 1 or (grammar.held[i] and grammar.held[kept[k - 1]]):
        return False
    led = grammar.form(kept[k + 1]) if border is Border.REMARK and k + 1 < len(kept) else form
    ruler = any_verb(grammar.form(verb)) if verb is not None else None
    bound = led if binds(ruler, led) else led[:1] if binds(ruler, led[:1]) else ""
    if bound and not is_met(grammar, kept[kept.index(verb) : k] if verb in kept else [], bound):
        return False
    if verb is not None and border is Border.PHRASE and k - kept.index(verb) <= _FEWEST - 1:
        return False
    said = [grammar.form(j) for j in kept[max(0, k - _PAIR) : k]]
    described = len(said) > 1 and is_definite(said[-1]) and is_definite(said[-2])  # «الغالبية العظمى من …»
    if grammar.finite[kept[k - 1]] or any(_needs(noun, form) for noun in said[-1 - described :]):
        return False
    if _waits(grammar, kept, k):
        return False
    return not _pairs(said, form) and not said[-1][:1].isdigit() and said[-1] not in discourse("number_word")


def without_stump(grammar: Grammar, kept: list[int]) -> list[int]:
    """Without a verb at the end of which nothing more is told, and without a relative clause whose verb was left out."""
    end = len(kept)
    while end > _FEWEST and (_is_stump(grammar, kept[end - 1], kept[end - 2]) or _was_described(grammar, kept[end - 1])):
        end -= 1
    relative = max((k for k in range(end) if grammar.border(kept[k]) is Border.RELATIVE), default=-1)
    bare = relative >= _FEWEST - 1 and not any(grammar.finite[i] for i in kept[relative:end])
    return kept[: relative if bare else end]


def before_list(grammar: Grammar, kept: Sequence[int]) -> tuple[int, ...]:
    """The words that are left of «ثلاثة رؤساء هم …» before the list, of which an item has gone."""
    for k in range(_FEWEST, len(kept)):
        near = (grammar.form(i) for i in kept[max(0, k - _PAIR) : k])
        if grammar.form(kept[k]) in word_list("naming_all") and any(f in word_list("numerals") or f.isdigit() for f in near):
            return tuple(kept[:k])
    return tuple(kept)


def shares_end(grammar: Grammar, i: int) -> bool:
    """Whether a joined noun and the one before it have one complement («برنامج وفعاليات المهرجان»), or make one number."""
    form, before = grammar.form(i), grammar.form(i - 1)
    if form[1:].isdigit() or before in discourse("number_word"):
        return True
    plain = before[:1].isalpha() and not (
        is_definite(form) or is_definite(before) or grammar.words[i - 1].is_mark or place_words(grammar.words[i - 1 : i])
    )
    goes_on = i + 1 < len(grammar.words) and grammar.border(i + 1) is Border.NONE and _is_owner(grammar, i + 1)
    return plain and goes_on and not grammar.raw(i - 1).endswith(("ا", "ًا", "اً", "ة"))


def _is_owner(grammar: Grammar, i: int) -> bool:
    """Whether what a noun is of stands at ``i``: a definite noun, or one that a place follows («مهرجان القرية»)."""
    named = i + 1 < len(grammar.words) and (is_definite(grammar.form(i + 1)) or place_words(grammar.words[i + 1 : i + 2]) > 0)
    return is_definite(grammar.form(i)) or (
        named and grammar.border(i + 1) is Border.NONE and noun_of(grammar.form(i)) is not None
    )


def main_verb(grammar: Grammar, kept: Sequence[int]) -> int | None:
    """The first verb of a title that belongs to no relative clause and describes no noun, or None."""
    bound = False
    for i in kept:
        if grammar.border(i) is Border.RELATIVE:
            bound = True
        elif grammar.finite[i]:
            if not bound and not grammar.modifies(i):
                return i
            bound = False
    return _verb_of_named(grammar, kept)


def _verb_of_named(grammar: Grammar, kept: Sequence[int]) -> int | None:
    """The verb behind a name that a comma adds to a definite subject («الوسيط الذي قاد …، سامر حداد التقى …»), or None."""
    comma = next((k for k, i in enumerate(kept) if grammar.border(i) is Border.REMARK and not grammar.held[i]), -1)
    if comma < 1 or not is_definite(grammar.form(kept[0])):
        return None
    stops = (Border.RELATIVE, Border.CLAUSE, Border.STOP, Border.CONTENT, Border.REMARK, Border.PHRASE)
    near = kept[comma + 1 : comma + 1 + _PAIR]
    end = next((k for k, i in enumerate(near) if grammar.border(i) in stops), len(near))
    return next((i for i in near[:end] if grammar.finite[i]), None)


def is_met(grammar: Grammar, rest: Sequence[int], bound: str) -> bool:
    """Whether the phrase that a verb needs has been said: one opened by the preposition ``bound``, alone or joined."""
    phrases = (grammar.form(i) for i in rest if grammar.border(i) is Border.PHRASE)
    return any(form == bound or (len(bound) == 1 and form[:1] == bound and form not in word_list("spared")) for form in phrases)


def _needs(noun: str, form: str) -> bool:
    """Whether a noun needs the phrase that ``form`` opens."""
    return noun_binds(noun, form) or noun_binds(noun, form[:1])


def _waits(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether «قيام …» stands before ``kept[k]`` and what was done behind it."""
    for j in range(k - 1, -1, -1):
        wanted = far_bound(grammar.form(kept[j]))
        if wanted and not is_met(grammar, kept[j + 1 : k], wanted):
            return is_met(grammar, kept[k:], wanted)
    return False


def _is_each(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether «كل من …» stands before ``kept[k]``: all of them are named, or none."""
    near = range(max(0, k - _LIST), k)
    return any(grammar.form(kept[j]).removeprefix("ل") == "كل" and grammar.form(kept[j] + 1) == "من" for j in near)


def _is_left_open(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether what stands before ``kept[k]`` waits for more: a noun whose date has gone, what «أن» opens for its verb."""
    last = kept[k - 1]
    form = grammar.form(last)
    parted = kept[k] > last + 1 and not grammar.words[last + 1].is_mark and not is_phrase(grammar.form(last + 1))
    if parted and noun_of(form) is not None and not is_definite(form) and not grammar.raw(last).endswith(("ا", "ًا", "اً", "ات")):
        return True
    content = max((j for j in range(k) if grammar.border(kept[j]) is Border.CONTENT), default=-1)
    told = (
        any(grammar.form(i) in discourse("dangling") for i in kept[content:k]) or main_verb(grammar, kept[content:k]) is not None
    )
    return content >= 0 and not told and any(grammar.finite[i] for i in kept[k:])


def _opens_spared(grammar: Grammar, i: int) -> bool:
    """Whether what follows a comma may be spared: a phrase, a relative clause, a joined noun, a remark on what was named."""
    spared = (Border.PHRASE, Border.RELATIVE, Border.CLAUSE, Border.JOINED, Border.STOP)
    return grammar.border(i) in spared or grammar.form(i) in discourse("apposition")


def _names_again(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """«لانتخاب مجلس جديد، الجمعية الوطنية»: the definite noun behind the last comma is what a phrase before it named."""
    after = kept[k + 1 :]
    named = (grammar.border(i) is Border.NONE or grammar.form(i).startswith("لل") for i in after)
    plain = all(named) and not any(grammar.finite[i] for i in after) and is_definite(grammar.form(after[0]))
    last = next((i for i in reversed(kept[:k]) if grammar.border(i) is not Border.NONE), kept[0])
    return plain and grammar.border(last) is Border.PHRASE


def _pairs(said: Sequence[str], form: str) -> bool:
    """«بين … و …» and «من … إلى …» are not parted: ``said`` are the last words before ``form``."""
    between = any(f in ("بين", "وبين") for f in said) and form[:1] == "و"
    return between or (form == "الي" and any(f in ("من", "ومن") for f in said))


def _is_stump(grammar: Grammar, last: int, before: int) -> bool:
    """Whether the last word tells nothing: a verb, a pronoun of a clause that is gone, «كانت» or the participle after it."""
    waiting = grammar.form(before) in discourse("was") and before == last - 1
    waiting = waiting and (grammar.form(last)[:1] == "م" or is_phrase(grammar.form(last)))
    waiting = waiting and grammar.form(before - 1) not in discourse("whatever")  # «أقل مما كان متوقعا» is whole
    was = grammar.form(last) in discourse("was") or _has_lost_end(grammar, last)
    begun = grammar.border(before) is Border.REMARK and grammar.form(last)[:1] == "م" and not is_definite(grammar.form(last))
    return was or waiting or begun or grammar.finite[last] or grammar.border(last) in (Border.RELATIVE, Border.CONTENT)


def _was_described(grammar: Grammar, last: int) -> bool:
    """«… بعقد [يمتد حتى 2025]»: an indefinite noun in a phrase of which the verb behind it told."""
    led = grammar.border(last) is Border.PHRASE and not is_definite(grammar.form(last)) and last + 1 < len(grammar.words)
    led = led and not grammar.form(last - 1).startswith("م")  # «مرتبطة بحادث»
    return led and grammar.finite[last + 1] and grammar.modifies(last + 1)


def _has_lost_end(grammar: Grammar, last: int) -> bool:
    """«… ونهاية [رمضان]»: a joined noun of action that its date alone completed."""
    form = grammar.form(last)
    bare = grammar.border(last) is Border.JOINED and not is_definite(form) and noun_of(form[1:]) is not None
    goes_on = last + 1 < len(grammar.words) and not grammar.words[last + 1].is_mark and grammar.border(last + 1) is Border.NONE
    return bare and goes_on and not grammar.raw(last).endswith(("ا", "ًا", "اً", "ة", "ات"))
