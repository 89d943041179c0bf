package dev.sentinel.sample;

import oshi.nativefree.SystemInfo;
import oshi.software.os.OperatingSystem;

/// OSHI, brought up when it is first asked: it starts four programs to get to know the machine, and
/// nothing on the way to the child may wait for them.
final class Oshi {

    private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();

    private Oshi() {}

    static OperatingSystem system() {
        return SYSTEM;
    }
}
