"""A fork publishes without an edit: SITE_URL alone says where."""

from pathlib import Path

import pytest

from tests.support.site import ROOT, SITE_URL, Site, build

ELSEWHERE = "https://someone.github.io/elsewhere/"


@pytest.mark.parametrize("given", [ELSEWHERE, ELSEWHERE.rstrip("/")])
def test_no_address_of_the_default_stays(given: str, tmp_path: Path, site: Site) -> None:
    result = build(ROOT, tmp_path, site_url=given)
    assert result.returncode == 0, result.stderr
    texts = {
        str(file.relative_to(tmp_path)): file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file()
    }
    left = [name for name, text in texts.items() if b"grok-azure" in text or b"example.git" in text]
    assert left == []
    # The same site but for the address: what names one names the other.
    default = (site.folder / "en/incident/index.html").read_text(encoding="utf-8")
    moved = texts["en/incident/index.html"].decode()
    assert moved.count(ELSEWHERE) == default.count(SITE_URL) > 0
    assert texts["404.html"].decode().count('"/elsewhere/') > 0
