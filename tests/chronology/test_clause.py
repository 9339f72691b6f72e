from timeline_app.chronology.sentences.clause import groups_of, window
from timeline_app.chronology.sentences.sentence import sentences_of


def last_window(marked):
    (sentence,) = sentences_of(marked.article, marked.readings)
    groups = groups_of(sentence, sentence.readings)
    return window(sentence, groups[-1], groups[-2], None).span.of(marked.article.text)


def test_a_mark_that_only_sets_off_a_date_does_not_cut_it_from_its_verb(written):
    text = "ذكرت مصادر أن ناقلة جنحت في مارس الماضي، بلغت المرفأ، الثلاثاء"
    assert last_window(written(text, ("مارس الماضي", "2021-03"), ("الثلاثاء", "2021-07-13"))) == "بلغت المرفأ، الثلاثاء"


def test_a_mark_before_a_joined_date_opens_its_clause(written):
    text = "استضافت المدينة المؤتمر في 2007، وفي 2013 احتضنت المعرض"
    assert last_window(written(text, ("2007", "2007"), ("2013", "2013"))) == "وفي 2013 احتضنت المعرض"
