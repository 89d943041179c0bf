package dev.sentinel.linux;

import java.io.IOException;

/// The processors of the machine, also of those that this process may not use.
public final class Processors {

    /// More than nearly any machine has, for one that does not tell.
    private static final int MANY = 256;

    private Processors() {}

    /// How many are in use.
    public static int online() {
        try {
            return count(KernelFile.read("/sys/devices/system/cpu/online"));
        } catch (IOException | NumberFormatException untold) {
            return MANY;
        }
    }

    /// From ranges (cpuset(7), list format): `0-3,8` are five.
    static int count(String list) {
        int count = 0;
        for (String range : list.strip().split(",", -1)) {
            int dash = range.indexOf('-');
            count +=
                    dash < 0
                            ? 1
                            : Integer.parseInt(range.substring(dash + 1))
                                    - Integer.parseInt(range.substring(0, dash))
                                    + 1;
        }
        return count;
    }
}
