"""Reports become events: linked across articles, kept apart, tied, disputed."""

from dataclasses import replace

from timeline_app.chronology.doubts.contradiction import contradictions_of
from timeline_app.chronology.reports.event import event_of
from timeline_app.chronology.reports.mention import reports_of
from timeline_app.model.event import ContradictionKind, MentionBasis

OPENING = "افتتح الوزير معرض الكتاب في الرباط يوم 5 ماي 2019 بحضور 40 ناشرا."
OTHER = "وشهدت الرباط في 5 ماي 2019 افتتاح معرض الكتاب، وحضره 40 ناشرا."


def test_two_articles_that_report_one_thing_make_one_event(written, chronicle):
    found = chronicle(written(OPENING, ("5 ماي 2019", "2019-05-05")), written(OTHER, ("5 ماي 2019", "2019-05-05")))
    assert len(found.events) == 1
    assert len(found.events[0].mentions) == 2
    assert all(m.links for m in found.events[0].mentions)


def test_an_event_takes_the_title_that_the_other_reports_tell_as_well(written):
    texts = (
        "اندلع حريق في سوق القرية القديم يوم 5 ماي 2019.",
        "اندلع حريق كبير في سوق القرية القديم يوم 5 ماي 2019.",
        "انعقد مؤتمر الصيد البحري يوم 5 ماي 2019.",
    )
    marked = [written(text, ("5 ماي 2019", "2019-05-05")) for text in texts]
    told = [report for each in marked for report in reports_of(each.article, each.readings)]
    assert event_of(told).title == event_of(told[::-1]).title
    assert event_of(told).title.startswith("اندلاع حريق")


def test_an_event_of_many_articles_says_what_most_of_them_share(written):
    texts = (
        "اندلع حريق في معمل الزرابي يوم 5 ماي 2019.",
        "قتل تسعة عمال وجرح آخرون في حريق معمل الزرابي بالناظور يوم 5 ماي 2019.",
        "أودى حريق معمل الزرابي بحياة تسعة عمال في الناظور يوم 5 ماي 2019.",
        "لقي تسعة عمال مصرعهم في حريق شب بمعمل الزرابي يوم 5 ماي 2019.",
    )
    marked = [written(text, ("5 ماي 2019", "2019-05-05")) for text in texts]
    title = event_of([report for each in marked for report in reports_of(each.article, each.readings)]).title
    assert all(word in title for word in ("تسعة", "الزرابي", "بالناظور"))


def test_what_one_report_calls_put_off_and_the_others_know_as_held_is_not_called_so(written):
    texts = (
        "أقيمت مباراة الكأس على ملعب الوادي الكبير يوم 5 ماي 2019.",
        "حضر عشرة آلاف مشجع مباراة الكأس على ملعب الوادي الكبير يوم 5 ماي 2019.",
        "انتهت المباراة على ملعب الوادي بالتعادل يوم 5 ماي 2019.",
    )
    marked = [written(text, ("5 ماي 2019", "2019-05-05")) for text in texts]
    told = [report for each in marked for report in reports_of(each.article, each.readings)]
    told[0] = replace(told[0], merit=90, mention=replace(told[0].mention, title="تأجيل مباراة الكأس على ملعب الوادي الكبير"))
    assert "تأجيل" not in event_of(told).title
    assert "تأجيل" in event_of(told[:1]).title


def test_two_things_of_one_day_that_share_nothing_stay_two(written, chronicle):
    fire = written("اندلع حريق في مصنع للزيت بطنجة يوم 5 ماي 2019.", ("5 ماي 2019", "2019-05-05"))
    assert len(chronicle(written(OPENING, ("5 ماي 2019", "2019-05-05")), fire).events) == 2


def test_two_sessions_of_one_body_are_two_events_even_in_one_year(written, chronicle):
    one = written("انعقدت الدورة الـ92 للجمعية العامة سنة 2024.", ("سنة 2024", "2024"))
    other = written("انعقدت الدورة الثالثة والتسعون للجمعية العامة سنة 2024 أيضا.", ("سنة 2024", "2024"))
    assert len(chronicle(one, other).events) == 2


def test_a_body_named_by_its_short_name_is_the_body_of_the_long_one(written, chronicle):
    taught = "عقدت المنظمة الدولية للشرطة الجنائية اجتماعا، وتعرف المنظمة الدولية للشرطة الجنائية (الإنتربول) بهذا الاسم. "
    one = written(taught + "وتأسست المنظمة الدولية للشرطة الجنائية سنة 1923.", ("سنة 1923", "1923"))
    other = written("تأسس الأنتربول عام 1923.", ("عام 1923", "1923"))
    assert len(chronicle(one, other).events) == 1


def test_a_passage_without_a_date_is_tied_by_the_number_of_the_session(written, chronicle):
    dated = written(
        "انعقدت الدورة الـ93 للجمعية العامة من 24 إلى 27 نونبر 2025 في مراكش.", ("24 إلى 27 نونبر 2025", "2025-11-24/2025-11-27")
    )
    undated = written("شارك مئات المندوبين في الدورة الثالثة والتسعين للجمعية العامة.")
    (event,) = chronicle(dated, undated).events
    assert [m.basis for m in sorted(event.mentions, key=lambda m: m.basis.value)] == [MentionBasis.DATED, MentionBasis.INFERRED]
    assert any(link.code == "tie-ordinal" for m in event.mentions for link in m.links)


def test_a_passage_on_something_else_is_left_alone(written, chronicle):
    undated = written("زار السياح الأسواق القديمة واشتروا الزرابي والأواني الفضية.")
    (event,) = chronicle(written(OPENING, ("5 ماي 2019", "2019-05-05")), undated).events
    assert len(event.mentions) == 1


def test_a_list_of_days_in_a_row_is_one_event_and_of_years_several(written, chronicle):
    row = written("انعقدت الندوة يومي 7 و8 ماي 2019.", ("7 و8 ماي 2019", "2019-05-07", "2019-05-08"))
    years = written("فاز الفريق بالبطولة عامي 1964 و1985.", ("عامي 1964 و1985", "1964", "1985"))
    assert [e.hull.days for e in chronicle(row).events] == [2]
    assert len(chronicle(years).events) == 2


def test_the_event_is_dated_by_most_of_its_sources(written, chronicle):
    found = chronicle(written(OPENING, ("5 ماي 2019", "2019-05-05")), written(OTHER, ("5 ماي 2019", "2019-05-05")))
    assert found.events[0].dates[0].days == 1
    assert any(s.code == "event-dates-agree" for s in found.events[0].steps)


def contradictions(chronicle, *articles):
    told = chronicle(*articles)
    return contradictions_of(told, [w.article for w in articles], {w.article.id: w.readings for w in articles}).contradictions


def test_figures_of_one_thing_that_differ_are_a_contradiction(written, chronicle):
    one = written("عقد البرلمان جلسة استثنائية يوم 6 ماي 2019 بحضور 172 نائبا.", ("6 ماي 2019", "2019-05-06"))
    other = written("وعقد البرلمان في 6 ماي 2019 جلسة استثنائية بحضور 180 نائبا.", ("6 ماي 2019", "2019-05-06"))
    (found,) = contradictions(chronicle, one, other)
    assert found.kind is ContradictionKind.FIGURE
    assert sorted(e.says for e in found.evidence) == ["172 نائبا", "180 نائبا"]


def test_figures_of_different_things_and_rough_ones_are_never_set_against_each_other(written, chronicle):
    one = written("انعقد المؤتمر يوم 6 ماي 2019 بمشاركة 82 رئيس شرطة ونحو 180 دولة.", ("6 ماي 2019", "2019-05-06"))
    other = written("وانعقد المؤتمر في 6 ماي 2019 بمشاركة 25 وزيرا و179 دولة.", ("6 ماي 2019", "2019-05-06"))
    assert contradictions(chronicle, one, other) == ()


def test_a_later_and_higher_toll_is_an_update(written, chronicle):
    one = written(
        "انفجرت سيارة في السوق الكبير يوم 6 ماي 2019 وأسفر الانفجار عن مقتل 11 شخصا.",
        ("6 ماي 2019", "2019-05-06"),
        published="2019-05-06",
    )
    other = written(
        "وأسفر انفجار سيارة في السوق الكبير يوم 6 ماي 2019 عن مقتل 14 شخصا.", ("6 ماي 2019", "2019-05-06"), published="2019-05-08"
    )
    (found,) = contradictions(chronicle, one, other)
    assert found.update


def test_a_price_moves_within_a_day(written, chronicle):
    day = ("3 ماي 2019", "2019-05-03")
    one = written("هوى الجنيه أمام الدولار يوم 3 ماي 2019 في البنوك ليسجل 22.5 جنيها للدولار.", day)
    other = written("هوى الجنيه أمام الدولار يوم 3 ماي 2019 في البنوك إلى 23 جنيها للدولار.", day)
    assert len(chronicle(one, other).events) == 1
    assert contradictions(chronicle, one, other) == ()


def test_a_burial_is_not_the_death_and_one_sentence_gives_no_event_two_days(written, chronicle):
    died, laid = ("8 يوليو 2021", "2021-07-08"), ("27 شتنبر 2021", "2021-09-27")
    death = written("قتل الوزير سعد فرح في 8 يوليو 2021.", died)
    burial = written("شيع الوزير سعد فرح في 27 شتنبر 2021.", laid)
    assert len(chronicle(death, burial).events) == 2
    later = written("توفي الوزير سعد فرح في 27 شتنبر 2021.", laid)
    assert len(chronicle(death, later).events) == 1
    both = written("تذكر البلاد في 27 شتنبر 2021 وفاة الوزير سعد فرح الذي قتل في 8 يوليو 2021.", laid, died)
    assert all(len({r.days for r in reports}) == 1 for reports in chronicle(death, both).reports)


def test_a_death_that_sources_date_differently_is_one_event_and_a_contradiction(written, chronicle):
    one = written("توفي الشاعر أحمد البناني يوم 3 ماي 2019.", ("3 ماي 2019", "2019-05-03"))
    other = written("وكان الشاعر أحمد البناني قد توفي في أبريل 2018.", ("أبريل 2018", "2018-04"))
    (found,) = contradictions(chronicle, one, other)
    assert found.kind is ContradictionKind.DATE
    assert len(chronicle(one, other).events) == 1


def test_a_doubted_weekday_keeps_its_date_and_joins_the_event_that_was_meant(written, chronicle):
    one = written("انطلقت الدورة الـ93 للجمعية العامة في مراكش يوم 24 نونبر 2025.", ("24 نونبر 2025", "2025-11-24"))
    doubted = written(
        "أكد المدير في مراكش، الاثنين 24 يونيو 2025، أن الدورة الـ93 للجمعية العامة ناجحة. وتستمر الجمعية من 24 إلى 27 نونبر.",
        ("الاثنين 24 يونيو 2025", "2025-06-24", "doubted", "or 2025-03-24", "or 2025-11-24"),
        ("24 إلى 27 نونبر", "2025-11-24/2025-11-27"),
    )
    told = chronicle(one, doubted)
    opening = next(e for e in told.events if len(e.mentions) == 2)
    assert sorted(m.doubtful for m in opening.mentions) == [False, True]
    (found,) = contradictions(chronicle, one, doubted)
    assert found.kind is ContradictionKind.WEEKDAY
    assert found.suggestion.text == "الاثنين 24 نونبر 2025"
    assert found.suggestion.dates[0] == opening.dates[0]


def test_a_report_without_any_day_goes_to_the_tray(written, chronicle):
    undated = written("واستقال مدير المتحف من منصبه بسبب خلاف مع الوزارة.")
    told = chronicle(written(OPENING, ("5 ماي 2019", "2019-05-05")), undated)
    assert [m.kind for m in told.undated] == ["appointment"]
    assert len(told.events) == 1


def test_to_announce_a_levy_is_to_levy_it_and_to_speak_of_it_is_not(written, chronicle):
    levy = written("فرضت حكومة لومبان رسوما على الخشب المستورد يوم 6 ماي 2019.", ("6 ماي 2019", "2019-05-06"))
    announced = written("أعلنت حكومة لومبان فرض رسوم على الخشب المستورد في 6 ماي 2019.", ("6 ماي 2019", "2019-05-06"))
    spoken = written("قالت حكومة لومبان في 6 ماي 2019 إن الخشب المستورد رديء.", ("6 ماي 2019", "2019-05-06"))
    assert len(chronicle(levy, announced).events) == 1
    assert len(chronicle(levy, spoken).events) == 2


def test_who_says_only_the_year_speaks_for_the_day_in_it(written, chronicle):
    texts = [
        ("وقعت شركة النخيل عقد مصنع الإسمنت بالجديدة يوم 7 نونبر 2018.", ("7 نونبر 2018", "2018-11-07")),
        ("وقعت شركة النخيل عقد مصنع الإسمنت بالجديدة في عام 2018.", ("عام 2018", "2018")),
        ("سبق أن وقعت شركة النخيل عقد مصنع الإسمنت بالجديدة عام 2018.", ("عام 2018", "2018")),
        ("وكانت شركة النخيل وقعت عقد مصنع الإسمنت بالجديدة في عام 2018.", ("عام 2018", "2018")),
    ]
    (event,) = chronicle(*(written(*text) for text in texts)).events
    assert len(event.mentions) == len(texts)
    assert event.dates[0].days == 1
