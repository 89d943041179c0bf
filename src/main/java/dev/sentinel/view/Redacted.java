package dev.sentinel.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A command line as others may see it. What looks like a secret by its name is hidden; one that
/// does not cannot be told, which is why arguments are shown only to those who ask for them.
public final class Redacted {

    private static final String HIDDEN = "<hidden>";

    private static final String SECRET =
            "(?:pass|pwd|token|secret|key|auth|cred|bearer|cookie|session|signature)";

    /// `--db-password`, `-Dapi.key`, `AWS_SECRET_ACCESS_KEY`.
    private static final Pattern NAME = Pattern.compile("(?i)[^=:?&/]*" + SECRET + "[^=:?&/]*");

    private static final Pattern ASSIGNED =
            Pattern.compile("(?is)(-{0,2}[^=:?&/\\s]*" + SECRET + "[^=:?&/\\s]*\\s*[=:]).*");

    /// `https://user:password@host`.
    private static final Pattern USER = Pattern.compile("(\\w+://)[^/@\\s]+@");

    /// `?token=abc`, up to the next parameter.
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;][^=&;\\s]*" + SECRET + "[^=&;\\s]*=)[^&;#\\s]*");

    private Redacted() {}

    /// The words of a command with a space between each two.
    public static String line(List<String> command) {
        List<String> shown = new ArrayList<>();
        boolean hide = false;
        for (String word : command) {
            shown.add(hide ? HIDDEN : word(word));
            // `--password VALUE`; a flag in its place is none.
            hide = !hide && word.startsWith("-") && NAME.matcher(word).matches();
        }
        return Printable.text(String.join(" ", shown));
    }

    private static String word(String word) {
        var assigned = ASSIGNED.matcher(word);
        if (assigned.matches()) {
            return assigned.group(1) + HIDDEN;
        }
        String withoutUser = USER.matcher(word).replaceAll("$1" + HIDDEN + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + HIDDEN);
    }
}
