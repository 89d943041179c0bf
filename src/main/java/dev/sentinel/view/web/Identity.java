package dev.sentinel.view.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// The one certificate that Sentinel shows, with those that vouch for it, and its key. The JDK's
/// way to hold them is a file with a password, which would be one more secret.
final class Identity extends X509ExtendedKeyManager {

    private static final String NAME = "sentinel";

    private final X509Certificate[] chain;
    private final PrivateKey key;

    private Identity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain.toArray(X509Certificate[]::new);
        this.key = key;
    }

    /// @throws IOException in a sentence, when one of the files will not do
    static Identity read(Path certificates, Path keyFile) throws IOException {
        List<X509Certificate> chain = Pem.certificates(certificates);
        String kind = chain.getFirst().getPublicKey().getAlgorithm();
        PrivateKey key = Pem.key(keyFile, kind);
        if (!belongTogether(chain.getFirst(), key)) {
            throw new IOException(
                    "%s: this is not the key of the certificate in %s"
                            .formatted(keyFile, certificates));
        }
        return new Identity(chain, key);
    }

    /// What the one has signed the other approves.
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            Signature signature =
                    Signature.getInstance(
                            switch (key.getAlgorithm()) {
                                case "RSA" -> "SHA256withRSA";
                                case "EC" -> "SHA256withECDSA";
                                default -> key.getAlgorithm();
                            });
            signature.initSign(key);
            signature.update(certificate.getSignature());
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(certificate.getSignature());
            return signature.verify(signed);
        } catch (GeneralSecurityException neverMet) {
            return false;
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return choose(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, Socket socket) {
        return choose(keyType);
    }

    private @Nullable String choose(String keyType) {
        return keyType.equals(key.getAlgorithm()) ? NAME : null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {NAME};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }
}
