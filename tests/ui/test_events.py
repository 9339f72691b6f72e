from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from timeline_app.model.decision import RejectEvent
from timeline_app.ui.events.model import EventModel


def test_the_list_keeps_the_laws_of_a_model_while_events_come_and_go(session):
    model = EventModel(session)
    model.refresh()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session.state_changed.connect(model.refresh)
    session.decide(RejectEvent(session.ref("session-76")))
    assert model.rowCount() == 5
    session.undo()
    assert model.rowCount() == 6
    model.filter("غلاسكو")
    assert model.rowCount() == 2
    session.decide(RejectEvent(session.ref("election")))
    assert [model.event_at(row) for row in range(model.rowCount())] == ["session-92"]
    del tester


def test_one_event_less_is_one_row_less_and_no_reset(session, qtbot):
    model = EventModel(session)
    model.refresh()
    session.state_changed.connect(model.refresh)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsRemoved) as told:
        session.decide(RejectEvent(session.ref("session-76")))
    assert told.args[1:] == [1, 1]
    assert told.args[0] == QModelIndex()


def test_a_row_says_everything_to_a_screen_reader(session):
    from PySide6.QtCore import Qt

    model = EventModel(session)
    model.refresh()
    said = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    for part in ("تأسيس منظمة الإنتربول", "1923", "مصدران"):
        assert part in said
