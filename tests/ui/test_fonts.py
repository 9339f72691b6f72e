"""Every sign of the interface is in a bundled face: a bare machine has no other to borrow it from."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

from timeline_app import assets
from timeline_app.ui import fonts

UI = Path(fonts.__file__).parent
_UNDRAWN = range(0x200B, 0x2070)  # marks of direction and joining, spaces
_BORDERS = frozenset("\u08ff\ufb1d\ufffc\ufffd\U00010000")  # ends of ranges and stand-ins in the code, never drawn


def _drawn(text: str) -> set[str]:
    return {sign for sign in text if sign.isprintable() and not sign.isspace() and ord(sign) not in _UNDRAWN} - _BORDERS


def _literals() -> set[str]:
    """The signs in the strings of the interface's code, its documentation left out."""
    signs: set[str] = set()
    for source in UI.rglob("*.py"):
        tree = ast.parse(source.read_text("utf-8"))
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        described = {node.body[0].value for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in described:
                signs |= _drawn(node.value)
    return signs


def _catalogues() -> set[str]:
    signs: set[str] = set()
    for catalogue in assets.resource("i18n").rglob("*.po"):
        signs |= _drawn(catalogue.read_text("utf-8"))
    return signs


@pytest.fixture
def faces(qapp):
    files = ("IBMPlexSansArabic-Regular.ttf", "NotoSansSymbols2-Regular.ttf")
    return [QRawFont(str(assets.resource("fonts", name)), fonts.NORMAL) for name in files]


def _lacks(faces: list[QRawFont], sign: str) -> bool:
    return all(not any(face.glyphIndexesForString(sign)) for face in faces)


def test_every_sign_of_the_code_and_the_catalogues_is_in_a_bundled_face(faces):
    assert {sign for sign in _literals() | _catalogues() if _lacks(faces, sign)} == set()


def test_the_interface_asks_for_the_signs_where_its_own_face_lacks_them(faces):
    assert _lacks(faces[:1], "▲")
    assert fonts.SYMBOLS in fonts.interface_font().families()
