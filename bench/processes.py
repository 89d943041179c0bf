"""What /proc tells of a process and of those below it."""

import os

TICKS = os.sysconf("SC_CLK_TCK")


def children(pid):
    found = []
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children") as file:
            found += [int(child) for child in file.read().split()]
    return found


def jvm_below(pid):
    """script(1) and the shell stand between us and the JVM that is looked at."""
    if os.readlink(f"/proc/{pid}/exe").endswith("/java"):
        return pid
    for child in children(pid):
        found = jvm_below(child)
        if found:
            return found
    return None


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def wake_ups(pid):
    """How often its threads have gone to sleep by themselves."""
    count = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status") as status:
            count += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt"))
    return count


def threads(pid):
    return len(os.listdir(f"/proc/{pid}/task"))


def memory(pid):
    """Kilobytes by name, from smaps_rollup."""
    with open(f"/proc/{pid}/smaps_rollup") as file:
        lines = [line.split() for line in file.readlines()[1:]]
    return {fields[0].rstrip(":"): int(fields[1]) for fields in lines}
