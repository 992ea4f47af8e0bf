"""The workflows: pinned, with no more rights than they need."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.site import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
RIGHTS: dict[str, dict[str, dict[str, str]]] = {
    "ci.yml": {},
    "links.yml": {"external": {"contents": "read", "issues": "write"}},
    "publish.yml": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
}


def load(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
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
    assert testing == {"ci.yml": ["test"], "links.yml": [], "publish.yml": ["build"]}[file.name]
    if "deploy" in jobs:
        assert jobs["deploy"]["needs"] == "build"


def test_publishing_runs_from_main_only_and_one_at_a_time() -> None:
    workflow = load(ROOT / ".github/workflows/publish.yml")
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert workflow["concurrency"]["group"]


def test_links_are_checked_weekly_and_the_issue_comes_before_the_failure() -> None:
    workflow = load(ROOT / ".github/workflows/links.yml")
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    *_, check, find, write, fail = workflow["jobs"]["external"]["steps"]
    assert find["if"] == write["if"] == "steps.check.outputs.gone == 'true'"
    assert write["with"]["issue-number"] == "${{ steps.issue.outputs.number }}"
    # It is found again by the label that it is given.
    assert f"--label {write['with']['labels']} " in find["run"]
    assert (fail["run"], fail["env"]) == (
        'exit "$CODE"',
        {"CODE": "${{ steps.check.outputs.code }}"},
    )
    assert check["id"] == "check"


@pytest.mark.parametrize(
    ("makes", "outputs"),
    [
        ("echo table", "code=0\n"),
        ("echo table; exit 2", "code=2\ngone=true\n"),
        ("exit 2", "code=2\n"),
    ],
)
def test_a_failure_without_a_table_writes_no_issue(
    makes: str, outputs: str, tmp_path: Path
) -> None:
    steps = load(ROOT / ".github/workflows/links.yml")["jobs"]["external"]["steps"]
    (script,) = (step["run"] for step in steps if step.get("id") == "check")
    make = tmp_path / "make"
    make.write_text(f"#!/bin/sh\n{makes}\n")
    make.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_OUTPUT": "outputs"}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "outputs").read_text() == outputs


def test_publishing_tells_the_build_where_the_site_and_the_repository_stand() -> None:
    steps = load(ROOT / ".github/workflows/publish.yml")["jobs"]["build"]["steps"]
    [environment] = [step["env"] for step in steps if step.get("run") == "make build"]
    assert environment == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "REPOSITORY_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


def test_ci_runs_on_pull_requests() -> None:
    assert "pull_request" in load(ROOT / ".github/workflows/ci.yml")["on"]
