"""How many mentions a second are linked, at 1,000, 10,000 and 100,000, and how does the time grow? One JSON object at the end.

``compared`` is how many pairs are compared for each mention: what no busy machine can change.
"""

from __future__ import annotations

import json
import random
import time
from hashlib import sha256
from itertools import pairwise

from timeline_app.chronology.links.linking import candidates, linked
from timeline_app.chronology.naming import mention_id
from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.traits.trait import Traits
from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Mention
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

RUNS = {1_000: 5, 10_000: 3, 100_000: 1}  # the best of so many: the shorter a run, the more a neighbour disturbs it
SIZES = tuple(RUNS)
KINDS = ("attack", "session", "statement", "decision", "meeting", "death")


def reports(count: int, seed: int = 7) -> list[Report]:
    """Mentions of a newsroom's archive: about three reports an event, fifty events a day, words by Zipf's law."""
    dice = random.Random(seed)
    words = [f"w{n}" for n in range(20_000)]
    weights = [1 / (n + 1) for n in range(len(words))]
    out: list[Report] = []
    while len(out) < count:
        told = dice.choices(words, weights, k=9)
        day, kind = 730_000 + len(out) // 150, dice.choice(KINDS)
        for _ in range(min(dice.randint(1, 5), count - len(out))):
            stems = frozenset(dice.sample(told, 6) + dice.choices(words, weights, k=3))
            sha = sha256(str(len(out)).encode()).hexdigest()
            passage = Passage(ArticleId(sha[:16]), sha, Span(0, 40), " ".join(sorted(stems)))
            mention = Mention(mention_id(passage), passage, dates=(DateRange(day, day),), title=passage.quote, kind=kind)
            out.append(Report(mention, Traits(kind=kind, stems=stems, context=stems), 50, 0))
    return out


def seconds(count: int) -> tuple[float, int, float]:
    """CPU seconds, events found, pairs compared for each mention."""
    given, taken = reports(count), []
    for _ in range(RUNS[count]):
        started = time.process_time()
        groups, _why = linked(given)
        taken.append(time.process_time() - started)
    given.sort(key=lambda report: report.key)
    return min(taken), len(groups), sum(1 for _ in candidates(given)) / count


def main() -> None:
    found = {count: seconds(count) for count in SIZES}
    taken = [found[count][0] for count in SIZES]
    print(
        json.dumps(
            {
                "mentions_per_s": {str(count): round(count / found[count][0]) for count in SIZES},
                "seconds": {str(count): round(found[count][0], 2) for count in SIZES},
                "events": {str(count): found[count][1] for count in SIZES},
                "compared": {str(count): round(found[count][2], 1) for count in SIZES},
                "growth": [round(b / a, 1) for a, b in pairwise(taken)],
            }
        )
    )


if __name__ == "__main__":
    main()
