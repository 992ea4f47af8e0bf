"""Files that are written whole or not at all."""

import shutil
import tempfile
from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Replace a file in one step, so that no one ever reads half of it; its rights are kept.

    Raises:
        OSError: it cannot be written; it stays as it was.
    """
    # Hidden, so that it is not taken for a page meanwhile.
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as aside:
        try:
            aside.write(content)
            aside.close()
            shutil.copymode(file, aside.name)
            Path(aside.name).replace(file)
        except OSError:
            Path(aside.name).unlink()
            raise
