"""What a Sentinel with a thousand calm targets costs, against one with one, and whether it still sees a leak.

`--copies N`, an option of Sentinel's that is for this only, makes N targets of one command. Some of them wait
at a FIFO until their turn has come to grow; they are spread over the whole list.
"""

import argparse
import os
import subprocess
import sys
import time

import child
from bundle import BINARY, Bench, machine
from processes import cpu_seconds, jvm_below, memory, threads, wake_ups

GUARD = [str(BINARY), "-q", "--no-tui", "--no-socket", "--no-metrics"]
RATE = 500_000_000
LONGEST_START = 300
LONGEST_END = 300
LONGEST_RAMP = 30


class Crowd:
    """N targets in one Sentinel; every EVERYth can be told to grow."""

    def __init__(self, bench, program, copies, ramps, limit_mib):
        self.limit = limit_mib * child.MIB
        self.directory = bench.directory / f"crowd-{copies}"
        self.directory.mkdir()
        self.counter = self.directory / "counter"
        self.counter.write_bytes(bytes(8))
        self.ramps = ramps
        for ramp in range(1, ramps + 1):
            os.mkfifo(self.directory / f"go-{ramp}")
        every = copies // ramps if ramps else 0
        words = [program, "copy", self.counter, every, self.limit, RATE, self.directory]
        options = ["-m", f"{limit_mib}M", "--copies", copies, "--", *words]
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [str(word) for word in GUARD + options], env=bench.environment, stdin=subprocess.DEVNULL
        )
        try:
            self.wait_for(copies, begin + LONGEST_START)
        except BaseException:
            self.end()
            raise
        self.starting_took = time.monotonic() - begin
        self.pid = jvm_below(self.process.pid)

    def wait_for(self, copies, deadline):
        while int.from_bytes(self.counter.read_bytes(), sys.byteorder) < copies:
            if self.process.poll() is not None or time.monotonic() > deadline:
                started = int.from_bytes(self.counter.read_bytes(), sys.byteorder)
                raise RuntimeError(f"{started} of {copies} were started")
            time.sleep(0.01)

    def ramp(self, number):
        """Opens the gate of one of them, and gives what it reports at its end."""
        report = self.directory / f"report-{number}"
        os.close(os.open(self.directory / f"go-{number}", os.O_WRONLY | os.O_NONBLOCK))
        deadline = time.monotonic() + LONGEST_RAMP
        found = None
        while not found and time.monotonic() < deadline:
            time.sleep(0.1)
            found = child.read_report(report, self.limit)
        return found

    def end(self):
        """Politely; a Sentinel that is killed leaves the rest to its watchdog."""
        begin = time.monotonic()
        self.process.terminate()
        try:
            self.process.wait(LONGEST_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return time.monotonic() - begin


def measure(bench, program, copies, given):
    """Prints the row of so many targets, and gives the reports of those among them that grew."""
    crowd = Crowd(bench, program, copies, min(given.rounds, copies // 10), given.limit)
    try:
        time.sleep(given.warm_up)
        begin, cpu, woken = time.monotonic(), cpu_seconds(crowd.pid), wake_ups(crowd.pid)
        time.sleep(given.seconds)
        took = time.monotonic() - begin
        share = (cpu_seconds(crowd.pid) - cpu) / took * 100
        woken = (wake_ups(crowd.pid) - woken) / took
        found, tasks = memory(crowd.pid), threads(crowd.pid)
        reports = [crowd.ramp(number) for number in range(1, crowd.ramps + 1)]
    finally:
        ending_took = crowd.end()
    print(
        f"| {copies} | {share:.2f} | {woken:.1f} | {found['Pss'] / 1024:.1f} | {found['Anonymous'] / 1024:.1f}"
        f" | {tasks} | {crowd.starting_took:.1f} | {ending_took:.1f} |",
        flush=True,
    )
    return reports


def main():
    options = argparse.ArgumentParser(prog="bench/run scale", description=__doc__)
    options.add_argument("--copies", type=int, default=1000, help="(1000)")
    options.add_argument("--rounds", type=int, default=10, help="how many of them grow, in turn (10)")
    options.add_argument("--warm-up", type=float, default=60, metavar="SECONDS", help="(60)")
    options.add_argument("--seconds", type=float, default=60, help="that are measured (60)")
    options.add_argument("--limit", type=int, default=512, metavar="MIB", help="of every target (512)")
    given = options.parse_args()
    child.memory_for(given.limit)
    with Bench() as bench:
        program = child.build(bench.directory)
        print(f"{machine()}; {given.seconds:.0f} s, after {given.warm_up:.0f} s\n")
        print("| targets | processor % | wake-ups a second | PSS MiB | anonymous MiB | threads | start s | end s |")
        print("|---|---|---|---|---|---|---|---|")
        measure(bench, program, 1, given)
        reports = measure(bench, program, given.copies, given)
        print(f"\nOf these {given.copies} {len(reports)} grew by 500 MB/s, one after the other:\n\n{child.HEADER}")
        print(child.row("500 MB/s", reports))


main()
