"""A fault in the catalog's data stops the build, told with file, row, column, reason and mend."""

import shutil
from pathlib import Path

import pytest

from dossier.catalog.load import load_catalog
from dossier.files.problems import DossierError
from tests.support.site import ROOT

FOLDER = ROOT / "data/catalog"
MODELS, PRICES = "models.csv", "prices.csv"
MAKERS, NOTES, DOCUMENTS = "makers.yml", "notes.yml", "documents.yml"
CONTRADICTIONS = "contradictions.yml"

FAULTS = {
    "a wrong kind": (
        MODELS,
        "\ngrok-4.7,xai,,chat,",
        "\ngrok-4.7,xai,,chatter,",
        "grok-4.7, column kind: “chatter” is not known: it should be 'chat', 'reasoning',",
    ),
    "a wrong modality": (
        MODELS,
        "text;image,text,500000",
        "text;smell,text,500000",
        "grok-4.7, column inputs: “smell” is not known: it should be 'text', 'image',",
    ),
    "a wrong state": (
        MODELS,
        ",ga,2026-10-05,",
        ",golden,2026-10-05,",
        "grok-4.7, column lifecycle: “golden” is not known: it should be 'ga', 'preview',",
    ),
    "a language that is none": (
        MODELS,
        ",text;json,en,",
        ",text;json,xx,",
        "grok-4.7, column languages: “xx” is not the code of a language: write en or pt-br",
    ),
    "a state without its date": (
        MODELS,
        ",ga,2026-10-05,",
        ",ga,,",
        "grok-4.7: a lifecycle needs its date: fill in lifecycle_as_of",
    ),
    "a date without its state": (
        MODELS,
        ",ga,2026-10-05,",
        ",,2026-10-05,",
        "grok-4.7: lifecycle_as_of has no lifecycle: fill it in or clear the date",
    ),
    "a limit in words": (
        MODELS,
        ",500000,",
        ",plenty,",
        "grok-4.7, column context: “plenty” is not a whole number: write digits alone, as 128000",
    ),
    "a limit of nothing": (
        MODELS,
        ",500000,",
        ",0,",
        "grok-4.7, column context: “0” is too small: correct the figure",
    ),
    "a date that is not one": (
        MODELS,
        ",2026-05-01,",
        ",2026-02-31,",
        "column retirement: the calendar has no “2026-02-31”: correct the date",
    ),
    "a date in words": (
        MODELS,
        ",2026-05-01,",
        ",May 1,",
        "column retirement: “May 1” is not a date: write 2025-05-19, 2025-05 or 2025",
    ),
    "the same id twice": (
        MODELS,
        "\ngrok-4.6,",
        "\ngrok-4.7,",
        "grok-4.7 has the key of grok-4.7: remove one of the two",
    ),
    "an id that differs in punctuation alone": (
        MODELS,
        "\ngrok-4.6,",
        "\nGrok-4-7,",
        "Grok-4-7 has the key of grok-4.7: remove one of the two",
    ),
    "a row without an id": (
        MODELS,
        "\ngrok-4.6,",
        "\n,",
        "the row, column id: it is empty: fill it in",
    ),
    "a maker that is not there": (
        MODELS,
        "\ngrok-4.6,xai,",
        "\ngrok-4.6,xia,",
        "grok-4.6, column maker: makers.yml has no “xia”: add it there or correct the name",
    ),
    "a server that is not there": (
        MODELS,
        "\ngrok-4.6,xai,,",
        "\ngrok-4.6,xai,cloud,",
        "grok-4.6, column server: makers.yml has no “cloud”: add it there or correct the name",
    ),
    "a row without a document": (
        MODELS,
        ",azure-direct-2026-10-05\n",
        ",\n",
        "grok-4.7: none of the documents has a commit: add one that has to documents",
    ),
    "a row whose only document has no address": (
        MODELS,
        ",azure-direct-2026-10-05\n",
        ",models-2025-01-21\n",
        "grok-4.7: none of the documents has a commit: add one that has to documents",
    ),
    "a document that is not there": (
        MODELS,
        ",azure-direct-2026-10-05\n",
        ",hearsay\n",
        "grok-4.7, column documents: documents.yml has no “hearsay”: add it there or correct",
    ),
    "a note that is not there": (
        MODELS,
        ",output-rest-of-context;",
        ",gossip;",
        "grok-4.7, column notes: notes.yml has no “gossip”: add it there or correct the name",
    ),
    "a count that its regions belie": (
        MODELS,
        ",eastus2;swedencentral,2,",
        ",eastus2;swedencentral,3,",
        "column regions: the count is 3 but 2 are named: correct one of the two",
    ),
    "markup": (
        MODELS,
        "\ngrok-4.6,",
        "\ngrok<script>,",
        "column id: “<” looks like markup: write plain text",
    ),
    "a character of HTML by its number": (
        MODELS,
        "\ngrok-4.6,xai,",
        "\ngrok-4.6,&#60;,",
        "grok-4.6, column maker: “&#60;” looks like markup: write plain text",
    ),
    "an address that runs": (
        PRICES,
        ",Claude Fable 5,",
        ",JavaScript:alert(1),",
        "claude-fable-5, column name: “JavaScript:” looks like markup: write plain text",
    ),
    "a quotation mark": (
        PRICES,
        ",Claude Fable 5,",
        ',"Claude ""Fable"" 5",',
        'claude-fable-5, column name: “Claude "Fable" 5” has the wrong form: it is to match',
    ),
    "a formula": (
        PRICES,
        ",Claude Fable 5,",
        ",=2+5,",
        "claude-fable-5, column name: “=2+5” has the wrong form: it is to match",
    ),
    "a control character": (
        MODELS,
        "\ngrok-4.6,xai,",
        "\ngrok-4.6,x\x1b[31mai,",
        "grok-4.6, column maker: it holds the invisible character U+001B: remove it",
    ),
    "a character that turns the writing round": (
        PRICES,
        ",Claude Fable 5,",
        ",Claude \u202eFable 5,",
        "claude-fable-5, column name: it holds the invisible character U+202E: remove it",
    ),
    "a line break in a cell": (
        PRICES,
        ",Claude Fable 5,",
        ',"Claude\nFable",',
        "claude-fable-5, column name: it holds the invisible character U+000A: remove it",
    ),
    "a cell too few": (
        MODELS,
        "\ngrok-4.6,xai,,",
        "\ngrok-4.6,xai,",
        "grok-4.6: the row has fewer cells than columns: keep a comma for each",
    ),
    "a cell too many": (
        MODELS,
        "\ngrok-4.6,xai,,",
        "\ngrok-4.6,xai,,,",
        "grok-4.6: the row has more cells than columns: quote those with commas",
    ),
    "a column too few": (MODELS, ",lacks,", ",", "the columns lacks are missing: restore them"),
    "a column too many": (
        MODELS,
        ",lacks,",
        ",lacks,luck,",
        "the columns luck are not known: remove them or correct their names",
    ),
    "a column twice": (
        MODELS,
        ",lacks,",
        ",lacks,id,",
        "the columns id stand there twice: keep one of each",
    ),
    "a quote that is not closed": (MODELS, "\ngrok-4.6,", '\n"grok-4.6,', "not valid CSV"),
    "a negative price": (
        PRICES,
        ",10,50,1,",
        ",-10,50,1,",
        "claude-fable-5, column price_input: “-10” is too small: correct the figure",
    ),
    "a price in words": (
        PRICES,
        ",10,50,1,",
        ",10,50,cheap,",
        "claude-fable-5, column price_cached_input: “cheap” is not a number: write it as 0.25",
    ),
    "a price that is no number": (
        PRICES,
        ",10,50,1,",
        ",10,NaN,1,",
        "claude-fable-5, column price_output: input should be a finite number",
    ),
    "an answer that is none": (
        PRICES,
        ",text,1000000,128000,yes,",
        ",text,1000000,128000,maybe,",
        "claude-fable-5, column tools: “maybe” is neither yes nor no: write one of them",
    ),
    "an entry dropped on no day": (
        PRICES,
        ",no,2026-05-16,",
        ",no,,",
        "give unlisted_on if listed is no, and only then: correct one of the two",
    ),
    "an entry without its revision": (
        PRICES,
        ",f3fc69229967,",
        ",,",
        "claude-fable-5, column revision: it is empty: fill it in",
    ),
    "an entry twice": (
        PRICES,
        "\nclaude-haiku-4-5,",
        "\nclaude-fable-5,",
        "claude-fable-5 has the model of claude-fable-5: keep one row",
    ),
    "an entry about a model that is not there": (
        PRICES,
        ",embed-v-4-0,",
        ",embed-v-9,",
        "cohere-embed-v-4-0, column model: models.csv has no “embed-v-9”: correct it",
    ),
    "an entry of another maker": (
        PRICES,
        ",Claude Fable 5,anthropic,",
        ",Claude Fable 5,openai,",
        "claude-fable-5, column maker: models.csv has anthropic: correct it",
    ),
    "a maker's note that is not there": (
        MAKERS,
        "notes: [named-spacexai]",
        "notes: [gossip]",
        "notes.yml has no “gossip”: add it there or correct the name",
    ),
    "markup in a maker's name": (MAKERS, '"Meta"', '"<b>Meta"', "meta.name"),
    "markup in a note": (
        NOTES,
        'en: "Open weights."',
        'en: "<b>Open</b> weights."',
        "open-weights.en: “<” looks like markup: write plain text",
    ),
    "a note in one language": (
        NOTES,
        '  en: "Open weights."\n',
        "",
        "open-weights has no field “en”: add it",
    ),
    "a document with half an address": (
        DOCUMENTS,
        '  commit: "0378dd85ff3808a7ba96bc948bd6d4c386127d85"\n',
        "",
        "give repo, path and commit together, or page alone",
    ),
    "a document that cannot be found": (
        DOCUMENTS,
        'title: "Models available in Azure AI Foundry Models"\n  date: "2025-01-21"',
        'title: "Models available in Azure AI Foundry Models"',
        "give repo, path and commit, or page and title, or title and date",
    ),
    "a document at an address that runs": (
        DOCUMENTS,
        "page: https://docs.x.ai//",
        "page: data://docs.x.ai//",
        "has the wrong form: it is to match ^https://",
    ),
    "a contradiction about a model that is not there": (
        CONTRADICTIONS,
        "models: [tts-hd]",
        "models: [tts-uhd]",
        "tts-hd-state: no model has the key “tts-uhd”: correct it",
    ),
    "a contradiction of one voice": (
        CONTRADICTIONS,
        '    - {value: "500000", document: xai-grok-4-6}\n',
        "",
        "grok-4-6-context.statements: it is empty: fill it in",
    ),
    "a contradiction that changes the subject": (
        CONTRADICTIONS,
        '{value: "500000", document: xai-grok-4-6}',
        "{value: preview, document: xai-grok-4-6}",
        "grok-4-6-context: “preview” is not a value of context: correct it",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_where_it_stands(fault: str, tmp_path: Path) -> None:
    file, old, new, message = FAULTS[fault]
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text, f"{file} no longer holds {old!r}: mend this test"
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DossierError) as raised:
        load_catalog(tmp_path)
    [problem] = raised.value.problems
    assert problem.file == tmp_path / file
    assert message in problem.message
    if file in (MODELS, PRICES):
        start = text.index(old)
        first = 1 + text.count("\n", 0, start) + old.startswith("\n")
        assert problem.line in (first, first + new.strip("\n").count("\n"))


def test_the_data_as_they_are_have_no_fault() -> None:
    assert load_catalog(FOLDER).models


def test_every_fault_of_the_tables_is_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    for name in ("a wrong kind", "a maker that is not there", "a negative price"):
        file, old, new, _ = FAULTS[name]
        text = (tmp_path / file).read_text(encoding="utf-8")
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DossierError) as raised:
        load_catalog(tmp_path)
    assert [problem.file.name for problem in raised.value.problems] == [MODELS, MODELS, PRICES]
