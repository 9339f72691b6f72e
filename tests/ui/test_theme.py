import re
from pathlib import Path

import pytest

from timeline_app.ui.style import sheet
from timeline_app.ui.theme import load_theme

THEMES = ("light", "dark")


def luminance(colour):
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["paper", "panel", "card"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "contradiction", "inferred", "accepted", "rejected"])
def test_text_is_readable_on_every_ground(name, ground, text):
    theme = load_theme(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("ink", "selection"),
        ("ink", "find"),
        ("ink", "contradiction_tint"),
        ("quiet", "contradiction_tint"),
        ("contradiction", "contradiction_tint"),
        ("inferred", "inferred_tint"),
        ("ink", "inferred_tint"),
    ],
)
def test_text_is_readable_on_its_tint(name, text, ground):
    theme = load_theme(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_a_kind_s_hue_is_seen_on_a_card_and_on_paper(name):
    theme = load_theme(name)
    for hue in theme.hues.values():
        assert min(contrast(hue, theme.card), contrast(hue, theme.paper)) >= 3


def test_both_themes_name_the_same_hues():
    assert load_theme("light").hues.keys() == load_theme("dark").hues.keys()


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_whole(name):
    assert "$" not in sheet(load_theme(name), 130)


@pytest.mark.parametrize("name", THEMES)
def test_every_drawing_of_the_style_sheet_is_there_in_a_colour_that_is_seen(name):
    theme = load_theme(name)
    drawings = re.findall(r'url\("([^"]+)"\)', sheet(theme, 100))
    assert len(set(drawings)) == 3
    for drawing in drawings:
        colour = re.search('stroke="(#\\w{6})"', Path(drawing).read_text("utf-8")).group(1)
        assert contrast(colour, theme.accent if "tick" in drawing else theme.card) >= 3
