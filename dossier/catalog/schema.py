"""What the catalog says of a model. None and () mean “not stated”, never zero or no.

The data name makers, notes and documents by their keys: the context of the validation maps
"makers", "notes" and "documents" to what each key stands for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    computed_field,
    model_validator,
)

from dossier.catalog.keys import key_of
from dossier.catalog.values import (
    Answer,
    Api,
    Capability,
    Date,
    Deployment,
    Dollars,
    Format,
    Kind,
    Language,
    Lifecycle,
    Modality,
    Name,
    Point,
    Publisher,
    Seller,
    Status,
    Tokens,
)
from dossier.files.records import Key
from dossier.locales import Bilingual

_T = TypeVar("_T")


def _named_in(table: str) -> BeforeValidator:
    """Return what takes the key of a record of `table` for the record."""

    def look_up(value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value
        records = (info.context or {}).get(table, {})
        if value not in records:
            raise ValueError(f"{table}.yml has no “{value}”: add it there or correct the name")
        return records[value]

    return BeforeValidator(look_up)


Note = Annotated[Bilingual, _named_in("notes")]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Maker(_Record):
    """A company that makes models, or that serves those of others."""

    slug: Key
    name: Name
    notes: tuple[Note, ...] = ()


MakerNamed = Annotated[Maker, _named_in("makers")]


class Document(_Record):
    """Something published that the catalog was read in, as it was on its date.

    It has an address where the file and its commit are known (`repo`, `path`, `commit`) or where
    it is a page (`page`). One document was read without its address: it is named and dated.
    """

    publisher: Publisher
    title: str | None = None
    date: Date | None = None
    repo: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None = None
    path: Annotated[str, Field(pattern=r"^[\w./-]+$")] | None = None
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")] | None = None
    page: Annotated[str, Field(pattern=r"^https://[^\s\"'<>]+$")] | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> "Document":
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
            return f"https://github.com/{self.repo}/blob/{self.commit}/{self.path}"
        return self.page

    @property
    def name(self) -> str:
        """The title or, where none is known, the name of the file."""
        return self.title or (self.path or "").rpartition("/")[2]


DocumentNamed = Annotated[Document, _named_in("documents")]


class Deployments(_Record):
    """How Azure deploys a model, and the date of the table that says so, where it is known."""

    names: tuple[Deployment, ...] = Field(min_length=1)
    as_of: Date | None = None


class Regions(_Record):
    """The Azure regions that one way of deploying reaches; some tables give only their number."""

    count: Annotated[int, Field(gt=0)]
    names: tuple[Key, ...] = ()
    deployment: Deployment | None = None
    as_of: Date

    @model_validator(mode="after")
    def _counted(self) -> "Regions":
        if self.names and len(self.names) != self.count:
            raise ValueError(f"{self.count} regions are counted but {len(self.names)} named")
        return self


class Listing(_Record):
    """An entry of the open database models.dev: other figures, with their own date.

    For embeddings, models.dev gives as `max_output` the number of the vector's dimensions.

    Attributes:
        price_input: US dollars per million tokens, as are the two other prices.
        listed: whether models.dev had the entry when it was last read.
        unlisted_on: the day that it was seen to have none any more: no proof of a retirement.
        revision: models.dev's commit, or the SHA-256 of the api.json, that the figures are of.
        as_of: the day that they were read.
    """

    id: Name
    name: Name
    family: Name | None = None
    inputs: tuple[Modality, ...] = ()
    outputs: tuple[Modality, ...] = ()
    context: Tokens | None = None
    max_output: Tokens | None = None
    tools: bool | None = None
    reasoning: bool | None = None
    structured_outputs: bool | None = None
    open_weights: bool | None = None
    price_input: Dollars | None = None
    price_output: Dollars | None = None
    price_cached_input: Dollars | None = None
    status: Status | None = None
    knowledge_cutoff: Date | None = None
    release_date: Date | None = None
    listed: bool
    unlisted_on: Date | None = None
    notes: tuple[Note, ...] = ()
    revision: Annotated[str, Field(pattern=r"^([0-9a-f]{12}|sha256:[0-9a-f]{64})$")]
    as_of: Date

    @model_validator(mode="after")
    def _unlisted_is_dated(self) -> "Listing":
        if self.listed == bool(self.unlisted_on):
            raise ValueError("unlisted_on is for entries that are no longer listed: fill in both")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def url(self) -> str:
        """The entry at the revision that was read or, where none is known, all entries of today."""
        if self.revision.startswith("sha256:"):
            return "https://models.dev/api.json"
        path = f"providers/azure/models/{self.id}.toml"
        return f"https://github.com/anomalyco/models.dev/blob/{self.revision}/{path}"


class Model(_Record):
    """One model as Microsoft's documents describe it, and models.dev beside them.

    A model that only models.dev has takes what it can from its listing, and has no documents.
    Limits are in tokens. A retirement date is what the schedule said, not proof that the
    retirement happened.

    Attributes:
        id: as printed.
        server: who serves it, where that is neither its maker nor Azure.
        lacks: capabilities that a document says it has not.
        replacement: ids as printed; not all of them are in the catalog.
        documents: first that which the row was read in.
        listing: what models.dev says of the same model.
    """

    id: Name
    maker: MakerNamed
    server: MakerNamed | None = None
    kind: Kind | None = None
    apis: tuple[Api, ...] = ()
    inputs: tuple[Modality, ...] = ()
    outputs: tuple[Modality, ...] = ()
    context: Tokens | None = None
    max_input: Tokens | None = None
    max_output: Tokens | None = None
    capabilities: tuple[Capability, ...] = ()
    lacks: tuple[Capability, ...] = ()
    formats: tuple[Format, ...] = ()
    languages: tuple[Language, ...] = ()
    deployments: Deployments | None = None
    regions: Regions | None = None
    lifecycle: Lifecycle | None = None
    lifecycle_as_of: Date | None = None
    retirement: Date | None = None
    replacement: tuple[Name, ...] = ()
    sold_by: Seller | None = None
    versions: tuple[Name, ...] = ()
    knowledge_cutoff: Date | None = None
    notes: tuple[Note, ...] = ()
    documents: tuple[DocumentNamed, ...] = ()
    listing: Listing | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Model":
        if self.lifecycle and not self.lifecycle_as_of:
            raise ValueError("a lifecycle needs its date: fill in lifecycle_as_of")
        if self.lifecycle_as_of and not self.lifecycle:
            raise ValueError("lifecycle_as_of dates a lifecycle: fill it in or empty the date")
        if not self.listing and not any(document.commit for document in self.documents):
            raise ValueError("no document is named at its commit: name one in documents")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def key(self) -> str:
        """The fragment of its entry, unique: ids that differ only in punctuation share a key."""
        return key_of(self.id)


class Statement(_Record):
    """What one document says; it is None for models.dev: see the model's listing."""

    value: str
    document: DocumentNamed | None = None

    @property
    def publisher(self) -> Publisher:
        """Who says it."""
        return self.document.publisher if self.document else "models-dev"


_Limit = Annotated[str, Field(pattern=r"^\d+K?$")]

_VALUES: dict[Point, TypeAdapter[Any]] = {
    "context": TypeAdapter(_Limit),
    "max-input": TypeAdapter(_Limit),
    "max-output": TypeAdapter(_Limit),
    "inputs": TypeAdapter(Annotated[tuple[Modality, ...], BeforeValidator(lambda v: v.split(";"))]),
    "tools": TypeAdapter(Answer),
    "lifecycle": TypeAdapter(Lifecycle | Status),
    "retirement": TypeAdapter(Date),
}


class Contradiction(_Record):
    """A point on which documents differ about models, the documentation of Microsoft first."""

    models: tuple[Key, ...] = Field(min_length=1)
    about: Point
    statements: tuple[Statement, ...] = Field(min_length=2)
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _values_fit(self) -> "Contradiction":
        for statement in self.statements:
            try:
                _VALUES[self.about].validate_python(statement.value)
            except ValidationError:
                raise ValueError(f"“{statement.value}” says nothing of {self.about}") from None
        return self


@dataclass(frozen=True, eq=False)
class Catalog:
    """All models in the order of the data, those that only models.dev has last.

    It is equal to itself alone, so that what is made of it can be kept.
    """

    makers: dict[str, Maker]
    models: tuple[Model, ...]
    contradictions: tuple[Contradiction, ...]

    def of(self, maker: str) -> list[Model]:
        """Return the models of a maker, by its slug."""
        return self._by_maker.get(maker, [])

    def find(self, printed: str) -> Model | None:
        """Return the model that a document means by an id, whatever its case and punctuation."""
        return self._by_key.get(key_of(printed))

    def about(self, model: Model) -> list[Contradiction]:
        """Return the contradictions that concern a model."""
        return self._about.get(model.key, [])

    @cached_property
    def _by_maker(self) -> dict[str, list[Model]]:
        return _grouped((model.maker.slug, model) for model in self.models)

    @cached_property
    def _by_key(self) -> dict[str, Model]:
        return {model.key: model for model in self.models}

    @cached_property
    def _about(self) -> dict[str, list[Contradiction]]:
        return _grouped((key, found) for found in self.contradictions for key in found.models)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
