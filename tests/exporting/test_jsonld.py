"""Another program finds the very words again: by position and by quote, with an emoji before them."""

from __future__ import annotations

import json

from tests.exporting.sample import ARTICLE, chronicle, event
from timeline_app.exporting.jsonld import written
from timeline_app.model.article import passage_of
from timeline_app.model.event import EventStatus, Mention, MentionBasis
from timeline_app.model.identity import MentionId
from timeline_app.model.span import Span
from timeline_app.wording import Wording


def page(*events):
    found = json.loads(written(chronicle(*events), Wording()))
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["total"] == len(found["first"]["items"])
    return found["first"]["items"]


def test_both_selectors_lead_to_the_words():
    (annotation,) = page(event(place="مراكش"))
    quote, position = annotation["target"]["selector"]
    assert ARTICLE.text[position["start"] : position["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in ARTICLE.text
    assert quote["prefix"].endswith("😀: ")
    assert annotation["body"]["schema:temporalCoverage"] == "2025-11-24/2025-11-27"
    assert annotation["body"]["schema:location"] == "مراكش"


def test_names_are_the_same_at_every_export_and_an_article_is_named_by_its_text():
    one, again = page(event()), page(event("عنوان آخر"))
    assert [item["id"] for item in one] == [item["id"] for item in again]
    assert one[0]["body"]["id"] == again[0]["body"]["id"]
    # RFC 6920: 32 octets are 43 characters of base64 without padding
    assert len(one[0]["target"]["source"]["id"]) == len("ni:///sha-256;") + 43


def test_every_mention_has_its_annotation_a_tied_one_says_so_and_rejected_events_none():
    tied = Mention(MentionId("n"), passage_of(ARTICLE, Span(0, 10)), MentionBasis.INFERRED)
    found = page(event(mentions=(*event().mentions, tied)), event(id="x", status=EventStatus.REJECTED))
    assert [item["motivation"] for item in found] == ["identifying", "linking"]
