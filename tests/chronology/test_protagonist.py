from timeline_app.chronology.traits.protagonist import person_before, protagonist, tells_life


def test_the_person_an_article_returns_to_is_named_as_first_written():
    text = "توفي الممثل سامر درويش في بيته. وكان سامر درويش قد بدأ صغيرا. ثم عاد سامر درويش إلى المسرح."
    assert protagonist(text) == "سامر درويش"


def test_a_thing_that_returns_often_is_nobody():
    assert protagonist("كرة القدم لعبة. كرة القدم حياة. كرة القدم مهنة. قال الوزير إن كرة القدم مفيدة.") == ""


def test_a_name_met_once_is_not_what_the_article_is_about():
    assert protagonist("قال الممثل سامر درويش إن المسرح بيته. ثم غادر القاعة.") == ""


def test_who_is_named_in_full_once_and_then_by_the_last_name_is_whom_the_article_is_about():
    text = "ولد وزير الفلاحة سمير الدرعاوي في تطوان. وكان الدرعاوي يحب الزراعة. وانتقل الدرعاوي إلى المدينة."
    assert protagonist(text) == "سمير الدرعاوي"


def test_two_who_return_equally_often_leave_it_open():
    text = (
        "التقى الوزير سمير الدرعاوي الوزير كريم البوعناني. وقال الدرعاوي كلمة. ورد البوعناني عليه. "
        "ثم غادر الدرعاوي القاعة. وبقي البوعناني فيها."
    )
    assert protagonist(text) == ""


def test_the_person_named_last_is_the_one_who_is_near():
    text = "وصل سمير الدرعاوي إلى الميناء. وغادر الدرعاوي مساء. "
    assert person_before(text, len(text)) == "سمير الدرعاوي"
    both = "وصل سمير الدرعاوي مع خالد البصراوي. "
    assert person_before(both, len(both)) == ""
    street = "أغلق طريق سمير الدرعاوي. "
    assert person_before(street, len(street)) == ""


def test_an_article_tells_a_life_where_it_begins_with_a_birth_or_a_death():
    life = "توفي الرسام سمير الدرعاوي فجرا. وكان الدرعاوي وحيدا. وبكى الناس على الدرعاوي طويلا."
    assert tells_life(life)
    assert not tells_life(life.replace("توفي الرسام", "استقبل الرسام"))


def test_a_name_that_holds_a_word_of_life_or_only_shares_the_last_name_tells_no_life():
    again = " وتكلم الداه طويلا. وكان محمد ولد الداه هنا. ورجع الداه."
    assert not tells_life(f"وصل الرئيس محمد ولد الداه إلى البلدة.{again}")
    assert tells_life(f"توفي الرئيس محمد ولد الداه في البلدة.{again}")
    assert not tells_life(f"توفيت الطفلة سلمى الداه في البلدة. وبكى الرئيس محمد ولد الداه.{again}")
