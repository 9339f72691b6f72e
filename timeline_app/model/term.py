"""What do the words mean before a calendar day is known? Typed terms: the only thing extraction hands to resolution."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """The base of all terms; the concrete ones follow."""
