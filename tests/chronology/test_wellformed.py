import pytest

from timeline_app.chronology.phrases.rendering import tidy, unjoined
from timeline_app.chronology.phrases.wellformed import balanced, unquoted, well_formed, without_hanging


@pytest.mark.parametrize(
    "title",
    [
        "في مدينة قابس",
        "أن الحكومة قررت الإضراب",
        "افتتاح المعرض من",
        "وهو أول فوز",
        "افتتاح",
        "لماذا أغلقت المدارس",
        "زيارة «الوزير",
    ],
)
def test_a_fragment_is_no_title(title):
    assert not well_formed(title)


@pytest.mark.parametrize("title", ["افتتاح المعرض الكبير", "الوزير يزور «المدينة القديمة»", "وصل الوفد إلى القاعة"])
def test_a_whole_clause_is_a_title(title):
    assert well_formed(title)


def test_what_hangs_at_the_end_is_left_out():
    assert without_hanging("افتتاح المعرض الكبير في") == "افتتاح المعرض الكبير"
    assert without_hanging("استقالة المدير، وذلك بسبب") == "استقالة المدير"


def test_a_mark_without_its_fellow_is_left_out():
    assert unquoted("زيارة «الوزير إلى المدينة") == "زيارة الوزير إلى المدينة"
    assert balanced("زيارة «الوزير» إلى المدينة")


@pytest.mark.parametrize("title", ["يأتي ذلك في ظروف صعبة", "وجاء هذا بعد لقاء الوزيرين"])
def test_a_verb_that_only_points_back_heads_no_title(title):
    assert not well_formed(title)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("الدورة الثانية والتسعين للمجلس", "الدورة الثانية والتسعون للمجلس"),
        ("القمة العربية الرابعة والثلاثين في المدينة", "القمة العربية الرابعة والثلاثون في المدينة"),
        ("افتتاح الدورة الثانية والتسعين للمجلس", "افتتاح الدورة الثانية والتسعين للمجلس"),
        ("المطربة الكبيرة من مواليد", "المطربة الكبيرة"),
        ("غناء الفرقة في المهرجان، إلى جانب", "غناء الفرقة في المهرجان"),
    ],
)
def test_a_line_is_put_in_order_at_both_ends(line, wanted):
    assert tidy(line) == wanted


@pytest.mark.parametrize(
    ("joined", "alone"), [("بالمدينة الجديدة", "المدينة الجديدة"), ("بالديرينو أسسه المهاجرون", "بالديرينو أسسه المهاجرون")]
)
def test_a_name_that_begins_like_a_joined_article_keeps_its_letters(joined, alone):
    assert unjoined(joined) == alone
