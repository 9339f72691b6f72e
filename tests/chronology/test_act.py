"""Sorts of acts on one thing, and what is told only as the ground of an act."""

import pytest

from timeline_app.chronology.traits.act import exclude

DAY = ("الأحد", "2021-05-02")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "أقر مجلس الشورى الأحد قانون الإيجار.", "نشرت الجريدة الرسمية الأحد قانون الإيجار.", id="approved-published"
        ),
        pytest.param(
            "وقعت الوزارة والصيادون الأحد اتفاق حصص السردين.",
            "وافق البرلمان الأحد على اتفاق حصص السردين مع الصيادين.",
            id="signed-approved",
        ),
        pytest.param(
            "سلم الوفد الهولندي الأحد مخطوطات المتحف إلى العراق.",
            "وقع الوفد الهولندي الأحد اتفاق مخطوطات المتحف مع العراق.",
            id="handed-over-signed",
        ),
        pytest.param(
            "وصل المبعوث الأممي توماس لند الأحد إلى صنعاء.", "غادر المبعوث الأممي توماس لند صنعاء الأحد.", id="arrived-left"
        ),
        pytest.param(
            "منح البرلمان الأحد الثقة لحكومة عادل المهيري.",
            "أدى عادل المهيري اليمين الأحد أمام الملك مع حكومته.",
            id="confidence-oath",
        ),
        pytest.param(
            "قبل الرئيس الأحد استقالة وزير الري منير شكري.",
            "قدم وزير الري منير شكري الأحد استقالته إلى الرئيس.",
            id="accepted-resigned",
        ),
        pytest.param("أدانت محكمة وهران الأحد المهرب عيسى بلال.", "أجلت محكمة وهران الأحد قضية عيسى بلال.", id="ruled-put-off"),
        pytest.param("دعت نقابة السكك الأحد إلى إضراب عام.", "بدأ عمال السكك الأحد إضرابا عاما.", id="called-for-done"),
        pytest.param("شيع الأهالي الأحد ضحايا حريق السوق.", "اندلع حريق في السوق الأحد وأودى بحياة تسعة.", id="buried-killed"),
        pytest.param("تبنى تنظيم الراية الأحد الهجوم على ميناء سرت.", "هاجم مسلحون الأحد ميناء سرت.", id="claimed-attacked"),
        pytest.param(
            "قال المهاجم كريم نوري إن ناديه باعه ووقع العقد الأحد.",
            "وصل المهاجم كريم نوري الأحد إلى الدوحة.",
            id="signed-arrived",
        ),
        pytest.param("ارتفع سعر الذهب الأحد في دبي.", "تراجع سعر الذهب الأحد في دبي.", id="rose-fell"),
    ],
)
def test_two_sorts_of_acts_on_one_thing_are_two_events(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "صادق مجلس الشورى الأحد على قانون الإيجار.", "أقر مجلس الشورى الأحد قانون الإيجار.", id="two-words-of-one-sort"
        ),
        pytest.param("وصل وزير الدفاع الهندي الأحد إلى مسقط.", "زار وزير الدفاع الهندي الأحد مسقط.", id="who-comes-visits"),
        pytest.param(
            "قدم مدير المطار سليم حداد استقالته الأحد.", "استقال مدير المطار سليم حداد الأحد.", id="a-light-verb-and-its-noun"
        ),
        pytest.param("حل الملك البرلمان الأحد.", "أصدر الملك الأحد مرسوما بحل البرلمان.", id="a-decree-and-what-it-orders"),
        pytest.param("فاز الترجي الأحد على النجم بثلاثية.", "سقط النجم الأحد أمام الترجي بثلاثية.", id="who-falls-to-a-team"),
        pytest.param(
            "أصدرت محكمة سوسة الأحد قرارا بسجن نعيم القلعي أربع سنوات.",
            "قضت محكمة سوسة الأحد على نعيم القلعي بأربع سنوات.",
            id="jailed-by-a-verdict",
        ),
        pytest.param(
            "أعلن رئيس نادي الواحة الأحد تعيين الألماني هورست كيلر مدربا لفريقه.",
            "تعاقد مجلس الواحة الأحد مع الألماني هورست كيلر ليدرب لاعبيه.",
            id="who-is-taken-on-is-appointed",
        ),
        pytest.param(
            "أعلن تنظيم الراية الأحد مسؤوليته عن تفجير ميناء سرت.", "تبنى تنظيم الراية الأحد تفجير ميناء سرت.", id="claimed-twice"
        ),
        pytest.param(
            "أطلق الخاطفون الأحد سراح المهندس عماد الصالحي.", "أفرج الخاطفون عن المهندس عماد الصالحي الأحد.", id="set-free-twice"
        ),
        pytest.param(
            "الصفقة بين بغداد وشركة لوكاي لتطوير حقل مجنون وقعت الأحد.",
            "أبرمت بغداد وشركة لوكاي الأحد اتفاقا لتطوير حقل مجنون.",
            id="a-thing-before-its-verb",
        ),
        pytest.param(
            "حضر القاتل سليم عواد، والذي أعلنت المحكمة قرارها الأحد بإعدامه.",
            "قضت المحكمة الأحد بإعدام القاتل سليم عواد.",
            id="announced-in-a-relative-clause",
        ),
        pytest.param("لقي أربعة عمال مصرعهم الأحد في منجم.", "انهار منجم الأحد وقتل أربعة عمال.", id="death-is-no-meeting"),
    ],
)
def test_one_sort_in_other_words_is_one_event(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 1


@pytest.mark.parametrize(
    ("act", "ground"),
    [
        ("استقال مدير الموانئ الأحد على خلفية غرق عبارة في خليج سرت.", "غرقت عبارة في خليج سرت الأحد."),
        ("احتج السائقون الأحد إثر رفع سعر الديزل في سبها.", "رفعت الحكومة الأحد سعر الديزل في سبها."),
        ("عزلت الشركة الأحد الحارس الذي أحرق مخزن الحبوب.", "أحرق حارس مخزن الحبوب الأحد."),
    ],
)
def test_what_an_act_came_after_is_another_event(act, ground, written, chronicle):
    assert len(chronicle(written(act, DAY), written(ground, DAY)).events) == 2


def test_what_killed_is_one_event_with_the_deaths(written, chronicle):
    one, other = "قتل سبعة أشخاص الأحد إثر انهيار جسر في سطيف.", "انهار جسر في سطيف الأحد."
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("قدم حزب الأمل الأحد شكوى ضد الوالي.", "قدم حزب الأمل الأحد برنامج حملته.", id="what-is-submitted"),
        pytest.param("دان مجلس الأمن الأحد قصف ميناء المخا.", "قصف ميناء المخا الأحد.", id="condemned-and-done"),
        pytest.param(
            "مراسم توقيع اتفاق المياه ستجري الأحد.", "صادقت الحكومة الأحد على اتفاق المياه.", id="named-before-a-light-verb"
        ),
        pytest.param("واصل عمال المناجم الأحد إضرابهم.", "تظاهر عمال المناجم الأحد.", id="what-goes-on"),
    ],
)
def test_a_light_word_is_told_apart_by_what_stands_with_it(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "قضت محكمة جنايات أسوان بجلستها اليوم الأحد بسجن التاجر سعد منير.",
            "قضت محكمة جنايات أسوان بمحافظة أسوان الأحد بسجن سعد منير.",
            id="a-court-and-where-it-sits",
        ),
        pytest.param(
            "أنقذ الغواصون الأحد صبيا من بئر في سطيف.",
            "ذكرت وكالة الأنباء الأحد أنه تم إنقاذ صبي من بئر في سطيف.",
            id="who-says-that-it-was-done",
        ),
    ],
)
def test_one_act_is_told_by_others_and_elsewhere(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 1


def test_a_sort_of_act_of_a_month_is_that_of_its_day(written, chronicle):
    one = written("أعلنت الوزارة الأربعاء أن مدير المطار سليم حداد استقال من منصبه.", ("الأربعاء", "2021-04-28"))
    other = written("سافر مدير المطار السابق سليم حداد الذي قدم استقالته في أبريل إلى روما.", ("أبريل", "2021-04"))
    assert len(chronicle(one, other).events) == 1


def test_an_act_of_a_year_is_that_of_its_day_where_the_story_is_one(written, chronicle):
    one = written("وصلت السفينة «نورس البحار» إلى ميناء بنزرت في 9 مارس 2021 محملة بالقمح الروسي.", ("9 مارس 2021", "2021-03-09"))
    other = written("تصل السفينة «نورس البحار» إلى الميناء التونسي عام 2021 بحمولة قمح.", ("عام 2021", "2021"))
    assert len(chronicle(one, other).events) == 1


def test_a_saying_about_an_act_is_not_the_act(written, chronicle):
    one = written("قال الوزير الأحد إن الهجمات على المخافر عمل جبان.", DAY)
    other = written("هاجم مسلحون الأحد مخفرا في الضالع.", DAY)
    assert len(chronicle(one, other).events) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("صوت المجلس الأحد على إقالة رئيس بلدية سرت.", "أقال المجلس الأحد رئيس بلدية سرت.", id="voted-and-dismissed"),
        pytest.param(
            "قضت محكمة النقض الأحد بالإفراج عن الكاتب نديم حمزة.",
            "أفرجت محكمة النقض الأحد عن الكاتب نديم حمزة.",
            id="ruled-and-released",
        ),
        pytest.param("سجن رجل الأعمال نديم حمزة الأحد.", "أوقفت الشرطة رجل الأعمال نديم حمزة الأحد.", id="jailed-and-arrested"),
        pytest.param(
            "أعلن الوزير الأحد، فور وصوله إلى سطيف، ارتفاع عدد قتلى المنجم.",
            "ارتفاع عدد قتلى المنجم الأحد في سطيف.",
            id="where-he-stood-when-he-said-it",
        ),
    ],
)
def test_who_decides_on_an_act_does_it(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("وصل المهاجم الأحد استعدادا لتقديمه.", "قدم النادي مهاجمه الأحد.", id="what-it-is-done-for"),
        pytest.param("قررت الشركة الأحد تأجيل إطلاق القمر.", "كان مقررا إطلاق القمر الأحد.", id="what-is-put-off"),
        pytest.param("أعلن الرئيس الأحد الحداد على ضحايا غرق الزورق.", "غرق الزورق الأحد وعلى متنه عشرون.", id="mourning"),
    ],
)
def test_what_an_act_serves_or_undoes_is_another(one, other, written, chronicle):
    assert len(chronicle(written(one, DAY), written(other, DAY)).events) == 2


def test_a_sort_that_other_acts_are_parts_of_keeps_nothing_apart():
    assert exclude("arrest", "release")
    assert not exclude("kidnap", "rescue")
    assert not exclude("agree", "sign")
