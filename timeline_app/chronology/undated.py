"""What does a sentence without a date of its own hold that can be compared with an event?"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chronology.alias import Aliases
from timeline_app.chronology.clause import COMMAS
from timeline_app.chronology.figure import Ordinal, figures_of, ordinals_of
from timeline_app.chronology.lexicon import discourse, noun_of, verb_of
from timeline_app.chronology.sentence import Sentence
from timeline_app.chronology.trait import speaker_of, stems_of
from timeline_app.chronology.words import bare, stem
from timeline_app.model.article import SectionRole

_OPENING, _FEWEST = 7, 3


@dataclass(frozen=True, slots=True)
class Undated:
    """A sentence without a date of its own, with what can be compared."""

    sentence: Sentence
    stems: frozenset[str]
    figures: frozenset[tuple[float, str]]
    ordinals: frozenset[Ordinal]
    speaker: frozenset[str]
    continues: bool
    pointed: frozenset[str]
    names: frozenset[str]
    told: bool
    kind: str = "other"
    coming: bool = False
    later: frozenset[str] = frozenset()


def undated_of(sentence: Sentence, aliases: Aliases) -> Undated:
    """What the sentence holds: words, figures, numbers, speaker, and what it points back to."""
    words = sentence.words
    taken = [r.span for r in sentence.readings]
    stems = stems_of(words)
    verb = next((i for i, w in enumerate(words[:6]) if verb_of(w.form) is not None), None)
    saying = verb is not None and (found := verb_of(words[verb].form)) is not None and found.kind == "statement"
    return Undated(
        sentence,
        stems,
        frozenset((f.low, f.unit) for f in figures_of(words, taken) if f.low > 2),
        ordinals_of(words),
        speaker_of(words, verb + 1, len(words)) if saying and verb is not None else frozenset(),
        bool(words) and words[0].form in discourse("continuation"),
        _pointed(sentence),
        aliases.names_in(stems),
        _tells(sentence),
        _kind(sentence),
        _comes(sentence),
        _pointed(sentence, anywhere=True),
    )


def _kind(sentence: Sentence) -> str:
    """The kind of the first verb or event noun that has one."""
    found = (verb_of(w.form) or noun_of(w.form) for w in sentence.words[: 2 * _OPENING])
    return next((t.kind for t in found if t is not None and t.kind != "other"), "other")


def _tells(sentence: Sentence) -> bool:
    """Whether the sentence opens by telling what was done or said: a verb of the past that is no lasting state."""
    if sentence.role is not SectionRole.BODY:
        return False
    for i, word in enumerate(sentence.words[:_OPENING]):
        verb = verb_of(word.form)
        before = sentence.words[i - 1].form if i else ""
        if verb is None or word.form in discourse("auxiliary") or (i >= _FEWEST and before not in COMMAS):
            continue
        ambiguous = noun_of(word.form) is not None and word.form[:1] not in "وف"
        return not ambiguous and not verb.present and not verb.future and verb.lemma not in discourse("state")
    return False


def _comes(sentence: Sentence) -> bool:
    """Whether the sentence opens by telling what will be: «وسيستقبل الوزير …»."""
    return any((verb := verb_of(word.form)) is not None and verb.future for word in sentence.words[:_OPENING])


def _pointed(sentence: Sentence, *, anywhere: bool = False) -> frozenset[str]:
    """The event nouns a sentence points back to: «هذا الهجوم», «الحادث», «الانتخابات»; near its beginning, or ``anywhere``."""
    out = set()
    for i, word in enumerate(sentence.words):
        noun = noun_of(word.form)
        before = sentence.words[i - 1].form if i else ""
        definite = bare(word.form) != word.form
        if noun is not None and definite and (before in discourse("demonstrative") or anywhere or i <= 4):
            out.add(stem(noun.lemma))
    return frozenset(out)
