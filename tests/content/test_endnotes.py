"""The list of footnotes: its heading, its roles, and a name for each way back."""

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from dossier.rendering.endnotes import Endnotes
from tests.support.each import each_reported
from tests.support.site import Site, first

TEXT = "# T {#t}\n\na[^k] b[^l] c[^k]\n\n- d[^k]\n\n[^k]: K\n[^l]: L"


def converted(text: str) -> LexborHTMLParser:
    endnotes = Endnotes(heading="Notes", backlink="Back to {}")
    return LexborHTMLParser(
        markdown.markdown(text, extensions=["footnotes", "toc", "attr_list", endnotes])
    )


def names(links: list[LexborNode]) -> list[str | None]:
    return [link.attributes["aria-label"] for link in links]


def test_each_way_back_has_a_name_of_its_own_that_it_shows() -> None:
    [several, one] = converted(TEXT).css(".footnote li")
    links = several.css(".footnote-backref")
    assert [link.text() for link in links] == ["1a", "1b", "1c"]
    assert names(links) == ["Back to 1a", "Back to 1b", "Back to 1c"]
    assert [link.attributes["href"] for link in links] == ["#fnref:k", "#fnref2:k", "#fnref3:k"]
    assert names(one.css(".footnote-backref")) == ["Back to 2"]


def test_after_z_the_letters_are_doubled() -> None:
    html = converted("a[^k] " * 28 + "\n\n[^k]: K")
    assert [link.text() for link in html.css(".footnote-backref")][25:] == ["1z", "1aa", "1ab"]


def test_a_text_without_notes_has_no_heading_for_them() -> None:
    assert converted("# T\n\na").css("h2, [role]") == []


def test_notes_have_a_heading_and_roles_on_every_page(site: Site) -> None:
    with each_reported("dossier/rendering/endnotes.py") as at:
        for page in site.pages():
            html = site.html(page)
            for notes in html.css(".footnote"):
                with at(page):
                    assert notes.attributes["role"] == "doc-endnotes"
                    heading = first(notes, f"h2#{notes.attributes['aria-labelledby']}")
                    assert heading.text() == "Notes"
                    backlinks = notes.css(".footnote-backref")
                    assert len(set(names(backlinks))) == len(backlinks)
                    assert {link.attributes["role"] for link in backlinks} == {"doc-backlink"}
                    assert len(backlinks) == len(html.css("a.footnote-ref[role=doc-noteref]"))
            with at(page):
                assert html.css("[data-md-component=toc] a[href='#footnotes']") == []
