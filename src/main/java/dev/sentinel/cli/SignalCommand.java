package dev.sentinel.cli;

import dev.sentinel.model.Signal;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `signal`: sends a signal to the command of a target.
record SignalCommand() implements ClientCommand {

    private static final String SIG = "SIG";

    @Override
    public String summary() {
        return "Send a signal to the command of a target.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(ClientCommand.word(0, NAME, "Which target."));
        spec.addPositional(ClientCommand.word(1, SIG, "Which signal, by its name or number."));
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        String name = asked.matchedPositionalValue(0, "");
        Signal signal = signal(asked.matchedPositionalValue(1, ""));
        talk.requireKnown(name);
        return talk.act("signal %s %d".formatted(name, signal.number()), Dialogue.PATIENCE);
    }

    private static Signal signal(String text) {
        try {
            return Signal.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UsageError(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
