"""The rule that computes the catalog, on made readings."""

from pathlib import Path

import pytest

from dossier.catalog.kinds import apis_of_type, kind_of, kind_of_type, reasoning_in
from dossier.catalog.load import load_catalog
from dossier.catalog.schema import Catalog, Model
from dossier.files.problems import DossierError

COMMIT = "0" * 40
HEADS = {
    "docs": f"# publisher: microsoft-docs\n# repo: a/b\n# path: models.md\n# commit: {COMMIT}\n",
    "other": f"# publisher: microsoft-docs\n# repo: a/b\n# path: grok.md\n# commit: {COMMIT}\n",
    "schedule": f"# publisher: microsoft-docs\n# repo: a/b\n# path: schedule.md\n"
    f"# commit: {COMMIT}\n# schedule: yes\n",
    "blog": "# publisher: microsoft-blog\n# title: Blog\n# page: https://a.example/\n",
    "models-dev": "# publisher: models-dev\n# repo: c/d\n# path: azure\n# commit: 000000000000\n",
}
NAMED = {"docs 2025-01-01": "m,,named,yes"}
LISTED = "m,,name,M\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "readings").mkdir()
    (tmp_path / "notes.yml").write_text("a-note: {fr: Une note., en: A note.}\n")
    (tmp_path / "makers.yml").write_text('made: {name: "Made"}\n')
    (tmp_path / "models.csv").write_text("id,maker,server,aliases,notes\nm,made,,M-one,\n")
    return tmp_path


def catalog(folder: Path, readings: dict[str, str]) -> Catalog:
    """Return the catalog of readings: rows by document and date, "docs 2026-01-02"."""
    for name, rows in {**NAMED, **readings}.items():
        document, date = name.split()
        text = f"{HEADS[document]}# date: {date}\nmodel,version,field,value\n{rows}\n"
        (folder / f"readings/{document}-{date}.csv").write_text(text)
    return load_catalog(folder)


def model(folder: Path, **readings: str) -> Model:
    """Return the model of readings named docs_2026_01_02."""
    named = {name.replace("_", "-").replace("-", " ", 1): rows for name, rows in readings.items()}
    named = {name.replace("models dev-", "models-dev "): rows for name, rows in named.items()}
    [made] = catalog(folder, named).models
    return made


def test_the_newest_document_of_microsoft_is_shown(folder: Path) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,context,128K",
        other_2026_03_04='m,,context,"200,000 tokens"',
        blog_2026_05_06="m,,context,1M",
        models_dev_2026_05_06=f"{LISTED}m,,context,500000",
    )
    assert made.context == 200_000


def test_models_dev_fills_only_what_microsoft_does_not_state(folder: Path) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,max_input,100000",
        models_dev_2026_05_06=f"{LISTED}m,,context,128000\nm,,max_output,4096\nm,,tools,no",
    )
    assert (made.max_input, made.context, made.max_output) == (100_000, None, 4096)
    assert made.lacks == ("tools",)


def test_the_size_of_a_vector_is_no_maximum_output(folder: Path) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,type,embeddings",
        models_dev_2026_05_06=f"{LISTED}m,,outputs,text\nm,,max_output,1536",
    )
    assert (made.kind, made.outputs, made.max_output) == ("embedding", (), None)


def test_the_newest_schedule_decides_state_date_and_replacement(folder: Path) -> None:
    made = model(
        folder,
        schedule_2026_01_02="m,,lifecycle,GA\nm,,retirement,2026-09-01\nm,,replacement,n",
        schedule_2026_03_04="m,,lifecycle,Preview",
        docs_2026_05_06="m,,lifecycle,Retired\nm,,retirement,2026-04-01",
    )
    assert (made.lifecycle, str(made.lifecycle_as_of)) == ("preview", "2026-03-04")
    assert (made.retirement, made.replacement) == (None, ())


def test_each_version_that_a_document_distinguishes_has_a_row(folder: Path) -> None:
    made = catalog(
        folder,
        {
            "schedule 2026-03-04": "m,1,lifecycle,Deprecated\nm,1,retirement,2026-12-01\n"
            "m,2,lifecycle,GA\nm,2,retirement,2027-06-01\n"
            "m,3,lifecycle,Preview\nm,3,retirement,2027-01-01",
            "docs 2026-01-02": "m,,tools,yes\nm,2,max_output,4096\nm,3,max_output,8192",
        },
    )
    [model] = made.models
    assert [(row.key, row.lifecycle, row.max_output, row.lasting) for row in made.rows] == [
        ("m-3", "preview", 8192, False),
        ("m-2", "ga", 4096, True),
        ("m-1", "deprecated", None, False),
    ]  # fmt: skip
    assert {row.capabilities for row in made.rows} == {("tools",)}
    assert (model.key, model.lifecycle, str(model.retirement)) == ("m", "ga", "2027-06-01")
    assert (model.version, model.versions, model.max_output) == (None, ("3", "2", "1"), 4096)
    assert {row.model for row in made.rows} == {"m"}
    assert made.find("m (version 2)") is None
    assert made.find("m (2)") == made.rows[1]


@pytest.mark.parametrize(
    "rows",
    [
        "m,1,regions_standard,eastus\nm,2,regions_standard,eastus",
        "m,1,lifecycle,GA",
        "m,,versions,1;2",
    ],
)
def test_no_row_for_a_version_that_no_document_tells_from_another(rows: str, folder: Path) -> None:
    made = catalog(folder, {"docs 2026-01-02": rows, "other 2026-03-04": "m,3,context,8192"})
    assert [row.version for row in made.rows] == [None]


def test_a_version_may_not_have_the_key_of_another_model(folder: Path) -> None:
    rows = "id,maker,server,aliases,notes\nm,made,,,\nM.2,made,,,\n"
    (folder / "models.csv").write_text(rows)
    readings = {"schedule 2026-03-04": "m,1,lifecycle,GA\nm,2,lifecycle,GA\nM.2,,lifecycle,GA"}
    with pytest.raises(DossierError) as error:
        catalog(folder, readings)
    assert str(error.value) == f"{folder}/models.csv:2: m (2) has the key of M.2: rename one"


def test_a_difference_is_that_of_a_version_or_of_the_model(folder: Path) -> None:
    made = catalog(
        folder,
        {
            "schedule 2026-03-04": "m,1,lifecycle,GA\nm,2,lifecycle,Preview",
            "docs 2026-01-02": "m,1,lifecycle,Preview\nm,,versions,1;2\nm,,context,1000",
            "other 2026-01-02": "m,,context,2000",
        },
    )
    told = {
        (one.field, one.version): [s.printed for s in one.statements] for one in made.contradictions
    }
    assert told == {("lifecycle", "1"): ["GA", "Preview"], ("context", ""): ["1000", "2000"]}
    first, second = made.rows[1], made.rows[0]
    assert [one.field for one in made.about(first)] == ["lifecycle"]
    assert made.about(second) == []
    assert [one.field for one in made.about(made.models[0])] == ["context"]


def test_a_version_has_a_history_of_its_own(folder: Path) -> None:
    made = catalog(
        folder,
        {
            "schedule 2026-01-02": "m,1,retirement,2027-01-01\nm,2,retirement,2027-02-01",
            "schedule 2026-03-04": "m,1,retirement,2027-03-01\nm,2,retirement,2027-02-01\n"
            "m,3,retirement,2027-05-01",
        },
    )
    told = {one.version: (one.field, [s.printed for s in one.statements]) for one in made.histories}
    assert told == {
        "1": ("retirement", ["2027-01-01", "2027-03-01"]),
        "": ("versions", ["1;2", "1;2;3"]),
    }
    assert [len(made.history(row)) for row in made.rows] == [0, 0, 1]
    assert [one.field for one in made.history(made.models[0])] == ["versions"]


@pytest.mark.parametrize(
    ("state", "retirement", "shown"),
    [
        ("Preview", "2026-03-03", "date-passed"),
        ("Preview", "2026-03-04", "preview"),
        ("GA", "2026-02", "date-passed"),
        ("Retired", "2026-03-03", "retired"),
        ("Retired", "2027-03-03", "retired"),
    ],
)
def test_a_date_that_has_passed_unconfirmed_is_called_so(
    state: str, retirement: str, shown: str, folder: Path
) -> None:
    made = model(
        folder,
        schedule_2026_01_02=f"m,,lifecycle,{state}\nm,,retirement,{retirement}",
        docs_2026_03_04="m,,named,yes",
    )
    assert made.lifecycle == shown


def test_each_version_has_a_state_of_its_own_once_its_date_has_passed(folder: Path) -> None:
    """The model has the state of its version that retires last."""
    lines = (
        "m,1,lifecycle,Preview\nm,1,retirement,2026-02-01\n"
        "m,2,lifecycle,Retired\nm,2,retirement,2026-02-15\n"
    )
    later = "m,3,lifecycle,GA\nm,3,retirement,2027-02-01\n"
    shown = []
    for schedule in (lines, f"{lines}m,0,lifecycle,GA\nm,0,retirement,2026-03-01\n", lines + later):
        made = catalog(folder, {"schedule 2026-01-02": schedule, "docs 2026-03-04": "m,,named,yes"})
        states = {row.version: row.lifecycle for row in made.rows}
        assert (states["1"], states["2"]) == ("date-passed", "retired")
        shown.append((made.models[0].lifecycle, str(made.models[0].retirement)))
    assert shown == [
        ("retired", "2026-02-15"), ("date-passed", "2026-03-01"), ("ga", "2027-02-01"),
    ]  # fmt: skip


def test_an_effort_that_cannot_be_chosen_has_no_levels(folder: Path) -> None:
    made = catalog(
        folder,
        {
            "docs 2026-01-02": "m,,effort,can't configure",
            "models-dev 2026-03-04": f"{LISTED}m,,effort,low;high",
        },
    )
    assert made.models[0].effort == ()
    [one] = made.contradictions
    assert [statement.value for statement in one.statements] == [(), ("low", "high")]


def test_what_is_stated_outright_comes_before_what_is_derived(folder: Path) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,type,chat-completion",
        other_2026_01_02="m,,apis,Chat Completions;Responses",
    )
    assert made.apis == ("chat-completions", "responses")


def test_an_alias_is_the_same_model(folder: Path) -> None:
    assert model(folder, docs_2026_01_02="M_One,,context,8192").context == 8192


def test_regions_of_provisioned_and_batch_deployments_have_dates_of_their_own(
    folder: Path,
) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,regions_global_batch,eastus\nm,,regions_standard,eastus",
        other_2026_02_03="m,,regions_provisioned,westus",
        other_2026_03_04="m,,regions_global_standard,eastus;westus",
    )
    assert [(one.deployment, str(one.as_of)) for one in made.regions] == [
        ("global-standard", "2026-03-04"),
        ("provisioned", "2026-02-03"),
        ("global-batch", "2026-01-02"),
    ]


def test_a_table_of_batch_deployments_hides_no_version_and_no_other_deployment(
    folder: Path,
) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,1,regions_standard,eastus\nm,2,regions_standard,eastus",
        other_2026_03_04="m,2,regions_global_batch,westus\nm,2,regions_provisioned,westus",
    )
    assert made.versions == ("1", "2")
    assert made.deployments
    assert made.deployments.names == ("standard",)


def test_fine_tuning_is_that_of_the_version(folder: Path) -> None:
    rows = "m,1,tuning,SFT;DPO\nm,1,tuning_places,standard;global\nm,1,tuning_regions,eastus"
    made = catalog(
        folder,
        {
            "docs 2026-01-02": rows,
            "schedule 2026-03-04": "m,1,lifecycle,GA\nm,2,lifecycle,GA\n"
            "m,1,tuning_until,No earlier than 2027-04-14\nm,1,tuned_until,2027-10-14",
        },
    )
    tuning = {row.version: row.fine_tuning for row in made.rows}
    assert tuning["2"] is None
    assert tuning["1"]
    assert tuning["1"].model_dump(mode="json") == {
        "methods": ["sft", "dpo"],
        "places": ["standard", "global"],
        "regions": ["eastus"],
        "until": "2027-04-14",
        "tuned_until": "2027-10-14",
        "as_of": "2026-01-02",
    }


@pytest.mark.parametrize(
    ("name", "rows", "kind"),
    [
        ("m-chat", "named,yes", "chat"),
        ("Embed-m", "named,yes", "embedding"),
        ("m-chat", "type,embeddings", "embedding"),
        ("m-chatter", "named,yes", None),
    ],
)
def test_a_name_says_the_kind_if_nothing_else_does(
    name: str, rows: str, kind: str | None, folder: Path
) -> None:
    (folder / "models.csv").write_text(f"id,maker,server,aliases,notes\n{name},made,,m,\n")
    made = catalog(
        folder, {"docs 2026-01-02": f"m,,{rows}", "other 2026-03-04": f"{name},,named,yes"}
    )
    assert made.models[0].kind == kind
    assert ("kind" in made.cells[made.models[0].key]) == bool(kind)


def test_models_dev_names_no_kind(folder: Path) -> None:
    (folder / "models.csv").write_text("id,maker,server,aliases,notes\nm-instruct,made,,m,\n")
    assert model(folder, models_dev_2026_05_06="m-instruct,,name,M Instruct").kind is None


def test_regions_are_those_of_each_deployment(folder: Path) -> None:
    made = model(
        folder,
        docs_2026_01_02="m,,regions_global_standard,25 regions",
        other_2026_03_04="m,1,regions_standard,eastus\nm,1,regions_global_standard,eastus;westus",
    )
    found = [(one.deployment, one.names, one.count) for one in made.regions]
    assert found == [
        ("global-standard", ("eastus", "westus"), 2), ("standard", ("eastus",), 1),
    ]  # fmt: skip
    assert made.deployments
    assert set(made.deployments.names) == {"global-standard", "standard"}


@pytest.mark.parametrize(
    ("ours", "theirs", "convention"),
    [
        ("context,131072", "context,128K", "notation"),
        ('context,"1,047,576"', "context,1M", "notation"),
        ("context,200000", "context,128000", None),
        ("max_input,100000", "context,128000", "window-or-input"),
        ("max_input,200000", "context,128000", None),
        ("context,400000\nm,,max_input,272000", "context,272000", "window-or-input"),
        ("knowledge_cutoff,2025-08", "knowledge_cutoff,2025-08-31", "precision"),
        ("knowledge_cutoff,2025-08", "knowledge_cutoff,2025-09", None),
        ("outputs,vector", "outputs,text", "words"),
        ("lifecycle,Preview", "status,beta", "words"),
        ("lifecycle,GA", "status,beta", None),
        ("tools,yes", "tools,no", None),
    ],
)
def test_differences_of_convention_are_told_apart(
    ours: str, theirs: str, convention: str | None, folder: Path
) -> None:
    readings = {"docs 2026-01-02": f"m,,{ours}", "models-dev 2026-05-06": f"{LISTED}m,,{theirs}"}
    [found] = catalog(folder, readings).contradictions
    assert found.convention == convention
    assert [one.document.publisher for one in found.statements] == ["microsoft-docs", "models-dev"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("context,128K", 'context,"128,000 tokens"'),
        ("inputs,text;image", "inputs,image;text"),
        ("replacement,GPT-5", "replacement,gpt-5"),
    ],
)
def test_the_same_in_other_letters_is_no_difference(ours: str, theirs: str, folder: Path) -> None:
    readings = {"docs 2026-01-02": f"m,,{ours}", "other 2026-03-04": f"m,,{theirs}"}
    assert catalog(folder, readings).contradictions == ()


def test_an_older_reading_is_history_and_no_contradiction(folder: Path) -> None:
    readings = {"docs 2026-01-02": "m,,context,100000", "docs 2026-03-04": "m,,context,200000"}
    made = catalog(folder, readings)
    assert made.contradictions == ()
    [history] = made.histories
    assert [one.value for one in history.statements] == [100_000, 200_000]


def test_a_state_before_a_retirement_does_not_contradict_it(folder: Path) -> None:
    rows = "m,,lifecycle,Retired\nm,,retirement,2026-02-03"
    readings = {"docs 2026-01-02": "m,,lifecycle,Preview", "schedule 2026-03-04": rows}
    assert catalog(folder, readings).contradictions == ()
    later = {"docs 2026-02-20": "m,,lifecycle,Preview", "schedule 2026-03-04": rows}
    assert len(catalog(folder, later).contradictions) == 1


@pytest.mark.parametrize(
    ("printed", "kind", "apis"),
    [
        ("chat-completion", "chat", ("chat-completions",)),
        ("Chat Completions API; Responses API", "chat", ("chat-completions", "responses")),
        ("text classification (rerank)", "rerank", ()),
        ("Image-to-Image and Text-to-Image", "image", ()),
        ("Image-to-Text", "document", ()),
        ("Image generation", "image", ()),
        ("embeddings", "embedding", ()),
        ("telepathy", None, ()),
    ],
)
def test_a_printed_type_is_a_kind(printed: str, kind: str | None, apis: tuple[str, ...]) -> None:
    assert (kind_of_type(printed), apis_of_type(printed)) == (kind, apis)


@pytest.mark.parametrize(
    ("printed", "answer"),
    [
        ("chat-completion (with reasoning content)", "yes"),
        ("Grok 4 is the latest reasoning model", "yes"),
        ("built for strong reasoning", "yes"),
        ("Chat completions (reasoning)", "yes"),
        ("Reasoning-optimized open-weight model", "yes"),
        ("General-purpose open-weight model for chat and reasoning tasks", None),
        ("not a reasoning model", "no"),
        ("improvements in reasoning", None),
        ("chat-completion", None),
    ],
)
def test_a_text_says_whether_a_model_reasons(printed: str, answer: str | None) -> None:
    assert reasoning_in(printed) == answer


def test_a_kind_that_nothing_says_is_unknown() -> None:
    assert kind_of(None, False, (), ("text",)) is None
    assert kind_of(None, True, ("responses",), ("text",)) == "reasoning"
    assert kind_of("image", True, (), ("image",)) == "image"
    assert kind_of(None, False, (), ("video",)) == "video"
