"""What hooks/site.py, hooks/made_files.py and the templates rely on in mkdocs-static-i18n."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_static_i18n.plugin import I18n

from tests.support.site import ROOT
from tests.support.small_site import small_site

OPTIONS = {
    "docs_structure": "folder",
    "fallback_to_default": True,
    "reconfigure_material": False,
    "languages": [
        {"locale": "fr", "name": "Français", "default": True},
        {"locale": "en", "name": "English", "site_name": "S in English"},
    ],
}
PAGES = {"fr/index.md": "# A", "fr/only/index.md": "# B", "en/index.md": "# C"}


class I18nRecorder(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Records what static-i18n has set when the hooks run."""

    def __init__(self) -> None:
        self.builds: list[tuple[str, bool]] = []
        self.pages: dict[tuple[str, str], Page] = {}
        self.variables: set[str] = set()

    def _add(self, files: Files, *, config: MkDocsConfig) -> None:
        files.append(File("fr/made/index.md", config.docs_dir, config.site_dir, True))

    @event_priority(-110)
    def _fill(self, files: Files, *, config: MkDocsConfig) -> None:
        files.src_uris["fr/made/index.md"].content_string = "# Made"

    on_files = CombinedEvent(_add, _fill)

    @event_priority(-110)
    def on_config(self, config: MkDocsConfig) -> None:
        i18n = config.plugins["i18n"]
        self.languages = i18n.config.languages
        self.builds.append((i18n.current_language, i18n.building))  # type: ignore[attr-defined]

    def on_page_context(self, context: TemplateContext, /, *, page: Page, **_: Any) -> None:
        self.pages[self.builds[-1][0], page.file.norm_src_uri] = page  # type: ignore[attr-defined]
        self.variables |= context.keys()

    def on_template_context(self, context: TemplateContext, /, **_: Any) -> None:
        self.variables |= context.keys()


def small_i18n_site(folder: Path) -> tuple[MkDocsConfig, I18nRecorder]:
    config = small_site(folder, PAGES, plugins=[{"i18n": OPTIONS}])
    config.plugins["recorder"] = recorder = I18nRecorder()
    return config, recorder


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> I18nRecorder:
    config, recorder = small_i18n_site(tmp_path_factory.mktemp("small"))
    build(config)
    return recorder


def test_languages_are_built_one_inside_the_other(recorded: I18nRecorder) -> None:
    """`is_first_language` reads `building`, `build_locale` reads `current_language`."""
    assert recorded.builds == [("fr", False), ("en", True)]


def test_the_settings_of_languages_are_readable(recorded: I18nRecorder) -> None:
    named = [(one.locale, one.name, one.site_name) for one in recorded.languages]
    assert named == [("fr", "Français", None), ("en", "English", "S in English")]


def test_files_have_their_locale_and_alternates(recorded: I18nRecorder) -> None:
    files: dict[tuple[str, str], Any] = {key: page.file for key, page in recorded.pages.items()}
    found = {
        key: (file.locale, file.locale_alternate_of, set(file.alternates))
        for key, file in files.items()
    }
    paths = ("index.md", "only/index.md", "made/index.md")
    assert found == {("fr", path): ("fr", "fr", {"fr", "en"}) for path in paths} | {
        ("en", "index.md"): ("en", "en", {"fr", "en"}),
        ("en", "only/index.md"): ("fr", "en", {"fr", "en"}),
        ("en", "made/index.md"): ("fr", "en", {"fr", "en"}),
    }
    alternates = files["en", "only/index.md"].alternates.items()
    assert {lang: file.url for lang, file in alternates} == {"fr": "only/", "en": "en/only/"}


def test_a_file_added_before_it_gets_its_text_after_it(recorded: I18nRecorder) -> None:
    assert recorded.pages["fr", "made/index.md"].markdown == "# Made"


@pytest.mark.parametrize("event", ["on_config", "on_files", "on_post_build"])
def test_its_events_run_before_ours(event: str) -> None:
    assert getattr(I18n, event).mkdocs_priority == -100, "adapt after_i18n in hooks/site.py"


def test_templates_get_the_variables_that_they_use(recorded: I18nRecorder) -> None:
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "overrides").rglob("*.*ml")]
    used = {name for source in sources for name in re.findall(r"\bi18n_\w+", source)}
    assert used - recorded.variables == set()
    assert {"i18n_page_locale", "i18n_alternates"} <= used


@pytest.mark.parametrize("dirty", [True, False])
def test_the_option_dirty_of_the_command_holds_for_all_languages(
    dirty: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`only_changes` in hooks/site.py reads the same from the command line."""
    monkeypatch.setattr("sys.argv", ["mkdocs", "serve", *["--dirty"] * dirty])
    asked: list[bool] = []
    monkeypatch.setattr(
        "mkdocs_static_i18n.plugin.build", lambda _config, dirty: asked.append(dirty)
    )
    config, _ = small_i18n_site(tmp_path)
    build(config, dirty=dirty)
    assert asked == [dirty]
