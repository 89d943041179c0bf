"""What Sentinel takes while it guards something that does nothing.

Each runs alone, for PSS divides what two processes share between them. The processor's time is counted
over the second half: what a guard costs for days is not its start.
"""

import os
import shlex
import signal
import subprocess
import sys
import time

from bundle import BINARY, Bench, machine
from processes import cpu_seconds, jvm_below, memory, threads

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
WARM_UP = SECONDS / 2
CHILD = ["sleep", "1000"]


def measure(bench, command):
    process = subprocess.Popen(
        command,
        env=bench.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        time.sleep(WARM_UP)
        pid = jvm_below(process.pid)
        begin, cpu = time.monotonic(), cpu_seconds(pid)
        time.sleep(SECONDS - WARM_UP)
        share = (cpu_seconds(pid) - cpu) / (time.monotonic() - begin)
        found = memory(pid)
        return found["Pss"] / 1024, found["Anonymous"] / 1024, share * 100, threads(pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def main():
    with Bench() as bench:
        guard = [str(BINARY), "--socket", str(bench.directory / "socket"), "--metrics", "0"]
        screen = shlex.join(["env", "TERM=xterm"] + guard + CHILD)
        runs = {
            "bare JVM": bench.floor + CHILD,
            "sentinel": guard + ["--no-tui"] + CHILD,
            "sentinel, dashboard": ["script", "-qefc", "stty rows 40 cols 120; exec " + screen, "/dev/null"],
        }
        print(f"{machine()}; after {SECONDS} s guarding {' '.join(CHILD)}\n")
        print("| | PSS MiB | anonymous MiB | processor % | threads |\n|---|---|---|---|---|")
        for name, command in runs.items():
            pss, anonymous, cpu, tasks = measure(bench, command)
            print(f"| {name} | {pss:.1f} | {anonymous:.1f} | {cpu:.2f} | {tasks} |", flush=True)


main()
