package dev.sentinel.cli;

import dev.sentinel.view.StatusReply;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;

/// `status` and `ps`: tells how targets are.
///
/// @param word what it was called by
record StatusCommand(String word) implements ClientCommand {

    private static final String WATCH = "--watch";

    @Override
    public String summary() {
        return word.equals(STATUS)
                ? "Ask a running Sentinel how its targets are."
                : "The same as status.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(ClientCommand.names());
        spec.addOption(
                RunOption.value(
                                "table|wide|json|name",
                                "Form of the answer: what matters; what is known; for programs; names alone"
                                        + " (table).",
                                "-o",
                                RunOptions.OUTPUT)
                        .spec());
        spec.addOption(RunOption.flag("Ask again every second.", "-w", WATCH).spec());
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        List<String> names = ClientCommand.names(asked);
        StatusForm form = StatusForm.parse(asked.matchedOptionValue(RunOptions.OUTPUT, "table"));
        Screen screen = Screen.atStart();
        if (asked.hasMatchedOption(WATCH)) {
            return new StatusWatch(talk, names, form, screen).run();
        }
        StatusReply status = talk.status(names);
        int room = form == StatusForm.TABLE ? screen.columns() : Screen.ENDLESS;
        talk.out().println(form.text(status, room, screen.colours()));
        return ExitCode.OK;
    }
}
