"""The scripts and style sheets that pages load are the sources, joined."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

from dossier.assets.modules import read_module
from dossier.assets.scripts import join_scripts
from dossier.assets.styles import join_styles
from dossier.files.problems import DossierError
from tests.support.site import ROOT, Site
from tests.support.tables import read_table

SCRIPTS = ROOT / "docs/assets/javascripts"
MODULES: dict[str, str] = read_table("content/assets.yml")["modules"]
BAD_SCRIPTS: dict[str, dict[str, str]] = read_table("content/assets.yml")["bad scripts"]
STYLES: dict[str, dict[str, Any]] = read_table("content/assets.yml")["styles"]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *entries: str) -> list[object]:
    """Load scripts as a page would, and return what they print."""
    main = folder.with_suffix(".js")
    imports = "".join(f'import "./{folder.name}/{entry}";\n' for entry in entries)
    (folder.parent / "go-on.js").write_text("addEventListener('error', (e) => e.preventDefault());")
    main.write_text(f'import "./go-on.js";\n{imports}')
    command = [sys.executable, "-m", "deno", "run", "--no-remote", "--no-config", str(main)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_joined_modules_do_what_the_modules_do(tmp_path: Path) -> None:
    sources = write(tmp_path / "sources", MODULES)
    joined = join_scripts(sources)
    assert set(joined) == {"core.js", "page/page.js", "room/room.js"}
    printed = run(sources, "core.js", "page/page.js")
    assert len(printed) == 4
    assert run(write(tmp_path / "joined", joined), "core.js", "page/page.js") == printed


def test_a_module_that_fails_stops_no_other(tmp_path: Path) -> None:
    wrong = {**MODULES, "frame/first.js": "throw new Error()"}
    joined = join_scripts(write(tmp_path / "sources", wrong))
    assert len(run(write(tmp_path / "joined", joined), "core.js", "page/page.js")) == 3


def test_scripts_lose_their_comments_only() -> None:
    paths = [file.relative_to(SCRIPTS).as_posix() for file in sorted(SCRIPTS.rglob("*.js"))]
    sources = {path: tokens((SCRIPTS / path).read_bytes()) for path in paths}
    joined = {path: tokens(read_module(SCRIPTS, path).code(".").encode()) for path in paths}
    assert sum(map(len, joined.values())) > 10_000
    assert [path for path in paths if joined[path] != sources[path]] == []


def tokens(script: bytes) -> list[bytes]:
    """Return the tokens of a script, except comments, imports, exports and addresses of modules."""
    found, nodes = [], [Parser(Language(tree_sitter_javascript.language())).parse(script).root_node]
    while nodes:
        node = nodes.pop()
        skipped = node.type in ("comment", "import_statement", "export")
        if skipped or (node.type == "export_statement" and node.child_by_field_name("source")):
            continue
        nodes += reversed(node.children)
        text = node.text or b""
        if text and not node.children and not text.endswith(b".js"):
            found.append(text)
    return found


def test_comments_separate_what_they_separated(tmp_path: Path) -> None:
    source = "let a/* */= 1 // one\nf = () => { return/*\n*/a }\n\n  // alone\nlet c = `\n // kept`"
    code = read_module(write(tmp_path, {"one.js": source}), "one.js").code(".")
    assert code == "let a = 1  \nf = () => { return\na }\n\nlet c = `\n // kept`"


@pytest.mark.parametrize("name", BAD_SCRIPTS)
def test_modules_that_cannot_be_joined_are_reported(name: str, tmp_path: Path) -> None:
    changed = {key: text for key, text in BAD_SCRIPTS[name].items() if key != "says"}
    with pytest.raises(DossierError) as error:
        join_scripts(write(tmp_path, {**MODULES, **changed}))
    assert str(error.value).removeprefix(f"{tmp_path}/") == BAD_SCRIPTS[name]["says"]


@pytest.mark.parametrize("name", STYLES)
def test_style_sheets_are_joined_by_their_imports(name: str, tmp_path: Path) -> None:
    case = STYLES[name]
    folder = write(tmp_path, case["sheets"])
    try:
        found: object = join_styles(folder)
    except DossierError as error:
        found = str(error).removeprefix(f"{tmp_path}/")
    assert found == case["found"]


def test_the_joined_files_are_published_and_no_others(site: Site) -> None:
    for kind, join in (("javascripts", join_scripts), ("stylesheets", join_styles)):
        folder = site.folder / "assets" / kind
        published = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
        assert published == set(join(ROOT / "docs/assets" / kind))
