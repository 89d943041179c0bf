package dev.sentinel.leaker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The command line program: reads the options and sets everything they ask for going. */
public final class Leaker {
    private static final int FAILURE = 1;
    private static final int MISUSE = 2;

    private Leaker() {}

    /**
     * Runs until the options say it is over, which for most of them is never.
     *
     * <p>Every way out halts the machine instead of exiting, because an exit would wait for the
     * shutdown hook of {@code --ignore-term}, which never returns.
     */
    public static void main(String[] arguments) throws InterruptedException {
        int code = run(List.of(arguments));
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    private static int run(List<String> arguments) throws InterruptedException {
        if (arguments.contains("--help")) {
            System.out.print(Help.TEXT);
            return 0;
        }
        try {
            leak(OptionParser.parse(arguments));
            return 0;
        } catch (UsageException misuse) {
            System.err.println("leaker: " + misuse.getMessage());
            return MISUSE;
        } catch (IOException failure) {
            System.err.println("leaker: " + failure.getMessage());
            return FAILURE;
        }
    }

    private static void leak(Options options) throws IOException, InterruptedException {
        if (options.ignoresTermination()) {
            Termination.ignore();
        }
        options.ending().ifPresent(Ending::schedule);
        Copies copies = Copies.start(options);
        Optional<Thread> leak = startLeak(options);
        if (options.flood().isPresent()) {
            options.flood().get().run();
        }
        if (leak.isPresent()) {
            leak.get().join();
        } else if (options.flood().isEmpty()) {
            Thread.sleep(Long.MAX_VALUE);
        }
        copies.await();
    }

    private static Optional<Thread> startLeak(Options options) throws IOException {
        if (options.curve().isEmpty()) {
            return Optional.empty();
        }
        boolean quiet = options.flood().isPresent();
        Thread thread = new Thread(new Leak(options.curve().get(), Hoard.open(), quiet), "leak");
        thread.start();
        return Optional.of(thread);
    }
}
