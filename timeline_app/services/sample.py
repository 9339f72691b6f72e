"""What does the sample dossier hold? The articles that come with the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timeline_app import assets
from timeline_app.model.article import Article
from timeline_app.services.intake import read_paths


def sample_articles() -> tuple[Article, ...]:
    """The sample's articles, named by their files alone: where the program lies is no news to the editor."""
    return tuple(replace(article, path=Path(article.path).name) for article in read_paths([assets.seeds()]))
