"""How does a text become an article? Named by its digest, cut into sections, its title found; the text itself never altered."""

from __future__ import annotations

from hashlib import sha256

from timeline_app.importing.encoding import mended
from timeline_app.importing.sections import sections_of, title_of
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.identity import ArticleId
from timeline_app.model.step import step


def article_of(
    text: str,
    *,
    path: str = "",
    title: str = "",
    outlet: str = "",
    encoding: str = "utf-8",
    published: Publication | None = None,
) -> Article:
    """The article of a text, its title found where none is given."""
    text = mended(text)
    digest = sha256(text.encode()).hexdigest()
    sections = sections_of(text)
    return Article(
        id=ArticleId(digest[:16]),
        text=text,
        sha256=digest,
        path=mended(path),
        title=mended(title) or title_of(text, sections),
        outlet=mended(outlet),
        encoding=encoding,
        sections=sections,
        published=published or Publication(),
    )


def stated_by_user(when: DateRange | None) -> Publication | None:
    """The publication date somebody states."""
    return None if when is None else Publication(when, PublicationBasis.GIVEN)


def stated_by_page(when: DateRange | None) -> Publication | None:
    """The publication date a web page states in its own data."""
    return None if when is None else Publication(when, PublicationBasis.WRITTEN, (step("published-in-page"),))
