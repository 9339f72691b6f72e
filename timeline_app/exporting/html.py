"""The chronology as a web page that stands alone: one file, from right to left in Arabic, nothing fetched, no script.

Everything from outside is escaped, and the page's own policy forbids it to load anything. Colours are those of the
program's themes, the dark one where the reader's system asks for it. Sources are folded away behind their number, as HTML
does it by itself.
"""

from __future__ import annotations

import tomllib
from functools import cache, partial
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from timeline_app import assets
from timeline_app.calendars.gregorian import ymd
from timeline_app.calendars.iso import iso_date
from timeline_app.exporting.account import Source, doubts, remarks, sources, told, year_of
from timeline_app.model.daterange import Certainty, DateRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline_app.exporting.registry import Chronicle, Voice
    from timeline_app.model.dossier import DossierState
    from timeline_app.model.event import Event

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def written(chronicle: Chronicle, voice: Voice) -> bytes:
    """UTF-8, the events under their years."""
    return "\n".join(_page(chronicle.state, voice)).encode("utf-8", "xmlcharrefreplace")


def _page(state: DossierState, voice: Voice) -> Iterator[str]:
    title, way = escape(voice.text("Chronology")), "rtl" if voice.language == "ar" else "ltr"
    events = told(state)
    yield f'<!DOCTYPE html>\n<html lang="{voice.language}" dir="{way}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    counts = (
        voice.count("{n} event", "{n} events", len(events)),
        voice.count("{n} article", "{n} articles", len(state.articles)),
    )
    yield f'<p class="count">{escape(" · ".join(counts))}</p>'
    for heading, found in groupby(events, partial(year_of, voice=voice)):
        yield f'<h2>{escape(heading)}</h2>\n<ol class="line">'
        for event in found:
            yield from _event(event, state, voice)
        yield "</ol>"
    yield "</main>\n</body>\n</html>\n"


def _event(event: Event, state: DossierState, voice: Voice) -> Iterator[str]:
    hull = event.hull
    sure = hull is not None and hull.certainty is Certainty.WRITTEN
    yield f'<li style="--hue: var(--{_hues().get(event.kind, "slate")})"' + ("" if sure else ' class="unsure"') + ">"
    if hull is not None:
        when = escape(voice.dates(event.dates, weekday=True))
        noted = "".join(f' <span class="remark">· {escape(remark)}</span>' for remark in remarks(event, voice))
        yield f'<p class="when"><time datetime="{_machine(hull)}">{when}</time>{noted}</p>'
    yield f"<h3>{escape(event.title)}</h3>"
    about = " · ".join(filter(None, (voice.kind_name(event.kind), event.place)))
    yield f'<div class="about">{escape(about)}</div>'
    yield from (f'<p class="doubt">{escape(doubt)}</p>' for doubt in doubts(event, state, voice))
    if event.note:
        yield f'<p class="note">{escape(event.note)}</p>'
    yield from _sources(sources(event, state), voice)
    yield "</li>"


def _sources(found: tuple[Source, ...], voice: Voice) -> Iterator[str]:
    if not found:
        return
    yield f"<details><summary>{escape(voice.count('{n} source', '{n} sources', len(found)))}</summary>"
    for source in found:
        yield from (f"<blockquote>{escape(quote)}</blockquote>" for quote in source.quotes)
        yield f"<cite>{escape(source.name)}</cite>"
    yield "</details>"


def _machine(when: DateRange) -> str:
    """A day or a moment as HTML allows it in ``datetime`` (years from 1); empty where it has no such form."""
    return iso_date(when.first, when.first_minute) if ymd(when.first)[0] > 0 else ""


@cache
def _hues() -> Mapping[str, str]:
    """The hue of each kind, by the kind's code."""
    kinds = tomllib.loads(assets.resource("lexicon", "kinds.toml").read_text("utf-8"))
    return {code: kind["hue"] for code, kind in kinds.items()}


@cache
def _style() -> str:
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {_colours('dark')} }} }}\n"
    css = assets.resource("export", "chronology.css").read_text("utf-8")
    return f":root {{ color-scheme: light dark; {_colours('light')} }}\n{dark}{css}"


def _colours(theme: str) -> str:
    found = tomllib.loads(assets.resource("themes", f"{theme}.toml").read_text("utf-8"))
    plain = {name: colour for name, colour in found.items() if isinstance(colour, str) and colour.startswith("#")}
    return " ".join(f"--{name}: {colour};" for name, colour in (plain | found["hues"]).items())
