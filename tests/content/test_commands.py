"""What `python -m dossier` tells other programs."""

import subprocess
import sys
from pathlib import Path

from dossier.evidence.claims import load_claims
from publishing.project import copy_project
from tests.support.site import ROOT


def test_the_address_of_every_source_is_told() -> None:
    result = run("addresses", ROOT)
    told = dict(line.split("\t") for line in result.stdout.splitlines())
    sources = load_claims(ROOT / "data")[1]
    assert result.returncode == 0
    assert told == {key: source.url for key, source in sources.items() if source.url}
    assert 0 < len(told) < len(sources)


def test_bad_data_is_told_and_gives_no_address(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    sources = project / "data/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("lang: en", "", 1))
    result = run("addresses", project)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("data/sources.yml:")
    assert result.stderr.endswith("afp-2025-05-17 has no field “lang”: add it\n")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
