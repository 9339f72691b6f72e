"""Which paragraphs hold these words? A full-text index over folded text, kept in memory beside the dossier.

The index holds no text: SQLite's FTS5 without content, two columns. ``words`` are the paragraph's words as written
(folded), ``inner_words`` those that stand in them after prefixes. So «مغرب» finds «بالمغرب» while «غرب» does not find
«المغرب», as it would with trigrams, which take as much room (30,000 paragraphs: 30 MB here, 32 there).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# the prefix lists answer the first letters typed, which stand in almost every paragraph
_SCHEMA = (
    "CREATE VIRTUAL TABLE paragraph USING fts5(words, inner_words, content='', columnsize=0, prefix='1 2 3', "
    "tokenize='unicode61 remove_diacritics 0')"
)
_FIND = "SELECT rowid FROM paragraph WHERE paragraph MATCH ? LIMIT ?"


class SearchIndex:
    """Paragraphs by number. Words given are folded already; what folds alike is found alike."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=OFF")
        self._connection.execute(_SCHEMA)

    def add(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Take paragraphs in: number, folded text, and the inner words of its words separated by blanks."""
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO paragraph(rowid, words, inner_words) VALUES (?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def settle(self) -> None:
        """Bring the index into its fastest shape, once everything is in."""
        self._connection.execute("INSERT INTO paragraph(paragraph) VALUES ('optimize')")

    def find(self, terms: Sequence[Sequence[str]], limit: int) -> list[int]:
        """The numbers of paragraphs that hold every term: whole words as written first, then those behind prefixes, then
        words that only begin so («الجم» finds «الجمعية»); each group in the order of the dossier.

        A term is a sequence of words that stand in a row; its last word may go on. Ranking by bm25 instead takes 40 ms
        for a word of every second paragraph; this takes one, and an editor knows what to expect.
        """
        found: dict[int, None] = {}
        for asked in _asked([term for term in terms if term]):
            found.update((row[0], None) for row in self._connection.execute(_FIND, (asked, limit)))
            if len(found) >= limit:
                break
        return list(found)[:limit]

    def close(self) -> None:
        """Give the memory back; an index nobody holds any more does so by itself."""
        self._connection.close()

    __del__ = close


def _asked(terms: Sequence[Sequence[str]]) -> tuple[str, ...]:
    if not terms:
        return ()
    exact = " AND ".join(_quoted(term) for term in terms)
    begun = " AND ".join(f"{_quoted(term)} *" for term in terms)
    return f"words : ({exact})", exact, begun


def _quoted(term: Sequence[str]) -> str:
    return " + ".join('"' + word.replace('"', '""') + '"' for word in term)
