"""The command: ``timeline-app``."""

from __future__ import annotations


def main() -> int:
    """Run the command line; returns the exit status."""
    raise NotImplementedError


if __name__ == "__main__":
    raise SystemExit(main())
