"""Draw the site's icons from its mark, docs/assets/favicon.svg.

In the colors of the light scheme: an icon on a home screen cannot follow the color scheme.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from publishing.rendering import template

MARK = Path("docs/assets/favicon.svg")
TARGET = Path("docs/assets/icons")
ICONS = {
    # Name: size in pixels, and the share of it that the mark takes. A maskable icon is cut to a
    # circle of 80 % (W3C, Web Application Manifest, 5.8); iOS rounds the corners.
    "icon-192.png": (192, 0.75),
    "icon-512.png": (512, 0.75),
    "maskable-512.png": (512, 0.5),
    "apple-touch-icon.png": (180, 0.65),
}


def draw_icons(browser: Browser, mark: Path, target: Path) -> Iterator[Path]:
    """Write the icons into `target` and yield each file when it is written."""
    target.mkdir(parents=True, exist_ok=True)
    svg = mark.read_text(encoding="utf-8")
    for name, (size, share) in ICONS.items():
        viewport = {"width": size, "height": size}
        with browser.new_context(viewport=viewport, color_scheme="light") as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.set_content(template("icon.html").render(mark=svg, share=share))
            page.screenshot(path=target / name)
        yield target / name
