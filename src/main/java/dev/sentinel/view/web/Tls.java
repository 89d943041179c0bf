package dev.sentinel.view.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// TLS on top of a connection, of version 1.2 or newer.
public final class Tls {

    /// The least version that is spoken.
    public enum Version {
        TLS12,
        TLS13
    }

    /// Whether clients show certificates of their own.
    public enum Clients {
        /// They are not asked.
        ANYBODY,
        /// They may, and if they do it has to be a good one.
        KNOWN_IF_THEY_SAY,
        /// They have to.
        KNOWN
    }

    /// What it takes.
    ///
    /// @param authorities signed the certificates of clients; not empty if those are asked for
    /// @param suites empty for those that the JDK thinks are good
    public record Plan(
            Path certificate,
            Path key,
            Version least,
            Clients clients,
            Optional<Path> authorities,
            List<String> suites) {

        public Plan {
            suites = List.copyOf(suites);
        }
    }

    /// Clients resume with tickets that they keep themselves; without an end, sessions kept here
    /// would be as many as there are clients.
    private static final int MOST_SESSIONS = 64;

    private final SSLContext context;
    private final SSLParameters parameters;

    private Tls(SSLContext context, SSLParameters parameters) {
        this.context = context;
        this.parameters = parameters;
    }

    /// Reads the files.
    ///
    /// @throws IOException in a sentence, when TLS cannot be had with them
    public static Tls open(Plan plan) throws IOException {
        try {
            Identity identity = Identity.read(plan.certificate(), plan.key());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {identity}, trust(plan), null);
            context.getServerSessionContext().setSessionCacheSize(MOST_SESSIONS);
            return new Tls(context, parameters(context, plan));
        } catch (GeneralSecurityException odd) {
            throw new IOException("TLS cannot be had: " + odd.getMessage(), odd);
        }
    }

    private static TrustManager[] trust(Plan plan) throws IOException, GeneralSecurityException {
        if (plan.authorities().isEmpty()) {
            return new TrustManager[0];
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate authority : Pem.certificates(plan.authorities().get())) {
            store.setCertificateEntry(Integer.toString(store.size()), authority);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static SSLParameters parameters(SSLContext context, Plan plan) throws IOException {
        SSLParameters parameters = context.getDefaultSSLParameters();
        List<String> good = List.of(parameters.getCipherSuites());
        for (String suite : plan.suites()) {
            if (!good.contains(suite)) {
                throw new IOException(
                        "cipher_suites: '%s' is none that is known here and thought to be good"
                                .formatted(suite));
            }
        }
        parameters.setProtocols(
                switch (plan.least()) {
                    case TLS12 -> new String[] {"TLSv1.3", "TLSv1.2"};
                    case TLS13 -> new String[] {"TLSv1.3"};
                });
        if (!plan.suites().isEmpty()) {
            parameters.setCipherSuites(plan.suites().toArray(String[]::new));
        }
        switch (plan.clients()) {
            case ANYBODY -> parameters.setNeedClientAuth(false);
            case KNOWN_IF_THEY_SAY -> parameters.setWantClientAuth(true);
            case KNOWN -> parameters.setNeedClientAuth(true);
        }
        return parameters;
    }

    /// The first read or write agrees with the client on how to go on.
    Socket over(Socket client) throws IOException {
        InputStream nothingReadYet = new ByteArrayInputStream(new byte[0]);
        var secured =
                (SSLSocket) context.getSocketFactory().createSocket(client, nothingReadYet, true);
        secured.setSSLParameters(parameters);
        return secured;
    }
}
