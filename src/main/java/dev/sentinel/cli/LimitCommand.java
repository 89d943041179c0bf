package dev.sentinel.cli;

import dev.sentinel.model.ByteSize;
import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `limit`: gives a target another limit.
record LimitCommand() implements ClientCommand {

    @Override
    public String summary() {
        return "Give a target another limit.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(ClientCommand.word(0, NAME, "Which target."));
        spec.addPositional(
                ClientCommand.word(
                        1, "SIZE", "The limit: 512M, 1.5G, 80%% of the machine; 0 for none."));
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        String name = asked.matchedPositionalValue(0, "");
        String size = size(asked.matchedPositionalValue(1, ""));
        talk.requireKnown(name);
        return talk.act("limit %s %s".formatted(name, size), Dialogue.PATIENCE);
    }

    /// One word. How much it is the other side decides, which knows what a percentage is of.
    private static String size(String text) {
        try {
            ByteSize.parse(text, ByteSize.ofMebibytes(1 << 20));
        } catch (IllegalArgumentException wrong) {
            throw new UsageError(String.valueOf(wrong.getMessage()), wrong);
        }
        return text.replaceAll("\\s", "");
    }
}
