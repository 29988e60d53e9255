package com.sentori.sandbox.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * What an issuer keeps: its key and its address. Only the owner of the files may read them, where the system knows owners;
 * elsewhere the folder's own rules hold.
 *
 * @param folder where
 */
record IssuerFolder(Path folder) {
    private static final int KEY_BITS = 2_048;

    /** Of the sandbox with this data. */
    static IssuerFolder of(Path data) {
        return new IssuerFolder(data.resolve("issuer"));
    }

    /** As it was last opened. */
    Issuer issuer() throws IOException {
        if (!Files.isRegularFile(addressFile()) || !Files.isRegularFile(keyFile())) {
            throw new IllegalArgumentException("There is no issuer in " + folder
                    + ": start './sentori sandbox --auth jwt', or name its folder with --data.");
        }
        return new Issuer(URI.create(Files.readString(addressFile()).strip()), key());
    }

    /** The port of its last address; 0 without one. Tokens name the address: on another port they are another's. */
    int lastPort() throws IOException {
        return Files.isRegularFile(addressFile()) ? issuer().address().getPort() : 0;
    }

    /** Opens it at this address, with the key of before or a new one. */
    Issuer open(URI address) throws IOException {
        Files.createDirectories(folder, owners("rwx------"));
        if (!Files.isRegularFile(keyFile())) {
            write(keyFile(), newKey().toJSONString());
        }
        write(addressFile(), address.toString());
        return issuer();
    }

    private RSAKey key() throws IOException {
        try {
            return RSAKey.parse(Files.readString(keyFile()));
        } catch (ParseException e) {
            // What it could not parse stays unsaid.
            throw new IOException(keyFile() + " is damaged: delete it, and have new tokens made.");
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(folder, "draft", ".tmp", owners("rw-------"));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] owners(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private Path keyFile() {
        return folder.resolve("key.json");
    }

    private Path addressFile() {
        return folder.resolve("address");
    }
}
