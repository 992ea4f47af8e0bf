"""Made sites, as large as one likes and whole: two languages, a menu, sections, a sitemap."""

from pathlib import Path

URL = "https://owner.github.io/made/"
_MENU = 40
_SECTIONS = 12


def make_site(folder: Path, pages: int) -> None:
    """Write a site of `pages` pages, half of them in each language, into `folder`."""
    names = [f"page-{number:05}" for number in range(pages // 2)]
    (folder / "site.css").parent.mkdir(parents=True, exist_ok=True)
    (folder / "site.css").write_text("body { color: black }")
    for number, name in enumerate(names):
        near = [names[(number + step) % len(names)] for step in range(1, _MENU + 1)]
        for locale, root in (("fr", ""), ("en", "en/")):
            target = folder / root / name / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_page(name, near, locale, root))
    (folder / "index.html").write_text(_home(names))
    entries = [f"{root}{name}/" for name in names for root in ("", "en/")]
    (folder / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        + "".join(f"<url><loc>{URL}{entry}</loc></url>\n" for entry in ["", *entries])
        + "</urlset>"
    )


def _page(name: str, near: list[str], locale: str, root: str) -> str:
    up = "../" * (1 + root.count("/"))
    menu = "\n".join(f'<li><a href="../{other}/#section-3">{other}</a></li>' for other in near)
    sections = "\n".join(
        f'<h2 id="section-{n}">Section {n}<a href="#section-{n}">#</a></h2>\n'
        f"<p>{'A sentence of the page, as long as most of them are. ' * 12}</p>"
        for n in range(_SECTIONS)
    )
    return (
        f'<!doctype html>\n<html lang="{locale}">\n<head>\n<title>{name}</title>\n'
        f'<link rel="canonical" href="{URL}{root}{name}/">\n'
        f'<link rel="stylesheet" href="{up}site.css">\n</head>\n<body>\n<ul>\n{menu}\n</ul>\n'
        f'<a href="{up}">Home</a>\n{sections}\n</body>\n</html>\n'
    )


def _home(names: list[str]) -> str:
    links = "\n".join(
        f'<a href="{root}{name}/">{name}</a>' for name in names for root in ("", "en/")
    )
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n<link rel="canonical" href="{URL}">\n'
        f"</head>\n<body>\n{links}\n</body>\n</html>\n"
    )
