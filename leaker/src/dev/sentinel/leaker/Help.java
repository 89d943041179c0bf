package dev.sentinel.leaker;

/** The text of {@code --help}. */
final class Help {
    static final String TEXT =
            """
            Usage: java -jar leaker.jar [OPTION]...
            Leaks memory on purpose. Without options: --step 10M --every 500ms.

            Pace
              --step SIZE        grow by SIZE at once ...
              --every DURATION   ... each DURATION; with --wave, the period (default 20s)
              --rate SIZE/s      grow smoothly instead, by SIZE each second
            Shape
              --until SIZE       stop growing at SIZE and hold it
              --saw              at the peak (200M, or --until), free all and begin again
              --wave             rise and fall like a sine, up to the peak
              --no-leak          hold nothing
            Company
              --children N       start N more leakers as child processes
              --escape           start one more leaker in a session of its own
            Manners
              --ignore-term      do not end on SIGTERM
              --chatty [SIZE]    flood standard output, with SIZE bytes or for ever
              --after DURATION   end after DURATION ...
              --exit CODE        ... with this exit code (default 0)
              --help             show this text

            SIZE is binary: 512K, 10M, 1.5G, 64MiB. DURATION is 500ms, 2s, 1m.
            """;

    private Help() {}
}
