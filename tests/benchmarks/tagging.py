"""How fast is a text tagged? Characters and megabytes a second of one core, beside the floor: fold and one pass over words.

    tagging.py [PATH] [--megabytes 20] [--json]

PATH is a text or a folder of texts; without it the sample articles stand in, repeated. Start-up is measured apart. The
last line is one JSON object; ``adversarial`` holds, for texts made to be slow, the time for a text four times as long over
the time for the text itself: about 4 when the time grows with the length.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

ADVERSARIAL = {
    "digits": "1",
    "prepositions": "من ",
    "nested-ranges": "من 1 إلى ",
    "days-listed": "1 و",
    "number-words": "ثلاثة ",
    "months": "مارس ",
    "dates": "24 نوفمبر ",
    "brackets": "(",
    "tatweel": "\u0640",
    "one-word": "مارس",
}
LENGTH = 25_000


def articles(path: Path | None, megabytes: float) -> list[str]:
    """The texts to tag, repeated until they weigh so many megabytes of UTF-8."""
    from timeline_app import assets

    source = path or assets.seeds()
    files = sorted(source.rglob("*.txt")) if source.is_dir() else [source]
    texts = [file.read_text("utf-8") for file in files]
    weight = sum(len(text.encode()) for text in texts)
    return texts * max(1, round(megabytes * 1e6 / weight))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def scan(texts: Iterable[str]) -> int:
    """The floor: each text folded, and one pass of all the lexicon's words over it."""
    from timeline_app.language.folding import fold_word
    from timeline_app.language.lexicon import lexicon

    words = lexicon().words
    word = re.compile(r"[^\W_]+")
    return sum(sum(each in words for each in word.findall(fold_word(text))) for text in texts)


def growth(text: str) -> float:
    """How much longer a text four times as long takes; the least of three tries."""
    from timeline_app.services.tagging import tag

    once = min(seconds(lambda: tag(text)) for _ in range(3))
    return round(min(seconds(lambda: tag(text * 4)) for _ in range(2)) / max(once, 1e-6), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    first = seconds(lambda: __import__("timeline_app.services.tagging").services.tagging.tag("24 نوفمبر 2025"))
    from timeline_app.services.tagging import tag

    texts = articles(arguments.path, arguments.megabytes)
    characters, megabytes = sum(map(len, texts)), sum(len(text.encode()) for text in texts) / 1e6
    found = 0

    def read() -> None:
        nonlocal found
        found = sum(len(tag(text)) for text in texts)

    took, floor = seconds(read), seconds(lambda: scan(texts))
    result = {
        "chars_per_s": round(characters / took),
        "mb_per_s": round(megabytes / took, 2),
        "floor_mb_per_s": round(megabytes / floor, 2),
        "ratio": round(took / floor, 2),
        "megabytes": round(megabytes, 1),
        "texts": len(texts),
        "expressions": found,
        "startup_ms": round(first * 1000),
        "adversarial": {name: growth(unit * LENGTH) for name, unit in ADVERSARIAL.items()},
    }
    if not arguments.json:
        for name, value in result.items():
            print(f"{name:16} {value}")
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
