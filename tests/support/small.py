"""A small project, complete and valid, for tests that break one thing in it."""

import shutil
from pathlib import Path

from tests.support.site import ROOT


def small_project(target: Path) -> Path:
    """Write the small project into `target`, with the code and the words of the real one."""
    shutil.copytree(ROOT / "tests/content/small", target)
    for name in ("wording.yml", "catalog/downloads.yml"):
        shutil.copy(ROOT / "data" / name, target / "data" / name)
    for name in ("dossier", "hooks", "overrides", "publishing", "mkdocs.yml"):
        (target / name).symlink_to(ROOT / name)
    return target
