"""The processor's time that a guard takes once it has warmed up, by how close its target is to the limit."""

import argparse
import subprocess
import time

import child
from bundle import BINARY, Bench, machine
from processes import cpu_seconds, jvm_below, wake_ups

GUARD = [str(BINARY), "-q", "--no-tui", "--no-socket", "--no-metrics"]
LONGEST_END = 20


def measure(bench, command, warm_up, seconds):
    """Percent of one core, and how often a second it woke up."""
    process = subprocess.Popen(command, env=bench.environment, stdin=subprocess.DEVNULL)
    try:
        time.sleep(warm_up)
        pid = jvm_below(process.pid)
        begin, cpu, woken = time.monotonic(), cpu_seconds(pid), wake_ups(pid)
        time.sleep(seconds)
        took = time.monotonic() - begin
        return (cpu_seconds(pid) - cpu) / took * 100, (wake_ups(pid) - woken) / took
    finally:
        process.terminate()
        process.wait(LONGEST_END)


def main():
    options = argparse.ArgumentParser(prog="bench/run cost", description=__doc__)
    options.add_argument("--warm-up", type=float, default=60, metavar="SECONDS", help="(60)")
    options.add_argument("--seconds", type=float, default=60, help="that are measured (60)")
    options.add_argument("--limit", type=int, default=512, metavar="MIB", help="of the target (512)")
    given = options.parse_args()
    child.memory_for(given.limit)
    with Bench() as bench:
        program = child.build(bench.directory)
        close = str(given.limit * child.MIB * 95 // 100)
        runs = {
            "sleep": ["sleep", str(int(given.warm_up + given.seconds) + 60)],
            "95 % of its limit, still": [program, "hold", close],
        }
        print(f"{machine()}; {given.seconds:.0f} s, after {given.warm_up:.0f} s\n")
        print("| | processor % | wake-ups a second |\n|---|---|---|")
        for name, command in runs.items():
            guard = [*GUARD, "-m", f"{given.limit}M", "--", *command]
            share, woken = measure(bench, guard, given.warm_up, given.seconds)
            print(f"| {name} | {share:.2f} | {woken:.1f} |", flush=True)


main()
