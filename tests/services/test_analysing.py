"""What does a waiting person see of an analysis, and what is left of one nobody waits for any more?"""

import pytest

from timeline_app.services.analysing import analyse
from timeline_app.services.intake import read_text

TEXTS = (
    "افتتح الوزير المعرض في الرباط يوم 12 مارس 2024. وحضر الافتتاح 40 عارضا.",
    "وقعت الشركة الاتفاق في 3 أبريل 2024، وقال مديرها إن العمل يبدأ قريبا.",
    "اندلع حريق في المصنع يوم 5 ماي 2024، وأسفر الحريق عن إصابة 7 عمال.",
)


@pytest.fixture
def articles():
    return [read_text(text) for text in TEXTS]


def test_every_article_moves_the_progress_also_while_events_are_linked(articles):
    told = []
    analyse(articles, lambda done, steps, doing: told.append((done, steps, doing)))
    steps = told[0][1]
    assert [done for done, _, _ in told] == list(range(steps))
    doing = [what for _, _, what in told]
    assert [doing.count(what) for what in ("reading", "resolving", "linking")] == [3, 3, 7]


@pytest.mark.parametrize("asked", range(1, 13))
def test_an_analysis_can_be_given_up_before_any_article(articles, asked):
    left = iter(range(asked - 1))
    analysis = analyse(articles, cancelled=lambda: next(left, None) is None)
    assert not analysis.events
    assert len(analysis.readings) == min(asked - 1, len(articles))


def test_an_analysis_that_nobody_gives_up_holds_its_events(articles):
    asked = []
    analysis = analyse(articles, cancelled=lambda: bool(asked.append(True)))
    assert len(analysis.events) == 3
    assert len(asked) == 13
