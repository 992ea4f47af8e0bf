"""The GitHub workflows: actions pinned, minimal permissions, one issue or request per subject."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.site import ROOT
from tests.support.tables import read_table

FOLDER = ROOT / ".github/workflows"
TABLE = read_table("publishing/workflows.yml")
PERMISSIONS: dict[str, dict[str, dict[str, str]]] = TABLE["permissions"]
CHECKS = {"canary.yml": "code != '0'", "links.yml": "gone == 'true'"}
"""Workflows that open an issue, with what of their check they do it for."""


EACH = pytest.mark.parametrize("name", PERMISSIONS)


def load(name: str) -> dict[str, Any]:
    # The base loader: the key `on` is a boolean to the others.
    text = (FOLDER / name).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return content


def steps(name: str) -> list[dict[str, Any]]:
    """Return the steps of the first job."""
    return list(next(iter(load(name)["jobs"].values()))["steps"])


def test_every_workflow_is_known_here() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(PERMISSIONS)


@EACH
def test_actions_are_pinned_by_commit_with_their_tag(name: str) -> None:
    uses = re.findall(r"uses: *(.*)", (FOLDER / name).read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@EACH
def test_permissions_are_minimal_and_the_token_is_not_kept(name: str) -> None:
    workflow = load(name)
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"].items()
    granted = {name: job["permissions"] for name, job in jobs if "permissions" in job}
    assert granted == PERMISSIONS[name]
    checkout = steps(name)[0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {"persist-credentials": "false"}


@EACH
def test_every_job_has_a_timeout_and_every_workflow_a_concurrency_group(name: str) -> None:
    workflow = load(name)
    assert all(0 < int(job["timeout-minutes"]) <= 45 for job in workflow["jobs"].values())
    assert workflow["concurrency"]["group"]
    # Only a pull request has a newer run that answers for an older one.
    cancels = "true" if name == "ci.yml" else "false"
    assert workflow["concurrency"]["cancel-in-progress"] == cancels


def test_the_whole_suite_runs_before_anything_is_published() -> None:
    testing = [
        f"{name}: {job}"
        for name in PERMISSIONS
        for job, content in load(name)["jobs"].items()
        if any("make test" in step.get("run", "") for step in content["steps"])
    ]
    assert testing == ["canary.yml: upgrade", "ci.yml: test", "publish.yml: build"]
    runs = [step.get("run") for step in steps("publish.yml")]
    assert runs.index("make test") < runs.index("make build")
    assert load("publish.yml")["jobs"]["deploy"]["needs"] == "build"


def test_pull_requests_are_tested_on_the_oldest_supported_python_and_a_newer_one() -> None:
    workflow = load("ci.yml")
    assert "pull_request" in workflow["on"]
    strategy = workflow["jobs"]["test"]["strategy"]
    assert strategy == {"fail-fast": "false", "matrix": {"python": ["3.11", "3.13"]}}
    assert steps("ci.yml")[1]["with"] == {"python-version": "${{ matrix.python }}"}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={strategy["matrix"]["python"][0]}"' in project


def test_publishing_runs_from_main_only_with_the_addresses_of_site_and_repository() -> None:
    assert load("publish.yml")["on"]["push"] == {"branches": ["main"]}
    [environment] = [s["env"] for s in steps("publish.yml") if s.get("run") == "make build"]
    assert environment == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "REPOSITORY_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


@pytest.mark.parametrize("name", CHECKS)
def test_weekly_checks_update_one_issue_and_fail_after_it(name: str) -> None:
    workflow = load(name)
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    [schedule] = workflow["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    *_, check, find, write, fail = steps(name)
    assert check["id"] == "check"
    assert find["if"] == write["if"] == f"steps.check.outputs.{CHECKS[name]}"
    assert write["with"]["issue-number"] == "${{ steps.issue.outputs.number }}"
    # The label finds the issue that an earlier run opened.
    assert f"--label {write['with']['labels']} " in find["run"]
    assert f"> {write['with']['content-filepath']}" in check["run"]
    assert (fail["run"], fail["env"]["CODE"]) == ('exit "$CODE"', "${{ steps.check.outputs.code }}")
    assert "if" not in fail


def run_check(name: str, make: str, folder: Path) -> str:
    """Run the workflow's check with a `make` of that script; return the outputs of the step."""
    (check,) = (step for step in steps(name) if step.get("id") == "check")
    script = folder / "make"
    script.write_text(f"#!/bin/sh\n{make}\n")
    script.chmod(0o755)
    environment = {"GITHUB_OUTPUT": "outputs", "RUN": "https://example.com/run"}
    environment["PATH"] = f"{folder}:{os.environ['PATH']}"
    # As GitHub runs a step: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
    options = ["-eo", "pipefail"] if check.get("shell") == "bash" else ["-e"]
    command = ["bash", *options, "-c", check["run"]]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return (folder / "outputs").read_text()


@pytest.mark.parametrize(("name", "make", "outputs"), TABLE["checks"])
def test_a_check_fails_with_its_commands(
    name: str, make: str, outputs: str, tmp_path: Path
) -> None:
    assert run_check(name, make, tmp_path) == outputs


def test_the_canary_reports_the_versions_that_changed_and_the_end_of_the_log(
    tmp_path: Path,
) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.com"]
    lock = tmp_path / "requirements.lock"
    lock.write_text("markdown==3.11.3 \\\n    --hash=sha256:00\n")
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run([*git, *command], check=True)
    renew = "printf 'markdown==3.12 \\\\\\n    --hash=sha256:01\\n' > requirements.lock"
    run_check("canary.yml", f'[ "$1" = lock ] && {renew} && exit; echo 1 failed; exit 1', tmp_path)
    report = (tmp_path / "canary.md").read_text()
    assert "https://example.com/run" in report
    assert "-markdown==3.11.3" in report
    assert "+markdown==3.12" in report
    assert "sha256" not in report
    assert report.endswith("```text\n1 failed\n```\n")


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.com"]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("make", "code", "number", "commands"),
    [
        ("true", "0", "", []),
        ("echo 1 of 12 not read; exit 1", "1", "", []),
        ("echo changed; echo x > data/new.csv", "0", "", ["pr list", "pr create", "workflow run"]),
        ("echo changed; echo x > data/new.csv", "0", "7", ["pr list", "pr edit 7", "workflow run"]),
        ("echo x > data/new.csv; exit 1", "1", "", ["pr list", "pr create", "workflow run"]),
    ],
    ids=["nothing new", "not read", "new", "new again", "new and not all read"],
)
def test_a_refresh_opens_one_pull_request_with_the_changes_in_words(
    make: str, code: str, number: str, commands: list[str], tmp_path: Path
) -> None:
    origin, folder = tmp_path / "origin.git", tmp_path / "site"
    subprocess.run(["git", "init", "--quiet", "--bare", str(origin)], check=True)
    (folder / "data").mkdir(parents=True)
    (folder / "data/old.csv").write_text("x\n")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "x")
    git(folder, "remote", "add", "origin", str(origin))
    outputs = run_check("catalog.yml", make, folder)
    changed = "x >" in make
    assert outputs == f"code={code}\n" + "changed=true\n" * changed
    *_, check, request, fail = steps("catalog.yml")
    assert (check["id"], request["if"]) == ("check", "steps.check.outputs.changed == 'true'")
    assert (fail["run"], fail["env"]["CODE"]) == ('exit "$CODE"', "${{ steps.check.outputs.code }}")
    if not changed:
        return
    gh = folder / "gh"
    gh.write_text(f'#!/bin/sh\necho "$@" >> gh.log\n[ "$2" != list ] || echo "{number}"\n')
    gh.chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "TITLE": request["env"]["TITLE"]}
    environment["HOME"] = str(tmp_path)
    subprocess.run(["bash", "-e", "-c", request["run"]], cwd=folder, env=environment, check=True)
    calls = (folder / "gh.log").read_text().splitlines()
    assert [call.startswith(one) for call, one in zip(calls[1:], commands, strict=True)] == [
        True
    ] * len(commands)
    assert "--body-file report.md" in calls[2]
    assert (folder / "report.md").read_text() == "changed\n" * ("echo changed" in make)
    # Only the data are in the commit, and it starts from main.
    assert git(origin, "diff", "--name-only", "catalog-refresh~", "catalog-refresh").split() == [
        "data/new.csv"
    ]


def test_the_refresh_is_weekly_and_its_request_is_tested() -> None:
    workflow = load("catalog.yml")
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", workflow["on"]["schedule"][0]["cron"])
    assert "workflow_dispatch" in load("ci.yml")["on"]
