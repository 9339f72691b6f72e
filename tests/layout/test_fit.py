from __future__ import annotations

import pytest

from timeline_app.layout.fit import fitted


@pytest.mark.parametrize("count", [1, 2, 6, 25])
@pytest.mark.parametrize("width", [700, 1200])
def test_a_view_of_everything_cuts_no_card(board, scatter, count, width):
    made = board(scatter(count, seed=count), width=width)
    warp = made.whole.warp
    scale = fitted(made.composer, made.whole, made.frame, float(warp.times[0]), float(warp.times[-1]))
    for card in made.scene(scale).cards:
        assert card.box.left >= 0
        assert card.box.right <= width
