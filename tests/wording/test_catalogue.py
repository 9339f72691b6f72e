"""Every sentence the program can say is in the catalogue, in both languages, with the same placeholders."""

from __future__ import annotations

import ast
import gettext
import io
import os
import string
import tomllib
from collections import defaultdict
from pathlib import Path

import polib
import pytest

import timeline_app
from timeline_app.assets import resource
from timeline_app.wording import catalogue as catalogue_module
from timeline_app.wording.catalogue import LANGUAGES, sources
from timeline_app.wording.compile import binary
from timeline_app.wording.po import entries, is_translated

PACKAGE = Path(timeline_app.__file__).parent
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "data" not in p.relative_to(PACKAGE).parts)
CODES = ("step", "problem")
ENTRIES = {language: [(p, e) for p in sources(language) for e in polib.pofile(str(p))] for language in LANGUAGES}
KNOWN = {
    language: {(e.get("msgctxt", ""), e["msgid"]) for p in sources(language) for e in entries(p) if is_translated(e)}
    for language in LANGUAGES
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def calls(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def context_of(call: ast.Call) -> str:
    given = list(call.args[1:2]) + [k.value for k in call.keywords if k.arg == "context"]
    return given[0].value if given and isinstance(given[0], ast.Constant) else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_what_a_module_says_is_in_the_catalogue(path):
    missing = []
    for name, call in calls(path):
        said = call.args[0].value
        if name == "text" and (context_of(call), said) not in KNOWN["ar"]:
            missing.append(f"ar: {context_of(call)} {said!r}")
        if name == "count" and len(call.args) >= 3 and ("", said) not in KNOWN["ar"]:
            missing.append(f"ar: {said!r} (counted)")
        if name in {"step", "Step", "Problem"}:
            missing += [f"{lang}: {name} {said}" for lang in LANGUAGES if not {(c, said) for c in CODES} & KNOWN[lang]]
    assert not missing, "\n".join(missing)


def labels(value: object):
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "label" and isinstance(each, str):
                yield each
            yield from labels(each)


@pytest.mark.parametrize("name", ["settings", "actions", "formats"])
def test_every_label_of_a_table_is_in_the_catalogue(name):
    table = tomllib.loads(resource(f"{name}.toml").read_text("utf-8"))
    found = [*labels(table), *table.get("formats", {}).values()]
    assert found
    assert not [label for label in found if label not in {msgid for _, msgid in KNOWN["ar"]}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_of_a_translation_are_those_of_its_text(language):
    wrong = []
    for path, entry in ENTRIES[language]:
        if entry.msgctxt in CODES:
            continue
        allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural or "") | {"n"}
        for said in [entry.msgstr, *entry.msgstr_plural.values()]:
            if not placeholders(said) <= allowed:
                wrong.append(f"{path.name}: {entry.msgid!r} -> {said!r}")
    assert not wrong, "\n".join(wrong)


def test_both_languages_say_the_same_of_a_code():
    said = {language: defaultdict(set) for language in LANGUAGES}
    for language in LANGUAGES:
        for _, entry in ENTRIES[language]:
            if entry.msgctxt in CODES and entry.translated():
                for form in [entry.msgstr, *entry.msgstr_plural.values()]:
                    said[language][entry.msgctxt, entry.msgid] |= placeholders(form)
    assert set(said["ar"]) == set(said["en"])
    assert not [code for code in said["ar"] if said["ar"][code] != said["en"][code]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_text_has_one_translation(language):
    found = defaultdict(set)
    for _, entry in ENTRIES[language]:
        if entry.translated():
            found[entry.msgctxt, entry.msgid].add(entry.msgstr or tuple(entry.msgstr_plural.values()))
    assert not {name: said for name, said in found.items() if len(said) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_their_forms(language):
    forms = {"ar": 6, "en": 2}[language]
    short = [e.msgid for _, e in ENTRIES[language] if e.msgid_plural and len(e.msgstr_plural) != forms]
    assert not short


def test_an_edited_source_is_compiled_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue_module, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    (tmp_path / "ar").mkdir()
    source = tmp_path / "ar" / "room.po"
    source.write_text('msgid ""\nmsgstr ""\n\nmsgid "Yes"\nmsgstr "نعم"\n', "utf-8")
    assert gettext.GNUTranslations(io.BytesIO(catalogue_module._compiled("ar"))).gettext("Yes") == "نعم"
    source.write_text('msgid ""\nmsgstr ""\n\nmsgid "Yes"\nmsgstr "أجل"\n', "utf-8")
    later = (tmp_path / "ar" / "timeline.mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert gettext.GNUTranslations(io.BytesIO(catalogue_module._compiled("ar"))).gettext("Yes") == "أجل"


def test_without_any_catalogue_the_ids_speak(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue_module, "resource", tmp_path.joinpath)
    assert catalogue_module._compiled("ar") == b""


def test_the_compiled_catalogue_knows_its_plurals():
    table = gettext.GNUTranslations(io.BytesIO(binary("ar")))
    assert table.ngettext("{n} event", "{n} events", 2) == "حدثان"
