"""The workflows: pinned, with no more rights than they need."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.site import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
RIGHTS: dict[str, dict[str, dict[str, str]]] = {
    "ci.yml": {},
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
}


def load(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe", pure=True).load(file)
    return content


def test_the_workflows_are_those_expected() -> None:
    assert [file.name for file in WORKFLOWS] == sorted(RIGHTS)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit_with_their_tag(file: Path) -> None:
    uses = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_rights_are_the_least(file: Path) -> None:
    workflow = load(file)
    assert workflow["permissions"] == {"contents": "read"}
    granted = {
        name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job
    }
    assert granted == RIGHTS[file.name]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_the_whole_suite_runs_before_anything_is_published(file: Path) -> None:
    jobs = load(file)["jobs"]
    testing = [
        n for n, job in jobs.items() if any(s.get("run") == "make test" for s in job["steps"])
    ]
    assert testing == ["build" if "deploy" in jobs else "test"]
    if "deploy" in jobs:
        assert jobs["deploy"]["needs"] == "build"


def test_publishing_runs_from_main_only_and_one_at_a_time() -> None:
    workflow = load(ROOT / ".github/workflows/publish.yml")
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert workflow["concurrency"]["group"]


def test_ci_runs_on_pull_requests() -> None:
    assert "pull_request" in load(ROOT / ".github/workflows/ci.yml")["on"]
