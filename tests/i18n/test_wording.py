"""The interface speaks the page's language."""

import re

import pytest

from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.wording import used_words
from tests.support.site import ROOT, Site

WORDS = {
    "fr": ["Retour à l’appel de note", "Lien vers cette section", "Apparence"],
    "en": ["Back to reference", "Link to this section", "Appearance"],
}


@pytest.mark.parametrize("locale", LOCALES)
def test_titles_and_labels_follow_the_language(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "incident/")).html or ""
    other = next(lang for lang in LOCALES if lang != locale)
    assert [word for word in WORDS[locale] if word not in html] == []
    assert [word for word in WORDS[other] if word in html] == []


def test_every_word_is_used() -> None:
    used = " ".join(
        file.read_text(encoding="utf-8")
        for folder in ("dossier/rendering/templates", "overrides", "hooks", "dossier", "publishing")
        for file in (ROOT / folder).rglob("*.*")
        if file.suffix in (".html", ".py")
    )
    named = set(re.findall(r"""["']([a-z-]+)["']|\bt\.([a-z-]+)""", used))
    names = {name for pair in named for name in pair} | set(used_words(ROOT))
    prefixes = tuple(re.findall(r'"([a-z]+-)" ~', used))
    idle = [key for key in load(ROOT).wording if key not in names and not key.startswith(prefixes)]
    assert idle == []
