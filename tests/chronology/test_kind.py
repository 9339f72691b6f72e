import pytest

from timeline_app.chronology.reports.mention import reports_of

DAY = ("5 ماي 2019", "2019-05-05")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلقت الشرطة النار على سيارة مسرعة يوم 5 ماي 2019.", "attack"),
        ("أطلقت الجمعية في ندوة صحفية يوم 5 ماي 2019 حملة للقراءة.", "opening"),
        ("أطلقت السلطات سراح الصحفي يوم 5 ماي 2019.", "release"),
        ("نظمت البلاد انتخابات جديدة يوم 5 ماي 2019.", "election"),
        ("أصدرت المحكمة حكمها في القضية يوم 5 ماي 2019.", "trial"),
        ("أصدرت الشاعرة ديوانا جديدا يوم 5 ماي 2019.", "publication"),
        ("وقع انفجار في المصنع القديم يوم 5 ماي 2019.", "disaster"),
        ("وقع انفجار عبوة ناسفة في السوق القديم يوم 5 ماي 2019.", "attack"),
        ("وقع الوزيران مذكرة للتعاون يوم 5 ماي 2019.", "agreement"),
        ("حدد الاتحاد يوم 5 ماي 2019 موعدا لانطلاق المسابقة.", "opening"),
        ("تقام الجولة السادسة يوم 5 ماي 2019.", "match"),
        ("نالت المخرجة جائزة المهرجان يوم 5 ماي 2019.", "award"),
        ("شارك العشرات في اقتحام المخزن يوم 5 ماي 2019.", "attack"),
        ("التقى الوفدان في العاصمة يوم 5 ماي 2019 للاتفاق على جدول.", "meeting"),
        ("قررت المحكمة الإدارية يوم 5 ماي 2019 إعادة الملف.", "trial"),
        ("أعلنت الأسرة يوم 5 ماي 2019 أن الحفل سيتأخر.", "statement"),
        ("عثر الجيران على جثة رجل يوم 5 ماي 2019.", "death"),
        ("أقيم في القلعة معرض للصور يوم 5 ماي 2019.", "session"),
    ],
)
def test_a_verb_of_many_meanings_has_the_kind_of_what_stands_beside_it(written, text, kind):
    marked = written(text, DAY)
    assert [r.mention.kind for r in reports_of(marked.article, marked.readings)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حكم الملك شمسان الجزيرة سنة 1951.", "other"),
        ("حكم القاضي على المتهم بالسجن سنة 1951.", "trial"),
        ("تقدم والي الجزيرة في حكومة الانقلاب باستقالته سنة 1951.", "appointment"),
        ("نظرت الهيئة سنة 1951 في الطعن على حكم الإفلاس.", "trial"),
        ("طعن لص حارسا سنة 1951.", "attack"),
        ("أعلن الوالي وقفا مؤقتا لإطلاق النار سنة 1951.", "agreement"),
    ],
)
def test_words_of_many_meanings_are_told_apart_by_their_neighbours(written, text, kind):
    marked = written(text, ("1951", "1951"))
    assert reports_of(marked.article, marked.readings)[0].mention.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("رحل المدرب عن تدريب الفريق سنة 1951.", "appointment"),
        ("رحل الشاعر عن عمر طويل سنة 1951.", "death"),
        ("شنت البلدية حملة على المطاعم سنة 1951.", "other"),
        ("شنت القبيلة هجوما على القلعة سنة 1951.", "attack"),
        ("أقسم النواب اليمين سنة 1951.", "appointment"),
        ("أدى المصلون صلاة العيد سنة 1951.", "session"),
        ("صوت البرلمان على القانون سنة 1951.", "decision"),
        ("صوت الأهالي في الجزيرة سنة 1951.", "election"),
        ("وصلت الباخرة إلى المرفأ سنة 1951.", "travel"),
        ("شاركت وزيرة الثقافة في احتفال المدينة سنة 1951.", "session"),
        ("عبر الوزير عن أسفه سنة 1951.", "statement"),
        ("عبر المتسلقون النهر سنة 1951.", "other"),
        ("انطلق صاروخ من القاعدة سنة 1951.", "opening"),
        ("أطلق الجنود صاروخا على القرية سنة 1951.", "attack"),
        ("انطلقت الاحتجاجات في المدينة سنة 1951.", "protest"),
        ("انهارت العملة أمام الذهب سنة 1951.", "economy"),
    ],
)
def test_what_stands_behind_a_word_says_which_of_its_kinds_it_has(written, text, kind):
    marked = written(text, ("1951", "1951"))
    assert reports_of(marked.article, marked.readings)[0].mention.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هبطت مروحية في ملعب القرية سنة 1951.", "travel"),
        ("هبط سعر القطن سنة 1951.", "economy"),
        ("تراجع المجلس عن قراره سنة 1951.", "decision"),
        ("استقبل المستوصف جرحى كثيرين سنة 1951.", "death"),
        ("استقبل السلطان قنصل جزيرته سنة 1951.", "meeting"),
        ("خلفت العاصفة أضرارا في البساتين سنة 1951.", "disaster"),
        ("قدم الورثة التماسا إلى الوالي سنة 1951.", "trial"),
        ("حصل المتحف على مخطوط نادر سنة 1951.", "other"),
        ("حصلت الروائية على جائزة القراء سنة 1951.", "award"),
        ("تسلم النادي ثلاث سفن سنة 1951.", "other"),
        ("تسلم العميد مهامه سنة 1951.", "appointment"),
        ("قطع المتظاهرون الطريق سنة 1951.", "protest"),
    ],
)
def test_what_stands_behind_a_word_of_many_meanings_gives_the_kind(written, text, kind):
    marked = written(text, ("1951", "1951"))
    assert reports_of(marked.article, marked.readings)[0].mention.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أفرج القاضي عن التاجر سنة 1951.", "release"),
        ("اعتقل الدرك ثلاثة مهربين سنة 1951.", "arrest"),
        ("خطف قراصنة ابن القبطان سنة 1951.", "kidnapping"),
        ("أنقذ الصيادون ركاب القارب سنة 1951.", "rescue"),
        ("شب حريق في سوق العطارين سنة 1951.", "fire"),
        ("قررت اللجنة سنة 1951 تأجيل افتتاح الجسر.", "postponement"),
        ("حوكم التاجر سنة 1951.", "trial"),
        ("انهار سد الوادي سنة 1951.", "disaster"),
    ],
)
def test_the_head_of_a_clause_tells_which_part_of_a_kind_it_is(written, text, kind):
    marked = written(text, ("1951", "1951"))
    assert [r.mention.kind for r in reports_of(marked.article, marked.readings)] == [kind]


def test_the_day_to_which_something_is_put_off_is_none_of_putting_off(written):
    marked = written("أجلت المحكمة النظر في قضية السد إلى 5 ماي 2019.", DAY, published="2019-04-01")
    assert [r.mention.kind for r in reports_of(marked.article, marked.readings)] == ["trial"]
