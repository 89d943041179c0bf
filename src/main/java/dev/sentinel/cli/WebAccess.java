package dev.sentinel.cli;

import dev.sentinel.config.ConfigError;
import dev.sentinel.config.WebConfig;
import dev.sentinel.view.web.Access;
import dev.sentinel.view.web.Tls;
import dev.sentinel.view.web.Users;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The file of `--web-config` → who gets into the HTTP server. Not loaded without that option.
final class WebAccess {

    private WebAccess() {}

    /// @param clock monotonic
    /// @throws UsageError when something is wrong in the file, or in one that it names
    static Access read(Path file, Supplier<Duration> clock) {
        try {
            WebConfig config = WebConfig.read(file);
            Optional<Tls> tls =
                    config.tls().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Tls.open(plan(config.tls().get())));
            Optional<Users> users =
                    config.users().isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Users(config.users(), clock));
            return new Access(tls, users, config.headers());
        } catch (ConfigError wrong) {
            throw new UsageError("--web-config " + wrong.getMessage(), wrong);
        } catch (IOException wrong) {
            throw new UsageError(
                    "--web-config %s: tls_server_config: %s".formatted(file, wrong.getMessage()),
                    wrong);
        }
    }

    private static Tls.Plan plan(WebConfig.TlsFiles files) {
        return new Tls.Plan(
                files.certificate(),
                files.key(),
                files.only13() ? Tls.Version.TLS13 : Tls.Version.TLS12,
                switch (files.clients()) {
                    case NO -> Tls.Clients.ANYBODY;
                    case IF_GIVEN -> Tls.Clients.KNOWN_IF_THEY_SAY;
                    case REQUIRED -> Tls.Clients.KNOWN;
                },
                files.clientAuthorities(),
                files.suites());
    }
}
