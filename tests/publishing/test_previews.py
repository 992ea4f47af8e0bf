"""What is shown of a page where its address is shared: its words, and a picture that holds them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dossier.rendering.preview import SIZE, Preview, PreviewError, draw_preview
from tests.browser.visits import PAGES, locale_of
from tests.support.site import SITE_URL, Site, build, copy_project, first

LARGEST = 60_000  # bytes
LOCALES = {"fr": "fr_FR", "en": "en_US"}


def shared(site: Site, path: str) -> dict[str, str]:
    """Return what a page says of itself to Open Graph and its kin."""
    return {
        str(meta.attributes.get("property") or meta.attributes.get("name")): str(
            meta.attributes.get("content")
        )
        for meta in site.html(path).css("meta[property], meta[name]")
    }


@pytest.fixture(params=PAGES)
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_page_says_what_it_is_and_where_it_stands(path: str, site: Site) -> None:
    said = shared(site, path)
    assert said["og:url"] == SITE_URL + path
    assert said["og:title"] in first(site.html(path), "title").text()
    assert said["og:description"] == said["description"]
    assert said["og:locale"] == LOCALES[locale_of(path)]
    assert said["twitter:card"] == "summary_large_image"


def test_every_page_has_its_picture(path: str, site: Site) -> None:
    said = shared(site, path)
    address = said["og:image"]
    assert address.startswith(SITE_URL)
    file = site.folder / address.removeprefix(SITE_URL)
    assert file.stat().st_size < LARGEST
    with Image.open(file) as picture:
        assert picture.format == "PNG"
        assert picture.size == SIZE == (1200, 630)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


def test_no_two_pages_share_a_picture(site: Site) -> None:
    assert len({shared(site, path)["og:image"] for path in PAGES}) == len(PAGES)


def test_text_keeps_clear_of_the_edges(path: str, site: Site) -> None:
    file = site.folder / shared(site, path)["og:image"].removeprefix(SITE_URL)
    with Image.open(file) as picture:
        image = picture.convert("RGB")
    paper = image.getpixel((10, 100))
    below_the_bands = 60
    for box in (
        (0, below_the_bands, 60, SIZE[1]),
        (SIZE[0] - 60, below_the_bands, SIZE[0], SIZE[1]),
        (0, SIZE[1] - 30, SIZE[0], SIZE[1]),
        (0, 500, SIZE[0], 525),  # between the text and the name
    ):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)], box


def test_a_long_text_is_set_smaller_not_cut() -> None:
    def ink(description: str) -> int:
        with Image.open(BytesIO(draw_preview(preview(description)))) as picture:
            return sum(picture.convert("L").crop((0, 60, SIZE[0], 520)).histogram()[:128])

    assert ink("mot " * 60) > ink("mot " * 20) > 0


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("mot " * 500, "no room for its text: shorten its description"),
        ("m" * 200, "wider than a preview: shorten it"),
        ("mot 語", "cannot write 語: say it otherwise"),
    ],
)
def test_what_cannot_be_set_is_told(description: str, said: str) -> None:
    with pytest.raises(PreviewError, match=said):
        draw_preview(preview(description))


def test_and_stops_the_build_in_one_sentence(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    page = project / "docs/fr/incident/xai/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("description: ", "description: 語 ", 1), encoding="utf-8")
    result = build(project, tmp_path / "site")
    assert result.returncode == 1
    assert "fr/incident/xai/index.md: the preview of “語 " in result.stderr
    assert "Traceback" not in result.stderr


def test_superior_letters_and_narrow_spaces_are_written() -> None:
    assert draw_preview(preview("Le 1ᵉʳ mai ; 1 900 modèles"))


def preview(description: str) -> Preview:
    return Preview("Section", "Titre", description, "Grok sur Azure")
