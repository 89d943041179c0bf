package dev.sentinel.leaker;

import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param curve how much memory to hold over time; empty to hold none
 * @param flood what to pour into standard output; empty for the usual progress lines
 * @param ending when to end and how; empty to go on for ever
 * @param ignoresTermination whether to live through SIGTERM
 * @param children how many copies to start as plain child processes
 * @param escapes whether to start one more copy in a session of its own
 * @param inherited the arguments every copy gets: all but those that ask for copies
 */
record Options(
        Optional<Curve> curve,
        Optional<Flood> flood,
        Optional<Ending> ending,
        boolean ignoresTermination,
        int children,
        boolean escapes,
        List<String> inherited) {}
