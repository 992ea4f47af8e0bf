"""Do the modules find what they import, by the import maps of the site's pages?

The HTML standard, “resolve a module specifier”. A module does not know which page runs
it: the maps of all pages are taken together, their scopes too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linkcheck.addresses import has_scheme, resolve
from linkcheck.document import Document, Reference
from linkcheck.findings import Finding
from linkcheck.github_pages import Site
from linkcheck.readers.javascript import STATIC_IMPORT
from linkcheck.rules.links import Target, base_of, follow

ImportMap = dict[str, str]
"""What each specifier, an absolute address or a bare name, is mapped to: an absolute address."""


def import_map_of(documents: Iterable[Document], site: Site) -> ImportMap:
    """Return the import maps of all pages as one."""
    found: ImportMap = {}
    for document in documents:
        if document.import_map:
            base = base_of(document, site)
            for specifier, written in document.import_map.items():
                if address := resolve(written, base):
                    found[_normalized(specifier, base)] = address.href
    return found


def check_imports(
    document: Document, import_map: ImportMap, site: Site
) -> Iterator[Target | Finding]:
    """Give what each import of a document leads to within the site, and what is wrong with it."""
    for reference in document.imports:
        base = base_of(document, site)
        specifier = _normalized(reference.written, base)
        if specifier in import_map:
            continue  # told of the map
        if mapped := _mapped(specifier, import_map):
            for result in follow(replace(reference, written=mapped), document, site, base):
                yield _as_written(result, reference)
        elif _is_address(reference.written):
            yield from follow(reference, document, site, base)


def check_bare_imports(document: Document, import_map: ImportMap) -> Iterator[Finding]:
    """Give the bare names that a document imports and no import map maps: it does not run."""
    for reference in document.imports:
        name = reference.written
        if reference.place == STATIC_IMPORT and not (
            _is_address(name) or name in import_map or _mapped(name, import_map)
        ):
            message = f"no import map maps “{name}”: of a file, the name begins with ./"
            yield Finding(document.file, reference.line, "bad-address", name, "", message)


def _mapped(specifier: str, import_map: ImportMap) -> str | None:
    folders = [key for key in import_map if key.endswith("/") and specifier.startswith(key)]
    if not folders:
        return None
    longest = max(folders, key=len)
    return import_map[longest] + specifier.removeprefix(longest)


def _as_written(result: Target | Finding, reference: Reference) -> Target | Finding:
    return replace(result, target=reference.written) if isinstance(result, Finding) else result


def _normalized(specifier: str, base: str) -> str:
    address = resolve(specifier, base) if _is_address(specifier) else None
    return address.href if address else specifier


def _is_address(specifier: str) -> bool:
    return specifier.startswith(("/", "./", "../")) or has_scheme(specifier)
