"""Where do the program's own files lie: in a checkout, an installed wheel, or a frozen bundle?"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds ``resources`` and ``seeds``."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    return package / "data" if (package / "data" / "resources").is_dir() else package.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder under ``resources``; it need not exist."""
    return root().joinpath("resources", *parts)


def seeds() -> Path:
    """The folder of the sample dossier's articles."""
    return root() / "seeds"
