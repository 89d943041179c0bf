package dev.sentinel.supervise;

import dev.sentinel.model.Act;
import dev.sentinel.model.ChildState;
import dev.sentinel.model.Ending;
import dev.sentinel.model.Event;
import dev.sentinel.model.Event.Happening;
import dev.sentinel.model.ExitStatus;

import java.util.List;

/// One step in the life of a target.
///
/// @param acts what is to be carried out, in this order
/// @param happenings what onlookers are to be told
record Step(ChildState next, List<Act> acts, List<Happening> happenings) {

    /// Nothing to do and nothing to tell.
    static Step to(ChildState next) {
        return new Step(next, List.of(), List.of());
    }

    /// Nothing of the tree is left, and nothing is to be.
    static Step gone(Ending ending) {
        return to(new ChildState.Gone(ending)).telling(new Event.Ended(ending));
    }

    /// The same; the command was the last of it.
    static Step exited(ExitStatus exit, Ending ending) {
        return to(new ChildState.Gone(ending))
                .telling(new Event.Exited(exit, true), new Event.Ended(ending));
    }

    /// Whether anything is different after it.
    boolean changes(ChildState before) {
        return !next.equals(before) || !acts.isEmpty() || !happenings.isEmpty();
    }

    Step doing(Act... acts) {
        return new Step(next, List.of(acts), happenings);
    }

    Step telling(Happening... happenings) {
        return new Step(next, acts, List.of(happenings));
    }
}
