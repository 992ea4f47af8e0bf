"""Chromium is looked for in the documented order, and a missing one is an error."""

import os
import subprocess
from pathlib import Path

import pytest

from publishing import chromium


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without Chromium, on which all installers fail."""
    monkeypatch.delenv("CHROMIUM_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    return tmp_path


def executable(file: Path) -> Path:
    file.touch(mode=0o755)
    return file


def test_chromium_path_comes_first(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = executable(bare_machine / "mine")
    executable(bare_machine / "chromium")
    monkeypatch.setenv("CHROMIUM_PATH", str(chosen))
    assert chromium.install() == chosen


def test_a_wrong_chromium_path_is_an_error_and_not_replaced(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable(bare_machine / "chromium")
    monkeypatch.setenv("CHROMIUM_PATH", str(bare_machine / "absent"))
    with pytest.raises(chromium.NoChromiumError, match=r"CHROMIUM_PATH is .*absent"):
        chromium.install()


def test_a_chromium_on_path_comes_second(bare_machine: Path) -> None:
    found = executable(bare_machine / "google-chrome")
    assert chromium.install() == found
    faster = executable(bare_machine / "chromium-headless-shell")
    assert chromium.install() == faster


def test_if_no_chromium_is_found_the_error_names_all_four_ways(bare_machine: Path) -> None:
    with pytest.raises(chromium.NoChromiumError) as raised:
        chromium.install()
    for way in ("CHROMIUM_PATH", "PATH", "playwright install chromium", "package chromium"):
        assert way in str(raised.value)


def test_playwright_comes_before_debian_and_only_root_uses_debian(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    executable(bare_machine / "apt-get")
    monkeypatch.setattr(chromium, "_own_download", lambda: bare_machine / "absent")
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(" ".join(command))
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(chromium.NoChromiumError):
        chromium.install()
    assert "playwright install chromium" in asked[0]
    assert "apt-get install" in asked[1]

    asked.clear()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(chromium.NoChromiumError):
        chromium.install()
    assert not any("apt-get" in command for command in asked)
