"""How is it said? Codes and arguments become sentences, days become dates, in Arabic or English."""

from timeline_app.wording.speaker import Wording

__all__ = ["Wording"]
