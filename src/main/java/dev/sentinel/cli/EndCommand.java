package dev.sentinel.cli;

import dev.sentinel.model.TimeText;
import dev.sentinel.view.StatusReply;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `stop` and `restart`: ends targets, and answers when that is done or cannot be.
///
/// @param word which of the two
record EndCommand(String word) implements ClientCommand {

    private static final String ALL = "--all";
    private static final String TIMEOUT = "--timeout";

    /// For SIGKILL, for whoever survives it, and for a start.
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(10);

    /// What a Sentinel waits that says nothing of it.
    private static final Duration USUAL_GRACE = Duration.ofSeconds(3);

    @Override
    public String summary() {
        return word.equals(STOP)
                ? "End targets: politely, then firmly."
                : "End targets and start them again.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(ClientCommand.names());
        spec.addOption(RunOption.flag("All targets.", "-a", ALL).spec());
        spec.addOption(
                RunOption.value(
                                "D",
                                "How long to wait for the answer (10s more than the target is given to end).",
                                TIMEOUT)
                        .spec());
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        Optional<Duration> timeout = ClientCommand.value(asked, TIMEOUT, TimeText::parse);
        List<String> named = ClientCommand.names(asked);
        boolean all = asked.hasMatchedOption(ALL);
        if (all && !named.isEmpty()) {
            throw new UsageError("%s and a name are too much; write one of them".formatted(ALL));
        }
        StatusReply status = talk.status(named);
        List<String> concerned = all || !named.isEmpty() ? status.names() : theOnly(status.names());
        Duration patience = timeout.orElseGet(() -> patience(status.only(concerned)));
        return all ? act(talk, word, patience) : each(talk, concerned, patience);
    }

    /// Nobody ends all targets by leaving out a word.
    private List<String> theOnly(List<String> names) {
        return switch (names.size()) {
            case 0 -> throw new AskFailed(ExitCode.REFUSED, "there is no target to " + word);
            case 1 -> names;
            default ->
                    throw new UsageError(
                            "%s which? there are: %s; name them, or write %s"
                                    .formatted(word, Dialogue.listed(names), ALL));
        };
    }

    private static Duration patience(StatusReply status) {
        return status.targets().stream()
                .map(target -> target.time("grace_seconds").orElse(USUAL_GRACE))
                .max(Duration::compareTo)
                .orElse(USUAL_GRACE)
                .plus(BEYOND_GRACE);
    }

    /// All at the same time, for each may take as long as it is given.
    private int each(Dialogue talk, List<String> names, Duration patience) {
        List<Callable<Integer>> requests = new ArrayList<>();
        for (String name : names) {
            requests.add(() -> act(talk, word + " " + name, patience));
        }
        return Together.all(requests, talk);
    }

    private static int act(Dialogue talk, String request, Duration patience) throws NotAnswered {
        try {
            return talk.act(request, patience);
        } catch (NotAnswered late) {
            if (late.why() == NotAnswered.Why.TIMED_OUT) {
                throw new AskFailed(
                        ExitCode.TIMED_OUT,
                        "'%s' is not done after %s; Sentinel goes on with it, and 'sentinel status' tells how far it is"
                                .formatted(request, TimeText.plain(patience)));
            }
            throw late;
        }
    }
}
