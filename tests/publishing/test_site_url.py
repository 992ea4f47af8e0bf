"""A fork publishes without an edit: SITE_URL alone sets its address."""

from pathlib import Path

from publishing.project import build
from tests.support.site import ROOT, SITE_URL, Site

ELSEWHERE = "https://someone.github.io/elsewhere/"


def test_the_default_address_is_gone(tmp_path: Path, site: Site) -> None:
    result = build(ROOT, tmp_path, site_url=ELSEWHERE.rstrip("/"))  # MkDocs adds the slash
    assert result.returncode == 0, result.stderr
    texts = {
        str(file.relative_to(tmp_path)): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file()
    }
    left = [name for name, text in texts.items() if b"grok-azure" in text or b"example.git" in text]
    assert left == []
    # Each URL of the default site has its counterpart.
    default = (site.folder / "en/incident/index.html").read_text(encoding="utf-8")
    moved = texts["en/incident/index.html"].decode()
    assert moved.count(ELSEWHERE) == default.count(SITE_URL) > 0
    assert texts["404.html"].decode().count('"/elsewhere/') > 0
