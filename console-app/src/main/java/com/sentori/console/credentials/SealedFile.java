package com.sentori.console.credentials;

import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * A file that a passphrase seals: AES-256 in GCM, the key by PBKDF2 with HMAC-SHA-256 and {@value #ROUNDS} rounds (OWASP, "Password Storage Cheat Sheet").
 * Every writing takes a nonce of its own. Whoever changes the file, or lacks the passphrase, reads nothing.
 */
public final class SealedFile implements Safe {
    static final int ROUNDS = 600_000;
    private static final int VERSION = 1;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final byte[] salt;
    private final SecretKey key;
    private final Map<String, String> secrets;

    private SealedFile(Path file, byte[] salt, SecretKey key, Map<String, String> secrets) {
        this.file = file;
        this.salt = salt;
        this.key = key;
        this.secrets = secrets;
    }

    /**
     * Opens the one in a folder; without one, it is made with the first secret.
     *
     * @param passphrase is overwritten
     * @throws WrongPassphraseException if it is not the one that sealed it, or the file was changed
     * @throws IOException if the file cannot be read
     */
    public static SealedFile open(Path folder, char[] passphrase) throws IOException, WrongPassphraseException {
        Path file = folder.resolve("credentials.json");
        try {
            if (!Files.exists(file)) {
                byte[] salt = random(SALT);
                return new SealedFile(file, salt, key(passphrase, salt, ROUNDS), new TreeMap<>());
            }
            Sealed sealed = Json.read(Files.readAllBytes(file), Sealed.class);
            if (sealed.version() != VERSION) {
                throw new IOException(file + " was written by another version of the program.");
            }
            SecretKey key = key(passphrase, sealed.salt(), sealed.rounds());
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, sealed.nonce(), sealed.salt()).doFinal(sealed.secrets());
            Map<String, String> secrets = Json.MAPPER.readValue(plain, new TypeReference<TreeMap<String, String>>() {
            });
            Arrays.fill(plain, (byte) 0);
            return new SealedFile(file, sealed.salt(), key, secrets);
        } catch (AEADBadTagException e) {
            throw new WrongPassphraseException();
        } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
            throw new IOException(file + " is damaged.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has AES and PBKDF2", e);
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static SecretKey key(char[] passphrase, byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
        try {
            return new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
        } finally {
            spec.clearPassword();
        }
    }

    /** What the key was made of is sealed too: it cannot be exchanged. */
    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] salt) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(salt);
        return cipher;
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void keep(String name, String secret) throws IOException {
        secrets.put(name, secret);
        write();
    }

    @Override
    public synchronized void forget(String name) throws IOException {
        if (secrets.remove(name) != null) {
            write();
        }
    }

    private void write() throws IOException {
        try {
            byte[] nonce = random(NONCE);
            byte[] plain = Json.bytes(secrets);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, salt).doFinal(plain);
            Arrays.fill(plain, (byte) 0);
            Folders.replace(file, Json.bytes(new Sealed(VERSION, ROUNDS, salt, nonce, sealed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has AES and PBKDF2", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    private record Sealed(int version, int rounds, byte[] salt, byte[] nonce, byte[] secrets) {}
}
