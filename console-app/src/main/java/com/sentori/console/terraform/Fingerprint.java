package com.sentori.console.terraform;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** By which a configuration is told from another: a digest of the files of the stack, of its modules on this machine, and of its values. A plan holds its own copy, so that Terraform does not notice. */
final class Fingerprint {
    private static final int MOST = 5_000;
    private static final long LONGEST = 64 << 20;

    private Fingerprint() {}

    /**
     * Of the environment as it is now.
     *
     * @param dataFolder in which Terraform keeps which modules there are
     */
    static String of(Environment environment, Path dataFolder, Map<String, String> variablesOfProcess)
            throws IOException {
        Set<Path> files = new TreeSet<>();
        addFiles(environment.stack(), files);
        for (Path module : modules(environment.stack(), dataFolder)) {
            addFiles(module, files);
        }
        files.addAll(environment.files());
        MessageDigest digest = sha256();
        for (Path file : files) {
            digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
            if (Files.isRegularFile(file)) {
                add(file, digest);
            }
        }
        variablesOfProcess.entrySet()
                .stream()
                .filter(each -> each.getKey().startsWith("TF_VAR_"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of one file. */
    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        add(file, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
    }

    private static void addFiles(Path folder, Set<Path> into) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, 6, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(file -> belongs(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .limit(MOST)
                    .forEach(into::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What Terraform itself writes there says nothing of the configuration. */
    private static boolean belongs(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (name.startsWith(".terraform") || name.contains(".tfstate") || name.equals("crash.log")) {
                return false;
            }
        }
        return true;
    }

    private static Set<Path> modules(Path stack, Path dataFolder) throws IOException {
        Set<Path> found = new TreeSet<>();
        Path list = dataFolder.resolve("modules").resolve("modules.json");
        if (Files.isRegularFile(list) && Files.size(list) < LONGEST) {
            try {
                for (JsonNode module : Json.MAPPER.readTree(Files.readAllBytes(list)).path("Modules")) {
                    String folder = module.path("Dir").asString("");
                    if (!folder.isEmpty() && !folder.equals(".")) {
                        found.add(stack.resolve(folder).normalize());
                    }
                }
            } catch (JacksonException e) {
                throw new IOException(list + " is damaged: remove the folder, and plan again.");
            }
        }
        return found;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
