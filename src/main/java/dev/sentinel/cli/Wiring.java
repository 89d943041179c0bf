package dev.sentinel.cli;

import dev.sentinel.config.Settings;
import dev.sentinel.contain.Enclosures;
import dev.sentinel.contain.Family;
import dev.sentinel.linux.Descriptors;
import dev.sentinel.linux.Proc;
import dev.sentinel.linux.Self;
import dev.sentinel.model.Build;
import dev.sentinel.model.ByteSize;
import dev.sentinel.model.Launch;
import dev.sentinel.model.Moment;
import dev.sentinel.model.Snapshot;
import dev.sentinel.model.Target;
import dev.sentinel.sample.ExactReader;
import dev.sentinel.sample.FirstWorking;
import dev.sentinel.sample.HeldProcesses;
import dev.sentinel.sample.OshiSampler;
import dev.sentinel.sample.Sampler;
import dev.sentinel.sample.SelfSampler;
import dev.sentinel.sample.StatmSampler;
import dev.sentinel.sample.SwapSampler;
import dev.sentinel.sample.TreeSampler;
import dev.sentinel.supervise.ChildEnvironment;
import dev.sentinel.supervise.ExactLooks;
import dev.sentinel.supervise.Pause;
import dev.sentinel.supervise.SlowBeat;
import dev.sentinel.supervise.Spawner;
import dev.sentinel.supervise.Supervisor;
import dev.sentinel.supervise.SupervisorLoop;
import dev.sentinel.terminate.PidFdTerminator;
import dev.sentinel.view.Redacted;
import dev.sentinel.view.console.EventPrinter;
import dev.sentinel.view.metrics.Exposition;
import dev.sentinel.view.socket.CommandServer;
import dev.sentinel.view.socket.CommandText;
import dev.sentinel.view.socket.SocketFile;
import dev.sentinel.view.terminal.Dashboard;
import dev.sentinel.view.web.Route;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Settings → objects. The one place that knows them all, and the one that reads the clocks.
final class Wiring {

    private static final int MOST_CLIENTS = 256;
    private static final Duration SLOW_LOOK = Duration.ofSeconds(1);

    final Supervisor supervisor;
    final SupervisorLoop loop;
    final Doors doors;
    final EventPrinter printer;
    private final SlowBeat slowBeat;

    private final long started = System.nanoTime();
    private final InstantSource wallClock = InstantSource.system();
    private final Build build;
    private @Nullable Exposition exposition;

    /// @param enclosures one of them may be in the making
    /// @param screen whether the dashboard will be drawn
    Wiring(Settings settings, Build build, Enclosures enclosures, boolean screen) {
        this.build = build;
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
        this.slowBeat = new SlowBeat(SLOW_LOOK, warnings);
        SelfSampler self = new SelfSampler();
        var parts =
                new Supervisor.Parts(
                        new Spawner(
                                Proc.SYSTEM,
                                enclosures,
                                family,
                                settings.watchdog(),
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
                        slowBeat.watch("what Sentinel costs", Optional.empty(), self::read),
                        slowBeat.watch("memory", ByteSize.ZERO, MachineMemory::read),
                        printer::event,
                        warnings,
                        wake);
        this.supervisor = new Supervisor(targets(settings, screen), parts, now());
        this.loop = new SupervisorLoop(supervisor, pause, this::now, warnings);
        this.doors =
                new Doors(settings, this::listen, new WebDoor(this::routes, this::now), warnings);
    }

    private static List<Target> targets(Settings settings, boolean screen) {
        String name = settings.name().orElseGet(() -> Target.nameOf(settings.command().getFirst()));
        if (settings.copies() == 1) {
            return List.of(target(settings, name, screen));
        }
        List<Target> targets = new ArrayList<>(settings.copies());
        for (int copy = 1; copy <= settings.copies(); copy++) {
            targets.add(target(settings, name + "-" + copy, screen));
        }
        return targets;
    }

    private static Target target(Settings settings, String name, boolean screen) {
        boolean keyboardIsOurs = screen && Self.isTerminal(Self.Stream.INPUT);
        Launch launch =
                new Launch(
                        settings.command(),
                        screen ? Launch.Output.CAPTURE : Launch.Output.INHERIT,
                        keyboardIsOurs ? Launch.Input.NOTHING : Launch.Input.INHERIT,
                        settings.showArguments()
                                ? Redacted.line(settings.command())
                                : settings.command().getFirst());
        try {
            return new Target(
                    name,
                    launch,
                    settings.limit(),
                    settings.stop(),
                    settings.detector(),
                    settings.interval());
        } catch (IllegalArgumentException wrongName) {
            throw new UsageError("--name: " + wrongName.getMessage(), wrongName);
        }
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
                            this::latest,
                            doors.outlets(),
                            supervisor::offer,
                            this::metricsText,
                            build);
            var admission =
                    new CommandServer.Admission(Self.uid(), Descriptors.own().share(MOST_CLIENTS));
            return new CommandServer(
                            file,
                            new CommandText(sources),
                            this::latest,
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
            exposition = new Exposition(this::latest, build);
        }
        return exposition;
    }

    private Map<String, Route> routes() {
        return Routes.of(this::latest, doors.outlets(), exposition(), build, this::monotonic);
    }

    /// Takes over the terminal.
    Dashboard dashboard(Runnable interrupt) throws IOException {
        var parts =
                new Dashboard.Parts(
                        this::latest, doors.outlets(), supervisor::offer, interrupt, build);
        return new Dashboard(parts, terminalCharset(), System.getenv("NO_COLOR") == null);
    }

    /// What the terminal shows, from the same variables that every other program asks (locale(7)).
    private static Charset terminalCharset() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        ChildEnvironment.restore(environment);
        String locale =
                List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
        boolean utf8 = locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
        return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }

    /// What views see. That somebody looks is the reason to find out what takes long.
    private Snapshot latest() {
        slowBeat.want();
        return supervisor.latest();
    }

    private Duration monotonic() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Moment now() {
        return new Moment(monotonic(), wallClock.instant());
    }
}
