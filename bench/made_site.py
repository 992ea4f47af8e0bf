"""Make complete sites of any size: two languages, a menu, sections, a sitemap."""

from pathlib import Path

from jinja2 import Template

URL = "https://owner.github.io/made/"
_MENU = 40
_PAGE = Template(
    Path(__file__).with_name("made-site.html").read_text(encoding="utf-8"), trim_blocks=True
)


def make_site(folder: Path, pages: int) -> None:
    """Write a site of `pages` pages, half of them in each language, into `folder`."""
    names = [f"page-{number:05}/" for number in range(1, pages // 2)]
    addresses = [f"{root}{name}" for root in ("", "en/") for name in ("", *names)]
    for number, address in enumerate(addresses):
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        menu = [addresses[(number + step) % len(addresses)] for step in range(1, _MENU + 1)]
        up = "../" * address.count("/")
        file.write_text(_PAGE.render(address=address, url=URL, up=up, menu=menu))
    (folder / "site.css").write_text("body { color: black }")
    (folder / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + "".join(f"<url><loc>{URL}{address}</loc></url>\n" for address in addresses)
        + "</urlset>"
    )
