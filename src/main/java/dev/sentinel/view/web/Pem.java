package dev.sentinel.view.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and keys as they lie in files (RFC 7468). What will not do is said in a sentence
/// that begins with the file; nothing of a key is ever in it.
final class Pem {

    private static final int LARGEST = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /// The certificate itself first.
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Matcher block = blocks(file); block.find(); ) {
                if (block.group(1).equals("CERTIFICATE")) {
                    var content = new ByteArrayInputStream(content(block));
                    certificates.add((X509Certificate) factory.generateCertificate(content));
                }
            }
        } catch (CertificateException | IllegalArgumentException spoilt) {
            throw new IOException(file + ": a certificate in it cannot be read", spoilt);
        }
        if (certificates.isEmpty()) {
            throw new IOException(
                    file + ": there is no certificate in it; it begins with BEGIN CERTIFICATE");
        }
        return certificates;
    }

    /// @param kind of the key: RSA, EC
    static PrivateKey key(Path file, String kind) throws IOException {
        Matcher block = blocks(file);
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new IOException(
                    "%s: everybody on this machine can read this key; chmod o= %s"
                            .formatted(file, file));
        }
        while (block.find()) {
            switch (block.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(file, kind, block);
                }
                case "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
                        throw new IOException(
                                ("%s: the key is a '%s', and Sentinel reads a plain 'PRIVATE KEY';"
                                                + " openssl pkcs8 -topk8 -nocrypt -in %s -out NEW makes one of it")
                                        .formatted(file, block.group(1), file));
                default -> {}
            }
        }
        throw new IOException(file + ": there is no key in it; it begins with BEGIN PRIVATE KEY");
    }

    private static PrivateKey key(Path file, String kind, Matcher block) throws IOException {
        try {
            return KeyFactory.getInstance(kind)
                    .generatePrivate(new PKCS8EncodedKeySpec(content(block)));
        } catch (GeneralSecurityException | IllegalArgumentException spoilt) {
            // Not as the cause: it may tell of what it has read.
            throw new IOException(
                    "%s: this is not a key of the kind in the certificate, %s"
                            .formatted(file, kind));
        }
    }

    private static byte[] content(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(2));
    }

    private static Matcher blocks(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + ": too large to be what it should be");
            }
            return BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": there is no such file", missing);
        } catch (java.nio.file.AccessDeniedException closed) {
            throw new IOException(file + ": it may not be read", closed);
        }
    }
}
