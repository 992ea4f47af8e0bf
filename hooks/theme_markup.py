"""Mends what the theme writes wrong, where no block of its templates can."""

from typing import Any

_NO_TARGET = ' for="__toc"'


def on_post_page(output: str, **_: Any) -> str:
    """Free the label of the table of contents from a box that is not there.

    On the first page of a section (navigation.indexes) the theme writes the label without the
    check box that it names.
    """
    return output if 'id="__toc"' in output else output.replace(_NO_TARGET, "")
