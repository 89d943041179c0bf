package dev.sentinel.supervise;

import dev.sentinel.model.Target;

import java.util.concurrent.Future;

/// Starts children. Never waits; the outcome is there when the future is done.
interface Starter {

    Future<Started> start(Target target);
}
