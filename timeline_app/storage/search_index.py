"""Which paragraphs hold these words? A full-text index over folded text, kept in memory beside the dossier.

The index holds no text: SQLite's FTS5 without content, two columns. ``words`` are the paragraph's words as written
(folded), ``inner`` those that stand in them after prefixes. So «مغرب» finds «بالمغرب» at the price of a tenth more room,
while «غرب» does not find «المغرب», as it would with trigrams.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SCHEMA = (
    "CREATE VIRTUAL TABLE paragraph USING fts5(words, inner_words, content='', prefix='2 3', "
    "tokenize='unicode61 remove_diacritics 0')"
)
# a word as it is written weighs more than one found behind a prefix
_RANKED = "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY bm25(paragraph, 4.0, 1.0) LIMIT ?"
_FIRST = "SELECT rowid FROM paragraph WHERE paragraph MATCH ? LIMIT ?"


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

    def find(self, terms: Sequence[Sequence[str]], limit: int, *, ranked: bool = True) -> list[int]:
        """The numbers of paragraphs that hold every term, best first.

        A term is a sequence of words that stand in a row; its last word may go on («الجم» finds «الجمعية»).
        """
        asked = " AND ".join(_asked(term) for term in terms if term)
        if not asked:
            return []
        return [row[0] for row in self._connection.execute(_RANKED if ranked else _FIRST, (asked, limit))]

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()


def _asked(term: Sequence[str]) -> str:
    quoted = " + ".join('"' + word.replace('"', '""') + '"' for word in term)
    return f"{quoted} *"
