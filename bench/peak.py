"""Run a command and print its seconds and peak memory: `python bench/peak.py COMMAND...`.

A process of its own: Linux counts the memory of the process that starts a command as the
command's, so that one must be small.
"""

import resource
import subprocess
import sys
import time


def main(command: list[str]) -> int:
    """Run `command`, print seconds and bytes on standard error, and return its exit code.

    The bytes are the peak resident set (RSS) of its largest process.
    """
    start = time.perf_counter()
    code = subprocess.run(command, check=False).returncode
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    print(f"\n{seconds} {peak * unit}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
