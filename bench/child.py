"""The program that is guarded: child.c, compiled when it is needed, and what it reports."""

import pathlib
import shutil
import statistics
import struct
import subprocess
import sys

SOURCE = pathlib.Path(__file__).with_name("child.c")
MIB = 1 << 20


def build(directory):
    """In C alone: a signal handler in Python waits for the interpreter, which takes as long as all the rest."""
    compiler = shutil.which("cc")
    if not compiler:
        sys.exit("bench: there is no C compiler (cc), and the child that is measured is a C program")
    program = directory / "child"
    subprocess.run([compiler, "-O2", "-Wall", "-o", str(program), str(SOURCE)], check=True)
    return str(program)


def memory_for(limit_mib):
    """Refuses before the machine has to: the child grows on past its limit if nobody stops it."""
    with open("/proc/meminfo") as meminfo:
        free = next(int(line.split()[1]) for line in meminfo if line.startswith("MemAvailable"))
    if free / 1024 < limit_mib + 1536:
        sys.exit(f"bench: {free // 1024} MiB are free; set a lower limit with --limit MIB")


def read_report(path, limit):
    """Milliseconds from crossing to SIGTERM, and MiB beyond the limit then; None when it never came."""
    try:
        crossed, arrived, resident = struct.unpack("3q", path.read_bytes())
    except (FileNotFoundError, struct.error):
        return None
    return ((arrived - crossed) / 1e6 if crossed else 0.0), (resident - limit) / MIB


def percentile(values, share):
    """The least value that so large a share of all does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def row(name, reports):
    """Of a table of latency and overshoot."""
    caught = [report for report in reports if report]
    if not caught:
        return f"| {name} | – | – | – | – | – | {len(reports)} |"
    late = [milliseconds for milliseconds, _ in caught]
    over = [mib for _, mib in caught]
    return (
        f"| {name} | {statistics.median(late):.2f} | {percentile(late, 99):.2f} | {max(late):.2f}"
        f" | {statistics.median(over):.2f} | {max(over):.2f} | {len(reports) - len(caught)} |"
    )


HEADER = (
    "| | crossing → SIGTERM, median ms | p99 | worst | overshoot, median MiB | worst | missed |\n"
    "|---|---|---|---|---|---|---|"
)
