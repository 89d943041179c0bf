"""How soon a child that grows through its limit gets SIGTERM, with nobody at the doors and with all of them busy.

Rounds alternate. In the busy ones there are clients that say nothing, half of a request or questions, and some who
follow what happens; all of them run on the same processors as the guard and the child.
"""

import argparse
import socket
import subprocess
import threading
import time

import child
from bundle import BINARY, Bench, machine

LONGEST = 60
PORT = 18765
WARM_UP = "2"


class Crowd:
    """Comes to all doors of one Sentinel until it is sent home."""

    SILENT = 50
    HALF_OPEN = 50
    FOLLOWERS = 10
    STREAMS = 10
    STATUS_A_SECOND = 20
    SCRAPES_A_SECOND = 4

    def __init__(self, path):
        self.path = path
        self.home = threading.Event()
        self.answers = 0
        get = "GET {} HTTP/1.1\r\nHost: localhost\r\n"
        roles = [
            *[lambda: self.stay(self.unix, b"")] * self.SILENT,
            *[lambda: self.stay(self.tcp, get.format("/metrics").encode())] * self.HALF_OPEN,
            *[lambda: self.stay(self.unix, b"events\n")] * self.FOLLOWERS,
            *[lambda: self.stay(self.tcp, (get.format("/api/events") + "\r\n").encode())] * self.STREAMS,
            lambda: self.ask(self.unix, b"status\n", self.STATUS_A_SECOND),
            lambda: self.ask(
                self.tcp, (get.format("/metrics") + "Connection: close\r\n\r\n").encode(), self.SCRAPES_A_SECOND
            ),
        ]
        self.threads = [threading.Thread(target=role, daemon=True) for role in roles]
        for thread in self.threads:
            thread.start()

    def unix(self):
        client = socket.socket(socket.AF_UNIX)
        client.connect(str(self.path))
        return client

    def tcp(self):
        return socket.create_connection(("127.0.0.1", PORT))

    def stay(self, connect, words):
        """Comes again whenever it is sent away."""
        while not self.home.wait(0.05):
            try:
                with connect() as client:
                    client.settimeout(0.5)
                    client.sendall(words)
                    while not self.home.is_set():
                        try:
                            if not client.recv(65536):
                                break
                        except TimeoutError:
                            pass
            except OSError:
                pass

    def ask(self, connect, words, times_a_second):
        while not self.home.wait(1 / times_a_second):
            try:
                with connect() as client:
                    client.settimeout(5)
                    client.sendall(words)
                    while client.recv(65536):
                        pass
                    self.answers += 1
            except OSError:
                pass

    def send_home(self):
        self.home.set()
        for thread in self.threads:
            thread.join(2)


def ramp(bench, program, limit_mib, busy):
    report = bench.directory / "report"
    report.unlink(missing_ok=True)
    path = bench.directory / "socket"
    limit = limit_mib * child.MIB
    fill = f'sleep {WARM_UP}; exec "$0" ramp {limit} 500000000 {report}'
    options = ["-q", "--no-tui", "--socket", str(path), "--metrics", str(PORT), "-m", f"{limit_mib}M"]
    guard = subprocess.Popen(
        [str(BINARY), *options, "--", "sh", "-c", fill, program], env=bench.environment, stdin=subprocess.DEVNULL
    )
    crowd = Crowd(path) if busy else None
    guard.wait(LONGEST)
    if crowd:
        crowd.send_home()
    return child.read_report(report, limit), crowd.answers if crowd else 0


def main():
    options = argparse.ArgumentParser(prog="bench/run doors", description=__doc__)
    options.add_argument("--rounds", type=int, default=20, help="of each kind (20)")
    options.add_argument("--limit", type=int, default=512, metavar="MIB", help="of the child (512)")
    given = options.parse_args()
    child.memory_for(given.limit)
    calm, busy, answers = [], [], 0
    with Bench() as bench:
        program = child.build(bench.directory)
        for _ in range(given.rounds):
            calm.append(ramp(bench, program, given.limit, False)[0])
            report, answered = ramp(bench, program, given.limit, True)
            busy.append(report)
            answers += answered
    print(f"{machine()}; 500 MB/s through {given.limit} MiB, {given.rounds} rounds each, {answers} answers\n")
    print(child.HEADER)
    print(child.row("nobody at the doors", calm))
    print(child.row("all doors busy", busy))


main()
