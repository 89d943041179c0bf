"""What one look at the memory of a process costs: a look of the guard's, and OSHI's."""

import os
import subprocess

from bundle import BUNDLE, ROOT, machine


def main():
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    java = [str(BUNDLE / "runtime/bin/java"), f"@{BUNDLE}/lib/jvm.options"]
    path = f"{BUNDLE}/lib/sentinel.jar:{ROOT}/target/test-classes"
    print(f"{machine()}; nanoseconds\n", flush=True)
    subprocess.run([*java, "-cp", path, "dev.sentinel.bench.SampleCost"], env=environment, check=True)


main()
