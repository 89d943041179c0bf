package dev.sentinel.config;

import dev.sentinel.model.Detector;
import dev.sentinel.model.Interval;
import dev.sentinel.model.Limit;
import dev.sentinel.model.StopPlan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the user asked for, for guarding one command.
///
/// @param command program and arguments
/// @param name empty for the basename of the command
/// @param display what is drawn
/// @param watchdog whether the tree ends with Sentinel, whatever that dies of
/// @param showArguments whether onlookers see more of the command than its first word
/// @param copies how many targets are made of the command; more than one for benchmarks only
public record Settings(
        List<String> command,
        Optional<String> name,
        Limit limit,
        StopPlan stop,
        Detector detector,
        Interval interval,
        Display display,
        Socket socket,
        Metrics metrics,
        boolean watchdog,
        Talk talk,
        boolean preserveStatus,
        boolean showArguments,
        int copies) {

    /// What is drawn on a terminal.
    ///
    /// @param ascii whether with nothing else
    /// @param hold whether it stays when nothing is left to guard
    /// @param tty whether the command has a terminal of its own meanwhile
    public record Display(Screen screen, boolean ascii, boolean hold, boolean tty) {}

    /// Whether the live table is drawn.
    public enum Screen {
        /// When there is a terminal.
        AUTO,
        ON,
        OFF
    }

    /// Where the control socket is.
    public sealed interface Socket {

        /// A path somebody else has is replaced by another, with a warning.
        record Default(Path path) implements Socket {}

        /// This path or an error.
        record Explicit(Path path) implements Socket {}

        /// Nowhere.
        record Off() implements Socket {}
    }

    /// Where the exporter is.
    public sealed interface Metrics {

        /// At this address.
        ///
        /// @param required whether a port that cannot be had is an error, not a warning
        /// @param web the file that tells of TLS and passwords; see [WebConfig]
        record At(HostPort address, boolean required, Optional<Path> web) implements Metrics {}

        /// Nowhere.
        record Off() implements Metrics {}
    }

    /// Where something listens. Only text: to make an address of it is the business of whoever
    /// listens.
    public record HostPort(String host, int port) {

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /// How much is said, and in which form.
    public record Talk(boolean quiet, boolean verbose, boolean json) {}

    public Settings {
        command = List.copyOf(command);
    }
}
