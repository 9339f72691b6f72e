import pytest

from timeline_app.chronology.ending import breaks_off, relative_turned, without_stump


@pytest.mark.parametrize(
    ("whole", "kept"),
    [
        ("استقالة المدير الذي قدم طلبه", "استقالة المدير"),
        ("غادر الوفد القاعة الكبرى، في إشارة", "غادر الوفد القاعة الكبرى،"),
        ("زيارة الوزير التي شملت ثلاث مدن", "زيارة الوزير التي شملت ثلاث مدن"),
    ],
)
def test_a_remark_that_has_only_begun_is_left_out(whole, kept):
    assert " ".join(without_stump(whole.split())) == kept


def test_a_relative_clause_of_one_verb_becomes_a_masdar():
    assert relative_turned("المهلة التي ستنتهي") == "انتهاء المهلة"


def test_a_noun_at_the_end_breaks_nothing_off():
    assert not breaks_off(["توقيع", "اتفاق", "بين", "الدولتين"])
    assert breaks_off(["سافر", "الوفد", "وسيبقى"])
