"""Find or install the Chromium of the tests and of publishing.

Tried in order: CHROMIUM_PATH, a Chromium or Chrome on PATH, Playwright's own download and, for
root on Debian and its derivatives, the package chromium-headless-shell or else chromium. The
headless shell comes first: it needs half of Chromium's processor time for the same pages.
`python -m publishing.chromium` installs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from publishing.errors import PublishingError

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")

WAYS = (
    "a Chromium is needed: set CHROMIUM_PATH to one, put chromium or google-chrome "
    "on PATH, let `python -m playwright install chromium` download one, or run as root on Debian "
    "or Ubuntu to have the package chromium installed"
)


class NoChromiumError(PublishingError):
    """No Chromium was found; the message lists the ways to get one."""


def locate() -> Path | None:
    """Return the Chromium that is already on the machine, if any.

    Raises:
        NoChromiumError: CHROMIUM_PATH names a file that cannot be run.
    """
    if chosen := os.environ.get("CHROMIUM_PATH"):
        if not os.access(chosen, os.X_OK):
            raise NoChromiumError(f"CHROMIUM_PATH is {chosen}, which cannot be run; {WAYS}")
        return Path(chosen)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    # In its own thread: a thread can run one Playwright only.
    with ThreadPoolExecutor(1) as pool:
        own = pool.submit(_own_download).result()
    return own if own.exists() else None


def install() -> Path:
    """Return a Chromium, downloaded or installed if there is none.

    Raises:
        NoChromiumError: no way worked.
    """
    if found := locate():
        return found
    for command in _installers():
        print("No Chromium yet:", *command, flush=True)
        if subprocess.run(command, check=False).returncode == 0 and (found := locate()):
            return found
    raise NoChromiumError(WAYS)


def _own_download() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start the Chromium of this machine, yield it and close it.

    Raises:
        NoChromiumError: there is none.
    """
    executable = locate()
    if not executable:
        raise NoChromiumError(WAYS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


def _installers() -> list[list[str]]:
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install = "apt-get install -y -qq --no-install-recommends"
        either = f"{install} chromium-headless-shell || {install} chromium"
        commands.append(["sh", "-c", f"apt-get update -qq; {either}"])
    return commands


if __name__ == "__main__":
    try:
        print(f"Chromium: {install()}")
    except NoChromiumError as error:
        sys.exit(f"error: {error}")
