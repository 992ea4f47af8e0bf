"""What the hooks rely on in MkDocs and Python-Markdown beyond their documentation."""

import logging
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dossier.glossary.term_links import TermLinks
from dossier.glossary.terms import Term
from tests.support.small_site import small_site

TERM = Term.model_validate({"term": "T", "definition": {"fr": "D.", "en": "D."}})
PAGES = {"index.md": "# A", "other.md": "# B", "third.md": "# C"}


class OnlyOther(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Says that only one page has changed, as hooks/navigation.py does."""

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        for page in nav.pages:
            changed = page.file.src_uri == "other.md"
            page.file.is_modified = partial(bool, changed)  # type: ignore[method-assign]


def test_a_dirty_build_builds_the_pages_that_are_modified(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = small_site(tmp_path, PAGES)
    build(config)
    site = Path(config.site_dir)
    for file in site.rglob("*.html"):
        file.write_text("before")
    config.plugins["only_other"] = OnlyOther()
    # hooks/site.py filters the warning that such a build gives, by its first words.
    monkeypatch.setattr(logging.getLogger("mkdocs.commands.build"), "filters", [])
    build(config, dirty=True)
    kept = {file.parent.name for file in site.rglob("*.html") if file.read_text() == "before"}
    assert kept == {site.name, "third"}
    assert any(record.msg.startswith("A 'dirty' build") for record in caplog.records)


def test_pages_have_their_content_and_static_templates_can_be_left_out(tmp_path: Path) -> None:
    config = small_site(tmp_path, PAGES)
    file = File("made/index.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    file.content_string = "# Made"
    page = Page(None, file, config)
    page.read_source(config)
    assert page.markdown == "# Made"
    assert isinstance(config.theme.static_templates, set)


def test_options_of_extensions_are_read_for_each_page(tmp_path: Path) -> None:
    """hooks/page_markdown.py sets them in the language of the page."""

    class InTurn(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
        def on_page_markdown(self, _: str, *, config: MkDocsConfig, page: Page, **__: Any) -> None:
            config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": f"{page.file.name} {{}}"}
            config.mdx_configs["toc"]["permalink_title"] = page.file.name

    pages = dict.fromkeys(PAGES, "# T\n\na[^k]\n\n[^k]: N")
    extensions = ["footnotes", {"toc": {"permalink": True}}]
    config = small_site(tmp_path, pages, markdown_extensions=extensions)
    config.plugins["in_turn"] = InTurn()
    build(config)
    for name, folder in (("index", "."), ("other", "other"), ("third", "third")):
        html = (Path(config.site_dir) / folder / "index.html").read_text(encoding="utf-8")
        assert f'title="{name} 1"' in html
        assert f'title="{name}"' in html


def test_footnotes_and_permalinks_have_the_markup_that_templates_and_scripts_read() -> None:
    extensions = ["footnotes", TocExtension(permalink=True), "attr_list"]
    html = markdown.markdown("# T {#t}\n\na[^k]\n\n[^k]: N", extensions=extensions)
    parts = (
        '<sup id="fnref:k"><a class="footnote-ref" href="#fn:k">',
        '<div class="footnote">',
        '<li id="fn:k">',
        '<a class="footnote-backref" href="#fnref:k"',
        '<h1 id="t">T<a class="headerlink" href="#t"',
    )
    assert [part for part in parts if part not in html] == []


def test_term_links_run_between_attributes_and_the_resolution_of_links(tmp_path: Path) -> None:
    class LinkToOther(Treeprocessor):  # type: ignore[misc]
        def run(self, root: Element) -> None:
            for paragraph in root.iter("p"):
                attributes.update(paragraph.attrib)
                SubElement(paragraph, "a", {"href": "other.md"}).text = "link"

    class AtThePriorityOfTermLinks(Extension):  # type: ignore[misc]
        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
            TermLinks({"t": TERM}).extendMarkdown(md)
            [priority] = [i.priority for i in md.treeprocessors._priority if i.name == "term_links"]
            md.treeprocessors.register(LinkToOther(), "term_links", priority)

    attributes: dict[str, str] = {}
    config = small_site(tmp_path, PAGES | {"index.md": "# A\n\nb\n{: .c }"})
    config.markdown_extensions += ["attr_list", AtThePriorityOfTermLinks()]
    build(config)
    assert attributes == {"class": "c"}
    assert '<a href="other/">link</a>' in (Path(config.site_dir) / "index.html").read_text()
