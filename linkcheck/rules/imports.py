"""Rules about modules and what they import, through the import maps of the site's pages.

The HTML standard, “resolve a module specifier”. A module does not know which page runs it, so the
maps of all pages are merged, their scopes too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linkcheck.addresses import has_scheme, resolve
from linkcheck.document import STATIC_IMPORT, ParsedDocument, Reference
from linkcheck.findings import Finding
from linkcheck.github_pages import ServedSite
from linkcheck.rules.links import Target, base_of, follow

ImportMap = dict[str, str]
"""The absolute URL of each specifier, which is an absolute URL or a bare name."""


def import_map_of(documents: Iterable[ParsedDocument], site: ServedSite) -> ImportMap:
    """Return the merged import maps of all pages."""
    found: ImportMap = {}
    for document in documents:
        if document.import_map:
            base = base_of(document, site)
            for specifier, written in document.import_map.items():
                if address := resolve(written, base):
                    found[_normalized(specifier, base)] = address.href
    return found


def check_import(
    reference: Reference, document: ParsedDocument, import_map: ImportMap, site: ServedSite
) -> Iterator[Target | Finding]:
    """Yield the target of an import, if it stays on the site, and findings."""
    base = base_of(document, site)
    specifier = _normalized(reference.written, base)
    if specifier in import_map:
        return  # checked as an address of the map
    if mapped := _mapped(specifier, import_map):
        for result in follow(replace(reference, written=mapped), document, site, base):
            if isinstance(result, Finding):
                yield replace(result, target=reference.written)
            else:
                yield result
    elif _is_address(reference.written):
        yield from follow(reference, document, site, base)


def check_bare_imports(document: ParsedDocument, import_map: ImportMap) -> Iterator[Finding]:
    """Yield a finding for each bare name without an import map: the module does not run."""
    for reference in document.imports:
        name = reference.written
        if reference.place == STATIC_IMPORT and not (
            reference.is_ignored
            or _is_address(name)
            or name in import_map
            or _mapped(name, import_map)
        ):
            message = f"no import map maps “{name}”: the name of a file starts with ./"
            yield Finding(document.file, reference.line, "bad-address", name, message=message)


def _mapped(specifier: str, import_map: ImportMap) -> str | None:
    folder = specifier
    while "/" in folder:  # the longest first
        folder = folder.rpartition("/")[0]
        if mapped := import_map.get(f"{folder}/"):
            return mapped + specifier.removeprefix(f"{folder}/")
    return None


def _normalized(specifier: str, base: str) -> str:
    address = resolve(specifier, base) if _is_address(specifier) else None
    return address.href if address else specifier


def _is_address(specifier: str) -> bool:
    return specifier.startswith(("/", "./", "../")) or has_scheme(specifier)
