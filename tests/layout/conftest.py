"""Builders of layout: days in, columns, composers and scenes out; letters of seven pixels instead of fonts."""

from __future__ import annotations

import random

import pytest

from timeline_app.layout.card import Said
from timeline_app.layout.columns import columns
from timeline_app.layout.composer import Composer
from timeline_app.layout.frame import Metrics, frame
from timeline_app.layout.measure import Monospaced
from timeline_app.layout.scale import whole
from timeline_app.layout.warp import folded_warp


class PlainNames:
    def tick(self, unit, time):
        return (f"{unit.name} {time:.0f}", f"{time % 100:.0f}")

    def heading(self, unit, time):
        return (f"{unit.name} of {time:.0f}", unit.name)

    def day(self, first, until):
        del until
        return f"day {first:.0f}"

    def hijri(self, year, month, day):
        return (f"{day} {month} {year}", str(day or month or year))


class Board:
    """A composer with a frame, to lay out views of it."""

    def __init__(self, made, *, width=1200, height=700, packed=True):
        self.columns = made
        self.metrics = Metrics()
        self.composer = Composer(
            made,
            say=lambda event: Said(made.titles[event], f"date {event}", "2" if made.sources[event] > 1 else ""),
            measure=Monospaced(),
            names=PlainNames(),
            metrics=self.metrics,
            packed=packed,
        )
        self.frame = frame(width, height, self.metrics, self.composer.lane_names, crowded=self.composer.crowded)
        self.whole = whole(folded_warp(made), float(width), rtl=True)

    def scene(self, scale=None, **rest):
        return self.composer.compose(scale or self.whole, self.frame, **rest)


def scattered(count, *, seed=5, lanes=1, span=3000):
    numbers = random.Random(seed)
    start = [730_000 + numbers.randrange(span) for _ in range(count)]
    long = [numbers.random() < 0.3 for _ in range(count)]
    end = [day + (numbers.randint(2, 60) if is_long else 1) for day, is_long in zip(start, long, strict=True)]
    titles = [" ".join("كلمة" * numbers.randint(1, 2) for _ in range(numbers.randint(1, 6))) for _ in range(count)]
    lane = [numbers.randrange(lanes) for _ in range(count)]
    weight = [numbers.random() for _ in range(count)]
    sources = [numbers.randint(1, 4) for _ in range(count)]
    return columns(start, end, titles, lane=lane, weight=weight, sources=sources, lanes=tuple(f"lane {k}" for k in range(lanes)))


@pytest.fixture
def board():
    """Board(columns, width=, height=, packed=)."""
    return Board


@pytest.fixture
def scatter():
    """scattered(count, seed=, lanes=, span=): seeded events, some of them ranges."""
    return scattered


@pytest.fixture
def names():
    """Names of ticks that say unit and time."""
    return PlainNames()
