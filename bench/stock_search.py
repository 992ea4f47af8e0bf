"""The theme's own search over the same pages, asked as a reader asks it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.search.weight import size
from tests.support.site import build, copy_project

_PARTS = re.compile(r"search_index\.json|/workers/search|/lunr/")
# What the theme's worker answers, before the theme draws it: pages, each with its sections.
_LISTEN = """window.Worker = class extends Worker {
    constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
            if (data.type === 3) answered(data.data.items.map(([page]) => page.location));
        });
    }
};"""
_ASK = """query => new Promise(resolve => {
    window.answered = resolve;
    const input = document.querySelector(".md-search__input");
    input.value = query;
    input.dispatchEvent(new KeyboardEvent("keyup"));
})"""


def build_stock(folder: Path) -> Path:
    """Build the site with the theme's search in the place of ours, and return its folder."""
    project = copy_project(folder / "project")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace("plugins:\n", "plugins:\n  search: {lang: [fr, en]}\n")
    text = text.replace("  - hooks/search.py\n", "")
    config.write_text(text, encoding="utf-8")
    (project / "overrides/partials/find.html").write_text("")
    result = build(project, folder / "site")
    if result.returncode:
        raise SystemExit(f"the site with the theme’s search cannot be built:\n{result.stderr}")
    return folder / "site"


def ask_stock(
    browser: Browser, address: str, site: Path, queries: list[str]
) -> tuple[dict[str, list[str]], int]:
    """Return the pages that each query finds, and the bytes that the first one loads."""
    page = browser.new_page()
    page.add_init_script(_LISTEN)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    with page.expect_response(lambda response: response.url.endswith("search_index.json")):
        page.goto(address)
    page.locator(".md-search__input").click()
    page.locator(".md-nav__title, .md-search-result__meta").first.wait_for()
    found = {query: page.evaluate(_ASK, query) for query in queries}
    page.close()
    parts = {url for url in loaded if _PARTS.search(url)}
    root = urlsplit(address).path.split("/")[1]
    files = [site / unquote(urlsplit(url).path).removeprefix(f"/{root}/") for url in parts]
    return found, sum(size(file) for file in files)
