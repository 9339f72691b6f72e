from timeline_app.chronology.protagonist import protagonist


def test_the_person_an_article_returns_to_is_named_as_first_written():
    text = "توفي الممثل سامر درويش في بيته. وكان سامر درويش قد بدأ صغيرا. ثم عاد سامر درويش إلى المسرح."
    assert protagonist(text) == "سامر درويش"


def test_a_thing_that_returns_often_is_nobody():
    assert protagonist("كرة القدم لعبة. كرة القدم حياة. كرة القدم مهنة. قال الوزير إن كرة القدم مفيدة.") == ""


def test_a_name_met_once_is_not_what_the_article_is_about():
    assert protagonist("قال الممثل سامر درويش إن المسرح بيته. ثم غادر القاعة.") == ""
