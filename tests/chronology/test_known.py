"""Which events an undated passage is compared with: those of its article and of the story its article tells."""

from timeline_app.chronology.reports.mention import Report
from timeline_app.chronology.ties.known import Around, known_of
from timeline_app.chronology.traits.trait import Traits
from timeline_app.model.article import Passage
from timeline_app.model.daterange import DateRange
from timeline_app.model.event import Mention
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span

PHRASE = frozenset({"محكم", "قضي", "سدد", "حكم"})
STORY = frozenset({"فيض", "سيل", "جسر", "واد", "منقذ", "قري"})


def _told(article, words):
    passage = Passage(ArticleId(article), article, Span(0, 40), " ".join(sorted(words)))
    mention = Mention(article, passage, dates=(DateRange(738_000, 738_000),), title="", kind="trial")
    return [Report(mention, Traits(kind="trial", stems=frozenset(words), context=frozenset(words)), 50, 0)]


def test_an_event_of_another_story_is_no_concern_of_a_passage_however_alike_they_are_worded():
    known = known_of([_told("alien", PHRASE | {"نفط", "بئر", "شحن"}), _told("akin", PHRASE | STORY)])
    around = Around("here", known, dict.fromkeys(PHRASE | STORY, 1))
    assert around.near(PHRASE, 2) == [1]
    assert around.alluded(PHRASE, (), 0.5, 0.9) == [1]
    assert around.on(738_000) == ([], [1])


def test_an_article_is_compared_with_whatever_it_tells_itself():
    known = known_of([_told("here", {"نفط", "بئر"}), _told("akin", PHRASE | STORY)])
    assert Around("here", known, {"بحر": 1}).on(738_000) == ([0], [])
