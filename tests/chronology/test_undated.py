"""What is tied without a date: headlines, openings of articles without any date, what is told again; and what is left alone."""

from dataclasses import replace

import pytest

from timeline_app.model.article import Section, SectionRole
from timeline_app.model.event import MentionBasis
from timeline_app.model.span import Span

THIRD, FOURTH, NINTH = ("3 ماي 2019", "2019-05-03"), ("4 ماي 2019", "2019-05-04"), ("9 ماي 2019", "2019-05-09")

STRANDING = (
    (
        "جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019 وعلى متنها 21 بحارا. "
        "وقطر زورقان ناقلة الحبوب المرجان إلى رصيف ميناء صيرة في 9 ماي 2019."
    ),
    THIRD,
    NINTH,
)


@pytest.fixture(name="tied")
def _tied(written, chronicle):
    """Of the passages without a date the day of their event, their words and the codes of the reasons."""

    def tie(*texts, title=""):
        articles = [written(*text) for text in texts]
        if title:
            stop = len(title)
            sections = (
                Section(Span(0, stop), SectionRole.TITLE),
                Section(Span(stop + 1, len(articles[0].article.text)), SectionRole.BODY),
            )
            articles[0] = replace(articles[0], article=replace(articles[0].article, sections=sections))
        told = chronicle(*articles)
        days = {w.readings[n].ranges[0].first: w.readings[n].expression.text for w in articles for n in range(len(w.readings))}
        return [
            (days[event.hull.first], m.passage.quote, tuple(link.code for link in m.links))
            for event in told.events
            for m in event.mentions
            if m.basis is MentionBasis.INFERRED
        ]

    return tie


def test_the_headline_tells_what_the_first_sentence_tells(tied):
    title = "جنوح ناقلة الحبوب المرجان قرب صيرة"
    text = f"{title}\n{STRANDING[0]}"
    assert tied((text, THIRD, NINTH), title=title) == [("3 ماي 2019", title, ("tie-headline",))]


def test_a_headline_of_other_words_than_the_first_sentences_is_left_alone(tied):
    title = "سكان الساحل يخشون موسما بلا صيد"
    assert tied((f"{title}\n{STRANDING[0]}", THIRD, NINTH), title=title) == []


def test_the_opening_of_an_article_without_any_date_is_tied_to_the_dated_opening_it_repeats(tied):
    found = tied(STRANDING, ("أفاد بحارة بأن ناقلة الحبوب المرجان جنحت قرب ميناء صيرة وعلى متنها 21 بحارا.",))
    assert [(day, codes) for day, _, codes in found] == [("3 ماي 2019", ("tie-lede",))]


@pytest.mark.parametrize(
    "opening",
    [
        "جنحت ناقلة النفط الزمردة قرب ميناء سبيطة وعلى متنها 14 بحارا.",
        "زار وزير النقل ميناء صيرة وتفقد ناقلة الحبوب المرجان.",
    ],
)
def test_an_opening_that_tells_of_another_ship_or_of_something_else_is_not(tied, opening):
    assert tied(STRANDING, (opening,)) == []


def test_what_a_word_of_time_or_cause_governs_is_told_again(tied):
    text = "استؤنفت الملاحة بعد جنوح المرجان. وفتح القضاء ملف الشركة المالكة في 9 ماي 2019."
    found = tied((STRANDING[0] + " " + text, THIRD, NINTH, NINTH))
    assert [row[:2] for row in found] == [("3 ماي 2019", "جنوح المرجان")]


def test_what_is_only_wanted_is_not_told_again(tied):
    assert not [
        row for row in tied((STRANDING[0] + " ودعا التجار إلى الاستعداد لجنوح ناقلة.", THIRD, NINTH)) if "لجنوح" in row[1]
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان المحافظ قد أعلن خطة لتوسيع الرصيف.",
        "وفي وقت سابق، زار المحافظ حي الصيادين.",
        "ونفى متعهد الشحن رشيد بلقايد وجود خلاف مع النقابة.",
        "وقال الملاح سعيد بن زروال إن أسعار السمك ارتفعت.",
    ],
)
def test_what_goes_back_in_time_or_is_anothers_word_does_not_go_on_from_the_report(tied, sentence):
    assert tied((f"جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019. {sentence}", THIRD)) == []


def test_an_agency_that_passes_on_a_saying_is_no_other_speaker(tied):
    text = "جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019. وذكرت الوكالة أن طاقم المرجان بخير."
    assert [row[0] for row in tied((text, THIRD))] == ["3 ماي 2019"]


@pytest.mark.parametrize(("published", "ties"), [("2019-04-28", 1), ("2019-05-09", 0)])
def test_what_will_be_is_nothing_that_was_over_when_the_article_appeared(written, chronicle, published, ties):
    plan = written("ستفرض وزارة الصيد رسوما جديدة على قوارب الإسفنج الأجنبية يوم 3 ماي 2019.", THIRD, published="2019-04-20")
    answer = "افتتحت الوزارة ميناء الإسفنج يوم 3 ماي 2019. وردت النقابة بنشر قائمة أخرى بقوارب إسفنج ستفرض عليها رسوما جديدة."
    told = chronicle(plan, written(answer, THIRD, published=published))
    assert sum(m.basis is MentionBasis.INFERRED for event in told.events for m in event.mentions) == ties


def test_a_noun_with_a_pronoun_tells_the_one_event_of_its_word_again(tied):
    text = f"{STRANDING[0]} وخسر الصيادون شباكهم منذ جنوحها."
    assert ("3 ماي 2019", "جنوحها", ("tie-retold",)) in tied((text, THIRD, NINTH))


def test_what_is_called_by_its_kind_is_what_was_just_told(tied):
    text = "قضت محكمة صيرة بسجن ربان الناقلة يوم 3 ماي 2019. ويأتي هذا الحكم وسط جدل واسع."
    assert [(row[0], row[2]) for row in tied((text, THIRD))] == [("3 ماي 2019", ("tie-points-back",))]


def test_a_higher_court_is_not_the_court_below_it(tied):
    text = "قضت المحكمة الإدارية بوقف الأشغال يوم 3 ماي 2019. وزار الوالي الورش. ورأت المحكمة الإدارية العليا أن المهلة طويلة."
    assert not [row for row in tied((text, THIRD)) if "العليا" in row[1]]


def test_an_opening_that_another_declares_is_not_the_deed_itself(tied):
    deed = "وقع المدرب سعيد بلقايد عقد الموسم القادم في 3 ماي 2019."
    assert tied((deed, THIRD), ("نفى وكيل اللاعبين رشيد حمداوي توقيع عقد الموسم القادم.",)) == []


def test_which_adjournment_an_opening_without_a_date_tells_is_not_known(tied):
    dated = "قررت محكمة صيرة تأجيل محاكمة ربان الناقلة المرجان في 3 ماي 2019."
    found = tied((dated, THIRD), ("قررت محكمة صيرة تأجيل محاكمة ربان الناقلة المرجان.",))
    assert not [codes for *_, codes in found if "tie-lede" in codes]


def test_what_an_article_without_any_date_opens_with_stands_in_the_tray(written, chronicle):
    told = chronicle(written("طالب عمال الميناء بزيادة الأجور. والبحر هادئ."))
    assert [(m.passage.quote, m.dates) for m in told.undated] == [("طالب عمال الميناء بزيادة الأجور.", ())]


@pytest.mark.parametrize(
    "later",
    [
        " وتحمل ناقلة الحبوب المرجان التي علقت قرب ميناء صيرة بسبب قانون 2012 على متنها 21 بحارا.",
        " وفتشت الجمارك ناقلة الحبوب المرجان بميناء صيرة بموجب قانون 2012.",
    ],
)
def test_a_date_of_which_nothing_is_reported_keeps_no_sentence(tied, later):
    found = tied((STRANDING[0] + later, THIRD, NINTH, ("2012", "2012-01-01")))
    assert any("قانون 2012" in quote and day == THIRD[0] for day, quote, _ in found)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("وجاءت هذه الخطوة بعد خلاف طويل مع النقابة.", "وجاءت هذه الخطوة"),
        ("لكن القرار أثار غضب البحارة.", "لكن القرار أثار غضب البحارة."),
        ("ويمثل حكم المحكمة سابقة في تاريخ الميناء.", "ويمثل حكم المحكمة سابقة في تاريخ الميناء."),
        ("وجاء في بيان المحكمة أن الربان كان نائما.", "وجاء في بيان المحكمة أن الربان كان نائما."),
    ],
)
def test_a_sentence_whose_subject_was_just_told_goes_on_from_it(tied, sentence, head):
    found = tied((f"قضت محكمة صيرة بسجن ربان الناقلة يوم 3 ماي 2019. {sentence}", THIRD))
    assert found == [("3 ماي 2019", head, ("tie-points-back",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "وجاءت الرياح قوية بعد الظهر.",
        "ويعد الميناء من أقدم موانئ البلاد.",
        "ويأتي هذا بعد عام صعب.",
        "وجاء في بيان صدر قديما أن الميناء آمن.",
    ],
)
def test_a_sentence_whose_subject_is_no_event_is_left_alone(tied, sentence):
    assert tied((f"قضت محكمة صيرة بسجن ربان الناقلة يوم 3 ماي 2019. {sentence}", THIRD)) == []


def test_a_step_is_the_last_one_told_but_for_what_was_before_it(tied):
    told = "أقال المجلس مدير الميناء يوم 9 ماي 2019. وكان المجلس قد عين المدير في 3 ماي 2019. وجاءت هذه الخطوة وسط خلاف طويل."
    assert [row[:2] for row in tied((told, NINTH, THIRD))] == [("9 ماي 2019", "وجاءت هذه الخطوة")]


def test_a_step_after_an_act_of_which_no_day_is_known_is_left_alone(tied):
    told = "أقال المجلس مدير الميناء يوم 9 ماي 2019. ورفض عمال الرصيف الجنوبي عقود الشركة. وجاءت هذه الخطوة وسط خلاف طويل."
    assert not [row for row in tied((told, NINTH)) if "الخطوة" in row[1]]


DISMISSAL = (
    f"{STRANDING[0].split('.')[0]}. وأقال مجلس المرفأ مدير الإنقاذ سعيد بلقايد بسبب تقصير كبير في 9 ماي 2019.",
    THIRD,
    NINTH,
)


def test_a_sentence_that_says_most_words_of_one_event_again_is_tied_whatever_it_opens_with(tied):
    again = "ويذكر الصيادون كيف أقال المجلس مدير الإنقاذ سعيد بلقايد بسبب تقصيره."
    found = tied((f"{DISMISSAL[0]} {again}", THIRD, NINTH))
    assert found == [("9 ماي 2019", again, ("tie-shared-words",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "ويذكر الصيادون مدير الإنقاذ سعيد بلقايد وتقصيره.",
        "ويذكر الصيادون كيف أقال المجلس غيره من قبل.",
        "وفي حادث منفصل، أقال مجلس المرفأ مدير الإنقاذ سعيد بلقايد بسبب تقصيره.",
    ],
)
def test_words_without_the_deed_the_deed_without_words_and_another_deed_are_not(tied, sentence):
    assert not [row for row in tied((f"{DISMISSAL[0]} {sentence}", THIRD, NINTH)) if row[1] == sentence]


def test_what_an_article_tells_as_done_is_no_event_after_the_article(written, chronicle):
    told = f"{DISMISSAL[0].split('.')[0]}. ويذكر الصيادون كيف أقال المجلس مدير الإنقاذ سعيد بلقايد بسبب تقصيره."
    for published, tied in (("2019-05-04", []), ("2019-05-10", ["أقال"])):
        old = written(told, THIRD, published=published)
        found = chronicle(written(*DISMISSAL, published="2019-05-10"), old)
        quotes = [m.passage.quote for e in found.events for m in e.mentions if m.passage.article == old.article.id]
        assert [word for quote in quotes for word in quote.split() if word == "أقال"] == tied


SACKED = "أقال مجلس المرفأ مدير الإنقاذ سعيد بلقايد بعد شهر من الخلاف."


@pytest.mark.parametrize(
    ("opening", "published", "tied"),
    [
        (SACKED, "2019-05-10", True),
        (SACKED, "2019-06-10", False),
        (SACKED, None, False),
        (f"لم يصدق الصيادون أن {SACKED}", "2019-05-10", False),
    ],
)
def test_an_opening_without_a_date_tells_what_happened_shortly_before_the_article(written, chronicle, opening, published, tied):
    later = written(opening, published=published)
    told = chronicle(written(*DISMISSAL, published="2019-05-10"), later)
    found = [(e.hull.first, m.links[0].code) for e in told.events for m in e.mentions if m.passage.article == later.article.id]
    lent = [day for day, code in found if code == "tie-lede"]
    assert lent == [max(e.hull.first for e in told.events)] * tied


@pytest.mark.parametrize(
    "sentence",
    [
        "وأحال الوالي المسؤولين عن الحادث إلى القضاء.",
        "وتظاهر السكان في موقع الحادث.",
        "ورفض الوالي بحث أسباب الحادث.",
    ],
)
def test_an_act_about_an_event_is_not_the_event(tied, sentence):
    assert tied((f"انهار سقف مصنع الورق بمدينة صيرة يوم 3 ماي 2019 في حادث مفاجئ. {sentence}", THIRD)) == []


@pytest.mark.parametrize(("published", "codes"), [("2019-05-04", []), ("2019-05-10", ["tie-figure"])])
def test_no_figures_tie_an_article_to_what_came_after_it(written, chronicle, published, codes):
    deal = written("وقعت شركة المرجان عقد شراء 21 باخرة بقيمة 340 مليون درهم في 9 ماي 2019.", NINTH, published="2019-05-10")
    early = written("رفضت المصارف تمويل شركة المرجان. وهي شركة دفعت 340 مليون درهم مقابل 21 باخرة.", published=published)
    told = chronicle(deal, early)
    assert [m.links[0].code for e in told.events for m in e.mentions if m.passage.article == early.article.id] == codes


@pytest.mark.parametrize("sentence", ["كما قرر إغلاق السوق القديم.", "كما تم تعيين حارس جديد للرصيف الجنوبي."])
def test_what_was_done_as_well_is_a_further_fact_of_what_was_just_told(tied, sentence):
    found = tied((f"أقال مجلس صيرة مدير الميناء في جلسة يوم 3 ماي 2019. {sentence}", THIRD))
    assert found == [("3 ماي 2019", sentence, ("tie-continues",))]


@pytest.mark.parametrize("sentence", ["كما سيفتح السوق القديم أبوابه.", "وقرر التجار إغلاق السوق القديم."])
def test_what_will_be_done_and_what_others_did_is_none(tied, sentence):
    assert tied((f"أقال مجلس صيرة مدير الميناء في جلسة يوم 3 ماي 2019. {sentence}", THIRD)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وطلبت نقابة البحارة فتح ملف ناقلة الحبوب المرجان قرب صيرة.",
        "ورفض مالك ناقلة الحبوب المرجان تعويض الصيادين قرب ميناء صيرة.",
        "وأضاف البيان أن وزارة النقل استنفرت زوارق ميناء صيرة لقطر ناقلة الحبوب المرجان.",
        "وتوجه الوالي إلى ميناء صيرة حيث ناقلة الحبوب المرجان.",
    ],
)
def test_what_others_do_about_an_event_is_not_the_event(tied, sentence):
    assert tied((f"{STRANDING[0]} {sentence}", THIRD, NINTH)) == []


def test_what_the_stranded_ship_suffers_is_told_of_it(tied):
    dated = "جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019."
    assert tied((f"{dated} وتضرر هيكل ناقلة الحبوب المرجان قرب ميناء صيرة.", THIRD))


def test_an_answer_that_others_date_is_tied_to_itself(tied):
    dated = "رفضت شركة الملاحة طلب بحارة الناقلة المرجان يوم 3 ماي 2019."
    found = tied((f"{dated} وكانت شركة الملاحة رفضت طلب بحارة الناقلة المرجان لأسباب مالية.", THIRD))
    assert [row[0] for row in found] == ["3 ماي 2019"]


def test_what_is_asked_for_in_a_complaint_is_the_complaint(tied):
    dated = "تقدمت نقابة البحارة بشكوى ضد شركة الملاحة المرجان يوم 3 ماي 2019."
    found = tied((f"{dated} وطلبت نقابة البحارة تعويض بحارة شركة الملاحة المرجان.", THIRD))
    assert [row[0] for row in found] == ["3 ماي 2019"]


def test_a_phrase_that_completes_another_act_names_no_event(tied):
    dated = "فاز فريق المرجان في مباراة كأس الساحل أمام فريق النورس يوم 3 ماي 2019."
    held = "ورفض الاتحاد تأجيل مباراة كأس الساحل أمام فريق النورس."
    assert tied((f"{dated} {held}", THIRD)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "ووجهت وزارة النقل بتشكيل لجنة تحقيق في سلامة الموانئ.",
        "وكان والي الساحل قد أعلن خطة لتوسيع الرصيف.",
        "وتم إطلاق سراح ثلاثة صيادين من سجن سبيطة.",
        "وستشتري البلدية قوارب جديدة لحي الصيادين.",
    ],
)
def test_whatever_is_reported_and_not_tied_stands_in_the_tray(written, chronicle, sentence):
    told = chronicle(written(f"جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019. {sentence}", THIRD))
    assert [m.passage.quote for m in told.undated] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "والبحر هناك هادئ طول فصل الصيف.",
        "وأضاف أن البحر هادئ طول فصل الصيف.",
        "وكتب: انتهى.",
        "إذا وقعت الوزارة اتفاقية الصيد فسيفتتح ميناء سبيطة الجديد.",
    ],
)
def test_what_reports_nothing_or_only_goes_on_does_not(written, chronicle, sentence):
    told = chronicle(written(f"باع فلاحو السهل محصول الزيتون يوم 4 ماي 2019. {sentence}", FOURTH))
    assert told.undated == ()


def test_a_deed_goes_to_the_event_whose_words_it_repeats_and_not_to_the_one_just_told(tied):
    verdict = "قضت محكمة صيرة بسجن ربان الناقلة المرجان خمسة أعوام وتغريم مالكها يوم 3 ماي 2019."
    appeal = "قدم محامي ربان الناقلة المرجان استئنافا أمام محكمة سبيطة يوم 4 ماي 2019."
    told = "وقضت محكمة صيرة على ربان الناقلة المرجان بخمسة أعوام وعلى مالكها بغرامة."
    found = tied((f"{verdict} {appeal}", THIRD, FOURTH), (f"{appeal} {told}", FOURTH))
    assert [row[:2] for row in found] == [("3 ماي 2019", told)]


def test_a_sentence_of_another_story_that_repeats_half_of_an_events_words_is_tied_to_it(tied):
    harvest = "باع فلاحو السهل محصول الزيتون إلى معصرة البلدة يوم 4 ماي 2019."
    told = "وتابعت الأسواق غرق ناقلة الحبوب المرجان وبحارتها قرب ميناء صيرة."
    found = tied(STRANDING, (f"{harvest} {told}", FOURTH))
    assert ("3 ماي 2019", told) in [row[:2] for row in found]


def test_a_sentence_that_two_events_hold_alike_is_tied_to_neither(tied):
    harvest = "باع فلاحو السهل محصول الزيتون إلى معصرة البلدة يوم 4 ماي 2019."
    again = STRANDING[0].replace("21 بحارا", "14 بحارا").replace("3 ماي 2019", "3 ماي 2018").replace("9 ماي 2019", "9 ماي 2018")
    later = (again, ("3 ماي 2018", "2018-05-03"), ("9 ماي 2018", "2018-05-09"))
    told = "وتابعت الأسواق غرق ناقلة الحبوب المرجان وبحارتها قرب ميناء صيرة."
    assert not [row for row in tied(STRANDING, later, (f"{harvest} {told}", FOURTH)) if row[1] == told]


def test_an_intention_is_not_the_deed_that_came_after_the_article(written, chronicle):
    deed = written("قدم محامي ربان الناقلة المرجان طعنا أمام محكمة صيرة يوم 9 ماي 2019.", NINTH, published="2019-05-10")
    early = "أدانت محكمة صيرة ربان الناقلة المرجان يوم 3 ماي 2019. وسيقدم محامي ربان الناقلة المرجان طعنا أمام محكمة صيرة."
    told = chronicle(deed, written(early, THIRD, published="2019-05-04"))
    (event,) = [e for e in told.events if any(m.passage.article == deed.article.id for m in e.mentions)]
    assert len(event.mentions) == 1


@pytest.mark.parametrize(
    ("sentence", "days"), [("ولعب المرجان مباراة قوية.", []), ("وسوف يلعب المرجان مباراة قوية.", ["9 ماي 2019"])]
)
def test_what_was_done_is_no_match_that_is_still_to_be_played(written, chronicle, sentence, days):
    text = f"سيلعب المرجان مباراة الكأس ضد النورس يوم 9 ماي 2019. {sentence}"
    told = chronicle(written(text, NINTH, published="2019-05-04"))
    tied = [m.passage.quote for event in told.events for m in event.mentions if m.basis is MentionBasis.INFERRED]
    assert tied == [sentence] * len(days)


def test_an_opening_that_refuses_what_was_decided_days_before_is_not_that_decision(written, chronicle):
    dated = written("قررت محكمة صيرة بيع ناقلة الحبوب المرجان في المزاد يوم 9 ماي 2019.", NINTH)
    answer = "رفض ملاك ناقلة الحبوب المرجان ما قررت محكمة صيرة من بيع الناقلة في المزاد."
    told = chronicle(dated, written(answer, published="2019-05-10"))
    assert [len(event.mentions) for event in told.events] == [1]


def test_what_follows_an_undated_opening_is_told_of_the_event_it_was_tied_to(tied):
    opening = "أفاد بحارة بأن ناقلة الحبوب المرجان جنحت قرب ميناء صيرة وعلى متنها 21 بحارا."
    then = "ووصف شهود هذا الجنوح بأنه الأسوأ منذ عقود."
    assert [row[:2] for row in tied(STRANDING, (f"{opening} {then}",))][1:] == [("3 ماي 2019", then)]


@pytest.mark.parametrize("when", ["وفي غضون ذلك، ", "وفي وقت لاحق، "])
def test_what_happened_meanwhile_or_later_is_another_act(tied, when):
    dated = "جنحت ناقلة الحبوب المرجان قرب ميناء صيرة يوم 3 ماي 2019."
    then = "أصيب هيكل ناقلة الحبوب المرجان قرب ميناء صيرة."
    assert [row[1] for row in tied((f"{dated} {then}", THIRD))] == [then]
    assert tied((f"{dated} {when}{then}", THIRD)) == []


def test_a_noun_that_says_whose_event_it_is_calls_no_other_that_was_just_told(tied):
    freed = "أفرجت محكمة صيرة عن ربان الناقلة المرجان يوم 3 ماي 2019."
    assert tied((f"{freed} وأثار توقيفه غضب البحارة في الساحل.", THIRD)) == []


def test_who_has_to_do_with_an_event_does_not_tell_it(tied):
    blast = "استهدف تفجير مخازن ميناء صيرة يوم 3 ماي 2019."
    assert tied((f"{blast} ولاحقت الشرطة معنيين بالتفجير.", THIRD)) == []
