"""What `python -m dossier` prints for other programs."""

import subprocess
import sys
from pathlib import Path

from dossier.evidence.claims import load_claims
from tests.support.commands import run
from tests.support.site import ROOT
from tests.support.small import small_project


def test_every_source_is_listed_with_its_address() -> None:
    code, output, _ = run(ROOT, "addresses")
    listed = dict(line.split("\t") for line in output.splitlines())
    sources = load_claims(ROOT / "data")[1]
    assert code == 0
    assert listed == {key: source.url for key, source in sources.items() if source.url}
    assert 0 < len(listed) < len(sources)


def test_bad_data_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    """The only command that runs in a process of its own: see tests.support.commands."""
    project = small_project(tmp_path / "project")
    sources = project / "data/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("  lang: en\n", "", 1))
    command = [sys.executable, "-m", "dossier", "addresses"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "data/sources.yml:1: xai-2025-05-16 has no field “lang”: add it\n"
