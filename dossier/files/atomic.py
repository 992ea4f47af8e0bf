"""Files that are written whole or not at all."""

import shutil
import tempfile
from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Replace a file in one step, so that nobody reads half of it, and keep its permissions.

    Raises:
        OSError: the file cannot be written; it is unchanged.
    """
    # A hidden file, so that `mkdocs serve` does not take it for a page.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.close()
            shutil.copymode(file, temporary.name)
            Path(temporary.name).replace(file)
        except OSError:
            Path(temporary.name).unlink()
            raise
