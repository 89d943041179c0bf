package dev.sentinel.contain;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/// What holds the processes of one target together, from the birth of the first one on. Used by the
/// thread that starts it and then by the loop alone.
public interface Enclosure {

    /// What it is, in a few words.
    String describe();

    /// What those inside are known by; goes into the environment of the first one.
    Map<String, String> marks();

    /// The start is over, and this process goes back to where it belongs, if it had to move.
    ///
    /// @throws IOException when it cannot
    void leave() throws IOException;

    /// Pids of those inside that can be told cheaply, whoever their parents are.
    Collection<Long> inside() throws IOException;

    /// Pids of all inside that can be told at all: before a signal goes out, and to prove that
    /// nobody is left.
    Collection<Long> everybody() throws IOException;

    /// Whether a list of all processes could tell of nobody whom [#everybody] does not tell of.
    boolean missesNobody();

    /// Whether nobody is left inside, with certainty.
    boolean isEmpty() throws IOException;

    /// Kills everybody inside at one stroke.
    ///
    /// @return false when that cannot be done and they have to be killed one by one
    boolean kill() throws IOException;

    /// What the watchdog has to know to end everybody inside, as `packaging/watchdog` reads it.
    String lastWill();

    /// Gives up what it is made of, once it is empty.
    void remove();
}
