package dev.sentinel.cli;

import dev.sentinel.view.socket.NotAnswered;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Several questions at the same time. What one of them comes to does not touch the others.
final class Together {

    private Together() {}

    /// Asks them all, and waits for all of them.
    ///
    /// @param questions each answers with its exit code
    /// @return the exit code of the first that failed
    static int all(List<Callable<Integer>> questions, Dialogue talk) {
        List<FutureTask<Integer>> asked = new ArrayList<>();
        for (Callable<Integer> question : questions) {
            FutureTask<Integer> task = new FutureTask<>(question);
            Thread.ofPlatform().name("target").daemon().start(task);
            asked.add(task);
        }
        int code = ExitCode.OK;
        for (FutureTask<Integer> task : asked) {
            int one = outcome(task, talk);
            code = code == ExitCode.OK ? one : code;
        }
        return code;
    }

    private static int outcome(FutureTask<Integer> task, Dialogue talk) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case NotAnswered silent ->
                        talk.complain(ExitCode.of(silent.why()), silent.sentence());
                case AskFailed refused -> talk.complain(refused);
                case null, default -> throw new IllegalStateException(failed);
            };
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return ExitCode.TIMED_OUT;
        }
    }
}
