package dev.sentinel.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A root directory of what a Debian has at least, taken from the Debian that the test runs on: the
/// essential packages, mount, and what they depend on, without their documentation. So there is a
/// shell and glibc, and neither Java nor curl.
final class SmallDebian {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LIST_OF_FILES =
            """
            import os, re, subprocess
            def query(*words):
                return subprocess.run(["dpkg-query", *words], capture_output=True, text=True).stdout.splitlines()
            needs, wanted, taken = {}, ["mount"], set()
            for line in query("-W", "-f", "${Package}\\t${Essential}\\t${Pre-Depends}, ${Depends}\\n"):
                name, essential, needs[name] = line.split("\\t")
                if essential == "yes":
                    wanted.append(name)
            while wanted:
                name = wanted.pop()
                if name in needs and name not in taken:
                    taken.add(name)
                    wanted += [re.split("[ :(|]", one.strip())[0] for one in needs[name].split(",")]
            for file in sorted(set(query("-L", *taken))):
                if not file.startswith("/usr/share/") and (os.path.islink(file) or os.path.isfile(file)):
                    print(file[1:])
            """;

    private static final String COPY =
            """
            set -e
            mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/proc" "$root/sys" \
                "$root/dev" "$root/tmp"
            for name in bin sbin lib lib64; do ln -s "usr/$name" "$root/$name"; done
            python3 -c "$list" >"$root.list"
            tar -C / -cf - etc/nsswitch.conf etc/ld.so.cache -T "$root.list" |
                tar --keep-directory-symlink -C "$root" -xf -
            # Who is who in the image: nobody but root.
            echo root:x:0:0:root:/root:/bin/bash >"$root/etc/passwd"
            echo root:x:0: >"$root/etc/group"
            """;

    private SmallDebian() {}

    /// Fills that directory, in about a second.
    static void unpack(Path root) throws Exception {
        Needs.tools("dpkg-query", "python3", "tar");
        Map<String, String> names = Map.of("root", root.toString(), "list", LIST_OF_FILES);
        Program.Result copied = Program.shell(PATIENCE, names, COPY);
        assertEquals(0, copied.code(), copied.err());
    }
}
