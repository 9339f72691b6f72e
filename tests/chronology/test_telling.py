import pytest

from timeline_app.chronology.phrases.grammar import grammar_of
from timeline_app.chronology.phrases.telling import tellings_of
from timeline_app.chronology.sentences.words import words_of


def own(text, date):
    words = words_of(text)
    grammar = grammar_of(words, text)
    at = text.index(date)
    first = next(i for i, w in enumerate(words) if w.start >= at)
    last = next((i for i, w in enumerate(words) if w.start >= at + len(date)), len(words))
    found = next(tellings_of(grammar, (first, last)))
    return grammar.raw(found.verb), " ".join(grammar.raw(i) for i in found.subject)


@pytest.mark.parametrize(
    ("text", "date", "verb", "subject"),
    [
        ("استضافت المدينة المؤتمر في 2007، وفي 2013 احتضنت المعرض", "2013", "احتضنت", ""),
        ("الرئيس الجديد يزور الميناء الأحد", "الأحد", "يزور", "الرئيس الجديد"),
        ("قررت اللجنة، التي انتخبت الشهر الفائت، الأحد إعادة العد", "الأحد", "قررت", ""),
        ("اندلع حريق أمس في السوق، وشب آخر في الميناء", "أمس", "اندلع", ""),
        ("تخطط الوزارة لبناء مدارس تضم آلاف التلاميذ من القرى المجاورة بحلول 2030", "2030", "تخطط", ""),
        ("أكدت الوزيرة أن جسرا جديدا سيفتح الأحد", "الأحد", "سيفتح", "جسرا جديدا"),
        ("ويأتي ذلك في وقت أقال فيه الملك وزير المالية الأحد", "الأحد", "أقال", ""),
        ("وهي المرة الأولى التي يقام فيها الحفل على الشاطئ خلال مايو", "مايو", "يقام", ""),
        ("وأصدر الملك، الأحد، مرسوما بتشكيل الحكومة", "الأحد", "وأصدر", ""),
    ],
)
def test_a_date_belongs_to_the_verb_of_its_own_clause(text, date, verb, subject):
    assert own(text, date) == (verb, subject)
