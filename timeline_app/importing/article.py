"""How does a text become an article? Named by its digest, cut into sections, its title found; the text itself never altered."""

from __future__ import annotations

from hashlib import sha256

from timeline_app.importing.encoding import mended
from timeline_app.importing.sections import sections_of, title_of
from timeline_app.model.article import Article, Publication, PublicationBasis
from timeline_app.model.daterange import DateRange
from timeline_app.model.identity import ArticleId


def article_of(text: str, *, path: str = "", title: str = "", encoding: str = "utf-8", given: DateRange | None = None) -> Article:
    """The article of a text. ``given`` is the publication date somebody states; unknown otherwise."""
    text = mended(text)
    digest = sha256(text.encode()).hexdigest()
    sections = sections_of(text)
    return Article(
        id=ArticleId(digest[:16]),
        text=text,
        sha256=digest,
        path=mended(path),
        title=title or title_of(text, sections),
        encoding=encoding,
        sections=sections,
        published=Publication(given, PublicationBasis.GIVEN) if given else Publication(),
    )
