package dev.sentinel.manual;

/// A man page being written, with the macros of man(7). Whatever is handed in is text: nothing in
/// it can become a request or an escape.
final class Roff {

    private static final int LAST_ASCII = '~';

    private final StringBuilder page = new StringBuilder();

    /// A heading begins a paragraph by itself.
    private boolean afterHeading;

    /// @param source what the foot of the page names, such as a version
    Roff(String name, int section, String source) {
        page.append(".TH ").append(quoted(name)).append(' ').append(section);
        page.append(" \"\" ").append(quoted(source)).append('\n');
        // Paths and options are long words; pulling lines to the margin would tear holes.
        page.append(".ad l\n");
    }

    Roff section(String title) {
        page.append(".SH ").append(quoted(title)).append('\n');
        afterHeading = true;
        return this;
    }

    Roff paragraph(String text) {
        page.append(afterHeading ? "" : ".PP\n");
        return line(text(text));
    }

    /// @param tag marked with [#bold(String)] and the like
    Roff entry(String tag, String text) {
        page.append(".TP\n");
        return line(tag).line(text(text));
    }

    /// Lines that are to stay as they are.
    Roff example(String lines) {
        page.append(".PP\n.RS 4\n.EX\n");
        lines.lines().forEach(line -> line(text(line)));
        page.append(".EE\n.RE\n");
        return this;
    }

    /// What follows stands below the last entry, until [#outdent()].
    Roff indent() {
        page.append(".RS\n");
        return this;
    }

    Roff outdent() {
        page.append(".RE\n");
        return this;
    }

    /// One line of marked text; a dot or an apostrophe at its start begins no request.
    Roff line(String marked) {
        page.append(marked.startsWith(".") ? "\\&" : "").append(marked).append('\n');
        afterHeading = false;
        return this;
    }

    Roff lineBreak() {
        page.append(".br\n");
        return this;
    }

    static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + text(text) + "\\fR";
    }

    /// Text as it will be read. Without the escapes, typesetters make other characters of some of
    /// these: a dash of a minus, an accent of a tilde, and then an option cannot be copied.
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.replace('\n', ' ')
                .codePoints()
                .forEach(character -> {
                    switch (character) {
                        case '\\' -> escaped.append("\\e");
                        case '-' -> escaped.append("\\-");
                        case '\'' -> escaped.append("\\(aq");
                        case '`' -> escaped.append("\\(ga");
                        case '^' -> escaped.append("\\(ha");
                        case '~' -> escaped.append("\\(ti");
                        case '"' -> escaped.append("\\(dq");
                        default -> {
                            if (character > LAST_ASCII) {
                                escaped.append("\\[u%04X]".formatted(character));
                            } else {
                                escaped.appendCodePoint(character);
                            }
                        }
                    }
                });
        return escaped.toString();
    }

    private static String quoted(String text) {
        return '"' + text(text) + '"';
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
