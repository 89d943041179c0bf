package dev.sentinel.linux;

/// One process of a [FakeProc]; each call writes its stat file anew.
public final class FakeProcess {

    private final FakeProc proc;
    private final long pid;
    private String name = "fake";
    private char state = 'S';
    private long parent = 1;
    private long startTicks = 100;
    private long threads = 1;
    private long userTicks = 3;
    private long systemTicks = 1;
    private long minorFaults = 120;
    private long majorFaults;

    FakeProcess(FakeProc proc, long pid) {
        this.proc = proc;
        this.pid = pid;
    }

    public FakeProcess named(String text) {
        this.name = text;
        return written();
    }

    public FakeProcess parent(long number) {
        this.parent = number;
        return written();
    }

    public FakeProcess startedAt(long ticks) {
        this.startTicks = ticks;
        return written();
    }

    public FakeProcess threads(long count) {
        this.threads = count;
        return written();
    }

    public FakeProcess spent(long user, long system) {
        this.userTicks = user;
        this.systemTicks = system;
        return written();
    }

    public FakeProcess faulted(long minor, long major) {
        this.minorFaults = minor;
        this.majorFaults = major;
        return written();
    }

    public FakeProcess state(char letter) {
        this.state = letter;
        return written();
    }

    /// The next process of the same machine.
    public FakeProcess process(long number) {
        return proc.process(number);
    }

    /// The machine it runs on.
    public FakeProc done() {
        return proc;
    }

    FakeProcess written() {
        proc.file(pid + "/stat", stat());
        return this;
    }

    private String stat() {
        return "%d (%s) %c %d 0 0 0 -1 4194304 %d 0 %d 0 %d %d 0 0 20 0 %d 0 %d 4096000 250 0\n"
                .formatted(
                        pid,
                        name,
                        state,
                        parent,
                        minorFaults,
                        majorFaults,
                        userTicks,
                        systemTicks,
                        threads,
                        startTicks);
    }
}
