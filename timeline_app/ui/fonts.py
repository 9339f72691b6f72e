"""In which type is the window set? The bundled faces, and the few sizes in use."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from timeline_app import assets

INTERFACE = "IBM Plex Sans Arabic"
SYMBOLS = "Noto Sans Symbols2"  # the few signs that the interface's face lacks; a bare machine has no other face for them
READING = "Noto Naskh Arabic"
READING_LATIN = "Noto Serif"

_INTERFACE_FILES = ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf", "NotoSansSymbols2-Regular.ttf")
_READING_FILES = ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf")
_loaded: set[str] = set()

SMALL, NORMAL, LARGE, TITLE, READING_SIZE = 12, 13, 15, 20, 18
_HINTING = QFont.HintingPreference.PreferNoHinting


def load_interface_fonts() -> None:
    """Make the interface's faces known to Qt; needs an application, costs a few milliseconds once."""
    _load(_INTERFACE_FILES)


def load_reading_fonts() -> None:
    """Make the reading faces known to Qt; the reader calls it when it first shows a text."""
    _load(_READING_FILES)


def interface_font(size: int = NORMAL, *, scale: int = 100, bold: bool = False) -> QFont:
    """The interface's face in pixels at 100 %, multiplied by ``scale`` percent."""
    return _font([INTERFACE, SYMBOLS], size, scale, bold=bold)


def reading_font(size: int = READING_SIZE, *, scale: int = 100, bold: bool = False) -> QFont:
    """The reading face; Latin letters come from a serif made for them."""
    load_reading_fonts()
    return _font([READING, READING_LATIN], size, scale, bold=bold)


def _font(families: list[str], size: int, scale: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(max(8, round(size * scale / 100)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(_HINTING)
    return font


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in _loaded:
            _loaded.add(name)
            QFontDatabase.addApplicationFont(str(assets.resource("fonts", name)))
