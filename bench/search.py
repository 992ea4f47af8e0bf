"""How well and how lightly the search answers, beside the theme's own on the same pages."""

import gzip
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.made_pages import add_pages, stock_index
from bench.stock_search import ask_stock, build_stock
from dossier.locales import LOCALES, Locale, site_path
from dossier.search.bundle import write_search
from dossier.search.records import Record, read_records
from publishing import chromium
from tests.github_pages import serve
from tests.search.asking import Answer, ask, open_search, paths
from tests.search.test_queries import expected
from tests.search.weight import first_search
from tests.support.site import ROOT, build

PAGES = 2000
"""Made pages of each language, for the measure of growth."""
_STEP = 6
"""One in so many queries is weighed: each needs a browser that has loaded nothing."""


def main() -> None:
    """Print what is found first, and the kilobytes of a first search, on both sides."""
    executable = chromium.locate()
    if not executable:
        raise SystemExit(chromium.WAYS)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        result = build(ROOT, folder / "site")
        if result.returncode:
            raise SystemExit(f"the site cannot be built:\n{result.stderr}")
        stock = build_stock(folder / "stock")
        arguments = list(chromium.ARGUMENTS)
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        _quality(browser, folder / "site", stock)
        _weight(browser, folder / "site")
        browser.close()


def _quality(browser: Browser, site: Path, stock: Path) -> None:
    print(f"{'Search':<8} {'queries':>8} {'success@1':>10} {'success@3':>10} {'MRR':>6}")
    with serve(site) as ours, serve(stock) as theirs:
        for locale in LOCALES:
            root = site_path(locale, "")
            page = browser.new_page()
            open_search(page, ours + root)
            found = {query: paths(ask(page, query), ours + root) for query in expected(locale)}
            page.close()
            _print_ranks(f"{locale}", locale, found)
            found, weight = ask_stock(browser, theirs + root, stock, list(expected(locale)))
            found = {q: paths(Answer(links, ""), root) for q, links in found.items()}
            _print_ranks(f"{locale} stock", locale, found)
    print(f"The stock index and its scripts, on this site: {weight / 1000:.0f} KB compressed")


def _print_ranks(name: str, locale: Locale, found: dict[str, list[str]]) -> None:
    ranks = []
    for query, pages in expected(locale).items():
        places = [place for place, page in enumerate(found[query], 1) if page in pages]
        ranks.append(places[0] if places else 0)
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    among_three = sum(0 < rank <= 3 for rank in ranks) / len(ranks)
    reciprocal = sum(1 / rank for rank in ranks if rank) / len(ranks)
    print(f"{name:<8} {len(ranks):>8} {first:>10.3f} {among_three:>10.3f} {reciprocal:>6.3f}")


def _weight(browser: Browser, site: Path) -> None:
    print(f"{'First search, KB compressed':<32} {'median':>8} {'most':>8} {'stock index':>12}")
    _print_weight("this site", browser, site, read_records(site, {}))
    for subject, other in (("one subject", 0.4), ("many subjects", 0.9)):
        grown = Path(shutil.copytree(site, site.parent / subject))
        records = add_pages(grown, PAGES, other)
        write_search(grown, {})
        _print_weight(f"and 2 x {PAGES:,} of {subject}", browser, grown, records)


def _print_weight(name: str, browser: Browser, site: Path, records: list[Record]) -> None:
    loaded = []
    with serve(site) as address:
        for locale in LOCALES:
            home = address + site_path(locale, "")
            queries = list(expected(locale))[::_STEP]
            loaded += [first_search(browser, home, site, query) for query in queries]
    loaded.sort()
    half, most = loaded[len(loaded) // 2] / 1000, loaded[-1] / 1000
    stock = len(gzip.compress(stock_index(records).encode(), 9)) / 1000
    print(f"{name:<32} {half:>8.0f} {most:>8.0f} {stock:>12.0f}", flush=True)
