"""The chronology as JSON: the contract of ``extract``, with what the editor decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.exporting.registry import Chronicle, Voice


def written(chronicle: Chronicle, voice: Voice) -> bytes:  # noqa: ARG001 (JSON is for programs: no wording)
    """UTF-8, one event after another, Arabic readable."""
    return (json.dumps(chronicle.json(), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
