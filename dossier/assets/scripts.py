"""The ES modules of the site, joined: a file for each that a page or an `import()` loads.

A joined file has the address of its entry: a module that no other imports, which pages name, or
the target of an `import()`. It has all modules that the entry imports, in the order in which a
browser would run them, except those that are loaded before it. So a module is in one file only
and runs once: as a function, whose exports other modules find by its path.
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from dossier.assets.modules import Module, read_module

CORE = "core.js"
"""The entry that every page loads, and that every other file imports."""


def join_scripts(folder: Path) -> dict[str, str]:
    """Return the joined files by their path in `folder`.

    Raises:
        DossierError: a module cannot be read, or the modules cannot be joined.
    """
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.js"))
    modules = {path: read_module(folder, path) for path in paths}
    for module in modules.values():
        _check_imports(module, modules)
    for path in paths:
        _in_order(path, modules)  # raises for each circle
    return {
        entry: _joined(entry, [modules[path] for path in paths], modules[entry].exports)
        for entry, paths in _files(modules).items()
    }


def _check_imports(module: Module, modules: dict[str, Module]) -> None:
    for target, names, line in [*module.imports, *module.lazy]:
        if target not in modules:
            raise module.error(line, f"there is no {target}: correct the address")
        if missing := sorted(set(names) - set(modules[target].exports)):
            fix = "correct the name, or export it there"
            raise module.error(line, f"{target} does not export {', '.join(missing)}: {fix}")


def _files(modules: dict[str, Module]) -> dict[str, list[str]]:
    """Return the paths of the modules in each joined file, by its entry."""
    imported = {one.path for module in modules.values() for one in (*module.imports, *module.lazy)}
    entries = [path for path in modules if path == CORE or path not in imported]
    files: dict[str, list[str]] = {}
    loaded_before: dict[str, frozenset[str]] = {}
    homes: dict[str, str] = {}

    def add(entry: str, loaded: frozenset[str]) -> None:
        own = [path for path in _in_order(entry, modules) if path not in loaded]
        files[entry], loaded_before[entry] = own, loaded
        loaded = loaded.union(own)
        for module in (modules[path] for path in own):
            if homes.setdefault(module.path, entry) != entry:
                both = f"both {homes[module.path]} and {entry} need this module"
                raise module.error(1, f"{both}: import it in {CORE}, too")
            for target, _, line in module.lazy:
                if target not in files:
                    add(target, loaded)
                elif not loaded_before[target] <= loaded:
                    fix = f"load it from {CORE} or what that imports"
                    raise module.error(line, f"another file loads {target}, too: {fix}")

    for entry in sorted(entries, key=lambda path: path != CORE):
        add(entry, frozenset(files.get(CORE, ())))
    return files


def _in_order(entry: str, modules: dict[str, Module]) -> list[str]:
    """Return a module and those that it imports, in the order in which they run."""
    order: dict[str, bool] = {}  # whether it has all that it imports before it

    def visit(path: str) -> Iterator[str]:
        order[path] = False
        for target, _, line in modules[path].imports:
            if order.get(target) is False:
                fix = "move what both need to a third module"
                raise modules[path].error(line, f"{target} imports this module, too: {fix}")
            if target not in order:
                yield from visit(target)
        order[path] = True
        yield path

    return list(visit(entry))


def _joined(entry: str, modules: list[Module], exports: list[str]) -> str:
    up = posixpath.relpath(".", posixpath.dirname(entry) or ".")
    head = (
        "export const $modules = {};"
        if entry == CORE
        else f'import {{ $modules }} from "{up}/{CORE}";'
    )
    tail = f'export const {{ {", ".join(exports)} }} = $modules["{entry}"];' if exports else ""
    return "\n".join([head, *(_as_function(module, up) for module in modules), tail])


def _as_function(module: Module, up: str) -> str:
    imports = [one for one in module.imports if one.names]
    code = [
        *(f'const {{ {", ".join(names)} }} = $modules["{path}"];' for path, names, _ in imports),
        module.code(up),
    ]
    if module.exports:
        begin, end = f'$modules["{module.path}"] = (() => {{', "})();"
        code.append(f"return {{ {', '.join(module.exports)} }};")
    else:  # no other module needs it: as a file of its own, it would not stop them if it failed
        begin, end = "try { (() => {", "})(); } catch (error) { reportError(error); }"
    # The path leads from a stack trace to the source.
    return "\n".join([f"// {module.path}", begin, *code, end])
