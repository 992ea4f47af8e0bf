"""Addresses are found with their lines wherever they can be, and nowhere else."""

import re
from pathlib import Path

from tests.links.made import HEAD, SITE_URL, expected, findings, lay, linked, make, read
from tests.support.each import each_reported

ADDRESS = re.compile(
    rf"({re.escape(SITE_URL)}|\./|/site/)?(?<![\w-])(nowhere[\w./]*)([?#][\w={{}}]+)?"
)
CONTENT: dict[str, str] = read("base")["content"]


def test_addresses_are_found_in_every_place(tmp_path: Path) -> None:
    files, found, missing = all_places()
    assert findings(make(tmp_path, linked(files))) == sorted(found)
    added = {name: CONTENT.get(Path(name).suffix, "") for name in missing}
    # Pages need a link; other files are used by the places alone.
    pages = {name: text for name, text in added.items() if name.endswith(".html")}
    assert findings(make(tmp_path, {**linked({**files, **pages}), **added})) == []


def all_places() -> tuple[dict[str, str], list[str], list[str]]:
    """Return a file for each place, the findings in them, and the files that are missing."""
    files, found, missing = {"app.js": ""}, [], []
    for name, kind in read("places").items():
        for place in kind["places"]:
            stem, number = Path(name).stem, len(files)
            file = f"{stem}{number}{Path(name).suffix}"
            text = kind["around"].replace("…", place)
            text = re.sub(r"(?<![\w-])nowhere", f"nowhere{number}", text)
            match = ADDRESS.search(text)
            assert match
            line = 1 + text.count("\n", 0, match.start())
            files[file] = text
            found.append(f"{file}:{line} {rule_of(match[2])} {match[0]}")
            missing.append(match[2])
    return files, found, missing


def rule_of(missing: str) -> str:
    return "missing-page" if missing.endswith(".html") else "missing-file"


def test_addresses_are_found_in_places_that_need_a_site_of_their_own(tmp_path: Path) -> None:
    with each_reported("linkcheck/readers/") as at:
        for number, (name, case) in enumerate(read("places_alone").items()):
            files, missing = dict(lay(case["files"])), case["missing"]
            with at(name):
                found = findings(make(tmp_path / f"{number}a", files))
                assert found == expected([case["found"]])
                files[missing] = CONTENT.get(Path(missing).suffix, "")
                if missing.endswith(".html"):
                    files["index.html"] = f'{files["index.html"]!s}<a href="{missing}">x</a>'
                assert findings(make(tmp_path / f"{number}b", files)) == []


def test_nothing_else_is_an_address(tmp_path: Path) -> None:
    pages = {f"{name}.html": f"{HEAD}{text}" for name, text in read("no_addresses").items()}
    files = {re.sub(r"[^\w.]", "-", name): text for name, text in pages.items()}
    assert findings(make(tmp_path, linked(files))) == []


def test_unusual_sites_have_no_findings(tmp_path: Path) -> None:
    with each_reported("linkcheck/rules/") as at:
        for number, (name, case) in enumerate(read("whole").items()):
            with at(name):
                site = lay(case["files"], case.get("site", "whole"))
                assert findings(make(tmp_path / str(number), site)) == []


def test_nothing_before_an_address_changes_its_line(tmp_path: Path) -> None:
    files, found = {}, []
    for number, text in enumerate(read("lines").values()):
        files[f"{number}.html"] = HEAD + text.replace("@", f"<a href='nowhere{number}/'>x</a>")
        line = 2 + text.partition("@")[0].count("\n")
        found.append(f"{number}.html:{line} missing-page nowhere{number}/")
    for number, markup in enumerate(
        (
            '<style\nmedia="all">\np { background: url(/nowhere.png) }</style>',
            '<script\ntype="importmap">\n{"imports": {"a": "/nowhere.png"}}</script>',
            '<script\ntype="module">\nimport "/nowhere.png"</script>',
        )
    ):
        files[f"text{number}.html"] = HEAD + markup
        found.append(f"text{number}.html:4 outside-base /nowhere.png")
    assert findings(make(tmp_path, linked(files))) == sorted(found)
