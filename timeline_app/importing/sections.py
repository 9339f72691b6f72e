"""Which stretches of an article are its title, a heading, a byline, the body, or what the web page put around it?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from timeline_app.assets import resource
from timeline_app.language.folding import fold_word
from timeline_app.model.article import Section, SectionRole
from timeline_app.model.span import Span
from timeline_app.model.step import Step, step

_TITLE_LIMIT, _HEADING_LIMIT, _TEASER_LIMIT, _REAL_PARAGRAPH = 170, 100, 160, 180
_END = re.compile(r"[.!؟?؛;:،…][»”\")\]]*\s*\Z")
_SENTENCE_END = re.compile(r"[.!؟?…][»”\")\]]*\s*\Z")
_BULLET = re.compile(r"\s*(?:[-–—•*●▪]|\d{1,2}\s*[-.)])\s")
_YEAR_OR_CLOCK = re.compile(r"(?<!\d)(?:[12]\d{3}|[٠-٩]{4}|\d{1,2}:\d\d)(?!\d)")
_CLOSED_WORD = re.compile("[ء-ي]{2,}?(?:ة|ى(?=[ء-ي]{2})|اً|ً)(?=[ء-ي]{2})")
_WORD = re.compile("[ء-ي]+")
_WIDE_SPACE = re.compile(r"\s{3,}|\t+")
_PLACE_LINE = re.compile(r"[^().\n]{2,60}\([^()\n]{2,14}\)\s*[-–—]")
_FULL_STOP = re.compile(r"(?<!\d)[.؟!](?=[\s»”\"]|\Z)")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_CRUMB = re.compile(r"\s[>›»«/|\\]\s")
_HEADLINES, _SHORTEST, _LONGEST, _TWO = 5, 12, 140, 2
_HEAD, _DATE_LINE, _BESIDE_DATE = 15, 60, 3

_Role = tuple[SectionRole, Step | None] | None


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    folded: str


def sections_of(text: str) -> tuple[Section, ...]:
    """The sections of a text, in order, not overlapping; blank lines belong to none."""
    lines = [line for line in _lines(text) if line.folded]
    roles: list[_Role] = [None] * len(lines)
    _mark_title(lines, roles)
    _mark_boilerplate(lines, roles)
    _mark_bylines(lines, roles)
    _mark_other_stories(lines, roles)
    _mark_headings(lines, roles)
    out: list[Section] = []
    for line, role in zip(lines, roles, strict=True):
        out += _split_run_in(line, text) if role is None else [Section(line.span, role[0], role[1])]
    return tuple(out)


def title_of(text: str, sections: tuple[Section, ...]) -> str:
    """The title line, or else the first words of the body up to a phrase's end (at most about 90 characters)."""
    title = next((s for s in sections if s.role is SectionRole.TITLE), None)
    if title is not None:
        return " ".join(title.span.of(text).split())
    body = next((s for s in sections if s.role in (SectionRole.BODY, SectionRole.HEADING)), None)
    if body is None:
        return ""
    words = " ".join(re.split(r"(?<=[^\d])[.؟!]\s", body.span.of(text), maxsplit=1)[0].split())
    if len(words) <= 90:
        return words.rstrip(" .،")
    cut = max(words.rfind("،", 30, 90), words.rfind(" ", 30, 90) if "،" not in words[30:90] else -1)
    return words[: cut if cut > 0 else 90].rstrip(" ،") + "…"


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    with resource("lexicon", "boilerplate.toml").open("rb") as file:
        return {key: tuple(_fold(word) for word in words) for key, words in tomllib.load(file).items()}


def _fold(text: str) -> str:
    return " ".join(fold_word(text).lower().split())


def _lines(text: str) -> list[_Line]:
    out = []
    for found in re.finditer(r"[^\r\n]+", text):
        raw = found.group()
        start, end = found.start() + len(raw) - len(raw.lstrip()), found.start() + len(raw.rstrip())
        if start < end:
            out.append(_Line(Span(start, end), text[start:end], _fold(text[start:end]).strip("* •")))
    return out


def _mark_title(lines: list[_Line], roles: list[_Role]) -> None:
    at = _repeated(lines)
    if at is None:
        plain = (i for i, line in enumerate(lines[:3]) if not (_is_byline(line) or _is_outlet(line) or _kind_of_notice(line)))
        at = next(plain, None)
    if at is None or len(lines) < at + 2:
        return
    for i in range(at):
        roles[i] = (SectionRole.BYLINE, step("section-byline", words=lines[i].text[:40]))
    title = lines[at]
    if len(title.text) > _TITLE_LIMIT or _SENTENCE_END.search(title.text):
        return
    roles[at] = (SectionRole.TITLE, None)
    for i in range(at + 1, min(at + 4, len(lines))):
        if lines[i].folded == title.folded:
            roles[i] = (SectionRole.TITLE, step("section-title-repeated"))


def _repeated(lines: list[_Line]) -> int | None:
    """Where a line stands that the head of the page prints twice: its title, under the name of the site and its clock."""
    head = [line.folded for line in lines[:_HEAD]]
    twice = (i for i, folded in enumerate(head) if len(folded) >= 2 * _SHORTEST and folded in head[i + 1 :])
    fits = (i for i in twice if len(lines[i].text) <= _TITLE_LIMIT and not _SENTENCE_END.search(lines[i].text))
    return next((i for i in fits if not (_kind_of_notice(lines[i]) or _is_byline(lines[i]))), None)


def _is_outlet(line: _Line) -> bool:
    words = line.folded.split()
    dashed = re.search(r"\s[–—/-]\s", line.text) is not None
    return (len(words) == 1 and len(line.text) <= 14) or (dashed and len(words) <= 6 and not _YEAR_OR_CLOCK.search(line.text))


def _mark_boilerplate(lines: list[_Line], roles: list[_Role]) -> None:
    block: str | None = None
    told = closed = False
    for i, line in enumerate(lines):
        notice = _kind_of_notice(line)
        if notice == "opener" and roles[i] is None:
            block = line.text
            closed = told and any(line.folded.startswith(closer) for closer in _lexicon()["closers"])
        elif notice is None and roles[i] is None and _is_real_paragraph(line) and not closed:
            block, told = None, True
        if roles[i] is None and (notice or block):
            reason = step("section-linked-list", opener=block[:40]) if block else step(f"section-{notice}", words=line.text[:40])
            roles[i] = (SectionRole.BOILERPLATE, reason)


def _kind_of_notice(line: _Line) -> str | None:
    words = _lexicon()
    opened = next((opener for opener in words["openers"] if line.folded.startswith(opener)), None)
    if opened is not None and ":" in line.text.rstrip(": ") and len(line.text) <= _TEASER_LIMIT:
        return "link"
    if opened is not None and len(line.text) <= 60:
        return "opener"
    if len(line.text) <= _TEASER_LIMIT and any(line.folded.startswith(single) for single in words["single"]):
        return "link"
    if any(notice in line.folded for notice in words["notices"]):
        return "notice"
    if line.folded.strip(" :|") in words["rubrics"] or (_CRUMB.search(line.text) and line.folded.startswith(words["home"])):
        return "rubric"
    return "teasers" if _is_row_of_headlines(line) else None


def _is_row_of_headlines(line: _Line) -> bool:
    """«… يتفقد الميناء    افتتاح المعرض غدا    سعر الذهب اليوم»: the page's other stories, one after another."""
    parts = _WIDE_SPACE.split(line.text)
    headlines = [part for part in parts if _SHORTEST <= len(part) <= _LONGEST and not _SENTENCE_END.search(part)]
    return len(headlines) >= _HEADLINES and len(headlines) * 4 >= len(parts) * 3


def _is_real_paragraph(line: _Line) -> bool:
    if len(line.text) >= _REAL_PARAGRAPH:
        return True
    return len(line.text) >= 70 and line.text.rstrip()[-1:] == "."


def _mark_bylines(lines: list[_Line], roles: list[_Role]) -> None:
    for i, line in enumerate(lines):
        if roles[i] is None and _is_byline(line):
            roles[i] = (SectionRole.BYLINE, step("section-byline", words=line.text[:40]))


def _is_byline(line: _Line) -> bool:
    words = line.folded.replace(":", " ").split()
    if len(line.text) > 90 or len(words) > 14 or line.text.endswith("."):
        return False
    dated = _YEAR_OR_CLOCK.search(line.text) is not None
    if dated and any(line.folded.startswith(name) for name in _lexicon()["published"]):
        return True
    labelled = any(line.folded.startswith(name) for name in _lexicon()["bylines"])
    if labelled and len(words) <= 7 and (":" in line.text or len(words) <= 4):
        return True
    if len(line.text) <= _DATE_LINE and dated and len(_LETTERS.findall(line.text)) <= _BESIDE_DATE:
        return any(name in words for name in _lexicon()["months"])
    if len(words) <= 4 and set(_lexicon()["sourced"]) & set(words):
        return True
    return dated and any(name in words for name in _lexicon()["dateline"]) and len(words) <= 12


def _mark_other_stories(lines: list[_Line], roles: list[_Role]) -> None:
    """Below an article that opens with an agency's place line, a second one and the lone sentences after it are not its own."""
    body = [i for i, role in enumerate(roles) if role is None]
    placed = [i for i in body if _PLACE_LINE.match(lines[i].text)]
    if len(placed) != _TWO or placed[0] != body[0] or body.index(placed[1]) < _HEADLINES:
        return
    rest = [i for i in body if i >= placed[1]]
    if all(len(_FULL_STOP.findall(lines[i].text)) <= 1 for i in rest):
        for i in rest:
            roles[i] = (SectionRole.BOILERPLATE, step("section-teasers", words=lines[i].text[:40]))


def _mark_headings(lines: list[_Line], roles: list[_Role]) -> None:
    paragraphs = [line for line, role in zip(lines, roles, strict=True) if role is None and len(line.text) > _HEADING_LIMIT]
    closed = sum(bool(_SENTENCE_END.search(line.text)) for line in paragraphs)
    if len(paragraphs) < 2 or closed * 3 < len(paragraphs) * 2:
        return
    bare = [role is None and _is_bare(line) for line, role in zip(lines, roles, strict=True)]
    for i, line in enumerate(lines):
        if not bare[i]:
            continue
        before, after = i > 0 and bare[i - 1], i + 1 < len(lines) and bare[i + 1]
        if (before or after) and _lies_between_paragraphs(i, lines, bare):
            roles[i] = (SectionRole.BOILERPLATE, step("section-teasers", words=line.text[:40]))
        elif not before and not after and len(line.text) <= _HEADING_LIMIT and i + 1 < len(lines):
            roles[i] = (SectionRole.HEADING, step("section-heading", words=line.text[:40]))


def _is_bare(line: _Line) -> bool:
    return len(line.text) <= _TEASER_LIMIT and not _ends(line) and not _BULLET.match(line.text)


def _ends(line: _Line) -> bool:
    return bool(_END.search(line.text))


def _lies_between_paragraphs(i: int, lines: list[_Line], bare: list[bool]) -> bool:
    first, last = i, i
    while first > 0 and bare[first - 1]:
        first -= 1
    while last + 1 < len(lines) and bare[last + 1]:
        last += 1
    if (
        first == 0
        or last + 1 >= len(lines)
        or any(character.isdigit() for line in lines[first : last + 1] for character in line.text)
    ):
        return False
    return bool(_SENTENCE_END.search(lines[first - 1].text)) and len(lines[last + 1].text) > _HEADING_LIMIT


def _split_run_in(line: _Line, text: str) -> list[Section]:
    """The body of a line; a heading glued to the paragraph after it («…الإقليميةلا يأتي…») becomes a section of its own."""
    out: list[Section] = []
    start = line.span.start
    for begin, cut in _glued_headings(line, text):
        if begin > start:
            out.append(Section(Span(start, begin), SectionRole.BODY))
        out.append(Section(Span(begin, cut), SectionRole.HEADING, step("section-heading-glued", words=text[begin:cut][:60])))
        start = cut
    if start < line.span.end:
        out.append(Section(Span(start, line.span.end), SectionRole.BODY))
    return out


def _glued_headings(line: _Line, text: str) -> list[tuple[int, int]]:
    """Where a heading begins and ends inside a line: at the line's or a sentence's start, before two words written as one."""
    found = []
    starts = [line.span.start] + [m.end() + line.span.start for m in re.finditer(r"(?<=[^\d\s.])\.\s*(?=[ء-ي])", line.text)]
    for begin in starts:
        window = text[begin : min(begin + _HEADING_LIMIT + 20, line.span.end)]
        stop = window.find(".")
        window = window if stop < 0 else window[:stop]
        cut = _glue_in(window, text)
        if cut is not None and line.span.end - begin - cut > 40:
            found.append((begin, begin + cut))
    return found


def _glue_in(window: str, text: str) -> int | None:
    closed = _CLOSED_WORD.search(window)
    if closed and closed.end() >= 12 and ":" in window[: closed.start()]:
        return closed.end()
    colon = window.find(":")
    if colon < 0:
        return None
    known = None
    for word in _WORD.finditer(window, colon):
        if len(word.group()) < 6 or text.count(word.group()) > 1:
            continue
        known = set(_WORD.findall(text)) if known is None else known
        for at in range(len(word.group()) - 2, 2, -1):
            head, tail = word.group()[:at], word.group()[at:]
            if _stands_alone(head, known) and tail in known and (len(tail) >= 4 or tail in _lexicon()["joints"]):
                return word.start() + at
    return None


def _stands_alone(word: str, known: set[str]) -> bool:
    bare = word.removeprefix("و")
    return bool({word, bare, f"ال{bare}", f"وال{bare}"} & known) and len(bare) >= 4
