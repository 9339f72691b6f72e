import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.chronology.cutting import LIMIT, SLACK, cut, shorten
from timeline_app.chronology.grammar import grammar_of
from timeline_app.chronology.rendering import rendered, tidy
from timeline_app.chronology.wellformed import balanced, hangs
from timeline_app.chronology.words import fold, words_of

WORDS = [
    *("افتتح", "الوزير", "المعرض", "الكبير", "للكتاب", "في", "مدينة", "بين", "الوفود", "و", "من", "إلى", "118", "ألف", "زائر"),
    *("«", "»", "التي", "شهدت", "،", "بحضور", "سفراء", "الدول", "خلال", "حفل"),
]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("أطلقت الجمعية الوطنية حملة واسعة ضد التدخين بمشاركة مئات المتطوعين من كل المدن في عموم البلاد", "التدخين"),
        ("دعا الوزير أعضاء اللجنة الوطنية الدائمة المكلفة بتتبع الملفات الكبرى إلى اجتماع عاجل", "عاجل"),
        ("افتتح الوزير المعرض الكبير للكتاب والفنون التشكيلية الذي شارك فيه ناشرون من عشرين بلدا", "بلدا"),
        ("افتتح الوزير مصنع الأسمنت الجديد في ضاحية المدينة الشرقية بعد أن تأخرت أشغاله سنتين كاملتين", "الشرقية"),
        ("وقع وفدا البلدين الجارين مذكرة تفاهم واسعة حول صيد السمك في المياه المشتركة وحماية السلاحف البحرية", "البحرية"),
        ("التقى مدرب الفريق الوطني لكرة اليد، في مقر الاتحاد، باللاعبين العائدين من الإصابة قبل السفر بأسبوع", "بأسبوع"),
        ("وافق المجلس البلدي على هدم السوق القديمة، على خلفية حريق كبير أتى على عشرات الدكاكين في رمضان", "القديمة"),
        ("قررت نقابة السائقين تعليق إضرابها في كل المطارات، بدعوة من الوسيط الذي عينته الوزارة قبل أسبوعين", "المطارات"),
        ("حقق العداء الشاب أول فوز لبلاده في سباق المسافات الطويلة بعد غياب طويل عن منصات التتويج القارية", "القارية"),
    ],
)
def test_a_title_ends_before_what_can_be_spared_and_never_before_what_its_verb_needs(text, ending):
    assert shorten(text).split()[-1] == ending


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "قضت محكمة الجزيرة على سالم الحداد، وشريكه مراد البناء، اللذين نفيا كل ما نسب إليهما، بالسجن سبعة أعوام",
            "قضت محكمة الجزيرة على سالم الحداد، وشريكه مراد البناء بالسجن سبعة أعوام",
        ),
        (
            "أعلن اتحاد البحارة، بالتنسيق مع نقابة عمال الأرصفة، المكلفة بسلامة الميناء كله، عن موعد الإضراب",
            "أعلن اتحاد البحارة عن موعد الإضراب",
        ),
        (
            "وافق رئيس النادي، سالم الحداد، على استقالة مدرب فريق الناشئين، على خلفية الهزيمة الثقيلة أمام الجار",
            "وافق رئيس النادي، سالم الحداد، على استقالة مدرب فريق الناشئين",
        ),
        (
            "رفع مجلس القبيلة جلساته الطويلة على إثر تقديم اللجنة برئاسة الحاج سالم الحداد استقالتها الجماعية",
            "رفع مجلس القبيلة جلساته الطويلة على إثر تقديم اللجنة برئاسة الحاج سالم الحداد استقالتها الجماعية",
        ),
    ],
)
def test_what_a_verb_waits_for_is_kept_and_what_parts_them_goes(text, wanted):
    words = words_of(text)
    grammar = grammar_of(words, text)
    assert tidy(rendered(grammar, cut(grammar, list(range(len(words))), 0))) == wanted


def test_between_and_its_second_half_are_not_parted():
    text = "وقع الوزيران اتفاقا شاملا للتعاون الاقتصادي والثقافي والعلمي بين المملكة المغربية وجمهورية البرتغال الصديقة"
    assert not shorten(text).endswith("المغربية")


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_no_title_ends_on_a_word_that_hangs_or_with_a_quotation_half_open(words):
    text = " ".join(words)
    short = shorten(text)
    assert balanced(short)
    kept = short.split()
    assert len(kept) <= 2 or not hangs(fold(kept[-1])) or len(text) <= LIMIT + SLACK
