"""By which words of its article is an event known that a sentence calls by one noun («الانقلاب», «الاستفتاء»)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_app.chronology.sentences.lexicon import discourse, noun_of
from timeline_app.chronology.sentences.wordclass import any_verb, is_definite, is_ordinal, is_phrase, word_list
from timeline_app.chronology.sentences.words import Word, bare, fold, words_of
from timeline_app.chronology.titles.referent import end_of_name, told_apart
from timeline_app.chronology.traits.proper import listed, stops
from timeline_app.chronology.traits.trait import place_at

_REACH, _LONGEST, _SHORT, _LONG, _WIDEST = 6000, 4, 3, 8, 125
_SESSION, _TRIAL, _BARE = "جلسه", "محاكمه", "الجلسة"
_JOINED = ("", *"وفبلك")
_ENTRY, _AGREED = "دخول", frozenset({"agreement", "decision"})
_HAPPENS = frozenset({"disaster", "attack", "death"})


def in_full(noun: str, text: str, at: int) -> str:
    """The phrase by which the article told of a one-word event last before ``at``, or first behind it; or nothing.

    «الحادثة» and its like are the last fire, attack or other such event that was told of so before ``at``.
    """
    words = words_of(text, 0, min(len(text), _REACH))
    wanted = bare(fold(noun))
    found = [(words[i].start, phrase) for i in _places(words, wanted) if (phrase := _phrase(words, i, wanted, text))]
    before = [phrase for start, phrase in found if start < at]
    if before or wanted not in listed("mishaps"):
        return before[-1] if before else next((phrase for _, phrase in found), "")
    events = ((i, told) for i, word in enumerate(words) if word.start < at and (told := noun_of(bare(word.form))) is not None)
    phrases = [_phrase(words, i, bare(words[i].form), text) for i, told in events if told.kind in _HAPPENS]
    return next((phrase for phrase in reversed(phrases) if phrase), "")


def in_force(title: str, sentence: Sequence[Word], at: int, text: str) -> str:
    """«يدخل حيز التنفيذ», «دخوله حيز التنفيذ» with what takes effect: the last agreement told of before ``at``."""
    rest = title.partition(" ")[2]
    if fold(rest.partition(" ")[0]) not in listed("extent"):
        return title
    for i in range(len(sentence) - 1, -1, -1):
        form = sentence[i].form
        inner = form[1:] if form[:1] in _JOINED[1:] and noun_of(form[1:]) is not None else form
        noun = noun_of(bare(inner))
        if sentence[i].start >= at or noun is None or noun.kind not in _AGREED:
            continue
        before = sentence[i - 1].form if i else ""
        if noun_of(before.lstrip("وبلف")) is not None:  # «اتفاق وقف القتال» begins with its first noun
            continue
        phrase = _up_to_phrase(sentence, i, text)
        return f"{_ENTRY} {phrase[len(form) - len(inner) :]} {rest}"
    return title


def of_trial(title: str, text: str) -> str:
    """«بدء الجلسة» → «بدء جلسة محاكمة الحارس»: a session that nothing tells apart is of the trial its article names first."""
    words = words_of(title) if _BARE in title else ()
    at = next((i for i, word in enumerate(words) if bare(word.form) == _SESSION and not told_apart(words, i)), -1)
    if at < 0 or words[at].form[:2] != "ال" or any(_TRIAL in word.form for word in words):
        return title
    told = words_of(text, 0, min(len(text), _REACH))
    trials = (_up_to_phrase(told, i, text).lstrip("".join(_JOINED)) for i in _places(told, _TRIAL) if told[i].form[:2] != "ال")
    trial = next((trial for trial in trials if _SHORT <= len(trial.split()) <= _LONG), "")
    whole = f"{title[: words[at].start]}جلسة {trial}{title[words[at].end :]}"
    return whole if trial and len(whole) <= _WIDEST else title


def _up_to_phrase(words: Sequence[Word], i: int, text: str) -> str:
    """The words from a noun on up to a mark, a verb or a particle."""
    ends = discourse("clause_preposition") | discourse("governing") | discourse("relative") | discourse("complementiser")
    stop = next(
        (k for k in range(i + 1, len(words)) if words[k].is_mark or words[k].form in ends or _verbal(words, k)), len(words)
    )
    return " ".join(text[words[i].start : words[stop - 1].end].split())


def _verbal(words: Sequence[Word], i: int) -> bool:
    return any_verb(words[i].form) is not None and noun_of(words[i].form) is None


def _places(words: Sequence[Word], noun: str) -> Iterator[int]:
    """Where the noun stands, with the article or a joined particle or without."""
    forms = {f"{joint}{noun}" for joint in _JOINED}
    return (i for i, word in enumerate(words) if word.form in forms or bare(word.form) == noun)


def _phrase(words: Sequence[Word], i: int, noun: str, text: str) -> str:
    """The noun with what it is of, how it is called or where and against what it was; nothing where it stands bare."""
    definite = is_definite(words[i].form) or words[i].form.startswith("لل")
    end = _with_phrase(words, end_of_name(words, i, text, definite=definite), text)
    if end <= i + 1:
        return ""
    raw = text[words[i].start : words[i].end]
    plain = raw[-len(noun) :] if fold(raw[-len(noun) :]) == noun else raw
    return f"{'ال' if definite else ''}{plain} {' '.join(text[words[i].end : words[end - 1].end].split())}"


def _with_phrase(words: Sequence[Word], end: int, text: str) -> int:
    """Where the prepositional phrase ends that begins at ``end``: a place, or a noun with what describes it."""
    if end >= len(words):
        return end
    form = words[end].form
    if form[:1] == "ب" and place_at(words, end) is not None:
        return end + 1
    if form not in discourse("clause_preposition"):
        return end
    stop = end + 1
    while stop < min(len(words), end + 1 + _LONGEST) and _belongs(words, stop, end, text):
        stop += 1
    alone = stop == end + 2 and not is_definite(words[end + 1].form) and place_at(words, end + 1) is None
    return end if stop == end + 1 or alone else stop


def _belongs(words: Sequence[Word], i: int, preposition: int, text: str) -> bool:
    form = words[i].form
    stopped = stops(words[i], text) and form not in word_list("plain_qualities")
    if stopped or is_phrase(form) or form in discourse("relative") or len(form) < _SHORT:
        return False
    dated = form in discourse("month_word") or form in discourse("dated_word") or is_ordinal(form)
    return (
        not dated
        and not _verbal(words, i)
        and not (i > preposition + 1 and is_definite(words[i - 1].form) and not is_definite(form))
    )
