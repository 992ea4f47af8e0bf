"""Measure the catalog as it grows: its build, its first view, a keystroke in its search."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page
from tqdm import tqdm

from bench.made_catalog import grow_catalog
from bench.traffic import record_files
from publishing.chromium import browsing
from publishing.pages_server import serve, transfer_size
from publishing.project import build, copy_project

SIZES = (0, 1000)
"""Models: the project's own, and about four times as many."""
KEYS = [*"gpt41", *["Backspace"] * 5] * 2
"""Twenty keystrokes: from all models to few, and back."""

_RECORD = Path(__file__).with_name("record-keys.js").read_text(encoding="utf-8")


def main() -> None:
    """Print what the project's build makes of each size, and the ratio to the project's own."""
    print("Catalog: models in both languages, built by the project")
    print(
        f"{'models':>6} {'build':>8} {'ratio':>6} {'first view':>11} {'keystroke':>10} {'ratio':>6}"
    )
    rows: list[tuple[float, float]] = []
    bar = tqdm(SIZES, desc="catalog", leave=False)
    for size in bar:
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder, "project"))
            models = grow_catalog(project / "data" / "catalog", size)
            site = Path(folder, "site")
            seconds = _build(project, site)
            kilobytes, keystroke = _visit(site)
        rows.append((seconds, keystroke))
        slower, laggier = (now / own for now, own in zip(rows[-1], rows[0], strict=True))
        bar.write(
            f"{models:>6} {seconds:>6.1f} s {slower:>6.1f} {kilobytes:>8.1f} kB"
            f" {keystroke:>7.0f} ms {laggier:>6.1f}"
        )


def _build(project: Path, site: Path) -> float:
    start = time.perf_counter()
    result = build(project, site)
    if result.returncode:
        sys.exit(f"the build failed:\n{result.stderr}")
    return time.perf_counter() - start


def _visit(site: Path) -> tuple[float, float]:
    """Return the first view of the French page in kilobytes, and a keystroke in milliseconds."""
    with serve(site) as address, browsing() as browser:
        page = browser.new_page(bypass_csp=True)  # wait_for_function evaluates strings
        files = record_files(page, site, address)
        page.goto(f"{address}catalogue/", wait_until="networkidle")
        return sum(map(transfer_size, files)) / 1000, _keystroke(page)


def _keystroke(page: Page) -> float:
    """Return the median of KEYS in the search of the open catalog, in milliseconds."""
    find = page.locator(".catalog__find input")
    find.press("g")  # the first key also loads and prepares; it is not measured
    page.wait_for_function("document.querySelector('.catalog__spoken').textContent")
    find.press("Backspace")
    page.evaluate(_RECORD)
    for number, key in enumerate(KEYS, start=1):
        page.keyboard.press(key)
        page.wait_for_function("number => times.length === number", arg=number)
    times: list[float] = page.evaluate("times")
    return median(times)
