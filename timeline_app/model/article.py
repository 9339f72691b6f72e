"""What is one source text? Its characters as found, and what is known about it."""

from __future__ import annotations

from enum import StrEnum

from timeline_app.model.daterange import DateRange
from timeline_app.model.frozen import frozen
from timeline_app.model.identity import ArticleId
from timeline_app.model.span import Span
from timeline_app.model.step import Step


class SectionRole(StrEnum):
    """What a stretch of an article is for. Only a title, a heading and the body can report an event."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@frozen
class Section:
    """A stretch of an article with its role; the sections of an article are in order and do not overlap.

    ``reason`` says why a section was taken for boilerplate, a heading or a byline.
    """

    span: Span
    role: SectionRole
    reason: Step | None = None


class PublicationBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    WRITTEN = "written"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@frozen
class Publication:
    """The day (or days) an article appeared, how that is known, and why."""

    when: DateRange | None = None
    basis: PublicationBasis = PublicationBasis.UNKNOWN
    steps: tuple[Step, ...] = ()


@frozen
class Article:
    """One source text, never altered: every span of the program counts code points of ``text``.

    ``id`` is the first 16 hex digits of ``sha256`` (the digest of the text in UTF-8); ``path`` is where it was found, as
    the editor would name it (empty for pasted text).
    """

    id: ArticleId
    text: str
    sha256: str
    path: str = ""
    title: str = ""
    outlet: str = ""
    encoding: str = "utf-8"
    sections: tuple[Section, ...] = ()
    published: Publication = Publication()


@frozen
class Passage:
    """A stretch of one article with its quote and the article's digest: what everything is pinned to."""

    article: ArticleId
    sha256: str
    span: Span
    quote: str


def passage_of(article: Article, span: Span) -> Passage:
    """The passage of ``article`` at ``span``."""
    return Passage(article.id, article.sha256, span, span.of(article.text))
