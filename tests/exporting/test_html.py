"""The page stands alone, runs nothing, and reads from right to left."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.exporting.sample import DOUBT, HOSTILE, chronicle, event
from timeline_app.calendars.gregorian import day_of, year_range
from timeline_app.exporting.html import written
from timeline_app.model.daterange import Certainty, DateRange
from timeline_app.wording import Wording

VOID = {"meta", "link", "br", "img"}


class Page(HTMLParser):
    """Every element with its attributes, the text, and whether what was opened was closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    def of(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def page(*events, **wording) -> Page:
    made = Page(written(chronicle(*events), Wording(**wording)).decode())
    assert made.open == []
    return made


def test_events_stand_under_their_years_the_undated_last():
    made = page(event(id="u", dates=()), event(id="b", dates=(year_range(2026),)), event(id="a", dates=(year_range(1923),)))
    assert made.of("html") == [{"lang": "ar", "dir": "rtl"}]
    assert made.text.index("1923") < made.text.index("2026") < made.text.index("بلا تاريخ")
    assert len(made.of("h2")) == 3
    assert "3 أحداث" in made.text


def test_date_sources_doubts_and_note_are_said():
    unsure = (DateRange(day_of(2024, 4, 24), day_of(2024, 4, 24), certainty=Certainty.INFERRED),)
    made = page(event(dates=unsure, contradictions=(DOUBT.id,), note="يراجع", place="فاس", kind="session"))
    for said in ("مستنتج", "لا يوافق", "يراجع", "فاس", "انعقاد", "مصدر واحد", '"انعقد المجلس', "خبر، وخبر"):
        assert said in made.text
    assert made.of("time") == [{"datetime": "2024-04-24"}]


def test_nothing_from_outside_is_more_than_text_and_nothing_is_fetched():
    made = page(event(HOSTILE, note=HOSTILE, place=HOSTILE))
    assert made.text.count(HOSTILE) == 3
    assert not {tag for tag, _ in made.elements} & {"script", "img", "link", "iframe", "object", "a"}
    assert not any(name in attributes for _, attributes in made.elements for name in ("src", "href", "onclick", "onload"))
    assert "url(" not in made.text
    assert "@import" not in made.text
    assert "default-src 'none'" in made.of("meta")[1]["content"]


def test_english_runs_the_other_way_and_digits_are_the_desk_s():
    assert page(event(), language="en").of("html") == [{"lang": "en", "dir": "ltr"}]
    assert "٢٠٢٥" in page(event(), digits="arabic").text


def test_a_day_before_the_era_has_no_machine_s_date():
    assert page(event(dates=(year_range(-330),))).of("time") == [{"datetime": ""}]


def test_every_kind_has_its_hue_on_the_page():
    made = page(event(kind="death"), event(id="b", kind="unheard-of"))
    style = "".join(made.words)
    for item in made.of("li"):
        assert f"{item['style'].removeprefix('--hue: var(').removesuffix(')')}: #" in style
