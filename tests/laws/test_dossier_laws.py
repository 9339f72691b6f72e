"""Laws of the decisions log, over random sequences of decisions."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.dossier.builder import ARTICLES, AT, Desk, analysis, day, event, passage, ref, reworked
from timeline_app.dossier.fold import apply, base, fold, in_effect
from timeline_app.dossier.history import walk
from timeline_app.dossier.pins import acts_of, locate, pinned
from timeline_app.model import decision as d
from timeline_app.model.daterange import Certainty, DateRange, Grain
from timeline_app.model.decision import Decision
from timeline_app.storage.codec import from_names, to_names
from timeline_app.storage.dossier_file import Contents, DossierFile, create

WORDS = ("الدورة", "وحضر كثيرون من كل مكان", "ثم ألقيت الكلمة", "وسيأتي الرئيس لاحقا", "سنة 1923", "أربعة أيام")
TEXTS = st.text(min_size=1, max_size=8)
DATES = st.builds(
    lambda first, length, grain, certainty: (DateRange(first, first + length, grain, certainty),),
    st.integers(1, 800_000),
    st.integers(0, 400),
    st.sampled_from(Grain),
    st.sampled_from(Certainty),
)


def passages_in(state):
    marked = [m.passage for event in state.events.values() for m in event.mentions] + [m.passage for m in state.undated]
    free = [passage(source, words) for source in ARTICLES for words in WORDS if words in source.text]
    return [where for where in (*marked, *free) if where.article in state.articles]


@st.composite
def single_acts(draw, state):
    events = sorted(state.events)
    places = passages_in(state)
    choices = []
    if events:
        one = draw(st.sampled_from(events))
        choices += [d.AcceptEvent(ref(one)), d.RejectEvent(ref(one)), d.Rename(ref(one), draw(TEXTS)), d.SetKind(ref(one), "x")]
        choices += [
            d.Redate(ref(one), draw(DATES), "كما كتب"),
            d.SetPlace(ref(one), draw(TEXTS)),
            d.SetNote(ref(one), draw(TEXTS)),
        ]
        others = draw(st.lists(st.sampled_from(events), min_size=1, max_size=3, unique=True))
        choices += [d.Merge(ref(one), tuple(map(ref, others)))]
        reports = [m.passage for m in state.events[one].mentions]
        some = draw(st.lists(st.sampled_from(reports), min_size=1, unique=True))
        choices += [d.Split(ref(one), tuple(some), draw(TEXTS)), d.Detach(some[0], ref(one))]
        choices += [d.ChooseDate(ref(one), some[0], draw(DATES))]
    if places:
        where = draw(st.sampled_from(places))
        choices += [d.CreateEvent(where, draw(TEXTS), draw(DATES)), d.DismissPassage(where), d.DateMention(where, draw(DATES))]
        choices += [d.Attach(where, ref(one))] if events else []
    for found in state.contradictions.values():
        doubted = tuple(side.passage for side in found.evidence)
        choices += [d.AcceptSuggestion(found.id, doubted, draw(DATES)), d.KeepAsWritten(found.id, doubted)]
    if len(state.articles) > 1:
        source = draw(st.sampled_from(sorted(state.articles)))
        choices += [d.RemoveArticle(source), d.SetPublication(source, draw(st.none() | DATES.map(lambda dates: dates[0])))]
    return draw(st.sampled_from(choices))


@st.composite
def acts(draw, state):
    if not draw(st.integers(0, 5)):
        return d.Bulk(tuple(draw(st.lists(single_acts(state), max_size=3))))
    return draw(single_acts(state))


def edit(data, *, steps=8, going_back=True):
    """A desk after a random sequence of decisions, undoings and redoings."""
    desk = Desk()
    for _ in range(data.draw(st.integers(1, steps))):
        move = data.draw(st.integers(0, 5)) if going_back else 5
        if move == 0 and desk.history.undoable:
            desk.undo()
        elif move == 1 and desk.history.redoable:
            desk.redo()
        else:
            desk.do(data.draw(acts(desk.state)))
    return desk


LAWS = settings(max_examples=40)


@LAWS
@given(st.data())
def test_undo_after_a_decision_is_the_old_dossier_and_redo_the_new_one(data):
    desk = edit(data)
    before, count = desk.state, len(desk.log)
    after = desk.do(data.draw(acts(before)))
    assume(len(desk.log) > count)
    assert desk.undo() == before
    assert desk.redo() == after
    assert desk.undo() == before


@LAWS
@given(st.data())
def test_folding_the_log_is_applying_one_decision_after_the_other(data):
    desk = edit(data)
    assert fold(desk.analysis, desk.articles, desk.log) == desk.state
    assert walk(base(desk.analysis, desk.articles), desk.log).state == desk.state
    one_by_one = base(desk.analysis, desk.articles)
    for decision in in_effect(desk.log):
        one_by_one = apply(one_by_one, decision)
    assert one_by_one == desk.state


@LAWS
@given(st.data())
def test_the_register_of_articles_and_trails_fits_the_events(data):
    state = edit(data).state
    homes = {}
    for one in state.events.values():
        for mention in one.mentions:
            homes.setdefault(mention.passage.article, set()).add(one.id)
    assert {article: set(names) for article, names in state.by_article.items() if names} == homes
    assert set(state.trail) <= set(state.events)
    assert all(one.mentions for one in state.events.values())
    shown = {name: {one.id for one in state.events.values() if name in one.contradictions} for name in state.contradictions}
    assert shown == {name: set(found.events) for name, found in state.contradictions.items()}


@LAWS
@given(st.data())
def test_every_decision_comes_back_from_the_file_as_it_was(data):
    for decision in edit(data).log:
        assert from_names(to_names(decision, Decision), Decision) == decision


@settings(max_examples=20)
@given(data=st.data())
def test_storing_and_loading_changes_nothing(data, tmp_path_factory):
    desk = edit(data)
    path = tmp_path_factory.mktemp("stored") / "one.timeline"
    create(path, Contents(desk.articles, (), {"key": desk.analysis}))
    file = DossierFile(path)
    for decision in desk.log:
        file.append(decision)
    file.close()
    file = DossierFile(path)
    found = file.read()
    file.close()
    assert found == Contents(desk.articles, tuple(desk.log), {"key": desk.analysis})
    assert fold(found.analyses["key"], found.articles, found.log) == desk.state


def independent(data, state):
    """Acts about events that have nothing to do with each other."""
    title, note = data.draw(TEXTS), data.draw(TEXTS)
    about = {
        "opening": [
            d.Rename(ref("opening"), title),
            d.Split(ref("opening"), (state.events["opening"].mentions[0].passage,), title),
            d.AcceptSuggestion("c1", tuple(e.passage for e in state.contradictions["c1"].evidence), day(100)),
        ],
        "session": [d.Redate(ref("session"), data.draw(DATES)), d.RejectEvent(ref("session")), d.SetNote(ref("session"), note)],
        "founding": [
            d.ChooseDate(ref("founding"), state.events["founding"].mentions[1].passage, day(11)),
            d.Detach(state.events["founding"].mentions[1].passage, ref("founding")),
            d.DismissPassage(state.events["founding"].mentions[0].passage),
        ],
        "tray": [d.DateMention(state.undated[0].passage, day(3)), d.CreateEvent(state.undated[0].passage, title, day(3))],
        "recall": [d.DismissPassage(state.undated[1].passage), d.SetPublication(ARTICLES[0].id, day(9)[0], note)],
    }
    return [
        Decision(f"d{n}", AT, pinned(state, data.draw(st.sampled_from(choices)))) for n, choices in enumerate(about.values(), 1)
    ]


@settings(max_examples=25)
@given(st.data())
def test_the_order_of_independent_decisions_does_not_matter(data):
    before = base(analysis(), ARTICLES)
    decisions = independent(data, before)
    outcomes = []
    for order in list(permutations(decisions))[:: data.draw(st.integers(7, 13))]:
        state = before
        for decision in order:
            state = apply(state, decision)
        outcomes.append(state)
    assert all(state == outcomes[0] for state in outcomes)


@LAWS
@given(st.data())
def test_other_rules_keep_every_decision_whose_passage_stands(data):
    desk = edit(data)
    state = fold(reworked(desk.analysis), desk.articles, desk.log)
    assert state.lost == fold(desk.analysis, desk.articles, desk.log).lost == ()


@st.composite
def regrouped(draw, found):
    """The analysis of rules that see other events: some reports not at all, the rest grouped anyhow, under any names."""
    mentions = [m for event in found.events for m in event.mentions] + list(found.undated)
    seen = draw(st.lists(st.sampled_from(mentions), unique=True))
    groups = {}
    for one in seen:
        groups.setdefault(draw(st.integers(0, 4)), []).append(one)
    names = draw(st.permutations(["opening", "session", "founding", "glasgow", "other"]))
    events = tuple(event(names[key], *group) for key, group in groups.items())
    return replace(found, version="3", events=events, contradictions=(), undated=())


@LAWS
@given(st.data())
def test_rules_that_see_altogether_other_events_keep_every_decision_all_the_same(data):
    desk = edit(data)
    state = fold(data.draw(regrouped(desk.analysis)), desk.articles, desk.log)
    assert state.lost == ()


def shown(state):
    """What the editor sees of the events, without the names and the exact cuts the rules chose."""
    return sorted(
        (e.title, e.dates, e.kind, e.place, e.status, e.note, e.decided, sorted(m.passage.span.start for m in e.mentions))
        for e in state.events.values()
    )


@LAWS
@given(st.data())
def test_other_rules_that_find_the_same_show_the_same(data):
    desk = Desk()
    for name in ("opening", "session", "founding", "glasgow"):
        for _ in range(data.draw(st.integers(0, 2))):
            desk.do(data.draw(st.sampled_from([d.Rename(ref(name), data.draw(TEXTS)), d.Redate(ref(name), data.draw(DATES))])))
    desk.do(d.Merge(ref("opening"), (ref("session"),)))
    desk.do(d.Split(ref("founding"), (desk.event("founding").mentions[1].passage,), "إنشاء"))
    state = fold(reworked(desk.analysis), desk.articles, desk.log)
    assert shown(state) == shown(desk.state)


@LAWS
@given(st.data())
def test_decisions_are_lost_only_with_their_words(data):
    desk = edit(data, going_back=False)
    gone = data.draw(st.sampled_from(ARTICLES))
    left = tuple(source for source in ARTICLES if source is not gone)
    removed = {act.article for one in desk.log for act in acts_of(one.act) if isinstance(act, d.RemoveArticle)}
    known = {source.id: source for source in left if source.id not in removed}
    state = fold(analysis_without(gone), left, desk.log)
    for decision in state.lost:
        acts_in = acts_of(decision.act)
        pins = [pin for act in acts_in for pin in passages_of(act)]
        about_it = any(getattr(act, "article", None) == gone.id for act in acts_in)
        assert about_it or any(locate(pin, known) is None for pin in pins)


def analysis_without(gone):
    found = analysis()
    kept = tuple(e for e in found.events if all(m.passage.article != gone.id for m in e.mentions))
    return left_of(found, kept, gone)


def left_of(found, events, gone):
    tray = tuple(m for m in found.undated if m.passage.article != gone.id)
    return replace(found, events=events, contradictions=(), undated=tray)


def passages_of(act):
    refs = [value for name in ("event", "into") if isinstance(value := getattr(act, name, None), d.EventRef)]
    refs += list(getattr(act, "others", ()))
    pins = [pin for one in refs for pin in one.pins]
    own = [act.passage] if hasattr(act, "passage") else []
    return pins + own + list(getattr(act, "passages", ()))
