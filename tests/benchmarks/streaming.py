"""Does ``timeline-app tag --jsonl`` hold its memory and its pace over a long stream? Resident megabytes and articles a second.

    streaming.py [--stream 100000] [--json]

Small articles of the sample's sentences, no two alike: each has dates of its own and one word in twenty that was never seen
before, as new text has new names. ``at`` holds, for 10,000 articles, ten times as many and so on, the resident memory of the
program when so many answers were read, and the articles a second since the mark before.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "غشت", "شتنبر", "أكتوبر", "نونبر", "ديسمبر", "رمضان"]
SENTENCES = 4
NEW = 0.05


def articles(count):
    """Lines of JSON, a few sentences each."""
    from timeline_app import assets

    chance = random.Random(7)
    texts = [file.read_text("utf-8") for file in sorted(assets.seeds().glob("*.txt"))]
    sentences = [part for text in texts for part in re.split(r"(?<=[.؟!])\s+|\n+", text) if 20 < len(part) < 400]
    for number in range(count):
        dated = f"في {chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(1950, 2030)} اجتمع الفريق."
        text = " ".join([dated, *chance.sample(sentences, SENTENCES - 1)])
        words = [unseen(chance) if chance.random() < NEW else word for word in text.split(" ")]
        yield json.dumps({"id": str(number), "text": " ".join(words), "published": "2025-11-24"}, ensure_ascii=False)


def unseen(chance):
    return "".join(chance.choices(LETTERS, k=chance.randint(5, 9)))


def resident(process):
    """Megabytes of memory a process holds."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def feed(process, lines):
    with process.stdin as pipe:
        for line in lines:
            pipe.write(f"{line}\n".encode())


def cpu(process):
    """Seconds of processor time a process has used: the pace of a busy machine is its own."""
    user, system = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def measure(count):
    marks = [mark for mark in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if mark < count] + [count]
    command = [sys.executable, "-m", "timeline_app", "tag", "--jsonl", "-"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    threading.Thread(target=feed, args=(process, articles(count)), daemon=True).start()
    rows, before, since, used = [], 0, time.monotonic(), 0.0
    found = 0
    for number, line in enumerate(process.stdout, 1):
        found += line.count(b'"rule"')
        if number == marks[len(rows)]:
            now, spent = time.monotonic(), cpu(process)
            row = {"articles": number, "resident_mb": round(resident(process), 1)}
            row["per_s"] = round((number - before) / (now - since))
            row["per_cpu_s"] = round((number - before) / max(spent - used, 0.01))
            rows.append(row)
            before, since, used = number, now, spent
            print(row, file=sys.stderr, flush=True)
            if number == count:
                break
    process.stdout.close()
    process.wait()
    return {"articles": count, "expressions": found, "at": rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stream", type=int, default=100_000, help="how many articles")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    options = parser.parse_args()
    print(json.dumps(measure(options.stream)))


if __name__ == "__main__":
    main()
