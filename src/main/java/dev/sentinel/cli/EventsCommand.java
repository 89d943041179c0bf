package dev.sentinel.cli;

import dev.sentinel.view.socket.NotAnswered;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `events`: tells what has happened, and with `-f` what happens.
record EventsCommand() implements ClientCommand {

    @Override
    public String summary() {
        return "Tell what has happened to the targets of a running Sentinel.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addOption(Following.OPTION.spec());
        spec.addOption(
                RunOption.value("text|json", "Form of each event (text).", "-o", RunOptions.OUTPUT)
                        .spec());
    }

    @Override
    public int run(ParseResult asked, Dialogue talk) throws NotAnswered {
        boolean json =
                ClientCommand.value(asked, RunOptions.OUTPUT, SettingsReader::isJson).orElse(false);
        String verb = json ? "json events" : "events";
        Following reader = new Following(talk, "", false);
        return Following.isAsked(asked) ? reader.follow(verb) : reader.once(verb + " recent");
    }
}
