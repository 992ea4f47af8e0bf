"""The icons: those that browsers and phones ask for, drawn from the mark as it is now."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from dossier.locales import LOCALES, Locale, site_path
from publishing.icons import ICONS, MARK, TARGET, draw_icons
from tests.browser.visits import PAGES
from tests.support.site import ROOT, SITE_URL, Site, first


@pytest.fixture(scope="module")
def drawn(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    assert len(list(draw_icons(browser, ROOT / MARK, folder))) == len(ICONS)
    return folder


@pytest.mark.parametrize("name", ICONS)
def test_the_icons_are_those_of_the_mark(name: str, drawn: Path) -> None:
    with Image.open(drawn / name) as now, Image.open(ROOT / TARGET / name) as kept:
        size = ICONS[name][0]
        assert now.size == kept.size == (size, size)
        difference = ImageChops.difference(now.convert("RGB"), kept.convert("RGB"))
    # Another Chromium may smooth edges in another way.
    assert max(ImageStat.Stat(difference).mean) < 2, "the mark has changed: run make icons"


def test_a_maskable_icon_can_be_cut_to_a_circle() -> None:
    with Image.open(ROOT / TARGET / "maskable-512.png") as icon:
        image = icon.convert("RGB")
    paper = image.getpixel((0, 0))
    outside = [
        image.getpixel((x, y))
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
    ]
    assert set(outside) == {paper}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_manifest_is_in_its_language_and_its_icons_are_there(
    locale: Locale, site: Site
) -> None:
    path = site_path(locale, "manifest.webmanifest")
    manifest: dict[str, Any] = json.loads((site.folder / path).read_text(encoding="utf-8"))
    assert manifest["lang"] == locale
    assert manifest["name"] == {"fr": "Grok sur Azure", "en": "Grok on Azure"}[locale]
    assert urljoin(SITE_URL + path, manifest["start_url"]) == SITE_URL + site_path(locale, "")
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    assert "maskable" in {icon["purpose"] for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        file = urljoin(SITE_URL + path, icon["src"]).removeprefix(SITE_URL)
        assert (site.folder / file).is_file()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_names_them(path: str, site: Site) -> None:
    page = site.html(path)
    locale: Locale = "en" if path.startswith("en/") else "fr"
    for selector, target in (
        ("link[rel=manifest]", site_path(locale, "manifest.webmanifest")),
        ("link[rel=apple-touch-icon]", "assets/icons/apple-touch-icon.png"),
        ("link[rel=icon]", "assets/favicon.svg"),
    ):
        href = first(page, selector).attributes["href"] or ""
        assert urljoin(SITE_URL + path, href) == SITE_URL + target
