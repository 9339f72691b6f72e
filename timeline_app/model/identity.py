"""By which names do values refer to each other? Opaque strings, one type for each thing."""

from __future__ import annotations

from typing import NewType

ArticleId = NewType("ArticleId", str)
MentionId = NewType("MentionId", str)
EventId = NewType("EventId", str)
ContradictionId = NewType("ContradictionId", str)
DecisionId = NewType("DecisionId", str)
