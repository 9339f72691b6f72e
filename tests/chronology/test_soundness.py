"""The last gate: which titles are broken by a sign that everybody sees, and what stands in their place?"""

import pytest

from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.reports.mention import reports_of
from timeline_app.chronology.sentences.words import words_of
from timeline_app.chronology.titles.soundness import is_sound, stands_for


def source(text):
    return grammar_of(words_of(text), text)


@pytest.mark.parametrize(
    "title",
    [
        "متأثرا بإصابته في حادث المصنع",
        "كذا تجسيد لمسعى أهل القرية",
        "إرساله إلى وسائل الإعلام",
        "مقابلة له مع قناة محلية",
        "بدء أولى جولاتها",
        "ضرب زلزال الجزيرة ضرب زلزال آخر بقوة أكبر",
        "الجسر الذي بناه أهل القرية",
        "أعلنت الوكالة المحلية",
        "سالم وناصر وحمد وسعيد وعامر",
        "القرار أطلقوا عليه النار فأردوه قتيلا",
        "اللجنة: الفرز يتم يدويا بدون استخدام",
        "نال الجائزة الأولى في سباق القوارب",
        "اعتقله الحرس عند الجسر",
        "قررت تأجيل الرحلة إلى الربيع",
        "تفاوض البلدين عن مع ممثلي القبائل",
        "وافق المجلس على ذلك",
        "اختار هؤلاء الجزيرة مقرا لهم",
        "استشهاد جنديًا عند السياج",
        "والي الجزيرة عبر حسابه الخاص",
        "انتهاء عقده مع نادي الجزيرة",
        "استمرار النقاش حولهما في اللجنة",
    ],
)
def test_a_broken_title_is_seen(title):
    assert not is_sound(title, source(title + " القوة في القرية"))


@pytest.mark.parametrize(
    "title",
    [
        "الوزير غادر المدينة على رأس وفد كبير",
        "افتتاح المعرض الكبير للكتاب",
        "بدء المحكمة أولى جلساتها",
        "أعلنت الوكالة المحلية وصول المركبة إلى القمر",
        "القضاة أطلقوا سراح المتهمين",
        "الحركة: عناصرها سيغادرون المدينة",
        "الجسر الذي بناه أهل القرية ينهار",
        "ضرب زلزال الجزيرة، ثم ضرب زلزال آخر المدينة",
        "نحو مئة عامل غادروا المصنع دون استخدام القوة",
        "انطلقت في الجزيرة فعاليات المعرض",
        "ولادة سالم آل الشيخ في قرية الشيخ",
        "بث نشرتين على أمواج الإذاعة",
        "غادر الوزير المدينة، وذلك بعد اجتماع طويل",
        "بطولة الجزيرة للقوارب",
        "استئناف سالم الحداد عمله في الميناء",
        "توقيع اللجنة عقودها الجديدة",
    ],
)
def test_a_whole_title_passes(title):
    assert is_sound(title, source(title))


def test_only_a_whole_clause_stands_for_a_broken_title():
    assert stands_for("قررت المحكمة تأجيل جلساتها الخاصة", source("قررت المحكمة تأجيل جلساتها الخاصة"))
    assert not stands_for("في المدينة قررت المحكمة تأجيل جلساتها", source("في المدينة قررت المحكمة تأجيل جلساتها"))
    assert not stands_for("مقر المحكمة الجديد", source("مقر المحكمة الجديد"))


def test_a_broken_title_leaves_its_place_to_the_clause_around(written):
    marked = written("قرر مجلس القبيلة أمس تأجيل جلساته المخصصة لنظر القضية إلى 5 ماي 2011.", ("5 ماي 2011", "2011-05-05"))
    assert not reports_of(marked.article, marked.readings)[0].mention.title.startswith("جلساته")
