package dev.sentinel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sentinel.model.ChildState;
import dev.sentinel.model.Ending;
import dev.sentinel.model.ExitStatus;
import dev.sentinel.model.Requester;
import dev.sentinel.model.Signal;
import dev.sentinel.model.Snapshots;
import dev.sentinel.model.StopCause;
import dev.sentinel.model.TargetStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RunCommandTest {

    private static final TargetStatus BY_ITSELF =
            gone(new Ending.ByItself(new ExitStatus(3), Duration.ofSeconds(1)));

    private static TargetStatus gone(Ending ending) {
        return Snapshots.in(new ChildState.Gone(ending), Snapshots.LIMIT, 0);
    }

    private static TargetStatus stopped(StopCause cause) {
        return gone(
                new Ending.Stopped(
                        cause, Optional.empty(), List.of(Signal.TERM), Duration.ofSeconds(1)));
    }

    @Test
    void of_several_targets_the_first_that_went_over_its_limit_is_told_of() {
        TargetStatus over = stopped(Snapshots.BREACH);
        TargetStatus asked = stopped(new StopCause.Requested(Requester.at("dashboard")));
        assertEquals(
                over,
                RunCommand.mostTelling(List.of(asked, BY_ITSELF, over, stopped(Snapshots.BREACH))));
    }

    @Test
    void if_none_did_it_is_the_first() {
        TargetStatus asked = stopped(new StopCause.Requested(Requester.at("dashboard")));
        assertEquals(BY_ITSELF, RunCommand.mostTelling(List.of(BY_ITSELF, asked)));
    }
}
