"""Does the headline of the article tell the event of a clause? Then it is its title: an editor wrote it."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.phrases.wellformed import balanced
from timeline_app.chronology.sentences.clause import Clause
from timeline_app.chronology.sentences.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentences.words import bare, words_of
from timeline_app.chronology.titles.drafting import Draft
from timeline_app.chronology.traits.trait import stems_of
from timeline_app.model.article import Article, SectionRole

_LEAD, _SHARE, _FEWEST, _LONGEST, _SHORTEST, _HOLLOW = 3, 0.6, 3, 95, 18, 2
_TAG = re.compile(
    r"\A(?:\s*(?:عاجل|فيديو|بالفيديو|بالصور|صور|شاهد|مباشر|خاص|حصري|محدث|تحديث|رويترز|وكالات|أ ?ف ?ب)\s*[|:.…!؟\-–—]+\s*)+"
)
_OPENING = "opening"
_DATED = ("weekday", "dated_word", "month_word")
_REFUSED = re.compile(r"[؟?!…|]|\.\.|\A[\"«“]|:\s*\Z")


def headline_of(clause: Clause, article: Article) -> Draft | None:
    """The article's headline, cleaned, where a sentence at its beginning shares most of its words and tells its news, or None."""
    headline = _headline(article.text, _title_span(article))
    if headline is None or clause.sentence.order > _LEAD or not _is_news(clause, article):
        return None
    text, stems = headline
    shared = stems & stems_of(clause.sentence.words)
    if len(shared) < _FEWEST or len(shared) < _SHARE * len(stems):
        return None
    return Draft(text) if _tells_same(clause, text) else None


def headline_for(title: str, clause: Clause, article: Article) -> Draft | None:
    """The headline, where a title of the day's news has only a defined event to say («تسجيل الهزة») and the headline tells it."""
    words = words_of(title.rpartition(": ")[2])
    told = [word for word in words if not word.is_mark and word.form not in discourse("stop")]
    events = [word for word in told if word.form != bare(word.form) and noun_of(bare(word.form)) is not None]
    headline = _headline(article.text, _title_span(article)) if events and len(told) <= _HOLLOW else None
    if headline is None or not _is_news(clause, article):
        return None
    text, stems = headline
    return Draft(text) if stems_of(events) <= stems and _tells_same(clause, text) else None


def _is_news(clause: Clause, article: Article) -> bool:
    """Whether the clause tells of the day of publication or the one before: plans and old days have no headline."""
    published, hull = article.published.when, clause.readings[0].hull
    return published is None or (hull is not None and hull.last >= published.first - 1 and hull.first <= published.last)


def _tells_same(clause: Clause, headline: str) -> bool:
    """Whether the headline may tell the clause: an opening is not the session that opens."""
    if clause.trigger is None or clause.trigger.kind != _OPENING:
        return True
    told = [noun_of(word.form) or verb_of(word.form) for word in words_of(headline)]
    return any(trigger is not None and trigger.kind == _OPENING for trigger in told)


def _title_span(article: Article) -> tuple[int, int]:
    section = next((s for s in article.sections if s.role is SectionRole.TITLE), None)
    return (section.span.start, section.span.end) if section else (0, 0)


@lru_cache(maxsize=64)
def _headline(text: str, span: tuple[int, int]) -> tuple[str, frozenset[str]] | None:
    line = _TAG.sub("", " ".join(text[span[0] : span[1]].split())).strip(" .،")
    if not _SHORTEST <= len(line) <= _LONGEST or _REFUSED.search(line) or not balanced(line):
        return None
    words = words_of(line)
    if any(word.form in discourse(name) for word in words for name in _DATED):
        return None
    grammar = grammar_of(words, line)
    return line, stems_of(grammar.words)
