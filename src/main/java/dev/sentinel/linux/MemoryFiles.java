package dev.sentinel.linux;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files in which a cgroup of version 2 tells of memory (the kernel's cgroup-v2.rst). Reading
/// one may wait for the kernel to add up what each processor has counted.
///
/// @param directory where the cgroup is seen in the file system
public record MemoryFiles(String directory) {

    /// Whether the memory of this cgroup is accounted for at all, which its parent decides.
    public boolean areThere() {
        for (String controller : text("cgroup.controllers").strip().split(" ", -1)) {
            if (controller.equals("memory")) {
                return true;
            }
        }
        return false;
    }

    /// What a file with one number in it says; empty when that is no number but `max`, or there is
    /// no such file.
    public Optional<Long> number(String file) {
        return parse(text(file));
    }

    /// What a file says that has a name and a number on each line.
    public Map<String, Long> numbers(String file) {
        Map<String, Long> numbers = new HashMap<>();
        for (String line : text(file).split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                parse(line.substring(space))
                        .ifPresent(number -> numbers.put(line.substring(0, space), number));
            }
        }
        return numbers;
    }

    private static Optional<Long> parse(String number) {
        try {
            return Optional.of(Long.parseLong(number.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /// How much work in it waits for memory; told without accounting as well. Empty where the
    /// kernel does not tell.
    public Optional<PressureStall> pressure() {
        return PressureStall.parse(text("memory.pressure"));
    }

    /// Empty when there is no such file, or not any more.
    private String text(String file) {
        try {
            return KernelFile.read(directory + "/" + file);
        } catch (IOException absent) {
            return "";
        }
    }
}
