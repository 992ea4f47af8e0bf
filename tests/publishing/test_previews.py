"""What is shown where a page is shared: its metadata, and a picture with its text."""

from io import BytesIO
from types import SimpleNamespace as Stub
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.exceptions import PluginError
from PIL import Image

from dossier.rendering.preview import SIZE, Preview, PreviewError, draw_preview
from hooks import made_files
from tests.browser.visits import PAGES, locale_of
from tests.support.each import each_reported
from tests.support.site import SITE_URL, Site, first

LARGEST = 60_000  # bytes
LOCALES = {"fr": "fr_FR", "en": "en_US"}


def metadata(site: Site, path: str) -> dict[str, str]:
    """Return the Open Graph and other metadata of a page."""
    return {
        str(meta.attributes.get("property") or meta.attributes.get("name")): str(
            meta.attributes.get("content")
        )
        for meta in site.html(path).css("meta[property], meta[name]")
    }


def test_every_page_has_its_metadata(site: Site) -> None:
    with each_reported("overrides/partials/sharing.html") as at:
        for path in PAGES:
            found = metadata(site, path)
            expected = {
                "og:url": SITE_URL + path,
                "og:description": found["description"],
                "og:locale": LOCALES[locale_of(path)],
                "og:image:width": "1200",
                "og:image:height": "630",
                "twitter:card": "summary_large_image",
            }
            with at(path):
                assert {key: found.get(key) for key in expected} == expected
                assert found["og:title"] in first(site.html(path), "title").text()


def test_every_page_has_its_own_picture_with_clear_edges(site: Site) -> None:
    addresses = [metadata(site, path)["og:image"] for path in PAGES]
    assert len(set(addresses)) == len(addresses)
    (width, height), below_the_bands = SIZE, 60
    assert SIZE == (1200, 630)
    with each_reported("dossier/rendering/preview.py draws it") as at:
        for address in addresses:
            assert address.startswith(SITE_URL)
            file = site.folder / address.removeprefix(SITE_URL)
            with Image.open(file) as picture, at(address):
                assert file.stat().st_size < LARGEST
                assert (picture.format, picture.size) == ("PNG", SIZE)
                image = picture.convert("RGB")
                for box in (
                    (0, below_the_bands, 60, height),
                    (width - 60, below_the_bands, width, height),
                    (0, height - 30, width, height),
                    (0, 500, width, 525),  # between the text and the name
                ):
                    colors = {color for _, color in image.crop(box).getcolors() or [(0, None)]}
                    assert colors == {image.getpixel((10, 100))}, f"there is ink in {box}"


def test_a_long_text_is_set_smaller_not_cut() -> None:
    def ink(description: str) -> int:
        with Image.open(BytesIO(draw_preview(preview(description)))) as picture:
            return sum(picture.convert("L").crop((0, 60, SIZE[0], 520)).histogram()[:128])

    assert ink("mot " * 60) > ink("mot " * 20) > 0


@pytest.mark.parametrize(
    ("description", "message"),
    [
        ("mot " * 500, "no room for its text: shorten its description"),
        ("m" * 200, "wider than a preview: shorten it"),
        ("mot 語", "does not have 語"),
    ],
)
def test_a_text_that_cannot_be_set_is_an_error(description: str, message: str) -> None:
    with pytest.raises(PreviewError, match=message):
        draw_preview(preview(description))


def test_the_error_stops_the_build_and_names_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    head = Stub(title="Titre", description="mot 語")
    monkeypatch.setattr(made_files, "page_in_dossier", lambda *_: Stub(front_matter=head))
    page: Any = Stub(parent=None, is_index=True)
    page.file = file = Stub(page=page, src_uri="fr/incident/xai/index.md")
    file.norm_src_uri = "incident/xai/index.md"
    files: Any = Stub(documentation_pages=lambda: [file])
    config: Any = Stub(site_name="Grok sur Azure", plugins={"i18n": Stub(current_language="fr")})
    # MkDocs reports a PluginError in one sentence, without a traceback.
    with pytest.raises(PluginError, match=r"^fr/incident/xai/index\.md: .*“mot 語”"):
        made_files.on_env(Environment(), config=config, files=files)


def test_superior_letters_and_narrow_spaces_are_written() -> None:
    assert draw_preview(preview("Le 1ᵉʳ mai ; 1 900 modèles"))


def preview(description: str) -> Preview:
    return Preview("Section", "Titre", description, "Grok sur Azure")
