package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.contain.Enclosures;
import dev.sentinel.contain.Family;
import dev.sentinel.contain.Watchdog;
import dev.sentinel.linux.Descriptors;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.Self;
import dev.sentinel.model.Build;
import dev.sentinel.model.Moment;
import dev.sentinel.sample.ExactReader;
import dev.sentinel.sample.FirstWorking;
import dev.sentinel.sample.HeldProcesses;
import dev.sentinel.sample.OshiSampler;
import dev.sentinel.sample.Sampler;
import dev.sentinel.sample.StatmSampler;
import dev.sentinel.sample.SwapSampler;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.supervise.ExactLooks;
import dev.sentinel.supervise.Pause;
import dev.sentinel.supervise.Spawner;
import dev.sentinel.supervise.Supervisor;
import dev.sentinel.supervise.SupervisorLoop;
import dev.sentinel.terminate.PidFdTerminator;
import dev.sentinel.view.console.EventPrinter;
import dev.sentinel.view.metrics.Exposition;
import dev.sentinel.view.socket.CommandCounts;
import dev.sentinel.view.socket.CommandServer;
import dev.sentinel.view.socket.CommandText;
import dev.sentinel.view.socket.SocketFile;
import dev.sentinel.view.terminal.Dashboard;
import dev.sentinel.view.web.Route;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Settings → objects. The one place that knows them all, and the one that reads the clocks.
final class Wiring {

    private static final int MOST_CLIENTS = 256;

    final Supervisor supervisor;
    final SupervisorLoop loop;
    final Doors doors;
    final EventPrinter printer;
    private final SlowLooks looks;
    private final CommandCounts commandCounts = new CommandCounts();
    private final Watchdog watchdog;

    private final long started = System.nanoTime();
    private final InstantSource wallClock = InstantSource.system();
    private final Build build;
    private final boolean ascii;
    private @Nullable Exposition exposition;

    /// @param enclosures one of them may be in the making
    /// @param screen whether the dashboard will be drawn
    Wiring(Settings settings, Build build, Enclosures enclosures, boolean screen) {
        this.build = build;
        this.ascii = settings.display().ascii();
        this.watchdog = enclosures.watchdog();
        this.printer =
                new EventPrinter(detail(settings.talk()), settings.talk().json(), System.err);
        Consumer<String> warnings = printer::warning;
        Sampler resident =
                new FirstWorking(List.of(new StatmSampler(Proc.SYSTEM), new OshiSampler()));
        Family family = enclosures.family();
        enclosures.tell(printer::notice);
        Pause pause = new Pause();
        Runnable wake = pause::wake;
        HeldProcesses held = new HeldProcesses(Proc.SYSTEM);
        var parts =
                new Supervisor.Parts(
                        new Spawner(
                                Proc.SYSTEM,
                                enclosures,
                                family,
                                settings.watchdog(),
                                settings.copies(),
                                wallClock,
                                wake),
                        family::reap,
                        new TreeSampler(
                                Proc.SYSTEM,
                                held,
                                resident,
                                new SwapSampler(Proc.SYSTEM),
                                this::monotonic),
                        new ExactLooks(new ExactReader(Proc.SYSTEM), wake, warnings),
                        new PidFdTerminator(held::isStill, warnings),
                        Proc.SYSTEM,
                        process -> Self.isInOurGroup(process.pid()),
                        printer::event,
                        warnings,
                        wake);
        this.supervisor = new Supervisor(Targets.of(settings, screen), parts, now());
        this.looks = new SlowLooks(supervisor::latest, this::monotonic, warnings);
        this.loop =
                new SupervisorLoop(
                        supervisor,
                        pause,
                        this::now,
                        warnings,
                        screen && settings.display().hold());
        this.doors =
                new Doors(settings, this::listen, new WebDoor(this::routes, this::now), warnings);
    }

    private static EventPrinter.Detail detail(Settings.Talk talk) {
        if (talk.quiet()) {
            return EventPrinter.Detail.QUIET;
        }
        return talk.verbose() ? EventPrinter.Detail.VERBOSE : EventPrinter.Detail.NORMAL;
    }

    /// Asked when the command runs already: it changes nothing for those who can be seen.
    void warnOfWhatIsHidden() {
        if (Proc.SYSTEM.hidesOthers()) {
            printer.warning(
                    "/proc hides the processes of others (hidepid);"
                            + " who of the tree runs as another user is neither seen nor counted");
        }
    }

    private Doors.Door listen(Path path) throws IOException {
        SocketFile file = SocketFile.open(path, Self.uid());
        try {
            var sources =
                    new CommandText.Sources(
                            looks::latest,
                            looks::latestWithFacts,
                            doors.outlets(),
                            supervisor::offer,
                            this::metricsText,
                            commandCounts,
                            build);
            var admission =
                    new CommandServer.Admission(Self.uid(), Descriptors.own().share(MOST_CLIENTS));
            return new CommandServer(
                            file,
                            new CommandText(sources),
                            looks::latest,
                            this::monotonic,
                            admission,
                            printer::warning)
                    ::close;
        } catch (IOException notServed) {
            // A path that nobody listens at would keep clients waiting.
            file.close();
            throw notServed;
        }
    }

    private String metricsText() {
        return new String(exposition().render(null).body(), StandardCharsets.UTF_8);
    }

    private synchronized Exposition exposition() {
        if (exposition == null) {
            exposition = new Exposition(looks::complete, commandCounts::byWord, build);
        }
        return exposition;
    }

    private Map<String, Route> routes() {
        return Routes.of(looks::latest, doors.outlets(), exposition(), build, this::monotonic);
    }

    /// Takes over the terminal.
    ///
    /// @param interrupt called for Ctrl-C
    /// @param leave called when the user has seen enough
    /// @param broken called when nothing can be drawn any more
    Dashboard dashboard(Runnable interrupt, Runnable leave, Consumer<Throwable> broken)
            throws IOException {
        var shown = new OwnGuard(looks::latestWithFacts, doors.outlets(), supervisor::offer, build);
        var parts = new Dashboard.Parts(shown, true, interrupt, leave, broken, this::monotonic);
        return new Dashboard(
                parts, new ControllingTerminal(watchdog), ScreenLook.of(System.getenv(), ascii));
    }

    /// A monotonic clock of its own, for what guards nothing.
    static Supplier<Duration> clock() {
        long begun = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - begun);
    }

    private Duration monotonic() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Moment now() {
        return new Moment(monotonic(), wallClock.instant());
    }
}
