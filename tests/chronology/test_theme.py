import pytest

from timeline_app.chronology.traits.theme import theme


@pytest.mark.parametrize(
    ("text", "name", "of_body"),
    [
        ("يصل «فانغو» إلى القمر. ويحمل فانغو عدسات. ويعود فانغو بعد سنتين.", "فانغو", True),
        ("نشرت شركة زيوت الساحل خطة. وتنوي شركة زيوت الساحل التوسع. وباعت شركة زيوت الساحل مصنعا.", "شركة زيوت الساحل", True),
        ("نظرت المحكمة الإدارية في الملف. وللمحكمة الإدارية رأي. وسكتت المحكمة الإدارية.", "المحكمة الإدارية", True),
        ("غاب كرداوس عن الملعب. ولم يلعب كرداوس طويلا. ورجع كرداوس إلى البيت.", "كرداوس", False),
    ],
)
def test_the_theme_is_the_name_that_returns_most_often(text, name, of_body):
    assert theme(text) == (name, of_body)


@pytest.mark.parametrize(
    "text",
    [
        "اشترى ثلاثة ثوب أزرق. وباع ثوب أبيض. وخاط ثوب أسود.",
        "باع قمر الحقل وقمر الوادي وقمر الجبل.",
        "وصل قطار. وتأخر القطار. وعاد قطار. وغاب قطار.",
        "جاء إلى السوق وعاد إلى البيت.",
        "",
    ],
)
def test_a_common_noun_is_no_theme(text):
    assert theme(text) == ("", False)
