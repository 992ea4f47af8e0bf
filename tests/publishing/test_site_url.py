"""A fork publishes without an edit: SITE_URL alone sets every address."""

from tests.support.behind import FORK
from tests.support.site import SITE_URL, Site


def test_no_file_of_a_fork_has_the_default_address(site_behind: Site, site: Site) -> None:
    texts = {
        str(file.relative_to(site_behind.folder)): file.read_bytes()
        for file in site_behind.folder.rglob("*")
        if file.is_file()
    }
    left = [
        name for name, text in texts.items() if b"/grok-azure" in text or b"example.git" in text
    ]
    assert left == []
    # The default site and the fork name the same addresses on a page that is the same in both.
    default = (site.folder / "en/dates/index.html").read_text(encoding="utf-8")
    forked = texts["en/dates/index.html"].decode()
    assert forked.count(FORK) == default.count(SITE_URL) > 0
    assert texts["404.html"].decode().count('"/elsewhere/') > 0
