"""What one look at the memory of a process costs: Sentinel's ways, and OSHI's. By JMH."""

import argparse
import subprocess

from bundle import ROOT, machine


def main():
    argparse.ArgumentParser(prog="bench/run sample", description=__doc__).parse_args()
    print(f"{machine()}\n", flush=True)
    subprocess.run(["mvn", "-B", "-q", "-ntp", "test-compile", "exec:exec@look-cost"], cwd=ROOT, check=True)


main()
