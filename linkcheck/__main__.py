"""Entry point of `python -m linkcheck`; nothing is imported before errors are handled."""

import signal
import sys
from importlib import import_module
from types import FrameType

COULD_NOT_RUN = 2


def run(command: str = "linkcheck.cli") -> int:
    """Run the `main` of a module and return its exit code.

    Whatever happens, the command ends with one sentence and an exit code that no report has.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code: int = import_module(command).main(sys.argv[1:])
        return code
    except ImportError as error:
        name = (error.name or "").partition(".")[0].replace("_", "-")
        sentence = f"{error}: run python -m pip install {name}"
    except KeyboardInterrupt:
        sentence = "stopped before the end"
    except Exception as error:
        sentence = f"the check failed, which is a bug: {type(error).__name__}: {error}"
    print("linkcheck:", " ".join(sentence.split()), file=sys.stderr)
    return COULD_NOT_RUN


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(run())
