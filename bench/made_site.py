"""Make complete sites of any size: two languages, a menu, sections, a sitemap."""

from pathlib import Path

URL = "https://owner.github.io/made/"
_MENU = 40
_SECTIONS = 12


def make_site(folder: Path, pages: int) -> None:
    """Write a site of `pages` pages, half of them in each language, into `folder`."""
    names = [f"page-{number:05}/" for number in range(1, pages // 2)]
    addresses = [f"{root}{name}" for root in ("", "en/") for name in ("", *names)]
    for number, address in enumerate(addresses):
        file = folder / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        menu = [addresses[(number + step) % len(addresses)] for step in range(1, _MENU + 1)]
        file.write_text(_page(address, menu))
    (folder / "site.css").write_text("body { color: black }")
    (folder / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + "".join(f"<url><loc>{URL}{address}</loc></url>\n" for address in addresses)
        + "</urlset>"
    )


def _page(address: str, menu: list[str]) -> str:
    up = "../" * address.count("/")
    links = "\n".join(f'<li><a href="{up}{other}#section-3">{other}</a></li>' for other in menu)
    sections = "\n".join(
        f'<h2 id="section-{n}">Section {n}<a href="#section-{n}">#</a></h2>\n'
        f"<p>{'A sentence of the page, as long as most of them are. ' * 12}</p>"
        for n in range(_SECTIONS)
    )
    return (
        f'<!doctype html>\n<html lang="{"en" if address.startswith("en/") else "fr"}">\n<head>\n'
        f'<title>{address}</title>\n<link rel="canonical" href="{URL}{address}">\n'
        f'<link rel="stylesheet" href="{up}site.css">\n</head>\n<body>\n<ul>\n{links}\n</ul>\n'
        f"{sections}\n</body>\n</html>\n"
    )
