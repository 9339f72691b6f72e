"""What happens within a session happens where the session is held."""

HELD = "تنعقد الدورة الـ14 لملتقى النخيل بمدينة مراكش من 3 إلى 6 ماي 2019. "
RANGE = ("3 إلى 6 ماي 2019", "2019-05-03/2019-05-06")


def event_of(found, day):
    return next(e for e in found.events if e.dates[0].first == e.dates[0].last and str(day) in e.mentions[0].passage.quote)


def test_an_opening_without_a_place_is_where_its_session_is(written, chronicle):
    text = HELD + "وافتتح الوزير أشغال الدورة الـ14 يوم 3 ماي 2019."
    event = event_of(chronicle(written(text, RANGE, ("3 ماي 2019", "2019-05-03"))), "يوم 3 ماي")
    assert event.place == "مراكش"
    assert event.steps[-1].code == "place-from-session"


def test_a_session_of_another_number_or_other_days_lends_no_place(written, chronicle):
    number = HELD + "وافتتح الوزير أشغال الدورة الـ15 يوم 4 ماي 2019."
    later = HELD + "ووزعت جوائز الدورة الـ14 يوم 9 شتنبر 2019."
    assert event_of(chronicle(written(number, RANGE, ("4 ماي 2019", "2019-05-04"))), "يوم 4 ماي").place == ""
    for event in chronicle(written(later, RANGE, ("9 شتنبر 2019", "2019-09-09"))).events:
        assert "place-from-session" not in {s.code for s in event.steps}
