"""How long does a search take in 30,000 paragraphs and 100,000 titles? Every query as it grows by a letter, snippets too.

Prints one JSON object on its last line: ``median_ms``, ``p95_ms``, ``worst_ms`` of whole searches, ``floor_ms`` (the p95 of the
bare index query for the same words, without snippets), ``ready_ms`` (once, when the caret comes into the box), ``index_s`` and
``paragraphs``. ``p95_cpu_ms`` and ``worst_cpu_ms`` are the time of the processor alone, for a machine that others use too.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import statistics
import time

from timeline_app.assets import seeds
from timeline_app.model.article import Article
from timeline_app.model.dossier import DossierState
from timeline_app.model.event import Event
from timeline_app.model.identity import ArticleId, EventId
from timeline_app.services import searching
from timeline_app.services.matching import terms_of

QUERIES = [
    "المغرب",
    "مغرب",
    "الإنتربول",
    "الدورة ٩٣",
    "مراكش 2025",
    "التعاون الأمني",
    "«الجمعية العامة»",
    "وبالمغرب",
    "الارهاب",
    "في",
]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=30_000)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    state = dossier(chosen.paragraphs, chosen.events)
    begun = time.perf_counter()
    searcher = searching.Searcher()
    searcher.take(state)
    while searcher.feed(1000):
        pass
    indexed = time.perf_counter() - begun
    typed = [query[:length] for query in QUERIES for length in range(1, len(query) + 1)]
    typed = [query for query in typed if terms_of(query)]
    ready, _ = timed(searcher.ready)
    gc.collect()
    gc.freeze()  # as the session does with a large dossier
    both = [timed(lambda query=query: searcher.find(query)) for query in typed * 3]
    whole, worked = [taken for taken, _ in both], [worked for _, worked in both]
    sought = [terms_of(query) for query in typed * 3]
    bare = [timed(lambda terms=terms: searcher._index.find(terms, 51))[0] for terms in sought]
    slowest = max(zip(whole, typed * 3, strict=True))
    print(f"{len(typed)} queries, slowest: {slowest[1]!r}")
    print(
        json.dumps(
            {
                "paragraphs": chosen.paragraphs,
                "events": chosen.events,
                "queries": len(whole),
                "index_s": round(indexed, 2),
                "median_ms": round(statistics.median(whole), 2),
                "p95_ms": round(p95(whole), 2),
                "worst_ms": round(max(whole), 2),
                "p95_cpu_ms": round(p95(worked), 2),
                "worst_cpu_ms": round(max(worked), 2),
                "ready_ms": round(ready, 2),
                "floor_ms": round(p95(bare), 2),
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
        )
    )


def dossier(paragraphs: int, events: int = 0) -> DossierState:
    """Articles of 20 paragraphs, made of the seeds' sentences in another order."""
    chance = random.Random(7)
    words = [word for path in sorted(seeds().glob("*.txt")) for word in path.read_text("utf-8").split()]
    articles = {}
    for number in range(paragraphs // 20):
        lines = []
        for _ in range(20):
            start = chance.randrange(len(words) - 80)
            line = words[start : start + chance.randrange(20, 80)]
            lines.append(" ".join(word if chance.random() < 0.9 else f"{word}{chance.randrange(10_000)}" for word in line))
        name = ArticleId(f"{number:016x}")
        articles[name] = Article(name, "\n".join(lines), name, title=lines[0][:60])
    named = {}
    for number in range(events):
        start = chance.randrange(len(words) - 8)
        named[EventId(str(number))] = Event(EventId(str(number)), " ".join(words[start : start + 5]), (), ())
    return DossierState(articles=articles, events=named)


def timed(act: object) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    worked, begun = time.thread_time(), time.perf_counter()
    act()  # type: ignore[operator]
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000


def p95(figures: list[float]) -> float:
    return sorted(figures)[int(len(figures) * 0.95)]


if __name__ == "__main__":
    main()
