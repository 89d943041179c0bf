package dev.sentinel.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where Sentinel finds itself. What it can hold a tree together with depends on that.
enum Surroundings {
    /// As they are, and root may make a cgroup.
    CGROUP,
    /// Cgroups are there, but nobody sees them.
    NO_CGROUP,
    /// A user who may do nothing in particular.
    UNPRIVILEGED;

    private static final int NOBODY = 65534;
    private static final String ID = Integer.toString(NOBODY);

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid", ID, "--regid", ID, "--clear-groups");

    private static final List<String> WITHOUT_CGROUPS =
            List.of(
                    "unshare",
                    "-m",
                    "sh",
                    "-c",
                    "mount -t tmpfs none /sys/fs/cgroup && exec \"$@\"",
                    "sh");

    /// Skips the test where they cannot be had.
    Surroundings assume() throws Exception {
        switch (this) {
            case CGROUP -> Needs.that(canMakeCgroups(), "the right to make a cgroup");
            case NO_CGROUP -> Needs.mountNamespace();
            case UNPRIVILEGED -> {
                Needs.tools("setpriv");
                Needs.that(isRoot(), "root, who can become somebody else");
            }
        }
        return this;
    }

    /// The words that run Sentinel there, as the process that they are run by.
    List<String> sentinel(List<String> arguments) throws Exception {
        List<String> words = new ArrayList<>();
        switch (this) {
            case CGROUP -> words.add(Guard.BINARY.toString());
            case NO_CGROUP -> {
                words.addAll(WITHOUT_CGROUPS);
                words.add(Guard.BINARY.toString());
            }
            case UNPRIVILEGED -> {
                Path shared = SharedBundle.directory(AS_NOBODY);
                words.addAll(AS_NOBODY);
                words.addAll(List.of("env", "SENTINEL_HOME=" + shared.resolve("bundle")));
                words.add(shared.resolve("sentinel").toString());
            }
        }
        words.addAll(arguments);
        return words;
    }

    /// Lets Sentinel write into a directory that only we can write to.
    void open(Path directory) throws IOException {
        if (this == UNPRIVILEGED) {
            Files.setAttribute(directory, "unix:uid", NOBODY);
        }
    }

    /// The variables of ours that the command has in its environment besides the user's own.
    List<String> marks() {
        return switch (this) {
            case CGROUP -> List.of();
            case NO_CGROUP -> List.of("SENTINEL_TREE");
            case UNPRIVILEGED -> List.of("SENTINEL_HOME", "SENTINEL_TREE");
        };
    }

    /// The cgroup that Sentinel makes for its first target.
    static Path cgroupOf(long sentinel) throws IOException {
        return cgroups().resolve("sentinel-%d-1".formatted(sentinel));
    }

    /// The cgroup of version 2 that we are in.
    static Path cgroups() throws IOException {
        String mount = field("/proc/self/mountinfo", " - cgroup2 ", " ", 4);
        String path = field("/proc/self/cgroup", "0::/", "/", 1);
        return Path.of(mount, path);
    }

    private static String field(String file, String line, String separator, int index)
            throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(candidate -> candidate.contains(line))
                .findFirst()
                .map(found -> found.split(separator, index + 2)[index])
                .orElseThrow(() -> new IOException("there is no '%s' in %s".formatted(line, file)));
    }

    private static boolean canMakeCgroups() {
        try {
            Path probe = Files.createTempDirectory(cgroups(), "test-");
            boolean killable = Files.exists(probe.resolve("cgroup.kill"));
            Files.delete(probe);
            return killable;
        } catch (IOException notPermitted) {
            return false;
        }
    }

    private static boolean isRoot() throws Exception {
        return Program.output("id", "-u").strip().equals("0");
    }
}
