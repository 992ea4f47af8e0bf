"""The changes of a refresh to data/catalog/, which are written together, once all are known."""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dossier.catalog.load import load_catalog, load_identities
from dossier.catalog.readings import COLUMNS
from dossier.catalog.refresh.fetch import RefreshError
from dossier.catalog.values import key_of
from dossier.files.atomic import replace_file
from dossier.files.problems import DossierError, read_text

Makers = tuple[str, str]
"""The keys of the maker of a model and of its server, "" if the maker serves it."""


class Draft:
    """New files of a catalog, none of which is written before `write`.

    Attributes:
        keys: the key of the model of each name, new models included.
        makers: those of each model, by its key.
        files: the text of each new file, by its name in the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        identities, self.keys = load_identities(folder)
        self.makers: dict[str, Makers] = {
            key: (one.maker.slug, one.server.slug if one.server else "")
            for key, one in identities.items()
        }
        self.files: dict[str, str] = {}

    def add(
        self,
        name: str,
        head: Mapping[str, str | None],
        rows: Iterable[Iterable[str]],
        models: Mapping[str, Makers],
    ) -> None:
        """Add a reading, with the lines about its document, and the models that are new in it.

        Raises:
            RefreshError: the catalog with them would have errors; nothing is added.
        """
        lines = "".join(f"# {key}: {value}\n" for key, value in head.items() if value)
        files = self.files | {f"readings/{name}.csv": lines + _csv([COLUMNS, *rows])}
        if models:
            table = files.get("models.csv") or read_text(self.folder / "models.csv")
            more = [[id_, *makers, "", ""] for id_, makers in models.items()]
            files["models.csv"] = table.removesuffix("\n") + "\n" + _csv(more)
        _check(self.folder, files)
        self.files = files
        for id_, makers in models.items():
            self.keys[key_of(id_)] = key_of(id_)
            self.makers[key_of(id_)] = makers

    def write(self) -> Iterator[str]:
        """Write the files, and yield a line for each.

        Raises:
            RefreshError: one cannot be written; then none is changed.
        """
        before = {
            self.folder / name: (self.folder / name).read_bytes()
            if (self.folder / name).exists()
            else None
            for name in self.files
        }
        written: list[Path] = []
        for name, text in self.files.items():
            file = self.folder / name
            try:
                replace_file(file, text.encode())
            except OSError as error:
                for other in written:
                    if (content := before[other]) is None:
                        other.unlink()
                    else:
                        other.write_bytes(content)
                message = f"{file} cannot be written ({error.strerror}): make its folder writable"
                raise RefreshError(message) from None
            written.append(file)
        yield from (f"{file} written" for file in written)

    def __bool__(self) -> bool:
        """Return True if there is something to write."""
        return bool(self.files)


def _csv(rows: Iterable[Iterable[str]]) -> str:
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\n").writerows(rows)
    return table.getvalue()


def _check(folder: Path, files: Mapping[str, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        copy = shutil.copytree(folder, Path(name, "catalog"))
        for file, text in files.items():
            (copy / file).write_text(text, encoding="utf-8")
        try:
            load_catalog(copy)
        except DossierError as error:
            problem = error.problems[0].message
            raise RefreshError(f"the answer does not fit the catalog: {problem}") from None
