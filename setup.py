"""Puts ``resources`` and ``seeds`` into the wheel, beside the package; everything else stands in pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithData(build_py):
    """Copies the data folders to ``timeline_app/data``, where ``assets`` looks for them in an installed wheel."""

    def run(self) -> None:
        """Build as usual, then copy the data."""
        super().run()
        if not self.editable_mode:
            for folder in ("resources", "seeds"):
                self.copy_tree(folder, str(Path(self.build_lib, "timeline_app", "data", folder)))


setup(cmdclass={"build_py": BuildWithData})
