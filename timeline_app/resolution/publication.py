"""When did an article appear, by its own words?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.model.article import Publication
from timeline_app.model.expression import Reading


def infer_publication(text: str, readings: Sequence[Reading]) -> Publication:
    """The publication date that a date line, a stamp, or «اليوم» with its weekday within a dated range gives away."""
    return Publication()
