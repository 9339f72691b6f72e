"""Is what a clause names headed by its issue?"""

from __future__ import annotations

from timeline_app.chronology.sentences.clause import Clause, Shape
from timeline_app.chronology.sentences.lexicon import discourse
from timeline_app.chronology.sentences.words import fold


def issued(clause: Clause, title: str) -> str:
    """«القانون الصادر في …» → «صدور القانون»."""
    fence = clause.fence if clause.shape is Shape.RELATIVE else -1
    if not title or not 0 <= fence < clause.last or clause.sentence.words[fence].form not in discourse("issued"):
        return title
    first = title.split(maxsplit=1)[0]
    if not first.startswith("ال") and fold(first) not in discourse("issuable"):
        return title
    return " ".join([*discourse("issuing"), title])
