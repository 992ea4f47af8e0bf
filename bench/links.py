"""Measure the link checker at 1,000, 5,000 and 20,000 pages, beside lychee."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from bench import peak
from bench.made_site import URL, make_site
from linkcheck.external.lychee import find_lychee

SIZES = (1_000, 5_000, 20_000)


class Cost(NamedTuple):
    """What a run took."""

    seconds: float
    megabytes: float  # peak RSS of the largest process


def main() -> None:
    """Print the seconds and the memory of each tool at each size, and the ratios to lychee."""
    jobs = os.cpu_count() or 1
    print("Link check: seconds, and peak memory of the largest process (lower is better)")
    print(
        f"{'pages':>6} {f'--jobs {jobs}':>20} {'--jobs 1':>20} {'lychee':>20}"
        f" {'time ratio':>11} {'memory ratio':>13}"
    )
    with tqdm(total=len(SIZES) * 3, desc="link check", leave=False) as bar:
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                site = Path(folder, "made")
                make_site(site, size)
                costs = []
                for command in (_linkcheck(site, jobs), _linkcheck(site, 1), _lychee(site)):
                    costs.append(_cost(command))
                    bar.update()
            cells = "".join(f"{one.seconds:>10.1f} s {one.megabytes:>6.0f} MB" for one in costs)
            slower, larger = (own / lychee for own, lychee in zip(costs[0], costs[-1], strict=True))
            bar.write(f"{size:>6} {cells} {slower:>11.2f} {larger:>13.2f}")


def _linkcheck(site: Path, jobs: int) -> list[str]:
    options = [f"--site-url={URL}", f"--jobs={jobs}", "--strict"]
    return [sys.executable, "-m", "linkcheck", str(site), *options]


def _lychee(site: Path) -> list[str]:
    return [
        find_lychee(), "--offline", "--no-progress", "--include-fragments=anchor-only", "--quiet",
        "--index-files=index.html", f"--root-dir={site.parent}",
        f"--remap={URL}(.*) {site.as_uri()}/$1", str(site),
    ]  # fmt: skip


def _cost(command: list[str]) -> Cost:
    """Return what a command takes; stop if it finds errors in the made site."""
    measured = [sys.executable, "-S", peak.__file__, *command]
    result = subprocess.run(measured, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{result.stdout}{result.stderr}")
    seconds, size = map(float, result.stderr.splitlines()[-1].split())
    return Cost(seconds, size / 1e6)
