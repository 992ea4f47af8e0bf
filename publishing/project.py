"""Build the project, or a changed copy of it, into any folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def copy_project(target: Path) -> Path:
    """Copy what a build reads into `target`, to be changed there, and return `target`."""
    for name in ("data", "docs", "dossier", "hooks", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def build(
    project: Path, target: Path, site_url: str | None = None, repository_url: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the build of `make build` in `project`, into `target`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for name, value in (("SITE_URL", site_url), ("REPOSITORY_URL", repository_url)):
        environment.pop(name, None)
        if value:
            environment[name] = value
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
