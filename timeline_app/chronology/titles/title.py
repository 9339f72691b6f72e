"""What would an editor call the event? A short title in the words of the source, beginning with what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline_app.chronology.phrases.cutting import cut
from timeline_app.chronology.phrases.grammar import Border, Grammar, grammar_of
from timeline_app.chronology.phrases.phrase import dates_in
from timeline_app.chronology.phrases.rendering import rendered, tidy
from timeline_app.chronology.phrases.saying import first_content
from timeline_app.chronology.phrases.share import own_part
from timeline_app.chronology.phrases.telling import Telling, negated, says, telling_at, tellings_of
from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse, leading_phrases, noun_of
from timeline_app.chronology.sentences.wordclass import word_list
from timeline_app.chronology.sentences.words import bare, fold
from timeline_app.chronology.titles.announcing import announced_of
from timeline_app.chronology.titles.drafting import Draft, drafts_of, holed
from timeline_app.chronology.titles.entry import entry_of
from timeline_app.chronology.titles.fuller import in_force, in_full, of_trial
from timeline_app.chronology.titles.headline import headline_for, headline_of
from timeline_app.chronology.titles.listing import listed_of
from timeline_app.chronology.titles.merit import MOST_UNSURE, merit_of
from timeline_app.chronology.titles.nominal import antecedent_of, phrase_of
from timeline_app.chronology.titles.nominative import with_doer
from timeline_app.chronology.titles.planned import planned_of
from timeline_app.chronology.titles.referent import named, resumed, staged, succeeding
from timeline_app.chronology.titles.soundness import is_sound, stands_for
from timeline_app.chronology.titles.topic import completed, lent, located, of_country
from timeline_app.chronology.traits.doer import ends_in_pronoun, is_feminine
from timeline_app.model.article import Article
from timeline_app.model.daterange import Grain

_PREFACE = 14
_HEADLINE, _LOCATED, _FEWEST, _OPENING, _SHORT = 12, 6, 3, 6, 50
_GOOD, _FAIR, _COMPLETED, _BORNE = 35, 5, 20, 25
_NEARLY = 10  # points that a whole title may be behind its own beginning
_DEEDS = frozenset({"decision", "economy", "statement", "opening", "other"})
_PLACED = frozenset({"attack", "election", "protest", "disaster"})  # what the name of a country tells from others
_LEADING = ("opening", "auxiliary", "complementiser", "fragment")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how well it stands alone: higher is better, 0 for one that should not be published.

    ``own`` says whether its words hold the date, and not only a noun inside what they tell.
    """

    text: str
    merit: int
    own: bool = True


def title_of(clause: Clause, article: Article) -> Title:
    """The best title of the event that a clause reports: of its noun, its verb, the clauses around it, or the headline."""
    grammar = grammar_of(clause.sentence.words, article.text)
    gone = dates_in(clause, grammar)
    found: list[Title] = []
    own: list[Title] = []
    whole = False  # whether the noun of the date tells enough, so that no verb far before it need tell it
    lone = False  # whether that noun stands alone and was told in full elsewhere: no verb around it tells it
    planned = [] if clause.lent else planned_of(clause, grammar, gone, article.published.when)
    for draft in planned or _drafts(clause, grammar, gone, found):
        if draft.text:
            found.append(replace(_judged(draft, clause, article), own=draft.sure and not draft.around))
            named = draft.nominal and found[-1].merit >= _GOOD and _stands_alone(found[-1].text, draft.text)
            apart = (whole and draft.far) or (lone and draft.around)
            own += found[-1:] if named or (_is_own(draft, found[-1]) and not apart) else []
            whole = whole or (named and draft.sure)
            lone = lone or (named and " " not in draft.text)
    every, found = found, own or found
    headline = headline_of(clause, article) if not planned and not clause.lent else None
    if headline is not None:
        found.append(Title(headline.text, merit_of(headline) + _HEADLINE))
    best = _whole_of(max(found, key=lambda title: title.merit, default=Title("", 0)), found)
    if (hollow := headline_for(best.text, clause, article)) is not None:
        best = replace(best, text=hollow.text)
    if not best.merit:
        return _whole(grammar, gone, clause.dated[0], best)
    if is_sound(best.text, grammar):
        return best
    best = _sounder(best, (found, every), grammar, _whole(grammar, gone, clause.dated[0], best))
    return best if is_sound(best.text, grammar) else replace(best, merit=min(best.merit, _FAIR))


def _sounder(best: Title, found: tuple[Sequence[Title], Sequence[Title]], grammar: Grammar, whole: Title) -> Title:
    """The last gate: for a broken title the next one that is not, else what stands around the date, else the broken one.

    What other clauses tell stands in only for what is broken whoever does it, and not for a doer who is missing.
    """
    own, every = found
    if sound := _sound(own, grammar):
        return sound
    if stands_for(whole.text, grammar):
        return replace(best, text=whole.text)
    return best if is_sound(best.text, grammar, of_somebody=True) else _sound(every, grammar) or best


def _sound(found: Sequence[Title], grammar: Grammar) -> Title | None:
    fair = (title for title in sorted(found, key=lambda title: -title.merit) if title.merit >= _FAIR)
    return next((title for title in fair if is_sound(title.text, grammar)), None)


def _whole_of(best: Title, found: Sequence[Title]) -> Title:
    """A title of few words, or one nearly as good that goes on from them («انتخاب البلاد» → «انتخاب البلاد لمنصب …»)."""
    few = best.merit > 0 and len(best.text.split()) <= _FEWEST
    longer = [t for t in found if t.text.startswith(f"{best.text} ") and t.merit >= best.merit - _NEARLY] if few else []
    return max(longer, key=lambda title: title.merit, default=best)


def _is_own(draft: Draft, title: Title) -> bool:
    """Whether a title tells what its date dates, and says enough: it is not left for one of another clause."""
    told = [word for word in title.text.split() if fold(word) not in discourse("stop")]
    first = draft.text.split(" ", 1)[0]
    begun = not ends_in_pronoun(first) and fold(first) not in word_list("ranking")
    verbal = begun and not draft.nominal and not draft.around and len(told) > _FEWEST  # the verb of its date wins
    return draft.sure and not draft.alone and title.merit >= (_FAIR if verbal else _GOOD) and len(told) >= _FEWEST


def _stands_alone(title: str, text: str) -> bool:
    """Whether a noun phrase says enough by itself: an event of a place or a name, and no mere deed, figure or change."""
    noun = noun_of(fold(text.partition(" ")[0]))
    held = noun is not None and noun.kind not in _DEEDS
    return held and (len(title.split()) >= _FEWEST or ": " in title) and not any(letter.isdigit() for letter in title)


def _judged(draft: Draft, clause: Clause, article: Article) -> Title:
    draft = _told_in_full(draft, clause, article)
    words = clause.sentence.words
    if (taken := in_force(draft.text, words, words[max(clause.head, 0)].start, article.text)) != draft.text:
        draft = replace(draft, text=taken, headed=True, alone=False)
    merit = merit_of(draft)
    if draft.alone and " " not in draft.text and (again := resumed(draft.text, words, article.text)) != draft.text:
        draft = Draft(again, sure=draft.sure, headed=True)
        merit = merit_of(draft)
    if not merit:
        return Title(draft.text, merit)
    if draft.alone:
        text = lent(draft.text, words, article.text, feminine=is_feminine(fold(draft.text.partition(" ")[0])))
        return Title(text, merit + (_BORNE if text != draft.text else 0))
    text = completed(named(draft.text, article.text, words), words, article.text)
    merit += _COMPLETED if text != draft.text and text.endswith(draft.text) else 0
    text = succeeding(staged(of_trial(text, article.text), article.text, words[-1].end), words, article.text)
    where = located(text, words, article.text)
    few = len(text) <= _SHORT
    return Title(where, merit + (_LOCATED if few and where != text else 0))


def _told_in_full(draft: Draft, clause: Clause, article: Article) -> Draft:
    """A draft of a single noun of an event («الانقلاب») as its article tells of it elsewhere, or with its country."""
    noun = noun_of(bare(fold(draft.text))) if draft.nominal and " " not in draft.text else None
    words = clause.sentence.words
    before, called = words[clause.head - 1].form if clause.head > 0 else "", words[max(clause.head, 0)].form
    beside = clause.shape is Shape.NOUN and (before in discourse("governing") | word_list("within") or called.startswith("لل"))
    if noun is None or noun.kind in _DEEDS or beside:  # «هزم منافسه في انتخابات الأحد»: the verb tells it
        return draft
    full = in_full(draft.text, article.text, words[max(clause.head, 0)].start)
    if not full and noun.kind in _PLACED:
        full = of_country(draft.text, words, article.text)
    return replace(draft, text=full or draft.text)


def _drafts(clause: Clause, grammar: Grammar, gone: frozenset[int], found: Sequence[Title]) -> Iterator[Draft]:
    """Drafts of the title; the clauses around are left out where they cannot be better than what was ``found`` meanwhile."""
    if clause.lent:
        yield from drafts_of(grammar, telling_at(grammar, clause.head), gone)
        return
    entry = entry_of(clause, grammar, gone) or listed_of(clause, grammar, gone)
    yield from entry
    if entry:
        return
    if not _is_denied(clause, grammar):
        yield from announced_of(clause, grammar, gone) or phrase_of(clause, grammar, gone)
    first = clause.dated[0]
    own = (first, max(first + 1, clause.sentence.index(clause.readings[0].span.end - 1) + 1))
    others = frozenset(i for i in gone if i >= own[1] and grammar.form(i)[:1].isalnum()) - _same(clause)
    for telling in tellings_of(grammar, own):
        if not telling.sure and telling.relative < 0 and any(title.merit >= MOST_UNSURE for title in found):
            continue
        whole = own_part(grammar, replace(telling, lasts=_lasts(clause)), others, own[1])
        hole = holed(grammar, [*telling.subject, *telling.rest], gone)
        for draft in antecedent_of(grammar, whole, gone) or drafts_of(grammar, whole, gone):
            around = _holds_noun(clause, telling)
            apart = (around and _is_governed(clause, grammar)) or _goes_on(clause, grammar, telling)
            far = around and clause.head - telling.verb > _FEWEST
            yield replace(draft, holed=hole, around=around, far=far, sure=draft.sure and not apart)


def _holds_noun(clause: Clause, telling: Telling) -> bool:
    """Whether the event stands as a noun inside the clause of a verb that tells something else."""
    nominal = clause.shape in (Shape.NOUN, Shape.RELATIVE)
    return nominal and telling.verb < clause.head < clause.dated[0]


def _goes_on(clause: Clause, grammar: Grammar, telling: Telling) -> bool:
    """Whether a verb behind a comma only goes on from the noun that the date stands at («استقلال البلاد عام …، بعد …»)."""
    first, last = clause.dated
    noun = clause.shape is Shape.NOUN and 0 <= clause.head < first and telling.verb >= last
    return noun and grammar.border(last) is Border.REMARK


def _is_denied(clause: Clause, grammar: Grammar) -> bool:
    """«لم يتم تقديم شكوى»: a noun that is told not to have happened is told with its verb."""
    performed = clause.head > 1 and grammar.form(clause.head - 1) in discourse("performing")
    return performed and bool(negated(grammar, clause.head - 1))


def _same(clause: Clause) -> frozenset[int]:
    """The words of all readings that date the clause."""
    return frozenset(range(*clause.dated))


def _is_governed(clause: Clause, grammar: Grammar) -> bool:
    """Whether a word of time governs the noun that the date belongs to («منذ سقوط النظام عام …»)."""
    return clause.shape is Shape.NOUN and grammar.form(clause.head - 1) in discourse("governing")


def _lasts(clause: Clause) -> bool:
    """Whether the date is of several days: those of the whole and not of its opening («انطلقت من 24 إلى 27 نوفمبر …»)."""
    hull = clause.readings[0].hull
    return hull is not None and hull.grain is Grain.DAY and hull.days > 1


def _whole(grammar: Grammar, gone: frozenset[int], dated: int, otherwise: Title) -> Title:
    """What stands between full stops around a date, without it, where nothing better can be made of it."""
    stops = [i for i in range(len(grammar.words)) if grammar.border(i) is Border.STOP]
    start = max((i + 1 for i in stops if i < dated), default=0)
    stop = min((i for i in stops if i > dated), default=len(grammar.words))
    kept = [i for i in range(start, stop) if i not in gone]
    while stop < len(grammar.words) and len([i for i in kept if not grammar.words[i].is_mark]) <= _FEWEST:
        start, stop = stop + 1, next((i for i in stops if i > stop), len(grammar.words))
        kept = [i for i in range(start, stop) if i not in gone]
    kept = _without_lead(grammar, kept)
    text = tidy(with_doer(grammar, cut(grammar, kept, 0))) if kept else ""
    return Title(text or otherwise.text or rendered(grammar, range(len(grammar.words))), 0)


def _without_lead(grammar: Grammar, kept: list[int]) -> list[int]:
    """Words without what opens a sentence and says nothing («وفي سياق متصل», «يشار إلى أن»)."""
    while len(kept) > _FEWEST:
        forms = tuple(grammar.form(i) for i in kept[:_OPENING])
        phrase = next((p for p in leading_phrases() if forms[: len(p)] == p), ())
        comma = next((k for k, i in enumerate(kept[:_PREFACE]) if grammar.border(i) is Border.REMARK), -1)
        if forms[0] in discourse("source") and 0 < comma < len(kept) - _FEWEST:
            phrase = forms[:1] * (comma + 1)
        elif forms[0] in word_list("before_that") and forms[1] in word_list("plain_content"):
            phrase = forms[:2]
        if not phrase and not _leads_in(forms[0]):
            break
        kept = kept[len(phrase) or 1 :]
    return _past_saying(grammar, kept)


def _past_saying(grammar: Grammar, kept: list[int]) -> list[int]:
    """What is said, where a verb of saying opens the sentence («جاء في بيان أن …»)."""
    at = next((k for k, i in enumerate(kept) if grammar.form(i) in word_list("plain_content")), -1)
    said = kept and says(grammar, kept[0]) and 0 < at < len(kept) - _FEWEST
    return first_content(grammar, kept[at + 1 :]) if said else kept


def _leads_in(form: str) -> bool:
    """A connective, a mark or a helping verb at the head of a sentence."""
    return not form[:1].isalnum() or any(form in discourse(name) for name in _LEADING)
