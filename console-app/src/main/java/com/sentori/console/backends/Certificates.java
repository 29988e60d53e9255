package com.sentori.console.backends;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A company's own certificates, which are trusted beside those that Java trusts.
 *
 * @param file where they are, in PEM
 * @param certificates what is in it
 */
public record Certificates(Path file, List<X509Certificate> certificates) {
    /**
     * Reads a file.
     *
     * @throws IOException with a sentence that says what is wrong with it
     */
    public static Certificates read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("There is no certificate in " + file + ": it must hold them in PEM.");
            }
            return new Certificates(file, found);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + " of certificates: correct SENTORI_CA or the settings.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificates in PEM: correct SENTORI_CA or the settings.", e);
        }
    }

    /** What trusts these and Java's own. */
    Trust trust() {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (X509Certificate each : Stream
                    .concat(certificates.stream(), Stream.of(manager(null).getAcceptedIssuers()))
                    .toList()) {
                all.setCertificateEntry(Integer.toString(all.size()), (Certificate) each);
            }
            X509TrustManager manager = manager(all);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{manager}, null);
            return new Trust(context.getSocketFactory(), manager);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java has no certificates of its own", e);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What OkHttp wants. */
    record Trust(SSLSocketFactory sockets, X509TrustManager manager) {}
}
