"""What all benchmarks need: where the built Sentinel is, and a bare JVM to hold it against."""

import os
import pathlib
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = ROOT / "target/sentinel"
BUNDLE = ROOT / "target/bundle"
FLOOR_CLASS = "dev/sentinel/bench/Floor.class"


def machine():
    """One line about where the figures come from."""
    with open("/proc/cpuinfo") as cpuinfo:
        models = [line.split(":")[1].strip() for line in cpuinfo if line.startswith("model name")]
    model = models[0] if models else platform.machine()
    return f"{os.cpu_count()} × {model}, Linux {platform.release()}"


class Bench:
    """A directory for a run: Sentinel's cache, and the floor with a cache of its own."""

    def __init__(self):
        # Or what is being measured would outlive a benchmark that is ended.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: ended"))
        if not BINARY.exists():
            sys.exit("bench: target/sentinel is not built; run: mvn -q package -DskipTests")
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="sentinel-bench-"))
        self.environment = dict(os.environ, XDG_CACHE_HOME=str(self.directory), LC_ALL="C.UTF-8")
        self.environment.pop("SENTINEL_HOME", None)
        jar = self.directory / "floor.jar"
        with zipfile.ZipFile(jar, "w") as archive:
            archive.write(ROOT / "target/test-classes" / FLOOR_CLASS, FLOOR_CLASS)
        options = [str(BUNDLE / "runtime/bin/java"), f"@{BUNDLE}/lib/jvm.options"]
        main = ["-cp", str(jar), "dev.sentinel.bench.Floor"]
        cache = self.directory / "floor.aot"
        self.run(options + [f"-XX:AOTCacheOutput={cache}"] + main + ["true"])
        self.floor = options + [f"-XX:AOTCache={cache}"] + main
        self.run([str(BINARY), "--version"])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.directory)

    def run(self, command):
        """Runs to the end and gives what was written to stdout."""
        done = subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if done.returncode != 0:
            sys.exit(f"bench: {command} exited with {done.returncode}:\n{done.stderr.decode()}")
        return done.stdout
