"""The command line of the dossier, run in the process of the tests."""

from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from dossier.__main__ import main


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Return the exit code, the output and the errors of `python -m dossier` in `folder`."""
    output, errors = StringIO(), StringIO()
    with chdir(folder), redirect_stdout(output), redirect_stderr(errors):
        code = main(arguments)
    return code, output.getvalue(), errors.getvalue()
