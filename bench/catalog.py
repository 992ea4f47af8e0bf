"""How the catalog grows: its build, the first view of its page, a keystroke in its search."""

import sys
import tempfile
import time
from pathlib import Path

from bench.keystrokes import time_keystrokes
from bench.made_catalog import make_catalog
from tests.support.first_view import first_view
from tests.support.site import ROOT, Site, build, copy_project

SIZES = (253, 2500, 11000)
"""Models: what the project has, a tenfold, and Microsoft's own count."""


def main() -> None:
    """Print, for each size, what the whole project's build makes of it."""
    print("Catalog: made models through the project's own build, both languages")
    print(f"{'models':>6} {'build':>8} {'a model':>9} {'first view':>11} {'keystroke':>10}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder, "project"))
            make_catalog(ROOT / "data" / "catalog", project / "data" / "catalog", size)
            site = Path(folder, "site")
            seconds = _built(project, site)
            page = (site / "catalogue" / "index.html").read_text(encoding="utf-8")
            weight = sum(first_view(Site(site), page, "fr").values()) / 1000
            keystroke = time_keystrokes(site)
            if size == SIZES[0]:
                first = seconds
            growth = (seconds - first) / (size - SIZES[0]) * 1000 if size > SIZES[0] else None
            told = f"{growth:.1f} ms" if growth is not None else "-"
            print(f"{size:>6} {seconds:>6.1f} s {told:>9} {weight:>8.1f} kB {keystroke:>7.0f} ms")


def _built(project: Path, site: Path) -> float:
    start = time.perf_counter()
    result = build(project, site)
    if result.returncode:
        sys.exit(f"the build failed:\n{result.stderr}")
    return time.perf_counter() - start
