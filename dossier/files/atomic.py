"""Files that are written whole or not at all."""

import shutil
import tempfile
from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody reads half of it; keep the permissions it has.

    Raises:
        OSError: the file cannot be written; it is unchanged.
    """
    # A hidden file, so that `mkdocs serve` does not take it for a page.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as temporary:
        try:
            temporary.write(content)
            temporary.close()
            if file.exists():
                shutil.copymode(file, temporary.name)
            else:
                Path(temporary.name).chmod(0o644)
            Path(temporary.name).replace(file)
        except OSError:
            Path(temporary.name).unlink()
            raise
