"""How fast is a text tagged? Characters and megabytes a second of one core, beside the floor: fold and one pass over words.

    tagging.py [PATH ...] [--megabytes 20] [--json]

PATH is a text or a folder of texts; without it the sample articles stand in. Three times are measured, for words that were
met before are only looked up:

* ``first_mb_per_s``: each text once, in a program that has tagged one line: most words and many rules are met first here;
* ``fresh_mb_per_s``: the texts repeated up to ``--megabytes``, with one word in twenty replaced by one never seen, again in
  each copy: about what a long stream of news brings in new names and forms;
* ``mb_per_s``: the texts repeated as they are.

Start-up is measured apart, as the median of five programs: import, the rules made ready and one line tagged, its bytecode
being compiled as an installed program's is. The last line is one JSON object; ``adversarial`` holds, for texts made to be
slow (100,000 times one thing, or a single line of 5 MB), the time for a text over the time for its first quarter: about 4
when the time grows with the length.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import subprocess
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
    "months-joined": "مارس/",
    "weekdays": "الأحد ",
    "weekdays-joined": "والاثنين ",
    "dates": "24 نوفمبر ",
    "years": "2015 ",
    "units": "سنة ",
    "brackets": "(",
    "brackets-closed": "( مارس ) ",
    "quotes": '"',
    "stops": ". ",
    "lines": "\n",
    "tatweel": "\u0640",
    "tashkeel": "\u064e",
    "tashkeel-after-a-letter": "م\u064e\u0651",
    "one-word": "مارس",
}
VARIED = {
    "dates-told": "في {day} مارس {year}. ",
    "ranges-told": "من {day} إلى 29 مارس {year} ",
    "today-told": "اليوم الأحد {day} مارس ",
    "speech": 'قال أمس: "نوقع اليوم" ',
}
LENGTH, VARIED_LENGTH = 100_000, 20_000
LINE = 5_000_000
FIRST = """
import time
started = time.process_time()
from timeline_app.services.tagging import tag
tag("24 نوفمبر 2025")
print(time.process_time() - started)
"""
NEW = 0.05
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def articles(paths: list[Path]) -> list[str]:
    """The texts to tag."""
    from timeline_app import assets

    sources = paths or [assets.seeds()]
    files = [file for path in sources for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text("utf-8") for file in files]


def weight(texts: Iterable[str]) -> float:
    """Megabytes of UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6


def fresh(text: str, chance: random.Random) -> str:
    """The text with some of its words replaced by ones never seen."""

    def word(match: re.Match[str]) -> str:
        return match[0] if chance.random() > NEW else "".join(chance.choices(LETTERS, k=chance.randint(5, 9)))

    return re.sub(r"[^\W\d_]{4,}", word, text)


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def startup() -> float:
    """The seconds of processor time until the first text is tagged, without the start of Python itself."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "timeline_app")], check=True)
    runs = [subprocess.run([sys.executable, "-c", FIRST], env=environment, check=True, capture_output=True) for _ in range(5)]
    return statistics.median(float(run.stdout) for run in runs)


def scan(texts: Iterable[str]) -> int:
    """The floor: each text folded, and one pass of all the lexicon's words over it."""
    from timeline_app.language.folding import fold_word
    from timeline_app.language.lexicon import lexicon

    words = lexicon().words
    word = re.compile(r"[^\W_]+")
    return sum(sum(each in words for each in word.findall(fold_word(text))) for text in texts)


def growth(text: str) -> float:
    """How much longer a text takes than its first quarter."""
    from timeline_app.services.tagging import tag

    quarter = text[: len(text) // 4]
    return round(least(lambda: tag(text)) / max(least(lambda: tag(quarter)), 1e-6), 1)


def least(work: Callable[[], object]) -> float:
    """The seconds of the quickest of a few tries, twenty at most; of what takes more than a second, one."""
    tries = [seconds(work)]
    while (len(tries) < 20 and sum(tries) < 0.5) or (len(tries) < 3 and sum(tries) < 2):
        tries.append(seconds(work))
    return min(tries)


def adversarial(texts: list[str]) -> dict[str, float]:
    """The growth of every text made to be slow."""
    line = " ".join(" ".join(texts).split())
    line = (line * (LINE // len(line.encode()) + 1))[: LINE * len(line) // len(line.encode())]
    made = {name: unit * LENGTH for name, unit in ADVERSARIAL.items()} | {"one-line": line}
    for name, unit in VARIED.items():
        made[name] = "".join(unit.format(day=n % 28 + 1, year=1500 + n // 28) for n in range(VARIED_LENGTH))
    return {name: growth(text) for name, text in made.items()}


def measure(texts: list[str], megabytes: float) -> dict[str, object]:
    """All there is to be told about these texts."""
    from timeline_app.services.tagging import tag

    tag("24 نوفمبر 2025")

    def read(each: Iterable[str]) -> int:
        return sum(len(tag(text)) for text in each)

    first = seconds(lambda: read(texts))
    many = texts * max(1, round(megabytes / weight(texts)))
    chance = random.Random(1)
    new = [fresh(text, chance) for text in many]
    fresh_took, took = seconds(lambda: read(new)), seconds(lambda: read(many))
    floor = seconds(lambda: scan(many))
    return {
        "chars_per_s": round(sum(map(len, many)) / took),
        "mb_per_s": round(weight(many) / took, 2),
        "fresh_mb_per_s": round(weight(new) / fresh_took, 2),
        "first_mb_per_s": round(weight(texts) / first, 2),
        "floor_mb_per_s": round(weight(many) / floor, 2),
        "ratio": round(took / floor, 2),
        "megabytes": round(weight(many), 1),
        "texts": len(many),
        "distinct_texts": len(set(texts)),
        "expressions": read(texts) * (len(many) // len(texts)),
        "startup_ms": round(startup() * 1000),
        "adversarial": adversarial(texts),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    arguments = parser.parse_args()
    result = measure(articles(arguments.paths), arguments.megabytes)
    if not arguments.json:
        for name, value in result.items():
            print(f"{name:16} {value}")
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
