"""Which kind do the words behind a word of many meanings give it, and which part of a kind is it («إفراج» of «قضاء»)?"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from timeline_app.assets import resource
from timeline_app.chronology.sentences.lexicon import Trigger
from timeline_app.chronology.sentences.words import bare, fold

_HEAD = 3


def by_object(trigger: Trigger, after: Sequence[str]) -> str:
    """The kind that the first words behind a word give it (folded), by ``complements.toml``; empty where they give none."""
    rows = _complements().get(trigger.lemma, ())
    return next((kind for words, kind in rows if not words.isdisjoint(after)), "") if rows else ""


def part_of(kind: str, trigger: Trigger, after: Sequence[str]) -> str:
    """The kind that is a part of ``kind`` and is told by the word itself or by one right behind it; else ``kind``."""
    parts = _parts().get(kind)
    if parts is None:
        return kind
    told = (trigger.lemma, fold(trigger.masdar), *after[:_HEAD])
    return next((parts[word] for form in told for word in (form, bare(form)) if word in parts), kind)


@cache
def _complements() -> dict[str, list[tuple[frozenset[str], str]]]:
    with resource("lexicon", "complements.toml").open("rb") as file:
        lines = tomllib.load(file)["x"].strip().splitlines()
    out: dict[str, list[tuple[frozenset[str], str]]] = {}
    for line in lines:
        lemmas, words, kind = line.split("|")
        for lemma in fold(lemmas).split():
            out.setdefault(lemma, []).append((frozenset(fold(words).split()), kind.strip()))
    return out


@cache
def _parts() -> dict[str, dict[str, str]]:
    """Kind -> folded word -> the part of it that the word tells."""
    with resource("lexicon", "kinds.toml").open("rb") as file:
        table = tomllib.load(file)
    out: dict[str, dict[str, str]] = {}
    for code, row in table.items():
        for whole in row.get("of", "").split():
            out.setdefault(whole, {}).update(dict.fromkeys(fold(row["told"]).split(), code))
    return out
