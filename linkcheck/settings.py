"""Options from `linkcheck.toml`, or from `[tool.linkcheck]` in `pyproject.toml`."""

import tomllib
from pathlib import Path
from typing import Any

from linkcheck.errors import CannotRunError

LISTS = ("exclude", "ignore", "source")
_TYPES: dict[str, type] = {
    "site-dir": str, "site-url": str, "format": str, "jobs": int, "strict": bool, "output": str,
    "dump": str, **dict.fromkeys(LISTS, list),
}  # fmt: skip
_WORDS = {str: "a text", int: "a number", bool: "true or false", list: "a list of texts"}


def read_settings(folder: Path) -> dict[str, Any]:
    """Return the options that the configuration in `folder` sets, by their names in Python.

    Raises:
        CannotRunError: the file cannot be read, or has an option that does not exist.
    """
    for name, keys in (("linkcheck.toml", ()), ("pyproject.toml", ("tool", "linkcheck"))):
        try:
            found: Any = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise CannotRunError(f"{name} cannot be read: {error}") from None
        for key in keys:
            found = found.get(key, {}) if isinstance(found, dict) else {}
        if found or not keys:
            return {key.replace("-", "_"): _checked(name, key, found[key]) for key in found}
    return {}


def _checked(name: str, key: str, value: Any) -> Any:
    kind = _TYPES.get(key)
    if kind is None:
        raise CannotRunError(f"{name}: there is no option “{key}”: use {', '.join(_TYPES)}")
    is_kind = type(value) is kind
    if not is_kind or (kind is list and not all(isinstance(one, str) for one in value)):
        raise CannotRunError(f"{name}: “{key}” must be {_WORDS[kind]}")
    return value
