"""Measure how well and how lightly the search answers, beside the theme's on the same pages."""

import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import Browser, Page
from tqdm import tqdm

from bench.made_pages import add_pages
from bench.stock_search import stock_search, stock_weight
from bench.traffic import record_files
from dossier.locales import LOCALES, Locale, site_path
from dossier.search.bundle import write_search
from dossier.search.records import SearchRecord, read_records
from publishing.chromium import browsing
from publishing.pages_server import serve, transfer_size
from publishing.project import ROOT, build

PAGES = 2000
"""Made pages of each language, to measure growth."""
_STEP = 6
"""One query in so many is weighed: each needs a browser that has loaded nothing."""
_ASK = Path(__file__).with_name("ask.js").read_text(encoding="utf-8")


def main() -> None:
    """Print the ranking quality, and the kilobytes of a first search, of both searches."""
    with tempfile.TemporaryDirectory() as scratch, browsing() as browser:
        site = Path(scratch, "site")
        print("Building the site", flush=True)
        result = build(ROOT, site)
        if result.returncode:
            sys.exit(f"the site cannot be built:\n{result.stderr}")
        _quality(browser, site)
        print()
        _weight(browser, site)


@cache
def _expected(locale: Locale) -> dict[str, list[str]]:
    """Return what readers type, each with the pages of which they expect one."""
    text = (ROOT / f"tests/search/queries.{locale}.yml").read_text(encoding="utf-8")
    return {query: pages for kind in yaml.safe_load(text).values() for query, pages in kind.items()}


def _open_dialog(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog.search input[name=q]").wait_for()


def _quality(browser: Browser, site: Path) -> None:
    print(f"{'Search':<8} {'queries':>8} {'success@1':>10} {'success@3':>10} {'MRR':>6}")
    with serve(site) as address, stock_search(browser, read_records(site, {})) as stock:
        for locale in LOCALES:
            home = site_path(locale, "")
            queries = tqdm(_expected(locale), desc=f"queries, {locale}", leave=False)
            page = browser.new_page()
            page.goto(address + home)
            _open_dialog(page)
            found = {query: page.evaluate(_ASK, query) for query in queries}
            _print_ranks(locale, locale, found, address + home)
            page.close()
            found = {query: stock.ask(query) for query in _expected(locale)}
            _print_ranks(f"{locale} stock", locale, found, home)
    print(f"The stock index and its scripts: {stock.weight / 1000:.0f} KB compressed")


def _print_ranks(name: str, locale: Locale, found: dict[str, list[str]], root: str) -> None:
    ranks = []
    for query, pages in _expected(locale).items():
        hits = (hit.partition("?")[0].partition("#")[0].removeprefix(root) for hit in found[query])
        ranks.append(next((rank for rank, hit in enumerate(hits, 1) if hit in pages), 0))
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    among_three = sum(0 < rank <= 3 for rank in ranks) / len(ranks)
    reciprocal = sum(1 / rank for rank in ranks if rank) / len(ranks)
    print(f"{name:<8} {len(ranks):>8} {first:>10.3f} {among_three:>10.3f} {reciprocal:>6.3f}")


def _weight(browser: Browser, site: Path) -> None:
    print(f"{'First search, KB compressed':<32} {'median':>8} {'most':>8} {'stock index':>12}")
    _print_weight("this site", browser, site, read_records(site, {}))
    for subject, other in (("one subject", 0.4), ("many subjects", 0.9)):
        grown = Path(shutil.copytree(site, site.parent / subject))
        with tqdm(total=2, desc=f"pages of {subject}, and their index", leave=False) as bar:
            records = add_pages(grown, PAGES, other)
            bar.update()
            write_search(grown, {})
            bar.update()
        _print_weight(f"and 2 x {PAGES:,} of {subject}", browser, grown, records)


def _print_weight(name: str, browser: Browser, site: Path, records: list[SearchRecord]) -> None:
    queries = [(locale, query) for locale in LOCALES for query in [*_expected(locale)][::_STEP]]
    with serve(site) as address:
        loaded = [
            _first_search(browser, site, address, locale, query)
            for locale, query in tqdm(queries, desc="first searches", leave=False)
        ]
    stock = stock_weight(records)
    print(
        f"{name:<32} {median(loaded) / 1000:>8.0f} {max(loaded) / 1000:>8.0f}"
        f" {stock / 1000:>12.0f}",
        flush=True,
    )


def _first_search(browser: Browser, site: Path, address: str, locale: Locale, query: str) -> int:
    """Return the bytes that the first search of a new reader loads."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + site_path(locale, ""), wait_until="load")
        files = record_files(page, site, address)
        _open_dialog(page)
        page.evaluate(_ASK, query)
    return sum(map(transfer_size, files))
