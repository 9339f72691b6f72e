from __future__ import annotations

import random

import pytest

from tests.ui.lot import done, workspace
from timeline_app.ui.index import Index


@pytest.mark.parametrize("many", [1000, 1])
@pytest.mark.parametrize("seed", range(4))
def test_after_any_decisions_order_and_queue_are_those_made_from_scratch(seed, many, monkeypatch):
    monkeypatch.setattr("timeline_app.ui.index._MANY", many)
    chance = random.Random(seed)
    work, index = workspace(chance), Index()
    index.update(work.state, whole=True)
    for _ in range(120):
        told = done(work, chance)
        index.update(work.state, told, whole=told is not None and told.whole)
        fresh = Index()
        fresh.update(work.state, whole=True)
        assert index.order == fresh.order
        assert list(index.review.queue.items) == list(fresh.review.queue.items)
        assert index.review.queue.done == fresh.review.queue.done


def test_the_first_item_of_an_event_is_found_by_its_name():
    work, index = workspace(random.Random(2)), Index()
    index.update(work.state, whole=True)
    waiting, items = index.review, index.review.queue.items
    rows = {item.event: row for row, item in reversed(list(enumerate(items)))}
    assert {name: waiting.row_of(name) for name in rows} == rows
    assert waiting.row_of("nobody") is None
