"""An article that puts one event after another, though the dates say the opposite, is shown to contradict itself."""

from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.model.event import ContradictionKind

OPENING = "افتتح العمدة متحف الخزف القديم بمدينة آسفي يوم 5 ماي 2019."
MARKED = ("5 ماي 2019", "2019-05-05")


def orders(chronicle, *articles):
    checked = contradictions_of(chronicle(*articles), [w.article for w in articles], {w.article.id: w.readings for w in articles})
    return [c for c in checked.contradictions if c.kind is ContradictionKind.ORDER]


def test_after_an_event_that_came_later_is_a_contradiction(written, chronicle):
    text = OPENING + " واستقال مدير الفرقة في 2 ماي 2019 بعد افتتاح متحف الخزف القديم."
    (found,) = orders(chronicle, written(text, MARKED, ("2 ماي 2019", "2019-05-02")))
    assert found.message.code == "order-after"
    assert len(found.evidence) == 2
    assert len(set(found.events)) == 2


def test_before_an_event_that_came_earlier_is_a_contradiction(written, chronicle):
    text = OPENING + " واستقال مدير الفرقة في 9 ماي 2019 قبل يومين من افتتاح متحف الخزف القديم."
    (found,) = orders(chronicle, written(text, MARKED, ("9 ماي 2019", "2019-05-09")))
    assert found.message.code == "order-before"


def test_an_order_that_the_dates_allow_is_none(written, chronicle):
    after = OPENING + " واستقال مدير الفرقة في 9 ماي 2019 بعد افتتاح متحف الخزف القديم."
    before = OPENING + " واستقال مدير الفرقة في 2 ماي 2019 قبل افتتاح متحف الخزف القديم."
    same = OPENING + " واستقال مدير الفرقة في 5 ماي 2019 بعد افتتاح متحف الخزف القديم."
    assert not orders(chronicle, written(after, MARKED, ("9 ماي 2019", "2019-05-09")))
    assert not orders(chronicle, written(before, MARKED, ("2 ماي 2019", "2019-05-02")))
    assert not orders(chronicle, written(same, MARKED, ("5 ماي 2019", "2019-05-05")))


def test_a_thing_of_another_name_or_merely_near_the_word_is_none(written, chronicle):
    other = OPENING + " واستقال مدير الفرقة في 2 ماي 2019 بعد افتتاح سوق السمك."
    near = OPENING + " واستقال مدير الفرقة في 2 ماي 2019 بعد خلاف حول افتتاح متحف الخزف القديم."
    assert not orders(chronicle, written(other, MARKED, ("2 ماي 2019", "2019-05-02")))
    assert not orders(chronicle, written(near, MARKED, ("2 ماي 2019", "2019-05-02")))
