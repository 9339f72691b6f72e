import pytest

from timeline_app.chronology.sentences.lexicon import discourse, kinds, kinship, leading_phrases, noun_of, plain_verb, verb_of
from timeline_app.chronology.sentences.words import fold


@pytest.mark.parametrize(
    ("word", "kind"),
    [("انطلقت", "opening"), ("وأعلنوا", "statement"), ("سيعقد", "session"), ("دعت", "statement"), ("توفي", "death")],
)
def test_a_verb_is_known_in_its_persons_and_tenses(word, kind):
    assert verb_of(fold(word)).kind == kind


@pytest.mark.parametrize("word", ["الانتخابات", "بانفصال", "وفاته", "لانعقاد", "ومعارك"])
def test_an_event_noun_is_known_behind_its_particles_and_pronouns(word):
    assert noun_of(fold(word)) is not None


@pytest.mark.parametrize("word", ["وزارة", "مدينة", "فيصل", ["كتابه", "الجديد"][1]])
def test_other_words_are_no_verbs(word):
    assert plain_verb(fold(word)) is None
    assert verb_of(fold(word)) is None


def test_every_trigger_and_kinship_names_a_kind_of_the_table():
    from timeline_app.chronology.sentences import lexicon

    assert set(lexicon._table()) <= set(kinds())
    assert kinship("opening") == kinship("session")
    assert kinship("attack") != kinship("session")


def test_the_lists_of_discourse_are_folded():
    assert "الي" in discourse("until")
    assert all(fold(word) == word for phrase in leading_phrases() for word in phrase)


def test_a_case_is_no_death():
    assert verb_of(fold("قضية")) is None
    assert verb_of(fold("قضى")).kind == "death"
