"""The icons that browsers and phones ask for, drawn from the current mark."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from dossier.locales import LOCALES, site_path
from publishing.icons import ICONS, MARK, TARGET, draw_icons
from tests.browser.visits import PAGES, locale_of
from tests.support.each import each_reported
from tests.support.site import ROOT, SITE_URL, Site


def test_the_icons_are_drawn_from_the_mark(browser: Browser, tmp_path: Path) -> None:
    with each_reported("make icons") as at:
        for file in draw_icons(browser, ROOT / MARK, tmp_path):
            size = ICONS[file.name][0]
            with at(file.name):
                drawn, kept = Image.open(file), Image.open(ROOT / TARGET / file.name)
                assert drawn.size == kept.size == (size, size)
                difference = ImageChops.difference(drawn.convert("RGB"), kept.convert("RGB"))
                # Another version of Chromium may smooth edges differently.
                assert max(ImageStat.Stat(difference).mean) < 2
    assert {file.name for file in tmp_path.iterdir()} == set(ICONS)


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


def test_the_manifests_are_in_their_language_and_their_icons_exist(site: Site) -> None:
    for locale in LOCALES:
        path = site_path(locale, "manifest.webmanifest")
        manifest: dict[str, Any] = json.loads((site.folder / path).read_text(encoding="utf-8"))
        assert manifest["lang"] == locale
        assert manifest["name"] == {"fr": "Grok sur Azure", "en": "Grok on Azure"}[locale]
        assert urljoin(SITE_URL + path, manifest["start_url"]) == SITE_URL + site_path(locale, "")
        assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
        assert "maskable" in {icon["purpose"] for icon in manifest["icons"]}
        for icon in manifest["icons"]:
            file = urljoin(SITE_URL + path, icon["src"]).removeprefix(SITE_URL)
            assert (site.folder / file).is_file(), file


def test_every_page_links_to_manifest_and_icons(site: Site) -> None:
    with each_reported("overrides/partials/sharing.html") as at:
        for path in PAGES:
            for kind, target in (
                ("manifest", site_path(locale_of(path), "manifest.webmanifest")),
                ("apple-touch-icon", "assets/icons/apple-touch-icon.png"),
                ("icon", "assets/favicon.svg"),
            ):
                links = site.html(path).css(f"link[rel={kind}]")
                with at(path):
                    hrefs = [urljoin(SITE_URL + path, link.attributes["href"]) for link in links]
                    assert hrefs == [SITE_URL + target]
