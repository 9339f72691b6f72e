"""A title is whole: nothing is spliced, emptied or cut open on the way from its sentence."""

import pytest

from timeline_app.chronology.phrases.rendering import tidy
from timeline_app.chronology.reports.mention import reports_of
from timeline_app.chronology.titles.nominative import nominative


def title(marked):
    return reports_of(marked.article, marked.readings)[0].mention.title


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("ستجرى حصة الغد التدريبية في الملعب القديم.", "الغد", "الحصة التدريبية"),
        ("حدد المدير بداية العطلة بنهاية دوام الثلاثاء.", "الثلاثاء", "بنهاية الدوام"),
        ("عقد اجتماع الثلاثاء في مقر البلدية بحضور السكان.", "الثلاثاء", "عقد اجتماع في مقر البلدية"),
    ],
)
def test_a_noun_that_has_lost_its_day_takes_the_article(written, text, date, wanted):
    assert wanted in title(written(text, (date, "2019-05-05"))).replace("سيعقد", "عقد")


def test_a_noun_out_of_the_accusative_takes_its_adjective_with_it():
    assert nominative("اتفاقا مؤقتا لتقاسم المياه") == "اتفاق مؤقت لتقاسم المياه"
    assert nominative("اتفاقا أيضا لتقاسم المياه") == "اتفاق أيضا لتقاسم المياه"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("غادر، سالم، رفاقه في الميناء", "غادر سالم رفاقه في الميناء"),
        ("7: غادر الوفد المدينة", "غادر الوفد المدينة"),
        ("7 عمال غادروا المدينة", "7 عمال غادروا المدينة"),
    ],
)
def test_a_line_begins_with_its_own_first_word(line, wanted):
    assert tidy(line) == wanted


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("أصدر أمير الجزيرة، أمس، مرسوما بتشكيل مجلس جديد.", "أمس", "أصدر أمير الجزيرة مرسوما بتشكيل مجلس جديد"),
        ("سيلعب سالم في المدينة كما ذكرت صحيفة محلية أمس.", "أمس", "سيلعب سالم في المدينة"),
        ("وصدر المرسوم أمس ولم يذكر سبب عزل المدير.", "أمس", "صدور المرسوم"),
        ("قال مسؤول كبير، لصحيفة محلية، أمس، إن الجسر سيغلق أمام الشاحنات.", "أمس", "مسؤول كبير: الجسر سيغلق أمام الشاحنات"),
        ("يشار إلى أن المدرسة القديمة في القرية أغلقت أمس.", "أمس", "المدرسة القديمة في القرية"),
        ("تسبب حريق أمس في مقتل عاملين في مصنع الورق.", "أمس", "تسبب حريق في مقتل عاملين"),
        ("أنقذت فرق الإغاثة أمس طفلة سقطت في البئر.", "أمس", "أنقذت فرق الإغاثة طفلة"),
        ("أصيب عمال آخرون أمس في انهيار سقف المصنع.", "أمس", "أصيب عمال آخرون"),
        ("رد الوزير أمس على أسئلة النواب ولن يجيب عن غيرها.", "أمس", "رد الوزير على أسئلة النواب"),
    ],
)
def test_a_clause_keeps_what_it_cannot_do_without(written, text, date, wanted):
    assert wanted in title(written(text, (date, "2019-05-05")))


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("تضمن البرنامج مباريات كأس القرى التي تنطلق في ماي 2011.", "ماي 2011", "كأس القرى"),
        ("زار القاعة التي كان الوزير قد افتتحها في ماي 2011.", "ماي 2011", "افتتاح الوزير القاعة"),
        ("وأوضح الخبير أن صادرات القطن كانت قليلة في ماي 2011.", "ماي 2011", "صادرات القطن كانت قليلة"),
    ],
)
def test_a_relative_clause_keeps_what_is_its_own(written, text, date, wanted):
    found = title(written(text, (date, "2011-05")))
    assert wanted in found
    assert "البرنامج مباريات" not in found


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("الوالي كان قد زار القرية أمس.", "أمس", "الوالي زار القرية"),
        ("الوالي قد يزور القرية غدا.", "غدا", "الوالي"),
        ("بلغ عدد الحاضرين للمشاركة في جلسة اليوم مئة نائب.", "اليوم", "للمشاركة في الجلسة"),
        ("صدر الحكم أمس بالنسبة إليهم في المدينة.", "أمس", "الحكم في المدينة"),
        ("غادر الوفد الجزيرة بعد يومين من إضرابه عن الطعام.", "بعد يومين", "الوفد الجزيرة"),
        ("قررت محكمة القرى أمس تأجيل النظر في الدعوى.", "أمس", "قررت محكمة القرى"),
    ],
)
def test_a_title_keeps_no_trace_of_what_went(written, text, date, wanted):
    found = title(written(text, (date, "2019-05-05")))
    assert wanted in found
    assert not found.endswith(("إليهم", "عن الطعام", "للمشاركة"))


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("ووجه رئيس البلدية، عادل عبد النور، أمس رسالة إلى سكان القرية.", "أمس", "رئيس البلدية"),
        ("طنجة 5 ماي 2011 / قرر مجلس المدينة إقالة الكاتب.", "5 ماي 2011", "قرر مجلس المدينة إقالة الكاتب"),
        ("اتفقت القبائل على السلم حتى ماي 2011، الأمر الذي أغضب التجار.", "ماي 2011", "القبائل على السلم"),
        ("وقع الاجتماع التاسع عشر في ماي 2011.", "ماي 2011", "التاسع عشر"),
        ("حددت الهيئة ماي 2011 موعدا لإجراء المباراة بين فريق الجبل، وفريق الساحل.", "ماي 2011", "المباراة بين فريق الجبل"),
        ("أعلن النادي أمس التعاقد مع اللاعب بعقد يمتد حتى 2025.", "أمس", "التعاقد مع اللاعب"),
        ("والأسبوع المنقضي، قررت المحكمة أمس تأجيل الجلسة.", "أمس", "قررت المحكمة تأجيل الجلسة"),
        ("كان الوالي ينتظر الضيوف، غير أن سكان القرية دعوا أمس إلى إضراب مفتوح.", "أمس", "سكان القرية دعوا إلى إضراب مفتوح"),
        (
            "قالت الإذاعة أمس إن الوسيط الذي قاد المحادثات بين القبائل، سامر حداد التقى زعيم الجبل.",
            "أمس",
            "التقى زعيم الجبل",
        ),
        ("غرد الوالي أمس على حسابه مهنئا سكان القرية.", "أمس", "الوالي على حسابه"),
    ],
)
def test_a_title_of_another_world_is_whole_too(written, text, date, wanted):
    found = title(written(text, (date, "2011-05")))
    assert wanted in found
    assert not found.startswith(("عادل", "طنجة", "الأسبوع"))
    assert not found.endswith(("الأمر", "بعقد", "التاسع"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال الديوان أمس إن الوالي أقال مدير الميناء.", "الوالي أقال مدير الميناء"),
        ("ذكرت الإذاعة أمس أنه تم إنقاذ طفلة من البئر القديمة.", "إنقاذ طفلة من البئر القديمة"),
        ("قال الوالي أمس إن الحريق كان عملا متعمدا في القرية.", "الوالي: الحريق"),
        ("قال الوالي أمس إن المجلس سيقيل مدير الميناء.", "الوالي: المجلس سيقيل"),
        ("قال الوالي أمس إن المجلس لم يقل مدير الميناء.", "الوالي: المجلس لم"),
    ],
)
def test_a_deed_needs_nobody_to_say_it_and_a_word_does(written, text, wanted):
    assert title(written(text, ("أمس", "2019-05-05"))).startswith(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "أعلنت اللجنة المكلفة بتنظيم مهرجان القرية الكبير أمس تفاصيل برنامج وفعاليات مهرجان القرية الجديد.",
            "برنامج وفعاليات مهرجان",
        ),
        ("قال الخبير أمس إن مراسم التوقيع على اتفاق الماء بين القبائل ستجري غدا.", "بين القبائل"),
        ("تسبب حريق اندلع أمس في سوق القرية، في وفاة عاملين.", "تسبب حريق"),
        ("بلغ سعر الزيت أمس مئة دينار، لا يزال سعر القمح أقل من ذلك.", "بلغ سعر الزيت مئة دينار"),
        ("وأعلن الديوان أمس أن سالم، غادر المدينة بعد اللقاء.", "سالم غادر المدينة"),
    ],
)
def test_a_clause_ends_with_its_own_words(written, text, wanted):
    found = title(written(text, ("أمس", "2019-05-05")))
    assert wanted in found
    assert "يزال" not in found
    assert not found.endswith("ستجري")


def test_of_a_list_all_is_told_or_nothing(written):
    text = "تولى رئاسة النادي ثلاثة رؤساء من القرية هم سالم العامري في 2001 وناصر الحمداني في 2005."
    assert "هم سالم" not in title(written(text, ("2001", "2001"), ("2005", "2005")))


def test_what_came_of_it_on_another_day_is_left_out(written):
    marked = written("بلغ مخزون القمح في 2006 مئة ألف طن ليتقلص اليوم إلى النصف.", ("2006", "2006"), ("اليوم", "2019-05-05"))
    assert "ليتقلص" not in title(marked)


def test_a_remark_on_what_was_told_denies_nothing(written):
    text = "نال اللاعب بطاقة ثانية وهو ما يعني غيابه عن مباراة الأحد."
    assert not title(written(text, ("الأحد", "2019-05-05"))).startswith("ما ")


@pytest.mark.parametrize("text", ["وقف إطلاق النار الذي بدأ في ماي 2011 انتهى.", "أعلن الطرفان في ماي 2011 وقف إطلاق النار."])
def test_the_end_of_fire_is_never_cut_to_fire(written, text):
    assert "وقف" in title(written(text, ("ماي 2011", "2011-05")))
