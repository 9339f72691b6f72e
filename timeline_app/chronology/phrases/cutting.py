"""Where may a title end? Whole words, whole phrases, and only after what its verb needs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from timeline_app.chronology.phrases.closing import is_met, main_verb, may_end, without_stump
from timeline_app.chronology.phrases.grammar import Border, Grammar, grammar_of
from timeline_app.chronology.phrases.sparing import is_named, is_outcome, is_place, is_spared
from timeline_app.chronology.phrases.wellformed import without_hanging
from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, binds, is_definite, noun_binds, word_list
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.traits.proper import listed
from timeline_app.chronology.traits.trait import place_words

LIMIT, SLACK, LONG, WHOLE = 70, 6, 90, 110
_FEWEST, _PAIR, _REMARK, _LEAST, _ENTIRE, _NAME = 3, 9, 18, 30, 120, 5
_UNKNOWN, _UNSURE, _INSIDE, _UNLIKED, _PART, _ENOUGH = 8, 12, 12, 24, 40, 60
_COMMAS = frozenset("،,")


def shorten(text: str) -> str:
    """A text cut to a title's length before a phrase that can be spared; whole words, nothing left hanging."""
    words = words_of(text) if len(text) > LIMIT + SLACK else ()
    if not words:
        return without_hanging(text)
    grammar = grammar_of(words, text)
    kept = cut(grammar, list(range(len(words))), 0)
    return without_hanging(text[words[kept[0]].start : words[kept[-1]].end])


def cut(grammar: Grammar, kept: list[int], spent: int, *, headed: bool = False) -> list[int]:
    """The words of a title without what can be spared at its end or between commas; ``spent`` letters stand before them.

    What is ``headed`` by a noun may end before any verb in it. A clause of up to ``_ENTIRE`` letters of which nothing can
    surely be spared stays whole: too long is better than cut open.
    """
    return _without_lone_comma(grammar, _cut(grammar, without_stump(grammar, kept), spent, headed=headed))


def _cut(grammar: Grammar, kept: list[int], spent: int, *, headed: bool) -> list[int]:
    if _length(grammar, kept) + spent <= LIMIT + SLACK:
        return kept
    for spare in (_without_brackets, _up_to_needed, _without_remarks, _without_phrase_before_object):
        kept = spare(grammar, kept, spent)
    lengths = [length + spent for length in _lengths(grammar, kept)]
    if lengths[-1] <= LIMIT + SLACK:
        return without_stump(grammar, kept)
    verb = None if headed else _ruling(grammar, kept)
    roof = next((k for k in range(len(kept) - 1, _FEWEST, -1) if lengths[k] <= WHOLE), _FEWEST)
    needed = next((k for k in range(roof, _FEWEST, -1) if _is_needed(grammar, kept, k, verb)), _FEWEST)
    ends = [k for k in range(needed, len(kept)) if may_end(grammar, kept, k, verb)]
    fair = [k for k in ends if _LEAST <= lengths[k] <= WHOLE + SLACK]
    spared = [k for k in fair if is_spared(grammar, kept, k)]
    if not spared and lengths[-1] > LONG:
        spared = [k for k in fair if is_place(grammar, kept, k) or is_outcome(grammar, kept, k)]
    if spared or lengths[-1] <= _ENTIRE:
        near = [k for k in spared if lengths[k] <= LIMIT + SLACK]
        return without_stump(grammar, kept[: max(near) if near else min([*spared, len(kept)])])
    late = next((k for k in ends if lengths[k] > WHOLE + SLACK and is_spared(grammar, kept, k)), len(kept))
    best = max([*ends, late], key=lambda k: (_worth(lengths[k]) - _doubt(grammar, kept, k), k))
    return without_stump(grammar, kept[:best])


def _without_lone_comma(grammar: Grammar, kept: list[int]) -> list[int]:
    """Without a comma that alone parts a verb's subject from a name beside it or from what it does («أعلن الوزير، توسعة …»)."""
    kept = kept[: len(kept) - (len(kept) > 1 and grammar.border(kept[-1]) is Border.REMARK)]
    marks = [k for k, i in enumerate(kept) if grammar.border(i) is Border.REMARK and not grammar.held[i]]
    if len(marks) != 1 or not 0 < marks[0] < len(kept) - 1:
        return kept
    after = kept[marks[0] + 1 :]
    said = kept[: marks[0]]
    form = grammar.form(after[0])
    told = next((i for i in said if grammar.finite[i]), -1)
    if grammar.border(after[0]) is Border.PHRASE:
        return [*said, *after] if _completes(grammar, said, after[0], told) else kept
    if told < 0:  # «الوزير، غادر القرية»
        named = all(grammar.border(i) is Border.NONE for i in said) and len(said) <= _NAME
        return [*said, *after] if named and grammar.finite[after[0]] and not grammar.held[after[0]] else kept
    described = len(after) > 1 and all(grammar.raw(i).endswith(("ا", "اً", "ًا")) for i in after[:2])  # «دعما سخيا»
    named = described or is_definite(form) or noun_of(form) is not None or grammar.raw(after[0]).endswith(("اً", "ًا"))
    named = named or (object_at(grammar, kept, marks[0] + 1) and not form[:1].isdigit())
    apart = not named or form.startswith("الم") or form in discourse("apposition") or grammar.finite[after[0]]
    listed = any(grammar.border(i) is Border.JOINED for i in after)
    return kept if apart or listed or grammar.border(after[0]) is not Border.NONE else [*kept[: marks[0]], *after]


def _ruling(grammar: Grammar, kept: Sequence[int]) -> int | None:
    """The main verb of a title, or None where a clause of its own begins before it."""
    verb = main_verb(grammar, kept)
    parted = verb is not None and any(grammar.border(i) is Border.CLAUSE for i in kept[_FEWEST : kept.index(verb)])
    return None if parted else verb


def _without_brackets(grammar: Grammar, kept: list[int], _spent: int) -> list[int]:
    """Without what stands in round brackets."""
    out: list[int] = []
    depth = 0
    for i in kept:
        depth += grammar.held[i] and grammar.form(i) == "(" and (depth > 0 or is_definite(grammar.form(i - 1)))
        if not depth:
            out.append(i)
        depth -= depth > 0 and grammar.form(i) == ")"
    return out if len(out) > _FEWEST else kept


def _is_needed(grammar: Grammar, kept: Sequence[int], k: int, verb: int | None) -> bool:
    """Whether what the verb cannot do without begins at ``kept[k]``: an object, or the first phrase that it binds."""
    border = grammar.border(kept[k])
    if border is Border.PHRASE and verb is not None and verb < kept[k] and verb in kept:
        form = grammar.form(kept[k])
        bound = form if form in word_list("spared") else form[:1]
        rest = kept[kept.index(verb) + 1 : k]
        far = bound in ("من", "في") and any(grammar.border(i) is Border.REMARK for i in rest)
        return binds(any_verb(grammar.form(verb)), bound) and not far and not is_met(grammar, rest, bound)
    if border is not Border.NONE or not object_at(grammar, kept, k) or grammar.form(kept[k - 1]) in word_list("ranking"):
        return False
    comma = next((j for j in range(k - 1, -1, -1) if grammar.border(kept[j]) is Border.REMARK), -1)
    return not (0 <= comma < k - 1 and grammar.border(kept[comma + 1]) is Border.PHRASE)


def object_at(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether an object begins at ``kept[k]``: an indefinite noun after a definite one that no preposition governs with it."""
    if k >= len(kept):
        return False
    i, before = kept[k], kept[k - 1]
    form, previous = grammar.form(i), grammar.form(before)
    if grammar.border(i) is not Border.NONE or grammar.held[i] or grammar.words[i].is_mark or grammar.finite[i]:
        return False
    if form[:1] in "بلك" and noun_of(form) is None:
        return False
    if before != i - 1 and form[:1].isalpha() and form not in discourse("stop") - discourse("office"):
        return True
    definite = previous in _COMMAS or is_definite(previous) or place_words(grammar.words[before : before + 1]) > 0
    nominal = (
        noun_of(form) is not None
        or grammar.raw(i).endswith(("اً", "ات", "ة"))
        or form in word_list("counting")
        or form[:1].isdigit()
    )
    return definite and nominal and not is_definite(form)


def _up_to_needed(grammar: Grammar, kept: list[int], spent: int) -> list[int]:
    """Without what parts a verb from what it cannot do without («قضت المحكمة على فلان، الذي …، بالسجن»).

    What parts them begins with a comma or as a circumstance, and a comma ends it.
    """
    verb = main_verb(grammar, kept) if _length(grammar, kept) + spent > LIMIT + SLACK else None
    if verb is None or verb not in kept:
        return kept
    start = kept.index(verb) + 1
    first = next((k for k in range(start + 1, len(kept)) if _parts_off(grammar, kept, k)), len(kept))
    if first + 1 < len(kept) and _completes(grammar, kept[start:first], kept[first + 1], verb):
        return kept
    for k in range(first + 2, len(kept)):
        if grammar.border(kept[k - 1]) is Border.REMARK and _completes(grammar, kept[start:first], kept[k], verb):
            commas = [j for j in range(start, first) if grammar.border(kept[j]) is Border.REMARK]
            opened = sum(grammar.border(kept[j + 1]) is not Border.JOINED for j in commas) % 2
            return [*kept[:first], *kept[k - opened :]]  # the comma that an earlier one opened is closed
    return kept


def _parts_off(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether a circumstance begins at ``kept[k]``, or behind a comma a phrase, a relative clause, what somebody is."""
    if grammar.border(kept[k]) is not Border.REMARK:
        return grammar.border(kept[k]) is Border.PHRASE and is_spared(grammar, kept, k)
    if k + 1 >= len(kept) or grammar.held[kept[k]]:
        return False
    after = grammar.form(kept[k + 1])
    told = after in listed("offices") or after in discourse("office") | discourse("apposition")
    described = after.startswith("الم") and is_definite(grammar.form(kept[k - 1]))
    return told or described or grammar.border(kept[k + 1]) in (Border.PHRASE, Border.RELATIVE, Border.CLAUSE)


def _completes(grammar: Grammar, said: Sequence[int], i: int, verb: int) -> bool:
    """Whether a phrase that the verb or a noun ``said`` behind it waits for begins at ``i``, or an object by its ending."""
    form = grammar.form(i)
    if grammar.border(i) is Border.PHRASE:
        bound = form if form in word_list("spared") else form[:1]
        waiting = any(noun_binds(grammar.form(j), bound) for j in said)
        waiting = waiting or (verb >= 0 and binds(any_verb(grammar.form(verb)), bound))
        return waiting and not is_met(grammar, said, bound)
    return grammar.border(i) is Border.NONE and grammar.raw(i).endswith(("اً", "ًا")) and form[:1] != "م"


def _without_remarks(grammar: Grammar, kept: list[int], spent: int) -> list[int]:
    """Without what stands between two commas, where the clause goes on after it."""
    while _length(grammar, kept) + spent > LIMIT + SLACK:
        marks = [k for k, i in enumerate(kept) if grammar.border(i) is Border.REMARK and not grammar.held[i]]
        pair = next((p for p in pairwise(marks) if _is_remark(grammar, kept, *p)), None)
        pair = _with_apposition(grammar, kept, marks, pair) if pair is not None else None
        if pair is None:
            return kept
        kept = [*kept[: pair[0]], *kept[pair[1] + 1 :]]
    return kept


def _with_apposition(grammar: Grammar, kept: Sequence[int], marks: Sequence[int], pair: tuple[int, int]) -> tuple[int, int]:
    """«، الذي يشارك فيه الوزير، سالم العامري،»: a remark with the name that belongs to its last noun."""
    third = next((k for k in marks if k > pair[1]), -1)
    inside = kept[pair[1] + 1 : third] if third > 0 else []
    named = 0 < len(inside) <= _FEWEST + 1 and all(grammar.border(i) is Border.NONE and not grammar.finite[i] for i in inside)
    relative = grammar.border(kept[pair[0] + 1]) is Border.RELATIVE
    return (pair[0], third) if relative and named else pair


def _is_remark(grammar: Grammar, kept: Sequence[int], first: int, second: int) -> bool:
    if first < 2 or second - first > _REMARK or second + 1 >= len(kept):
        return False
    left_out = (m for j in range(first, second) for m in range(kept[j] + 1, kept[j + 1]))
    if any(grammar.form(m) in _COMMAS for m in left_out):
        return False
    after = grammar.form(kept[second + 1])
    opening = grammar.form(kept[first + 1])
    if after[:1] == "و" and after not in discourse("born_with_waw"):
        return False
    ruler = main_verb(grammar, kept[:first])
    told = any_verb(grammar.form(ruler)) if ruler is not None else None
    if binds(told, opening) or binds(told, opening[:1]):
        return False
    border = grammar.border(kept[first + 1])
    if after in listed("offices") or after in discourse("office"):  # «، بحضور سالم، مدير النادي، …»
        return False
    if border is Border.PHRASE and place_words(grammar.words[kept[second + 1] : kept[second + 1] + 1]):
        return False
    goes_on = border is not Border.PHRASE or grammar.border(kept[second + 1]) is Border.NONE
    title = is_definite(grammar.form(kept[first - 1])) and opening in listed("offices")  # «سالم الحداد، مدير المصنع، …»
    spared = border in (Border.PHRASE, Border.RELATIVE, Border.CLAUSE) or opening in discourse("apposition") or title
    return goes_on and spared


def _without_phrase_before_object(grammar: Grammar, kept: list[int], spent: int) -> list[int]:
    """«أطلقت الجمعية [في لقاء بالرباط] حملة …»: without the phrase that stands before the object."""
    if _length(grammar, kept) + spent <= LIMIT + SLACK:
        return kept
    verb = next((k for k, i in enumerate(kept) if grammar.finite[i]), -1)
    if verb < 0:
        return kept
    found = (k for k in range(verb + 2, len(kept)) if object_at(grammar, kept, k))
    at = next((k for k in found if _is_sure(grammar, kept, k)), -1)
    if at < 0:
        return kept
    told = any_verb(grammar.form(kept[verb]))
    for k in range(at - 1, verb + 1, -1):
        form = grammar.form(kept[k])
        if grammar.border(kept[k]) is Border.PHRASE and form[:1] == "ل" and any_verb(form[1:]) is not None:
            return kept
        if is_spared(grammar, kept, k) and not (binds(told, form) or binds(told, form[:1])):
            spared = [*kept[:k], *kept[at:]]
            return spared if k - verb > 1 and len(kept) - at >= 2 else kept
    return kept


def _is_sure(grammar: Grammar, kept: Sequence[int], k: int) -> bool:
    """Whether the object at ``kept[k]`` is surely one: no number, and behind a comma by its ending alone."""
    accusative = [grammar.raw(i).endswith(("ا", "اً", "ًا")) for i in kept[k : k + 2]]
    if grammar.form(kept[k])[:1] == "م" and all(accusative):  # a circumstance («مسجلا ارتفاعا»)
        return False
    if grammar.form(kept[k - 1]) in _COMMAS:
        return accusative[0]
    return not grammar.form(kept[k])[:1].isdigit()


def _doubt(grammar: Grammar, kept: Sequence[int], k: int) -> int:
    """How unsure it is that a title may end before ``kept[k]``: a phrase may be needed, «و» a list, «لل…» a name."""
    if k == len(kept) or grammar.border(kept[k]) is Border.REMARK:
        return 0
    relative = max((j for j, i in enumerate(kept[:k]) if grammar.border(i) is Border.RELATIVE), default=-1)
    inside = relative >= 0 and not any(grammar.form(i) in _COMMAS for i in kept[relative:k])
    known = _UNKNOWN if is_definite(grammar.form(kept[k - 1])) else _UNLIKED
    part = _UNLIKED if is_definite(grammar.form(kept[k])) and is_definite(grammar.form(kept[k - 1])) else _UNKNOWN
    doubts = {Border.RELATIVE: 0 if is_named(grammar, kept, k) else known, Border.JOINED: part}
    phrase = _UNSURE if grammar.form(kept[k]) in word_list("spared") else _UNLIKED
    phrase = _PART if grammar.form(kept[k]).startswith("لل") and is_definite(grammar.form(kept[k - 1])) else phrase
    return doubts.get(grammar.border(kept[k]), phrase) + (_INSIDE if inside else 0)


def _worth(length: int) -> int:
    """How good the length of a title is that is cut in doubt: enough is enough, and what is longer than long costs."""
    return min(length, _ENOUGH) - max(0, length - LONG) // 2


def _length(grammar: Grammar, kept: Sequence[int]) -> int:
    return _lengths(grammar, kept)[-1]


def _lengths(grammar: Grammar, kept: Sequence[int]) -> list[int]:
    """The lengths of the first none, one, two … of the words, with a space between each two; marks take no room."""
    words = (grammar.words[i] for i in kept)
    return list(accumulate((0 if word.is_mark else word.end - word.start + 1 for word in words), initial=-1))
