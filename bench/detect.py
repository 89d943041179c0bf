"""How soon a child that grows through its limit gets SIGTERM, and how far beyond it is by then.

The child looks at the clock when the page that takes it over the limit is there, and again in its handler.
"""

import argparse
import subprocess

import child
from bundle import BINARY, Bench, machine

QUIET = ["-q", "--no-tui", "--no-socket", "--no-metrics"]
LONGEST = 150


def ramp(bench, program, limit_mib, rate):
    report = bench.directory / "report"
    report.unlink(missing_ok=True)
    limit = limit_mib * child.MIB
    words = [program, "ramp", str(limit), str(rate), str(report)]
    guard = [str(BINARY), *QUIET, "-m", f"{limit_mib}M", "--", *words]
    subprocess.run(guard, env=bench.environment, stdin=subprocess.DEVNULL, timeout=LONGEST, check=False)
    return child.read_report(report, limit)


def main():
    options = argparse.ArgumentParser(prog="bench/run detect", description=__doc__)
    options.add_argument("--rounds", type=int, default=50, help="at 500 MB/s (50)")
    options.add_argument("--slow-rounds", type=int, default=10, help="at 50 MB/s (10)")
    options.add_argument("--limit", type=int, default=512, metavar="MIB", help="of the child (512)")
    given = options.parse_args()
    child.memory_for(given.limit)
    with Bench() as bench:
        program = child.build(bench.directory)
        print(f"{machine()}; through {given.limit} MiB, {given.rounds} and {given.slow_rounds} rounds\n")
        print(child.HEADER)
        for speed, rounds in (500, given.rounds), (50, given.slow_rounds):
            reports = [ramp(bench, program, given.limit, speed * 1_000_000) for _ in range(rounds)]
            if reports:
                print(child.row(f"{speed} MB/s", reports), flush=True)


main()
