"""Refresh the catalog: read the newest version of each document, and write new readings."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from dossier.catalog.readings import read_document
from dossier.catalog.refresh.documents import name_of, refresh_document
from dossier.catalog.refresh.draft import Draft
from dossier.catalog.refresh.fetch import DocumentSource, RefreshError
from dossier.catalog.refresh.layouts import layouts
from dossier.catalog.refresh.listings import refresh_listings

__all__ = ["RefreshError", "refresh"]


def refresh(folder: Path, base: str, today: str, write: bool) -> Iterator[str]:
    """Compare data/catalog/ with the newest documents, and yield the lines of a report.

    If asked, write the new readings, and a row of models.csv for each new model. What cannot be
    read, or is not all understood, is named, and its older reading stays.

    Args:
        folder: data/catalog/.
        base: the address of a copy of the documents, "" for where they are published.
        today: the day that they are read, 2026-11-25.
        write: whether to write.

    Raises:
        RefreshError: a document was not read, after the others were written; or a file cannot be
            written, and then none is.
        DossierError: the catalog has errors.
    """
    draft = Draft(folder)
    documents = _documents(folder, draft, DocumentSource(base.rstrip("/")), today)
    failed: list[str] = []
    for name, read in documents.items():
        try:
            yield from read()
        except RefreshError as error:
            failed.append(name)
            yield f"{name}: not read: {error}"
        # Markdown ends a list at an empty line.
        yield ""
    if not draft:
        yield "nothing to write"
    elif write:
        yield from draft.write()
    else:
        yield "nothing written: add --write"
    if failed:
        message = f"{len(failed)} of {len(documents)} documents were not read: {', '.join(failed)}"
        raise RefreshError(message)


def _documents(
    folder: Path, draft: Draft, source: DocumentSource, today: str
) -> dict[str, Callable[[], Iterator[str]]]:
    """Return what refreshes each document, by the name of its readings."""
    files = [(read_document(file)[0], file) for file in (folder / "readings").glob("*.csv")]
    files.sort(key=lambda read: read[0].day)
    newest = {name_of(file): file for document, file in files if document.repo}
    return {
        **{
            name: partial(refresh_document, newest[name], layout, draft, source, today)
            for name, layout in layouts().items()
            if name in newest and not layout.replaced
        },
        "models-dev": lambda: refresh_listings(draft, source.models_dev(), today),
    }
