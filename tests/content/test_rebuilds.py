"""What `make serve` builds again after a change."""

from dossier.load import load
from dossier.rendering.blocks import page_inputs
from tests.support.site import ROOT


def test_a_changed_page_affects_its_translation_and_the_pages_that_read_all_texts() -> None:
    dossier = load(ROOT)
    (changed,) = (p for p in dossier.pages if (p.locale, p.path) == ("fr", "incident/"))
    affected = {p.path for p in dossier.all_pages if changed.source in page_inputs(dossier, p)}
    assert affected == {
        "incident/", "sources/claims/", "sources/contested/", "notes/corrections/", "notes/i18n/",
    }  # fmt: skip
