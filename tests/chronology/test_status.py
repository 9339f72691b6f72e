import pytest

from timeline_app.chronology.reports.mention import reports_of


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("افتتح المتحف يوم 5 ماي 2019.", "2019-05-05", "happened"),
        ("ولم ينعقد المؤتمر يوم 5 ماي 2019.", "2019-05-05", "denied"),
        ("قد يزور الوزير القرية يوم 5 ماي 2019.", "2019-05-05", "conditional"),
        ("قد زار الوزير القرية يوم 5 ماي 2019.", "2019-05-05", "happened"),
        ("من المحتمل أن تزور البعثة القرية يوم 5 ماي 2019.", "2019-05-05", "conditional"),
        ("وكان من المقرر أن يعقد المجلس جلسة يوم 5 ماي 2019 لكنها ألغيت.", "2019-05-05", "cancelled"),
        ("كان مقررا أن تبحر السفينة يوم 5 ماي 2019 لكن الرياح منعتها.", "2019-05-05", "cancelled"),
        ("وكان موعد الافتتاح محددا يوم 5 ماي 2019 غير أن البناء تأخر.", "2019-05-05", "cancelled"),
        ("أرجأ النادي السباق الذي كان مقررا يوم 5 ماي 2019.", "2019-05-05", "cancelled"),
        ("وكانت السفينة قد أبحرت يوم 5 ماي 2019 لكن الرياح أعادتها.", "2019-05-05", "happened"),
        ("أجلت البلدية يوم 5 ماي 2019 حفل الربيع.", "2019-05-05", "happened"),
        ("ألغت البلدية حفل الربيع يوم 5 ماي 2019.", "2019-05-05", "cancelled"),
        ("تأجيل النظر في القضية لجلسة 5 ماي 2019.", "2019-05-05", "announced"),
        ("تأجلت المباراة إلى 5 ماي 2019.", "2019-05-05", "announced"),
        ("تنظيم المعرض الكبير يوم 5 ماي 2019.", "2019-05-05", "announced"),
        ("تنطلق المسابقة يوم 1 ماي 2019.", "2019-05-01", "announced"),
        ("انطلقت المسابقة يوم 1 ماي 2019.", "2019-05-01", "happened"),
        ("تمر يوم 1 ماي 2019 ذكرى تأسيس المدينة.", "2019-05-01", "happened"),
        ("لقاء مرتقب بين الوزيرين يوم 1 ماي 2019.", "2019-05-01", "announced"),
        ("يعتصم العمال في المصنع منذ 1 ماي 2019.", "2019-05-01", "ongoing"),
        ("والطريق الساحلي مغلق منذ 5 ماي 2019.", "2019-05-05", "ongoing"),
    ],
)
def test_an_event_says_whether_it_happened_on_what_was_written_on_the_first_of_may(written, text, date, status):
    words = "1 ماي 2019" if date.endswith("01") else "5 ماي 2019"
    past = status in ("happened", "denied", "cancelled", "ongoing") and date.endswith("05")
    marked = written(text, (words, date), published="2019-05-09" if past else "2019-05-01")
    assert [r.mention.modality.value for r in reports_of(marked.article, marked.readings)] == [status]
