"""What the dashboard costs: the processor for drawing, bytes for the terminal, and the command's time for its output.

A guard without the dashboard runs beside those with it, all of them in the same minute; the difference is what
drawing costs. The terminal is a pseudo-terminal of this program, which takes all that is written to it, and counts.
"""

import argparse
import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import termios
import threading
import time

import child
from bundle import BINARY, Bench, machine
from processes import cpu_seconds, jvm_below

SIZES = {"110x32": (110, 32), "200x60": (200, 60)}
ALONE = ["--no-socket", "--no-metrics"]
LONGEST_END = 60
GB = 1_000_000_000
LEAK_MIB = 5


class Screen:
    """A Sentinel that draws on a terminal of that size."""

    def __init__(self, bench, size, options, command):
        columns, rows = SIZES[size]
        self.bytes = 0
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))
            words = [str(BINARY), *ALONE, *options, *command]
            os.execvpe(words[0], words, dict(bench.environment, TERM="xterm-256color"))
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        try:
            while more := os.read(self.terminal, 1 << 16):
                self.bytes += len(more)
        except OSError:
            pass  # That is how the end of a terminal is told.

    def wait(self):
        """Until it has ended by itself."""
        self.reader.join(LONGEST_END)
        self.end()

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        self.reader.join(LONGEST_END)
        os.close(self.terminal)


class Plain:
    """The same without a screen."""

    def __init__(self, bench, options, command):
        words = [str(BINARY), "-q", "--no-tui", *ALONE, *options, *command]
        self.process = subprocess.Popen(words, env=bench.environment, stdin=subprocess.DEVNULL)
        self.pid = self.process.pid

    def end(self):
        self.process.terminate()
        self.process.wait(LONGEST_END)


def drawing_thread(pid):
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/comm") as comm:
            if comm.read() == "terminal\n":
                return f"{pid}/task/{task}"
    raise SystemExit("bench: the dashboard has no thread called 'terminal'")


def shares(counters, seconds):
    """Percent of one core that each of them takes from now on."""
    begin, before = time.monotonic(), [cpu_seconds(counter) for counter in counters]
    time.sleep(seconds)
    took = time.monotonic() - begin
    return [(cpu_seconds(counter) - cpu) / took * 100 for counter, cpu in zip(counters, before)]


def drawing(bench, targets, given):
    """Prints a row for each size of screen."""
    options = ["--copies", str(targets), "--interval", "1s"]
    command = ["sleep", str(int(given.warm_up + given.windows * given.seconds) + 600)]
    guards = [Plain(bench, options, command)]
    try:
        guards += [Screen(bench, size, options, command) for size in SIZES]
        time.sleep(given.warm_up + targets * 0.15)
        pids = [jvm_below(guard.pid) for guard in guards]
        counters = pids + [drawing_thread(pid) for pid in pids[1:]]
        windows = [shares(counters, given.seconds) for _ in range(given.windows)]
    finally:
        for guard in guards:
            guard.end()
    for number, size in enumerate(SIZES, 1):
        plain = statistics.median(window[0] for window in windows)
        whole = statistics.median(window[number] for window in windows)
        more = statistics.median(window[number] - window[0] for window in windows)
        thread = statistics.median(window[len(SIZES) + number] for window in windows)
        print(f"| {targets} | {size} | {plain:.2f} | {whole:.2f} | {more:.2f} | {thread:.2f} |", flush=True)


def writing(bench, name, command, given):
    """Prints a row: bytes a second, for each size."""
    screens = [Screen(bench, size, [], command) for size in SIZES]
    try:
        time.sleep(given.warm_up)
        begin, before = time.monotonic(), [screen.bytes for screen in screens]
        time.sleep(given.windows * given.seconds)
        took = time.monotonic() - begin
        rates = [(screen.bytes - written) / took for screen, written in zip(screens, before)]
    finally:
        for screen in screens:
            screen.end()
    print(f"| {name} | " + " | ".join(f"{rate:.0f}" for rate in rates) + " |", flush=True)


def pour(bench, program, given, on_screen):
    """Seconds for the whole output, and for the longest of its writes."""
    report = bench.directory / "poured"
    report.unlink(missing_ok=True)
    command = [program, "pour", str(given.bytes), str(report)]
    if on_screen:
        Screen(bench, "110x32", [], command).wait()
    else:
        subprocess.run(["sh", "-c", '"$@" | cat >/dev/null', "sh", *command], check=True)
    return [nanoseconds / 1e9 for nanoseconds in struct.unpack("2q", report.read_bytes())]


def draining(bench, program, given):
    """Prints how fast the output is taken, in turn with a pipe that somebody empties who does nothing else."""
    found = {"cat": [], "sentinel": []}
    for _ in range(given.rounds):
        found["cat"].append(pour(bench, program, given, False))
        found["sentinel"].append(pour(bench, program, given, True))
    least = statistics.median(seconds for seconds, _ in found["cat"])
    for name, runs in found.items():
        seconds = statistics.median(took for took, _ in runs)
        worst = max(longest for _, longest in runs) * 1000
        print(f"| {name} | {given.bytes / seconds / 1e6:.0f} | {seconds / least:.2f} | {worst:.1f} |", flush=True)


def main():
    options = argparse.ArgumentParser(prog="bench/run screen", description=__doc__)
    options.add_argument("--targets", type=int, nargs="+", default=[1, 50, 200], help="(1 50 200)")
    options.add_argument("--warm-up", type=float, default=20, metavar="SECONDS", help="(20)")
    options.add_argument("--seconds", type=float, default=6, help="of one window (6)")
    options.add_argument("--windows", type=int, default=5, help="(5)")
    options.add_argument("--rounds", type=int, default=5, help="of output, with and without Sentinel (5)")
    options.add_argument("--bytes", type=int, default=GB, help="of output (1 GB)")
    given = options.parse_args()
    grown = int((given.warm_up + given.windows * given.seconds + 10) * LEAK_MIB)
    child.memory_for(grown * len(SIZES))
    with Bench() as bench:
        program = child.build(bench.directory)
        windows = f"{given.windows} windows of {given.seconds:.0f} s"
        print(f"{machine()}; medians of {windows}, after {given.warm_up:.0f} s\n")
        print("| targets | screen | without, % | with, % | difference | of that the drawing thread |")
        print("|---|---|---|---|---|---|")
        for targets in given.targets:
            drawing(bench, targets, given)
        print(f"\n| bytes a second | {' | '.join(SIZES)} |\n|---|---|---|")
        writing(bench, "nothing changes", ["sleep", "1000"], given)
        leak = [program, "ramp", str(grown * child.MIB), str(LEAK_MIB * child.MIB), str(bench.directory / "unused")]
        writing(bench, f"a leak of {LEAK_MIB} MiB/s", ["-m", f"{2 * grown}M", "--", *leak], given)
        print(f"\n{given.bytes / 1e6:.0f} MB of output, {given.rounds} rounds\n")
        print("| taken by | MB/s, median | time, ratio | longest write, ms |\n|---|---|---|---|")
        draining(bench, program, given)


main()
