"""Which words of a sentence are its dates, with what leads to them? Those a title leaves out without a hole."""

from __future__ import annotations

import re

from timeline_app.chronology.phrases.grammar import Border, Grammar
from timeline_app.chronology.phrases.medium import media_of
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import Trigger, asides, discourse, noun_of, verb_of
from timeline_app.chronology.sentences.wordclass import any_verb, binds, is_definite, is_phrase, noun_binds, word_list
from timeline_app.chronology.sentences.words import bare
from timeline_app.chronology.traits.doer import ends_in_pronoun
from timeline_app.model.daterange import Grain
from timeline_app.model.expression import Reading, TimexType

_MASDAR = re.compile(r"ت\w\wي\w\Z")  # «تكريس»
_FINE = (Grain.DAY, Grain.MINUTE)
_APART = (Border.STOP, Border.CONTENT)
_COMMAS, _NEAR, _REACH, _MONTH, _ZONE = ("،", ","), 10, 20, 5, 5


def dates_in(clause: Clause, grammar: Grammar) -> frozenset[int]:
    """The indices of the sentence's words that are dates or lead to one."""
    gone = _asides(grammar) | media_of(grammar)
    for reading in clause.sentence.readings:
        inside = _inside(grammar, reading)
        if not inside or (_stays(grammar, inside[0], reading) and not _is_deictic(grammar, inside)):
            continue
        if _bounds_denied(grammar, inside[0]) or (reading not in clause.readings and _tells_apart(grammar, inside[0], reading)):
            continue
        gone.update(inside)
        i = inside[0] - 1
        while i >= 0 and _leads(grammar, i) and not _is_adjective(grammar, i, inside[0]):
            gone.add(i)
            i -= 1
        while i >= 0 and _counts_back(grammar, i):
            gone.add(i)
            i -= 1
        counted = next((k for k in range(i, -1, -1) if grammar.form(k) not in discourse("counted")), -1)
        if counted < i and grammar.form(counted) in discourse("was"):
            gone.update(range(counted, i + 1))
            i = counted - 1
        if i + 1 in gone and grammar.form(i + 1) in _COMMAS and _open_comma(grammar, i + 1):
            gone.discard(i + 1)
        gone.update(_participle(grammar, i))
        put_off = grammar.form(i)[:1] == "ل" and any(_puts_off(grammar.form(k)) for k in range(i))
        gone.update(k for k in _orphaned(grammar, i) if i + 1 in gone and (put_off or clause.head not in (i, i - 1)))
        gone.update(_offset_tail(grammar, inside, clause.head))
        if i == inside[0] - 1 and i >= 0 and _witnesses(grammar.form(i)):
            gone.add(i)
        after = inside[-1] + 1
        while grammar.form(after) in word_list("blessed") or _describes_time(grammar, inside[-1], after):
            gone.add(after)
            after += 1
        zone = range(after, _zone_end(grammar, after))
        gone.update(zone)
        after += len(zone)
        gone.update(k for k in _emptied(grammar, i, after) if i + 1 in gone and clause.head != i)
        if _closes(grammar, after, gone):
            gone.add(after)
    return frozenset(gone)


def _tells_apart(grammar: Grammar, first: int, reading: Reading) -> bool:
    """«قضية انقلاب عام 1989»: the year of another event says which one is meant, at once behind an indefinite noun of it."""
    before = grammar.form(first - 1)
    year = bool(reading.ranges) and reading.ranges[0].grain is Grain.YEAR
    noun = noun_of(before) if first and not grammar.finite[first - 1] and not is_definite(before) else None
    return year and noun is not None and not ends_in_pronoun(grammar.raw(first - 1))


def _describes_time(grammar: Grammar, last: int, i: int) -> bool:
    """«هذه الفترة الزمنية القليلة»: what qualifies the time that a date ends with."""
    if grammar.form(last) not in word_list("times") or not (last < i < len(grammar.words)) or not is_definite(grammar.form(i)):
        return False
    return grammar.border(i) is Border.NONE and not grammar.finite[i] and grammar.raw(last)[-1] == grammar.raw(i)[-1] == "ة"


def _bounds_denied(grammar: Grammar, first: int) -> bool:
    """«لن يعود … حتى عام …», «لم يظهر منذ …»: without its end what is denied, or the delay that is granted, is another."""
    lead = next((form for form in ("حتي", "منذ") if form in (grammar.form(first), grammar.form(first - 1))), "")
    if not lead:
        return False
    for i in range(first - 2, max(-1, first - _REACH), -1):
        if grammar.border(i) in (Border.STOP, Border.CONTENT) and not grammar.words[i].is_mark:
            return False
        if grammar.finite[i]:
            verb = any_verb(grammar.form(i))
            granted = lead == "حتي" and verb is not None and verb.lemma in word_list("granting")
            return grammar.form(i - 1) in discourse("negation") or granted
    return False


def _asides(grammar: Grammar) -> set[int]:
    """«من جهته», «في وقت سابق», «آنذاك»: what stands in a sentence for its place in the text, with the commas around it."""
    gone: set[int] = set()
    table = asides()
    for i in (k for k, word in enumerate(grammar.words) if word.form in table and not grammar.held[k]):
        found = table[grammar.form(i)]
        size = next((len(p) for p in found if all(grammar.form(i + k) == form for k, form in enumerate(p))), 0)
        if not size or (grammar.form(i) in word_list("part") and not _stands_apart(grammar, i)):
            continue
        gone.update(range(i, i + size))
        if grammar.form(i + size) in _COMMAS and (i == 0 or grammar.form(i - 1) in _COMMAS):
            gone.update((i + size, max(i - 1, 0)))
    return gone


def _stands_apart(grammar: Grammar, i: int) -> bool:
    """«… وبدوره أعلن»: at the head of its clause, or before a comma or a verb; elsewhere «بدوره» is a part that is played."""
    return i == 0 or grammar.form(i + 1) in _COMMAS or (i + 1 < len(grammar.words) and grammar.finite[i + 1])


def _zone_end(grammar: Grammar, start: int) -> int:
    """After «بتوقيت …», «بالتوقيت المحلي», «غرينتش», which belong to the hour before them."""
    if grammar.form(start) in word_list("zones"):
        return start + 1
    if grammar.form(start) not in word_list("clock"):
        return start
    stop = next((i for i in range(start + 1, len(grammar.words)) if _ends_zone(grammar, i)), len(grammar.words))
    return min(stop, start + _ZONE)


def _ends_zone(grammar: Grammar, i: int) -> bool:
    return grammar.border(i) is not Border.NONE or grammar.words[i].is_mark or grammar.finite[i] or grammar.form(i)[:1].isdigit()


def _is_adjective(grammar: Grammar, i: int, first: int) -> bool:
    """«حفل عام يوم الجمعة»: «عام» is no year before a day."""
    return grammar.form(i) == "عام" and i < first and not grammar.form(i + 1)[:1].isdigit()


def _inside(grammar: Grammar, reading: Reading) -> list[int]:
    span = reading.span
    return [i for i, word in enumerate(grammar.words) if span.start < word.end and word.start < span.end]


def _is_deictic(grammar: Grammar, inside: list[int]) -> bool:
    """«انتخابات أبريل الماضي», «لقاء الغد»: what is counted from the day of writing belongs to no name, unless it is quoted."""
    return any(grammar.form(i) in word_list("deictic") and not grammar.held[i] for i in inside)


def _stays(grammar: Grammar, first: int, reading: Reading) -> bool:
    """A length of time that is told («مهلة ثلاثة أيام»), a date inside a name («حرب أكتوبر», «هلال شوال»), one that is quoted."""
    before = grammar.form(first - 1)
    if _is_joined(grammar.form(first)) and _needs_phrase(grammar, first):
        return True  # «احتفلت القرية ببداية السنة»
    if grammar.held[first] and grammar.form(first) in discourse("today") and before not in ("(", "["):
        return True
    if reading.expression.type is TimexType.SET:
        return True
    if reading.expression.type is TimexType.DURATION:
        return before not in discourse("length_lead")
    ranked = is_definite(before) and bare(before) in word_list("ranking")  # «القسم الأول 14 ديسمبر»
    if before in discourse("marked_day") or (bare(before) in discourse("marked_day") and not ranked):
        return True
    if _is_part_of_name(grammar, first) or before in word_list("named_by_day"):
        return True
    fine = bool(reading.ranges) and reading.ranges[0].grain in _FINE
    return before in discourse("dated_noun") and not fine


def _is_joined(form: str) -> bool:
    """A noun behind «بـ», and no word of time that begins so («بعد»)."""
    return form[:1] == "ب" and not any(form in words for words in (word_list("spared"), discourse("date_preposition")))


def _needs_phrase(grammar: Grammar, first: int) -> bool:
    """Whether the verb before a word, or the one around the relative clause that a comma closes, needs what «بـ» joins to it."""
    verbs = [i for i in range(first - 1, -1, -1) if grammar.finite[i] or grammar.border(i) in _APART]
    closed = any(grammar.form(i) in _COMMAS for i in range(verbs[0], first)) if verbs else False
    bound = closed and any(grammar.border(i) is Border.RELATIVE for i in range(max(0, verbs[0] - 2), verbs[0]))
    return any(binds(any_verb(grammar.form(i)), "ب") for i in verbs[: 1 + bound])


def _ruler(grammar: Grammar, first: int) -> Trigger | None:
    """The nearest finite verb before a word, or None."""
    verb = next((i for i in range(first - 1, -1, -1) if grammar.finite[i]), -1)
    return any_verb(grammar.form(verb)) if verb >= 0 else None


def _is_part_of_name(grammar: Grammar, first: int) -> bool:
    """«إجازة عيد الفطر», «هلال شهر رمضان»: a feast or a month right after the noun that it belongs to."""
    form, before = grammar.form(first), grammar.form(first - 1)
    if first == 0 or form[:1].isdigit() or not before[:1].isalpha() or grammar.finite[first - 1]:
        return False
    if form == "شهر" and any(grammar.form(i) in discourse("dated_word") for i in range(first + 1, first + _MONTH)):
        return False  # «جلسة شهر أكتوبر الماضي»
    if any(form in discourse(name) for name in ("weekday", "today", "dated_word", "date_preposition")) or form.startswith("ال"):
        return form in discourse("month") and noun_of(before) is not None and not before.startswith("ال")
    free = any(before in discourse(name) for name in ("stop", "date_preposition", "date_lead", "auxiliary", "relative"))
    accusative = grammar.raw(first - 1).endswith(("ا", "اً", "ًا"))
    named = noun_of(before) is not None or before in word_list("dated_names") or _MASDAR.match(before) is not None
    return named and not is_definite(before) and not free and not accusative


def _offset_tail(grammar: Grammar, inside: list[int], head: int) -> list[int]:
    """«بعد شهرين فقط على انتقاله», «بعد يوم من تأكيد الوفاة»: what the offset is counted from goes with it."""
    i = inside[-1] + 1
    i += grammar.form(i) == "فقط"
    led = grammar.form(inside[0]) in discourse("offset") or grammar.form(inside[0] - 1) in discourse("offset")
    alone = grammar.form(inside[-1]) in discourse("day_after") | discourse("day_before")  # «غداة قيام …»
    if not alone and (not led or grammar.form(i) not in discourse("offset_of")):
        return []
    whole = range(i + 1, len(grammar.words))
    ruler = _ruler(grammar, inside[0])
    event = grammar.form(i + 1)  # «إضرابه عن الطعام»: the phrase that the event itself needs goes with it
    parts = (
        k for k in whole if grammar.finite[k] or (_parts_offset(grammar, k, ruler) and not noun_binds(event, grammar.form(k)))
    )
    stop = next(parts, len(grammar.words))
    if inside[-1] < head < stop:
        return []
    return list(range(inside[-1] + 1, stop))


def _parts_offset(grammar: Grammar, k: int, ruler: Trigger | None) -> bool:
    """Whether word ``k`` is no part of what an offset is counted from: no phrase either that the verb of the clause needs."""
    form, border = grammar.form(k), grammar.border(k)
    if border is Border.PHRASE:
        return form not in discourse("partitive") and (binds(ruler, form) or binds(ruler, form[:1]))
    return border not in (Border.NONE, Border.JOINED)


def _participle(grammar: Grammar, i: int) -> tuple[int, ...]:
    """«المقرر في …», «والمقرر لها …»: what stands for a relative clause before a date goes with it."""
    k = i - 1 if grammar.form(i) in ("لها", "له", "لهم") else i
    found = k > 0 and grammar.form(k).removeprefix("و") in discourse("participles")
    found = found and not grammar.finite[k - 1] and grammar.border(k) is not Border.PHRASE and not is_phrase(grammar.form(k - 1))
    return tuple(range(k, i + 1)) if found else ()


def _puts_off(form: str) -> bool:
    return any(word in discourse("postponing") for word in (form, getattr(any_verb(form), "lemma", "")))


def _orphaned(grammar: Grammar, i: int) -> tuple[int, ...]:
    """«إلى جلسة …», «… والأولى منذ …», «وبدء …»: what would stand there for nothing without the date behind it."""
    if i < 1 or grammar.words[i].is_mark:
        return ()
    form = grammar.form(i)
    if form in word_list("slots"):
        needed = noun_binds(grammar.form(i - 2), grammar.form(i - 1))  # «المشاركة في جلسة اليوم»
        return (i - 1, i) if grammar.form(i - 1) in discourse("date_preposition") and not needed else ()
    if form[:1] in "بل" and form[1:] in word_list("slots"):
        return (i,)
    ranked = form[:1] == "و" and form[1:] in word_list("ranking")
    begun = grammar.border(i) is Border.JOINED and not is_definite(form) and noun_of(form) is not None
    begun = begun and not grammar.raw(i).endswith(("ا", "اً", "ًا", "ات")) and not grammar.finite[i]
    return (i,) if ranked or begun else ()


def _emptied(grammar: Grammar, i: int, after: int) -> tuple[int, ...]:
    """«، الذي يقام من …،»: a relative clause that says of its noun only when it takes place, with the comma before it."""
    verb = any_verb(grammar.form(i)) if i > 1 and grammar.finite[i] and grammar.border(i - 1) is Border.RELATIVE else None
    if verb is None or verb.lemma not in discourse("bland") | discourse("lasting") or after >= len(grammar.words):
        return ()
    if grammar.border(after) is Border.PHRASE or is_definite(grammar.form(after)):
        return ()
    return (i - 2, i - 1, i) if grammar.form(i - 2) in _COMMAS else (i - 1, i)


def _witnesses(form: str) -> bool:
    """«شهد مايو افتتاح …»: the date is the subject of a verb that tells nothing itself."""
    verb = verb_of(form)
    return verb is not None and verb.lemma in discourse("witness")


def _closes(grammar: Grammar, i: int, gone: set[int]) -> bool:
    """Whether the mark after a date goes with it: a comma where one before it went too or stays, a bracket that opened it."""
    form = grammar.form(i)
    return form in _COMMAS or (form in (")", "]") and any(grammar.form(k) in ("(", "[") for k in gone if i - _NEAR < k < i))


def _open_comma(grammar: Grammar, i: int) -> bool:
    """Whether the comma before a date closes what an earlier comma opened («الرئيس، فلان، الخميس، …»)."""
    start = next((k for k in range(i - 1, max(-1, i - _REACH), -1) if _begins(grammar, k)), max(0, i - _REACH))
    return len([k for k in range(start, i) if grammar.form(k) in _COMMAS and not grammar.held[k]]) % 2 == 1


def _begins(grammar: Grammar, k: int) -> bool:
    return grammar.finite[k] or grammar.border(k) in (Border.CLAUSE, Border.STOP, Border.CONTENT)


def _counts_back(grammar: Grammar, i: int) -> bool:
    """«في الأشهر الـ12 الأخيرة»: a definite length of time that a date goes on from, with what leads to it."""
    form, periods = grammar.form(i), word_list("periods")
    number = form.removeprefix("ال").isdigit() and grammar.form(i - 1) in periods
    if form in discourse("participles") and _counts_back(grammar, i - 1):
        return True
    return number or form in periods or (grammar.form(i + 1) in periods and _leads(grammar, i))


def _leads(grammar: Grammar, i: int) -> bool:
    form = grammar.form(i)
    lead = discourse("date_preposition") | discourse("date_lead")
    if (form == "ال" and grammar.raw(i) != form) or (form in ("موعد", "اجل") and grammar.form(i + 1) == "اقصاه"):
        return True
    return form in lead or form in ("(", "،", ",") or (form[:1] in "وف" and form[1:] in lead)
