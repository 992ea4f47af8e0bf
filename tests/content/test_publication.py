"""Who publishes: from the repository's address, so that a fork needs no edit."""

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.publication import Publication
from hooks.site import publication_of
from tests.support.behind import REPOSITORY
from tests.support.site import ROOT, Site, first, plain

EACH = pytest.mark.parametrize("locale", LOCALES)
FIRST = PartialDate(2026, 11, 23)


@EACH
def test_a_fork_names_its_owner_and_its_issues(locale: Locale, site_behind: Site) -> None:
    shown = first(site_behind.html(site_path(locale, "notes/")), ".publication")
    owner = REPOSITORY.rpartition("/")[0]
    links = [link.attributes["href"] for link in shown.css("a")]
    assert links == [owner, f"{REPOSITORY}/issues"]
    assert first(shown, "a").text() == owner.rpartition("/")[2]


@EACH
def test_a_copy_without_a_repository_says_so(locale: Locale, site: Site) -> None:
    shown = first(site.html(site_path(locale, "notes/")), ".publication")
    assert shown.css("a") == []
    assert plain(load(ROOT).words(locale)["publisher-unknown"]) in plain(shown.text())


@EACH
def test_the_dates_are_those_of_the_first_publication_and_the_last_revision(
    locale: Locale, site: Site
) -> None:
    times = first(site.html(site_path(locale, "notes/")), ".publication").css("time")
    newest = max(str(page.front_matter.revised) for page in load(ROOT).pages)
    assert [time.attributes["datetime"] for time in times] == [str(FIRST), newest]


@pytest.mark.parametrize("responsible", ["", "Ada *Lovelace*"])
def test_a_person_is_named_if_the_configuration_names_one(responsible: str) -> None:
    publication = Publication("https://code.example:8443/group/sub/site", responsible, FIRST)
    assert publication.owner_address == "https://code.example:8443/group"
    place = BlockPlace(load(ROOT), "en", "notes/", [], publication)
    filled = fill_blocks("<!-- data: publication -->", place)
    assert ("Person responsible" in filled) == bool(responsible)
    assert "*" not in filled


def test_a_wrong_date_of_first_publication_is_reported() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert publication_of(config).first == FIRST
    config.extra["first_published"] = "23 novembre"
    with pytest.raises(PluginError, match=r"extra\.first_published in mkdocs\.yml: .* not a date"):
        publication_of(config)
