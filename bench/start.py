"""How long it takes from the exec of Sentinel to the exec of the command that it guards.

The command is `date +%s%N`, which tells when it runs. What it needs for that itself is measured as well
and taken off. All are run in turn, so that a machine that changes its speed changes it for all.
"""

import statistics
import time

from bundle import BINARY, Bench, machine

ROUNDS = 60
DATE = ["date", "+%s%N"]


def until_child(bench, command):
    begin = time.time_ns()
    return (int(bench.run(command + DATE)) - begin) / 1e6


def until_end(bench, command):
    begin = time.time_ns()
    bench.run(command)
    return (time.time_ns() - begin) / 1e6


def main():
    with Bench() as bench:
        sentinel = [str(BINARY)]
        quiet = sentinel + ["-q", "--no-tui"]
        bench.run(quiet + ["--no-socket", "--no-metrics", "true"])
        runs = {
            "date itself": lambda: until_child(bench, []),
            "bare JVM → child": lambda: until_child(bench, bench.floor),
            "sentinel → child": lambda: until_child(bench, quiet),
            "bare JVM, to its end": lambda: until_end(bench, bench.floor + ["true"]),
            "sentinel --version": lambda: until_end(bench, sentinel + ["--version"]),
        }
        times = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, run in runs.items():
                times[name].append(run())
        median = {name: statistics.median(values) for name, values in times.items()}
        own = median["date itself"]
        print(f"{machine()}; {ROUNDS} rounds, milliseconds\n")
        print("| | median | least | ratio of medians |\n|---|---|---|---|")
        print_row(times, "bare JVM → child", own, None)
        print_row(times, "sentinel → child", own, median["bare JVM → child"] - own)
        print_row(times, "bare JVM, to its end", 0, None)
        print_row(times, "sentinel --version", 0, median["bare JVM, to its end"])


def print_row(times, name, off, floor):
    median = statistics.median(times[name]) - off
    ratio = f"{median / floor:.2f}" if floor else "1"
    print(f"| {name} | {median:.1f} | {min(times[name]) - off:.1f} | {ratio} |")


main()
