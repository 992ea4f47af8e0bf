"""What the README names exists."""

import os
import re

from tests.support.site import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE))
    defined = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"serve", "test", "build"} <= named <= defined


def test_the_files_of_the_readme_exist() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_ci_runs_make_test() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("exec make test")
