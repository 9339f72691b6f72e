import pytest

from timeline_app.chronology.mention import reports_of


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("أجلت المحكمة أمس النظر في قضية المنجم إلى يوم 5 ماي 2031.", "5 ماي 2031", "جلسة النظر في قضية المنجم"),
        ("قررت المحكمة تأجيل محاكمة حارس المتحف لجلسة 5 ماي 2031.", "5 ماي 2031", "جلسة محاكمة حارس المتحف"),
        ("أرجأ القاضي ملف عمال الميناء إلى غاية 5 ماي 2031.", "5 ماي 2031", "جلسة ملف عمال الميناء"),
        ("قرر الاتحاد تأجيل مباراة النجم والهلال إلى 5 ماي 2031.", "5 ماي 2031", "مباراة النجم والهلال"),
        ("صدر قرار بتأجيل الانتخابات البلدية حتى 5 ماي 2031.", "5 ماي 2031", "الانتخابات البلدية"),
        ("أعلن الناطق تحديد موعد الانتخابات البلدية في 5 ماي 2031.", "5 ماي 2031", "الانتخابات البلدية"),
        ("حدد القاضي يوم 5 ماي 2031 موعدا لاستجواب مدير المنجم.", "5 ماي 2031", "استجواب مدير المنجم"),
    ],
)
def test_the_day_that_is_set_is_told_by_what_is_to_happen_on_it(written, text, date, wanted):
    marked = written(text, (date, "2031-05-05"))
    assert reports_of(marked.article, marked.readings)[0].mention.title == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("تحدث الناطق بعد إعلان انتقال الوزارة إلى طنجة في 5 ماي 2031.", "انتقال الوزارة إلى طنجة"),
        ("البرلمان يعلن إجراء الانتخابات البلدية في 5 ماي 2031.", "إجراء الانتخابات البلدية"),
    ],
)
def test_what_is_announced_for_a_day_is_told_by_itself(written, text, wanted):
    marked = written(text, ("5 ماي 2031", "2031-05-05"), published="2031-04-01")
    assert reports_of(marked.article, marked.readings)[0].mention.title == wanted
