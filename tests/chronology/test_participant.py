"""Who takes part: whole names with their office, bodies, countries that act, the sides of a match; nobody else."""

import pytest

from timeline_app.chronology.traits.participant import same_participant


@pytest.fixture(name="taking_part")
def _taking_part(written, chronicle):
    def find(text):
        (event,) = chronicle(written(text, ("5 ماي 2019", "2019-05-05"))).events
        return event.participants

    return find


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("استقبل وزير الصيد ناصر بولعيد وفدا من البحارة في 5 ماي 2019.", ("وزير الصيد ناصر بولعيد",)),
        ("أعلن الرئيس الفنلندي ماتي كورهونن في 5 ماي 2019 تأجيل الزيارة.", ("الرئيس الفنلندي ماتي كورهونن",)),
        ("توفي الشاعر أحمد البناني يوم 5 ماي 2019.", ("الشاعر أحمد البناني",)),
        ("أعلن رئيس الوزراء السنغالي، سامي ديالو، في 5 ماي 2019 استقالته.", ("رئيس الوزراء السنغالي، سامي ديالو",)),
        ("أصدرت وزارة التربية والتعليم قرارا في 5 ماي 2019.", ("وزارة التربية والتعليم",)),
        ("انتخب المجلس الأعلى للقضاء رئيسا جديدا في 5 ماي 2019.", ("المجلس الأعلى للقضاء",)),
        ("وقعت النرويج وكينيا اتفاقا للصيد في 5 ماي 2019.", ("النرويج", "كينيا")),
        ("فاز الشهاب على البرق بهدفين في 5 ماي 2019.", ("الشهاب", "البرق")),
    ],
)
def test_a_participant_is_named_whole(taking_part, text, named):
    assert taking_part(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "انطلق السباق في 5 ماي 2019 قرب شارع الملك فيصل.",
        "ارتفعت الأسعار في 5 ماي 2019 بحسب وزارة التجارة.",
        "توفي الحارس عن عمر يناهز ثمانين عاما في 5 ماي 2019.",
        "وصل المسافرون من النرويج إلى كينيا في 5 ماي 2019.",
    ],
)
def test_a_name_lent_to_a_street_a_source_and_a_place_take_no_part(taking_part, text):
    assert taking_part(text) == ()


def test_one_person_of_two_papers_is_one_participant_by_the_longest_name(written, chronicle):
    first = written("افتتحت الوزيرة سعاد البناني متحف الخزف بآسفي يوم 5 ماي 2019.", ("5 ماي 2019", "2019-05-05"))
    second = written("افتتحت وزيرة الثقافة سعاد البناني متحف الخزف بآسفي في 5 ماي 2019.", ("5 ماي 2019", "2019-05-05"))
    (event,) = chronicle(first, second).events
    assert event.participants == ("وزيرة الثقافة سعاد البناني",)


def test_names_are_compared_without_office_and_spaces():
    assert same_participant("الرئيس عبدالعزيز بونوار", "رئيس الجمهورية عبد العزيز بونوار")
    assert not same_participant("الشاعر أحمد البناني", "الشاعر محمد البناني")
