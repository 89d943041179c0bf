package dev.sentinel.model;

/// What of a target is compared with its limit.
public record Measure(Metric metric, Scope scope) {

    /// What most people mean by the memory of a program.
    public static final Measure USUAL = new Measure(Metric.RSS, Scope.TREE);

    /// Which kind of memory.
    public enum Metric {
        /// Resident set size: what a process has in main memory. Pages that two processes share
        /// count twice.
        RSS("rss"),
        /// Proportional set size: shared pages count once, split among those who share them.
        PSS("pss"),
        /// Resident set size and what has been moved out to swap.
        RSS_SWAP("rss+swap");

        private final String word;

        Metric(String word) {
            this.word = word;
        }

        /// As people write it.
        public String word() {
            return word;
        }

        /// The metric of that name.
        ///
        /// @throws IllegalArgumentException with a sentence for people
        public static Metric parse(String text) {
            for (Metric metric : values()) {
                if (metric.word.equals(text)) {
                    return metric;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is not one of rss, pss, rss+swap".formatted(text));
        }
    }

    /// Whose memory.
    public enum Scope {
        /// The command and all that descends from it.
        TREE("tree"),
        /// The command alone.
        PROCESS("process");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        /// As people write it.
        public String word() {
            return word;
        }

        /// The scope of that name.
        ///
        /// @throws IllegalArgumentException with a sentence for people
        public static Scope parse(String text) {
            for (Scope scope : values()) {
                if (scope.word.equals(text)) {
                    return scope;
                }
            }
            throw new IllegalArgumentException("'%s' is neither tree nor process".formatted(text));
        }
    }

    /// `rss, tree of 3`, for verdicts.
    public String describe(int processes) {
        return switch (scope) {
            case TREE -> "%s, tree of %d".formatted(metric.word, processes);
            case PROCESS -> metric.word + ", the command alone";
        };
    }
}
