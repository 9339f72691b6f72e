import pytest

from timeline_app.chronology.cutting import LIMIT, shorten
from timeline_app.chronology.mention import reports_of


def title(marked):
    return reports_of(marked.article, marked.readings)[0].mention.title


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("تأسست المنظمة سنة 1923، وتضم اليوم 196 دولة.", "سنة 1923", "تأسيس المنظمة"),
        ("وقد تم انتخاب المملكة، اليوم الخميس، لمنصب نائب الرئيس.", "اليوم الخميس", "انتخاب المملكة لمنصب نائب الرئيس"),
        ("فقد سبق للمغرب أن استضاف الدورة الـ76 في عام 2007.", "عام 2007", "المغرب استضاف الدورة الـ76"),
        ("وفي بيان أعلن المتحدث يوم الجمعة وقف إطلاق النار.", "يوم الجمعة", "أعلن المتحدث وقف إطلاق النار"),
        ("اندلع حريق كبير في سوق المدينة أمس.", "أمس", "اندلاع حريق كبير في سوق المدينة"),
        ("وأضاف الوزير، الاثنين، أن العمل في السد سيستمر طويلا.", "الاثنين", "الوزير: العمل في السد سيستمر طويلا"),
        ("شكلت الحكومة لجنة بعد الحريق الذي شب الأحد في مخزن الحبوب.", "الأحد", "الحريق في مخزن الحبوب"),
    ],
)
def test_a_title_begins_with_what_happened_and_holds_no_date(written, text, date, wanted):
    assert title(written(text, (date, "2007" if "عام" in date else "2019-05-05"))) == wanted


def test_the_opening_of_a_whole_session_is_named_as_the_session(written):
    text = "انطلقت في مراكش من 24 إلى 27 نونبر 2025 أشغال الدورة الـ93 للجمعية العامة."
    assert title(written(text, ("24 إلى 27 نونبر 2025", "2025-11-24/2025-11-27"))) == "أشغال الدورة الـ93 للجمعية العامة في مراكش"


def test_no_masdar_stands_before_a_subject_that_would_change_its_ending(written):
    assert title(written("وصل المشاركون إلى القاعة يوم 5 ماي.", ("يوم 5 ماي", "2019-05-05"))) == "وصل المشاركون إلى القاعة"


def test_a_long_title_is_cut_before_a_phrase_and_leaves_nothing_hanging():
    long = "افتتاح المعرض الكبير للكتاب والفنون بحضور وفود من كل البلدان المشاركة في الدورة الجديدة ومن منظمات أخرى"
    short = shorten(long)
    assert len(short) <= LIMIT + 6
    assert long.startswith(short)
    assert short.split()[-1] not in {"من", "في", "و", "كل"}


def test_a_title_is_made_of_the_words_of_the_source(written):
    marked = written("وقّع الوزيران اتفاقا للتعاون في الرباط، أمس، بحضور السفراء.", ("أمس", "2019-05-05"))
    assert set(title(marked).replace("،", "").split()) <= set(marked.article.text.replace("،", "").replace(".", "").split())


def test_a_negation_is_never_lost_on_the_way_to_the_verb(written):
    marked = written("وفي السنوات الأخيرة لم ينعقد المؤتمر في 5 ماي 2019 كما كان مقررا.", ("5 ماي 2019", "2019-05-05"))
    assert "لم ينعقد المؤتمر" in title(marked)


def test_a_particle_joined_to_the_event_stays_behind(written):
    marked = written("انتهت الأزمة باستقالة الشيخ ناصر في 28 نونبر 2011.", ("28 نونبر 2011", "2011-11-28"))
    assert not title(marked).startswith("ب")


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("وقال الحسني إنه سيزور الميناء الأحد لتفقد الأرصفة.", "الأحد", "الحسني سيزور الميناء لتفقد الأرصفة"),
        ("شهدت القرية حرب تموز 1987 بين قبيلتين متجاورتين.", "تموز 1987", "حرب تموز 1987 بين قبيلتين"),
        ("أعلنت النقابة السبت إضرابا لمدة أربعة أيام في الموانئ.", "السبت", "أعلنت النقابة إضرابا لمدة أربعة أيام في الموانئ"),
        ("فضلا عن انهيار الجسر القديم في أبريل 2011.", "أبريل 2011", "انهيار الجسر القديم"),
        ("تقدمت بكين أمس بشكوى جديدة لدى المنظمة.", "أمس", "تقدمت بكين بشكوى جديدة لدى المنظمة"),
    ],
)
def test_a_title_is_whole_without_what_only_joins_it_to_its_sentence(written, text, date, wanted):
    assert wanted in title(written(text, (date, "2011-04")))


def test_who_did_it_is_found_in_the_sentence_before(written):
    text = "ولد الشاعر الكبير في حلب. انتقل إلى مدينة ليون سنة 1990 للدراسة."
    assert title(written(text, ("سنة 1990", "1990"))).startswith("الشاعر الكبير انتقل إلى مدينة ليون")


def test_who_did_it_is_left_open_where_the_verbs_do_not_agree(written):
    text = "ولدت الشاعرة الكبيرة في حلب. انتقل إلى مدينة ليون سنة 1990 للدراسة."
    assert title(written(text, ("سنة 1990", "1990"))).startswith("انتقل إلى")


def test_a_long_title_leaves_out_the_apposition_and_keeps_the_object(written):
    text = "قررت اللجنة المركزية المستقلة، أعلى هيئة رقابية في عموم البلاد، الخميس، إعادة عد البطاقات كلها في العاصمة."
    assert title(written(text, ("الخميس", "2019-05-09"))).startswith("قررت اللجنة المركزية المستقلة إعادة عد البطاقات")


def test_a_title_does_not_end_with_the_verb_of_another_report(written):
    text = "وصل الفريق إلى الدوحة مطلع يوليو وسيبقى."
    assert not title(written(text, ("مطلع يوليو", "2019-07"))).endswith("وسيبقى")


def test_what_was_issued_is_headed_by_its_issue(written):
    text = "وينص المرسوم رقم 77 الصادر في 3 ماي 2001 على إعفاء المزارعين."
    assert title(written(text, ("3 ماي 2001", "2001-05-03"))).startswith("صدور المرسوم رقم 77")


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("أدانت المحكمة، في ساعة متأخرة من ليل الجمعة، ثلاثة متهمين بالتزوير.", "ليل الجمعة", "أدانت المحكمة"),
        ("هدأت المدينة. 5 ماي 2011: الحكومة تقدم استقالتها إلى البرلمان.", "5 ماي 2011", "الحكومة تقدم استقالتها إلى البرلمان"),
        ("ندد الوزير بالرسوم التي فرضتها الحكومة في ماي 2011 على الورق.", "ماي 2011", "فرض الحكومة الرسوم على الورق"),
        ("الشاعر الذي لم يغادر المدينة منذ 2011 معروف.", "2011", "لم يغادر"),
        ("ضبطت الشرطة أمس 15 متهما جديدا.", "أمس", "ضبطت الشرطة 15 متهما جديدا"),
        ("وأضاف الوزير، في ماي 2011، أن تقريرا جديدا يدعو إلى الحذر.", "ماي 2011", "الوزير: تقرير جديدا يدعو إلى الحذر"),
        ("جاء ذلك بعد يوم فقط من إعلان النتائج. غادر الوفد في ماي 2011 إلى طنجة.", "ماي 2011", "غادر الوفد إلى طنجة"),
        ("مات سالم في ماي 2011 وشيعت جنازته في القرية.", "ماي 2011", "سالم"),
        ("يدعو الوزير إلى جمع التوقيعات. حيث سيتم بث الحلقة الأولى في ماي 2011.", "ماي 2011", "بث الحلقة الأولى"),
        ("وفي ندوة مفتوحة نظمتها الجامعة في ماي 2011، قال العميد إن البحث بخير.", "ماي 2011", "ندوة مفتوحة نظمتها الجامعة"),
        ("حذر الوزير من السيول والحادث الأليم الذي شهدته طنجة في ماي 2011 ليلا.", "ماي 2011", "الحادث الأليم في طنجة"),
        ("إجازة الربيع المدرسية تبدأ في ماي 2011.", "ماي 2011", "بدء إجازة الربيع المدرسية"),
        ("المتسابقون القدامى سيصلون في ماي 2011.", "ماي 2011", "المتسابقون القدامى سيصلون"),
        ("أُعلن في ماي 2011 عن غرق مركب قرب الميناء.", "ماي 2011", "الإعلان عن غرق مركب قرب الميناء"),
        ("أجلت اللجنة عرض المشروع إلى تاريخ 5 ماي 2011 بطلب من الدفاع.", "5 ماي 2011", "عرض المشروع بطلب من الدفاع"),
        ("فازت اليمامة للمرة الثانية في تاريخها والأولى منذ ماي 2011.", "ماي 2011", "للمرة الثانية في تاريخها"),
        ("ارتفع المؤشر في ماي 2011 بنسبة 4، 7 في المائة.", "ماي 2011", "4,7 في المائة"),
        ("أوقفت الشرطة في ماي 2011 ستة لصوص، رافضة كشف أسمائهم.", "ماي 2011", "أوقفت الشرطة ستة لصوص"),
        ("أغلقت الحكومة مراكز المهاجرين الذين وصلوا في ماي 2011 إلى الجزيرة.", "ماي 2011", "المهاجرون وصلوا إلى الجزيرة"),
    ],
)
def test_a_title_says_the_whole_of_its_clause(written, text, date, wanted):
    assert wanted in title(written(text, (date, "2011-05")))


def test_no_stray_character_stays_in_a_title(written):
    marked = written("ــأعلنت الجمعية في ماي 2011 بـ”الإجماع“ مقاطعة المعرض.", ("ماي 2011", "2011-05"))
    assert title(marked).startswith("أعلنت الجمعية")


def test_the_headline_titles_what_the_first_sentence_tells():
    from timeline_app.services.analysing import analyse
    from timeline_app.services.intake import read_text

    head = "الحكومة ترفع أسعار الخبز والحليب"
    body = "رفعت الحكومة، يوم 5 ماي 2019، أسعار الخبز والحليب بعد أن اجتمعت طويلا مع ممثلي المخابز والتعاونيات في العاصمة.\n"
    rest = "وتظاهر مئات الطلاب في الساحات احتجاجا على القرار الجديد الذي أثار الجدل."
    event = analyse([read_text(f"{head}\n\n{body}\n{rest}")]).events[0]
    assert event.title == head
