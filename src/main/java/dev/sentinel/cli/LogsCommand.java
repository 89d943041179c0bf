package dev.sentinel.cli;

import dev.sentinel.model.TimeText;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.concurrent.Callable;

/// `logs`: what the commands of targets have written, and with `-f` what they write.
record LogsCommand() implements ClientCommand {

    private static final String TAIL = "--tail";
    private static final String SINCE = "--since";

    @Override
    public String summary() {
        return "Show what the commands of targets have written.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(ClientCommand.names());
        spec.addOption(Following.OPTION.spec());
        spec.addOption(
                RunOption.value("N", "Only the last N lines of each (100).", "-n", TAIL).spec());
        spec.addOption(
                RunOption.value(
                                "D",
                                "Only what is not older than that; then all of it, unless N is given.",
                                SINCE)
                        .spec());
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        boolean colours = Screen.atStart().colours();
        String rest = tail(asked) + since(asked) + (colours ? " colours" : "");
        List<String> names = talk.status(ClientCommand.names(asked)).names();
        if (Following.isAsked(asked)) {
            return Together.all(
                    names.stream()
                            .<Callable<Integer>>map(name ->
                                    () ->
                                            reader(talk, name, names, colours)
                                                    .follow("logs " + name + rest + " follow"))
                            .toList(),
                    talk);
        }
        int code = ExitCode.OK;
        for (String name : names) {
            int one = reader(talk, name, names, colours).once("logs " + name + rest);
            code = code == ExitCode.OK ? one : code;
        }
        return code;
    }

    /// With several targets each line tells whose it is.
    private static Following reader(
            Dialogue talk, String name, List<String> names, boolean colours) {
        return new Following(talk, names.size() == 1 ? "" : name + " | ", colours);
    }

    private static String tail(ParseResult asked) {
        return ClientCommand.value(asked, TAIL, LogsCommand::count)
                .map(count -> " " + count)
                .orElse("");
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("'%s' is not a number of lines".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static String since(ParseResult asked) {
        return ClientCommand.value(asked, SINCE, TimeText::parse)
                .map(age -> " since=%dms".formatted(age.toMillis()))
                .orElse("");
    }
}
