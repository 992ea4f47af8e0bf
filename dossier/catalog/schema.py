"""The records of the catalog. None and () mean “not stated”, never zero or no.

The data refer to makers and notes by key. The validation context maps "makers" and "notes" to
their records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    computed_field,
    model_validator,
)

from dossier.catalog import values
from dossier.catalog.values import Name, key_of
from dossier.files.dates import PartialDate
from dossier.files.records import Key
from dossier.locales import Bilingual

MICROSOFT = ("microsoft-docs", "microsoft-aspire", "microsoft-releases")
"""The publishers whose documents fill cells."""


def _key_in(table: str) -> BeforeValidator:
    """Return a validator that resolves a key of `table`."""

    def look_up(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        records = (info.context or {}).get(table, {})
        if value not in records:
            raise ValueError(f"{table}.yml has no “{value}”: add it there or correct the name")
        return records[value]

    return BeforeValidator(look_up)


Note = Annotated[Bilingual, _key_in("notes")]


class CatalogRecord(BaseModel):
    """An immutable record without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Maker(CatalogRecord):
    """A company that makes models, or serves those of others."""

    slug: Key
    name: Name
    notes: tuple[Note, ...] = ()


MakerRef = Annotated[Maker, _key_in("makers")]


DocumentId = Annotated[str, Field(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$")]


class CatalogDocument(CatalogRecord):
    """A document that the catalog was read from, as of its date.

    It has an address if its file and commit (`repo`, `path`, `commit`) or its page (`page`) are
    known.

    Attributes:
        id: the name of its reading in data/catalog/readings/.
        schedule: whether it is a schedule of retirements, or a list of retired models.
        checksum: the SHA-256 of what was read, if no commit is known.
    """

    id: DocumentId
    publisher: values.Publisher
    title: str | None = None
    date: values.Date | None = None
    repo: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None = None
    path: Annotated[str, Field(pattern=r"^[\w./-]+$")] | None = None
    commit: Annotated[str, Field(pattern=r"^([0-9a-f]{12}|[0-9a-f]{40})$")] | None = None
    page: Annotated[str, Field(pattern=r"^https://[^\s\"'<>]+$")] | None = None
    schedule: Annotated[bool, Field(exclude=True)] = False
    checksum: Annotated[str | None, Field(exclude=True, pattern=r"^[0-9a-f]{64}$")] = None

    @model_validator(mode="after")
    def _can_be_found(self) -> "CatalogDocument":
        if any((self.repo, self.path, self.commit)):
            if not all((self.repo, self.path, self.commit)) or self.page:
                raise ValueError("give repo, path and commit together, or page alone")
        elif not self.title or not (self.page or self.date):
            raise ValueError("give repo, path and commit, or page and title, or title and date")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def url(self) -> str | None:
        """The address of the text that was read."""
        if self.commit:
            kind = "blob" if "." in (self.path or "").rpartition("/")[2] else "tree"
            return f"https://github.com/{self.repo}/{kind}/{self.commit}/{self.path}"
        return self.page

    @property
    def name(self) -> str:
        """The title or, if it is unknown, the file name."""
        return self.title or (self.path or "").rpartition("/")[2]

    @property
    def day(self) -> int:
        """The date as a number to sort by, 0 if it is unknown."""
        return self.date.first_day().toordinal() if self.date else 0

    @property
    def series(self) -> str:
        """The document whatever its date: the name of its file, or its title."""
        if self.publisher == "models-dev":
            return self.publisher
        return f"{self.repo}/{(self.path or '').rpartition('/')[2]}" if self.repo else self.name


class Deployments(CatalogRecord):
    """The ways that Azure deploys a model, and the date of the table that lists them, if known."""

    names: tuple[values.Deployment, ...] = Field(min_length=1)
    as_of: values.Date | None = None


class Regions(CatalogRecord):
    """The Azure regions of a way of deploying; some tables give only their number."""

    count: Annotated[int, Field(gt=0)]
    names: tuple[Key, ...] = ()
    deployment: values.Deployment
    as_of: values.Date | None = None

    @model_validator(mode="after")
    def _counted(self) -> "Regions":
        if self.names and len(self.names) != self.count:
            message = f"the count is {self.count} but {len(self.names)} are named: "
            raise ValueError(message + "correct one of the two")
        return self


class FineTuning(CatalogRecord):
    """How a model can be fine-tuned, and until when.

    Attributes:
        until: training does not end earlier, for those who train already.
        tuned_until: the day that the models made of it retire.
        as_of: the date of the table that lists the methods.
    """

    methods: tuple[values.Tuning, ...] = ()
    places: tuple[values.TuningPlace, ...] = ()
    regions: tuple[Key, ...] = ()
    until: values.Date | None = None
    tuned_until: values.Date | None = None
    as_of: values.Date | None = None


class Listing(CatalogRecord):
    """An entry of models.dev: figures of its own, with their own date.

    The `max_output` of an embedding is the number of dimensions of its vector.

    Attributes:
        price_input: US dollars per million tokens, like the other prices.
        long_context: the number of input tokens from which the “long” prices are asked.
        listed: whether models.dev had the entry when it was last read.
        unlisted_on: the day that the entry was found missing: no proof of a retirement.
        revision: the commit of models.dev, or the SHA-256 of the api.json, of the figures.
        as_of: the day that they were read.
    """

    id: Name
    name: Name
    family: Name | None = None
    inputs: tuple[values.Modality, ...] = ()
    outputs: tuple[values.Modality, ...] = ()
    context: values.Tokens | None = None
    max_output: values.Tokens | None = None
    tools: bool | None = None
    reasoning: bool | None = None
    effort: tuple[values.Effort, ...] = ()
    structured_outputs: bool | None = None
    open_weights: bool | None = None
    price_input: values.Dollars | None = None
    price_output: values.Dollars | None = None
    price_cached_input: values.Dollars | None = None
    price_cache_write: values.Dollars | None = None
    price_audio_input: values.Dollars | None = None
    long_context: values.Tokens | None = None
    price_long_input: values.Dollars | None = None
    price_long_output: values.Dollars | None = None
    price_long_cached_input: values.Dollars | None = None
    price_long_cache_write: values.Dollars | None = None
    status: values.Status | None = None
    knowledge_cutoff: values.Date | None = None
    release_date: values.Date | None = None
    listed: bool
    unlisted_on: values.Date | None = None
    notes: tuple[Note, ...] = ()
    revision: Annotated[str, Field(pattern=r"^([0-9a-f]{12}|[0-9a-f]{40}|sha256:[0-9a-f]{64})$")]
    as_of: values.Date

    @model_validator(mode="after")
    def _unlisted_is_dated(self) -> "Listing":
        if self.listed == bool(self.unlisted_on):
            message = "give unlisted_on if listed is no, and only then: correct one of the two"
            raise ValueError(message)
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def url(self) -> str:
        """The entry at its revision or, if no commit is known, all current entries."""
        if self.revision.startswith("sha256:"):
            return "https://models.dev/api.json"
        path = f"providers/azure/models/{self.id}.toml"
        return f"https://github.com/anomalyco/models.dev/blob/{self.revision}/{path}"


class Model(CatalogRecord):
    """A model, or one of its versions, by Microsoft's documents, with its entry of models.dev.

    A model that only models.dev has takes its fields from its listing, and has no documents.
    Limits are in tokens. A retirement date is a schedule, not proof that the retirement happened.

    Attributes:
        id: as printed; the versions of a model share it.
        version: the version, if documents distinguish several and this is one of them.
        lasting: whether it is the model, or the version that retires last and stands for it.
        aliases: its other names, in models.csv and in the documents.
        dimensions: the sizes of the vectors that it can return.
        effort: the levels of reasoning effort that a request can ask for.
        server: the company that serves it, if it is neither its maker nor Azure.
        lacks: capabilities that a document says it does not have.
        replacement: ids as printed; some are not in the catalog.
        documents: those of Microsoft that name it, latest first.
        listing: the entry of models.dev.
    """

    id: Name
    version: Name | None = None
    lasting: bool = True
    aliases: tuple[Name, ...] = ()
    maker: MakerRef
    server: MakerRef | None = None
    kind: values.Kind | None = None
    apis: tuple[values.Api, ...] = ()
    inputs: tuple[values.Modality, ...] = ()
    outputs: tuple[values.Modality, ...] = ()
    context: values.Tokens | None = None
    max_input: values.Tokens | None = None
    max_output: values.Tokens | None = None
    dimensions: tuple[values.Tokens, ...] = ()
    capabilities: tuple[values.Capability, ...] = ()
    lacks: tuple[values.Capability, ...] = ()
    effort: tuple[values.Effort, ...] = ()
    formats: tuple[values.Format, ...] = ()
    languages: tuple[values.Language, ...] = ()
    deployments: Deployments | None = None
    regions: tuple[Regions, ...] = ()
    fine_tuning: FineTuning | None = None
    lifecycle: values.Lifecycle | None = None
    lifecycle_as_of: values.Date | None = None
    retirement: values.Date | None = None
    replacement: tuple[Name, ...] = ()
    sold_by: values.Seller | None = None
    hosting: values.Hosting | None = None
    versions: tuple[Name, ...] = ()
    knowledge_cutoff: values.Date | None = None
    notes: tuple[Note, ...] = ()
    documents: tuple[CatalogDocument, ...] = ()
    listing: Listing | None = None

    @model_validator(mode="after")
    def _is_documented(self) -> "Model":
        if not self.listing and not any(document.commit for document in self.documents):
            message = "no reading of a document with a commit names it: add one, or remove the row"
            raise ValueError(message)
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def key(self) -> str:
        """The unique fragment of its entry; ids that differ only in punctuation share a key."""
        return key_of(self.name)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def model(self) -> str:
        """The key of the model, which its versions share."""
        return key_of(self.id)

    @property
    def name(self) -> str:
        """The id and, of a version, the version, as Microsoft writes them: gpt-4o (2024-05-13)."""
        return f"{self.id} ({self.version})" if self.version else self.id


@dataclass(frozen=True, slots=True)
class Statement:
    """What a document states on a field of a model.

    Attributes:
        model: the key of the model.
        name: the name of the model as printed.
        printed: the text of the document.
        value: what it means, in the type of the field.
        version: the version of the model, if the document distinguishes versions.
        derived: whether a rule read it in a text about something else, such as the model's type.
    """

    model: str
    name: str
    field: str
    printed: str
    value: Any
    document: CatalogDocument
    version: str = ""
    derived: bool = False

    def equals(self, other: "Statement") -> bool:
        """Return True if both have the same value; the order of a list says nothing."""
        if isinstance(self.value, tuple) and isinstance(other.value, tuple):
            return set(self.value) == set(other.value)
        return bool(self.value == other.value)


@dataclass(frozen=True)
class Contradiction:
    """A field of a model on which documents differ, the statement that the catalog shows first.

    Attributes:
        version: the version that it is about, if documents distinguish several.
        convention: what explains the difference, if it is one of convention.
        note: what is known of the difference.
    """

    model: str
    field: str
    version: str
    statements: tuple[Statement, ...]
    convention: values.Convention | None = None
    note: Bilingual | None = None


@dataclass(frozen=True)
class History:
    """The values that one document gave to a field of a model over time, oldest first."""

    model: str
    field: str
    version: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Change:
    """What the readings of a date changed in a field of a model, or of one of its versions.

    Attributes:
        version: the version, if documents distinguished several on that date.
        field: "" if the model, or its version, is new on that date.
        before: the statement that the field showed; None if it showed none.
        after: the statement that it shows; None if no document states the field any more.
        document: the document that names a new model, or states what the field shows.
    """

    model: str
    version: str
    date: PartialDate
    field: str = ""
    before: Statement | None = None
    after: Statement | None = None
    document: CatalogDocument | None = None

    @property
    def kind(self) -> values.Change:
        """What changed."""
        if not self.field:
            return "new"
        if not self.after:
            return "withdrawn"
        return "changed" if self.before else "stated"


@dataclass(frozen=True, eq=False)
class Catalog:
    """All models in the order of the data, those that only models.dev lists last.

    Compared by identity, so that results can be cached.

    Attributes:
        versions: of models of which documents distinguish several, by key, newest first.
        cells: the statement that each field shows, by key of the model or version, and field.
        as_of: the date of the newest document of Microsoft.
    """

    makers: dict[str, Maker]
    models: tuple[Model, ...]
    contradictions: tuple[Contradiction, ...] = ()
    histories: tuple[History, ...] = ()
    changes: tuple[Change, ...] = ()
    cells: Mapping[str, Mapping[str, Statement]] = field(default_factory=dict)
    as_of: PartialDate | None = None
    versions: Mapping[str, Sequence[Model]] = field(default_factory=dict)

    def of(self, maker: str) -> list[Model]:
        """Return the models of the maker with a slug."""
        return [model for model in self.models if model.maker.slug == maker]

    def find(self, printed: str) -> Model | None:
        """Return the model or version with a printed id, in any case and punctuation."""
        return self._by_key.get(key_of(printed))

    @cached_property
    def rows(self) -> tuple[Model, ...]:
        """Each version that documents distinguish; other models as a whole."""
        return tuple(row for model in self.models for row in self._rows(model))

    def _rows(self, model: Model) -> Sequence[Model]:
        return self.versions.get(model.model) or (model,)

    def about(self, model: Model) -> list[Contradiction]:
        """Return the contradictions about a model, or about one of its versions."""
        version = model.version or ""
        about = (found for found in self.contradictions if found.model == model.model)
        return [found for found in about if found.version == version]

    def history(self, model: Model) -> list[History]:
        """Return the histories of a model's fields, or of one of its versions."""
        version = model.version or ""
        about = (found for found in self.histories if found.model == model.model)
        return [found for found in about if found.version == version]

    def documents(self, model: Model) -> list[CatalogDocument]:
        """Return the documents of a model, then the others that fill its versions' cells."""
        cells = (cell for row in self._rows(model) for cell in self.cells.get(row.key, {}).values())
        others = {cell.document: None for cell in cells if cell.document not in model.documents}
        return [*model.documents, *others]

    def sources(self, model: Model) -> dict[str, list[int]]:
        """Return the numbers, from 1, of the documents that each field of a model is from.

        If there is only one document, its fields need no number.
        """
        documents = self.documents(model)
        numbers: dict[str, set[int]] = {name: set() for name in Model.model_fields}
        for name, cell in self.cells.get(model.key, {}).items():
            field = name
            if name.replace("_", "-") in (*model.capabilities, *model.lacks):
                field = "capabilities" if cell.value == "yes" else "lacks"
            elif name.startswith(("regions_", "tun")):
                field = "regions" if name.startswith("regions_") else "fine_tuning"
            number = documents.index(cell.document) + 1
            for filled in (field, "kind" if name == model.kind else field):
                numbers.setdefault(filled, set()).add(number)
        return {name: sorted(of) if len(documents) > 1 else [] for name, of in numbers.items()}

    @cached_property
    def _by_key(self) -> dict[str, Model]:
        return {model.key: model for model in (*self.rows, *self.models)}
