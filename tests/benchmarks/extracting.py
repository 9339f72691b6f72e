"""How fast do articles become events? Articles a second of one core at 100 and 1,000, and one article of a megabyte.

    extracting.py [--sizes 100 1000] [--megabytes 1] [--json]

The sample articles stand in, repeated with other numbers, days and years, so that no two are alike. Beside each figure stands
the floor, the tagging alone of the same texts in the same run; ``growth`` is the time of the largest size over that of the
smallest: about the ratio of the sizes when the time grows with the number of articles. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

_NUMBER = re.compile(r"\d+")


def seeds() -> list[str]:
    """The sample articles."""
    from timeline_app import assets

    return [file.read_text("utf-8") for file in sorted(assets.seeds().rglob("*.txt"))]


def varied(text: str, dice: random.Random) -> str:
    """The text with other numbers of as many digits; a year stays a year."""

    def other(found: re.Match[str]) -> str:
        width = len(found[0])
        if width == 4 and found[0][:2] in ("19", "20"):
            return str(dice.randint(1990, 2025))
        return str(dice.randint(10 ** (width - 1), 10**width - 1))

    return _NUMBER.sub(other, text)


def texts_of(count: int) -> list[str]:
    """So many articles, always the same ones."""
    dice, found = random.Random(count), seeds()
    return [varied(found[n % len(found)], dice) for n in range(count)]


def long_text(megabytes: float) -> str:
    """One article that weighs so many megabytes of UTF-8."""
    dice, found, parts, weight = random.Random(1), seeds(), [], 0
    while weight < megabytes * 1e6:
        parts.append(varied(dice.choice(found), dice))
        weight += len(parts[-1].encode())
    return "\n\n".join(parts)


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def measured(texts: Sequence[str]) -> dict[str, float]:
    """The CPU seconds of the analysis of these texts, and of their tagging alone."""
    from timeline_app.services.analysing import analyse
    from timeline_app.services.intake import read_text
    from timeline_app.services.tagging import tag

    articles = [read_text(text) for text in texts]
    took = seconds(lambda: analyse(articles))
    floor = seconds(lambda: [tag(article.text) for article in articles])
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    return {
        "seconds": round(took, 2),
        "floor_seconds": round(floor, 2),
        "ratio": round(took / floor, 2),
        "articles_per_s": round(len(texts) / took, 1),
        "mb_per_s": round(megabytes / took, 2),
        "megabytes": round(megabytes, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured(texts_of(5))  # the lexicons are read, the words of the samples known
    sizes = {size: measured(texts_of(size)) for size in arguments.sizes}
    first, last = sizes[min(sizes)], sizes[max(sizes)]
    result = {
        "articles": {str(size): found for size, found in sizes.items()},
        "growth": round(last["seconds"] / max(first["seconds"], 0.01), 1),
        "size_ratio": round(max(sizes) / min(sizes), 1),
        "one_article": measured([long_text(arguments.megabytes)]),
    }
    if not arguments.json:
        for name, value in (*sizes.items(), ("growth", result["growth"]), ("one article", result["one_article"])):
            print(f"{name!s:12} {value}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
