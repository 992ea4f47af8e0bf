"""The makers' pages: each says of its models what the data say, cell by cell."""

import csv
import io
import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import babel
import pytest
import yaml
from selectolax.lexbor import LexborNode

from dossier.catalog.downloads import downloads
from dossier.catalog.schema import Catalog, Listing, Maker, Model
from dossier.catalog.tables import SEPARATOR
from dossier.files.dates import PartialDate
from dossier.load import load
from dossier.locales import LOCALES, Locale, site_path
from dossier.rendering.blocks import BlockPlace, fill_blocks
from dossier.rendering.html_fragments import restore_fragments
from tests.support.each import each_reported
from tests.support.site import ROOT, Site, first, plain
from tests.support.tables import read_table

DOSSIER = load(ROOT)
MAKERS = [slug for slug in DOSSIER.catalog.makers if DOSSIER.catalog.of(slug)]
EACH = pytest.mark.parametrize("locale", LOCALES)


def address(maker: str, locale: Locale) -> str:
    return site_path(locale, f"catalogue/{maker}/")


def entry(site: Site, model: Model, locale: Locale) -> list[LexborNode]:
    """Return what the entry under the heading of a model has."""
    page = site.html(address(model.maker.slug, locale))
    return list(first(page, f"#{model.key} + details.entry").iter())


def lists(site: Site, model: Model, locale: Locale) -> list[LexborNode]:
    """Return the lists of a model's facts: Microsoft's, then those of models.dev."""
    return [part for part in entry(site, model, locale) if part.tag == "dl"]


def facts(list_: LexborNode) -> dict[str, str]:
    """Return the names of a list of facts with what is said of each."""
    rows = [row for row in list_.iter() if row.tag == "div"]
    said = {plain(first(row, "dt").text()): plain(first(row, "dd").text()).strip() for row in rows}
    assert len(said) == len(rows)
    return {name: re.sub(r" \[[\d, ]+\]$", "", text) for name, text in said.items()}


# Cell by cell: the models as the rule gives them, entries of models.dev as they were read


def entries() -> dict[str, dict[str, str]]:
    """Return the fields of each entry of models.dev in the newest reading that has it."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted((ROOT / "data/catalog/readings").glob("models-dev-*.csv")):
        lines = file.read_text(encoding="utf-8").splitlines()
        [date] = [line.removeprefix("# date: ") for line in lines if line.startswith("# date: ")]
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            entry = found.setdefault(row["model"], {})
            entry |= {row["field"]: row["value"], "as_of": date}
    return found


def records(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((ROOT / "data" / name).read_bytes(), yaml.CSafeLoader)
    return found


def made(name: str) -> list[dict[str, str]]:
    """Return the rows of a download, with lists as readings have them."""
    text = downloads(DOSSIER.catalog, DOSSIER.package)[name].decode().replace(SEPARATOR, ";")
    return list(csv.DictReader(io.StringIO(text, newline="")))


ROWS = {row["key"]: row for row in made("models.csv")}
REGIONS = made("regions.csv")
PRICES = entries()
NOTES, NAMES = (records(f"catalog/{name}.yml") for name in ("notes", "makers"))
WORDS = records("wording.yml")
TABLE = read_table("content/model-facts.yml")
CHECKED: dict[str, str | None] = TABLE["checked"]
FACTS: dict[str, dict[str, str]] = TABLE["facts"]


class Expected:
    """What a row of the data is to be called on a page."""

    def __init__(self, row: dict[str, str], locale: Locale) -> None:
        self.row, self.locale = defaultdict(str, row), locale

    def facts(self, names: dict[str, str]) -> dict[str, str]:
        """Return what is said of each cell that is not empty: see model-facts.yml."""
        said = {self.word(name): self.said(how) for name, how in names.items()}
        return {name[0].upper() + name[1:]: text for name, text in said.items() if text}

    def said(self, how: str) -> str:
        """Return a cell as `how` says: a method, its arguments, and the column of its date."""
        how, _, column = how.partition(" as of ")
        name, *arguments = how.split()
        text: str = getattr(self, name)(*arguments)
        date = column and self.date(column)
        return f"{text}, {self.word('as-of')} {date}" if text and date else text

    def word(self, key: str) -> str:
        return plain(str(WORDS[key][self.locale]))

    def joined(self, column: str) -> str:
        return ", ".join(filter(None, self.row[column].split(";")))

    def labels(self, group: str, column: str) -> str:
        cells = filter(None, self.row[column].split(";"))
        return ", ".join(self.word(f"catalog-{group}-{value}") for value in cells)

    def tokens(self, column: str, unit: str = "tokens") -> str:
        written = f"{int(self.row[column]):,}" if self.row[column] else ""
        written = written.replace(",", " ") if self.locale == "fr" else written
        return written and self.word(unit).replace("{}", written)

    def sizes(self, column: str) -> str:
        cells = filter(None, self.row[column].split(";"))
        written = ", ".join(f"{int(cell):,}".replace(",", "§") for cell in cells)
        written = written.replace("§", " " if self.locale == "fr" else ",")
        return written and self.word("dimensions").replace("{}", written)

    def date(self, column: str) -> str:
        cell = self.row[column]
        return plain(PartialDate.parse(cell).format(self.locale)) if cell else ""

    def answer(self, column: str) -> str:
        return self.row[column] and self.word(f"catalog-answer-{self.row[column]}")

    def notes(self) -> str:
        if made := DOSSIER.catalog.find(self.row["id"]):
            return plain(" ".join(note[self.locale].strip() for note in made.notes))
        keys = filter(None, self.row["notes"].split(";"))
        return plain(" ".join(NOTES[key][self.locale].strip() for key in keys))

    def price(self, *columns: str) -> str:
        point = "," if self.locale == "fr" else "."
        cells = {column: self.row[column.replace("-", "_")].partition(".") for column in columns}
        return ", ".join(
            self.word(column).replace("{}", f"{whole}{point}{rest:0<2}")
            for column, (whole, _, rest) in cells.items()
            if whole
        )

    def long_context(self) -> dict[str, str]:
        """Return the prices above a number of tokens, by the name of the fact."""
        if not self.row["long_context"]:
            return {}
        tokens = self.tokens("long_context", "fact-price-long")
        long = {name: cell for name, cell in self.row.items() if name.startswith("price_long_")}
        columns = {name.replace("_long", ""): cell for name, cell in long.items()}
        prices = ("price-input", "price-output", "price-cached-input", "price-cache-write")
        return {tokens: Expected(columns, self.locale).price(*prices)}

    def server(self) -> str:
        return str(NAMES[self.row["server_slug"]]["name"]) if self.row["server_slug"] else ""

    def languages(self) -> str:
        names = babel.Locale(self.locale).languages
        return ", ".join(names[code] for code in self.row["languages"].split(";") if code)

    def state(self) -> str:
        text = self.labels("lifecycle", "lifecycle")
        if self.row["lifecycle"] == "date-passed":
            stated = DOSSIER.catalog.cells[self.row["key"]]["lifecycle"].value
            text += f" ({self.word(f'catalog-lifecycle-{stated}')})"
        return text

    def tuning(self) -> str:
        """Return the methods, places and regions of fine-tuning, and until when it is possible."""
        said = ""
        if self.row["fine_tuning_methods"]:
            places = self.labels("tuningplace", "fine_tuning_places")
            regions = self.joined("fine_tuning_regions")
            where = self.word("tuning-places").replace("{}", places)
            said = f"{self.labels('tuning', 'fine_tuning_methods')}{self.word('semicolon')} {where}"
            said += f" ({regions})" if regions else ""
            said += f", {self.word('as-of')} {self.date('fine_tuning_as_of')}"
        if self.row["fine_tuning_until"]:
            until = self.word("tuning-until").replace("{}", self.date("fine_tuning_until"))
            tuned = self.word("tuned-until").replace("{}", self.date("fine_tuning_tuned_until"))
            said += f"{until}{self.word('semicolon')} {tuned}."
        return said

    def regions(self) -> str:
        """Return the regions of each deployment; more than eight only by their number."""
        said = ""
        for one in (row for row in REGIONS if row["key"] == self.row["key"]):
            names, count = one["names"].split(";"), one["count"]
            words = self.word("regions-number").split(" | ")[count != "1"].replace("{}", count)
            where = ", ".join(names) if one["names"] and int(count) <= 8 else words
            date = plain(PartialDate.parse(one["as_of"]).format(self.locale))
            label = self.word(f"catalog-deployment-{one['deployment']}")
            said += f"{where}, {label}, {self.word('as-of')} {date}"
        return said


def checked(printed: str) -> Model:
    model = DOSSIER.catalog.find(printed)
    assert model, printed
    return model


@EACH
def test_an_entry_has_every_cell_of_its_row_and_no_more(locale: Locale, site: Site) -> None:
    it = Expected({}, locale)
    words = ("fact-disputed", "fact-convention", "fact-history")
    differs = [it.word(word).replace("{}", "") for word in words]
    with each_reported("the template model-facts.html") as at:
        for printed in CHECKED:
            shown = facts(lists(site, checked(printed), locale)[0])
            shown.pop(it.word("fact-documents"))
            said = {
                name: text for name, text in shown.items() if not any(d in name for d in differs)
            }
            with at(printed):
                assert said == Expected(ROWS[checked(printed).key], locale).facts(FACTS["model"])


@EACH
def test_an_entry_has_the_facts_of_models_dev_apart(locale: Locale, site: Site) -> None:
    with each_reported("the template model-facts.html") as at:
        for printed, entry_id in CHECKED.items():
            model = checked(printed)
            given = lists(site, model, locale)
            with at(printed):
                assert len(given) == (1 if entry_id is None else 2)
                if entry_id is None:
                    continue
                row, it = PRICES[entry_id], Expected(PRICES[entry_id], locale)
                is_vector = ROWS[checked(printed).key]["kind"] == "embedding"
                size = FACTS["vector"] if is_vector else FACTS["text"]
                assert facts(given[1]) == it.facts(FACTS["entry"] | size) | it.long_context()
                [source] = [part for part in entry(site, model, locale) if part.tag == "p"]
                text = plain(source.text())
                assert plain(it.date("as_of")) in text
                link = first(source, "a").attributes["href"] or ""
                assert link.split("/")[-1] == f"{entry_id}.toml"
                assert (it.word("fact-unlisted") in text) == ("unlisted_on" in row)


@EACH
def test_an_entry_names_its_documents_at_the_commit_that_was_read(
    locale: Locale, site: Site
) -> None:
    name = Expected({}, locale).word("fact-documents")
    with each_reported("the template catalog-document.html") as at:
        for printed in CHECKED:
            model = checked(printed)
            [row] = [
                first(div, "dd")
                for div in lists(site, checked(printed), locale)[0].css("div")
                if plain(first(div, "dt").text()) == name
            ]
            with at(printed):
                links = [link.attributes["href"] for link in row.css("a")]
                assert links[: len(model.documents)] == [one.url for one in model.documents]
                for date in (one.date for one in model.documents if one.date):
                    assert plain(date.format(locale)) in plain(row.text())


@EACH
def test_versions_differ_from_their_model_and_from_each_other_only_where_they_do(
    locale: Locale, site: Site
) -> None:
    """Together, the entries of a model and of its version say what the row of the version says."""
    it = Expected({}, locale)
    left_out = {it.word(word) for word in ("fact-documents", "fact-versions")}
    differs = [
        it.word(f"fact-{word}").replace("{}", "") for word in ("disputed", "convention", "history")
    ]
    with each_reported("the template maker.html") as at:
        for rows in DOSSIER.catalog.versions.values():
            model = checked(rows[0].id)
            of_all = facts(lists(site, model, locale)[0])
            of_each = {row.key: facts(lists(site, row, locale)[0]) for row in rows}
            with at(model.key):
                assert not any(of_all.keys() & said.keys() - left_out for said in of_each.values())
                for key, said in of_each.items():
                    together = {
                        name: text
                        for name, text in (of_all | said).items()
                        if name not in left_out and not any(d in name for d in differs)
                    }
                    expected = Expected(ROWS[key], locale).facts(FACTS["model"])
                    expected.pop(it.word("fact-versions"), None)
                    assert together == expected


@EACH
def test_every_contradiction_is_shown_and_counted(locale: Locale, site: Site) -> None:
    it = Expected({}, locale)
    catalog = DOSSIER.catalog
    names = [
        plain(name.text())
        for maker in MAKERS
        for name in site.html(address(maker, locale)).css("article dl.facts dt")
    ]
    conventions = [one for one in catalog.contradictions if one.convention]
    for word, number in (
        ("fact-disputed", len(catalog.contradictions) - len(conventions)),
        ("fact-convention", len(conventions)),
        ("fact-history", len({(one.model, one.version, one.field) for one in catalog.histories})),
    ):
        end = it.word(word).replace("{}", "")
        assert sum(name.endswith(end) for name in names) == number, word
    counted = plain(site.article(site_path(locale, "catalogue/")).text())
    assert f"{len(catalog.contradictions) - len(conventions)} contradictions" in counted


# Every page of a maker


@EACH
def test_a_page_has_every_model_of_its_maker_by_its_key(locale: Locale, site: Site) -> None:
    with each_reported("the template maker.html") as at:
        for maker in MAKERS:
            html = site.html(address(maker, locale))
            shown = [heading.attributes["id"] for heading in html.css("article h3")]
            counts = [int(plain(link.text()).split()[0]) for link in html.css("article .lead a")]
            name = DOSSIER.catalog.makers[maker].name
            with at(address(maker, locale)):
                assert sorted(map(str, shown)) == sorted(m.key for m in DOSSIER.catalog.of(maker))
                assert sum(counts) == len(shown)
                versions = [heading.attributes["id"] for heading in html.css("article h4")]
                assert versions == [
                    row.key for key in shown for row in DOSSIER.catalog.versions.get(str(key), ())
                ]
                assert all(facts(entry) for entry in html.css("article dl.facts"))
                assert name in first(html, "h1").text()
                assert name in first(html, "title").text()
                assert name in str(first(html, "meta[name=description]").attributes["content"])
                # Nobody reads a page of data from its first word to its last.
                assert " min " not in plain(first(html, ".page-meta").text())


def test_both_languages_have_the_same_ids(site: Site) -> None:
    with each_reported("the template maker.html") as at:
        for maker in MAKERS:
            french, english = (
                [node.attributes["id"] for node in html.css("article [id]")]
                for html in (site.html(address(maker, locale)) for locale in LOCALES)
            )
            with at(maker):
                assert french == english


@EACH
def test_no_markup_is_left_and_headings_go_down_one_by_one(locale: Locale, site: Site) -> None:
    with each_reported("the template maker.html") as at:
        for maker in MAKERS:
            article = site.article(address(maker, locale))
            levels = [int(str(node.tag)[1]) for node in article.css("h1, h2, h3, h4, h5, h6")]
            rows = [row for list_ in article.css("dl") for row in list_.iter()]
            with at(address(maker, locale)):
                left = re.findall(r"\{[:#]|\]\(|\[\^|\{\{|\{\}|<[a-z/]|None|&\w+;", article.text())
                assert left == []
                assert levels[0] == 1
                assert all(after - before <= 1 for before, after in pairwise(levels))
                assert [link.html for link in article.css("a") if not link.text().strip()] == []
                assert {tuple(part.tag for part in row.iter()) for row in rows} == {("dt", "dd")}


@EACH
def test_the_catalog_lists_every_maker_with_its_number(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "catalogue/"))
    shown = {
        str(first(item, "a").attributes["href"]): int(re.findall(r"\((\d+)\)", item.text())[0])
        for item in html.css(".makers li")
    }
    assert shown == {f"{maker}/": len(DOSSIER.catalog.of(maker)) for maker in MAKERS}


@EACH
def test_the_catalog_says_how_many_models_it_has_and_from_where(locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, "catalogue/"))
    total = len(DOSSIER.catalog.models)
    found = sum(1 for model in DOSSIER.catalog.models if model.documents)
    told = [part.text() for part in html.css("article .lead, article .intro, #size")]
    assert [str(total) in text for text in told].count(True) == 3
    assert any(str(total) in text and str(found) in text for text in told)


ONCE: dict[str, str] = TABLE["once"]


@EACH
@pytest.mark.parametrize("path", ONCE)
def test_published_ids_are_still_there(path: str, locale: Locale, site: Site) -> None:
    html = site.html(site_path(locale, path))
    assert [name for name in ONCE[path].split() if not html.css(f"article #{name}")] == []


# Made models, with what no model of the data has

MAKER = Maker(slug="made", name="Made")
DOCUMENT = checked("grok-3").documents[0].model_copy(update={"date": PartialDate(2026, 1, 2)})
MODEL = Model(id="made-1", maker=MAKER, documents=(DOCUMENT,))
LISTING = Listing(
    id="made-2", name="Made 2", listed=True, revision="0" * 12, as_of=PartialDate(2026, 7, 2)
)
LISTED = Model(id="made-2", maker=MAKER, listing=LISTING)


def written(locale: Locale, *models: Model) -> str:
    made = replace(DOSSIER, catalog=Catalog({"made": MAKER}, models, ()))
    page = fill_blocks("<!-- data: maker -->", BlockPlace(made, locale, "catalogue/made/", []))
    return restore_fragments(page)


@EACH
def test_an_empty_entry_shows_no_figure_and_no_zero(locale: Locale) -> None:
    page = written(locale, LISTED)
    assert "<dt>" not in page
    assert "0" not in plain(re.sub(r"<[^>]*>|2026", "", page)).split("made-2")[-1]


def test_numbers_agree_with_what_they_count() -> None:
    assert written("fr", MODEL).startswith("1 modèle relevé dans un document du 2\u00a0janvier")
    assert written("en", MODEL).startswith("1 model found in a document of January 2, 2026:")
    assert written("en", MODEL, LISTED).count("[1 ") == 2
