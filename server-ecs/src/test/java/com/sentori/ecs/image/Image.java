package com.sentori.ecs.image;

import com.sentori.ecs.image.Dockerfile.Instruction;
import com.sentori.ecs.image.Dockerfile.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a Dockerfile makes: files above those of this machine, and how they are started. */
final class Image {
    private static final Path CONTAINED = Path.of("src/test/resources/com/sentori/ecs/image/contained")
            .toAbsolutePath();

    final Path root;
    final Map<String, String> environment = new LinkedHashMap<>();
    String user = "0:0";
    String folder = "/";
    List<String> entryPoint = List.of();
    List<String> healthCheck = List.of();

    /** This machine's own files, and what is put into this folder above them. */
    Image(Path root) {
        this.root = root;
    }

    /**
     * Carries the Dockerfile out. The base is this machine, with the JDK that the tests run on; packages are not installed.
     *
     * @param context of the build
     * @param work where it may write
     * @param given environment of what the build runs
     */
    static Image build(Dockerfile file, Path context, Path work, Map<String, String> given)
            throws IOException, InterruptedException {
        Map<String, Image> stages = new HashMap<>();
        Image image = new Image(work);
        for (Stage stage : file.stages()) {
            image = new Image(work.resolve("stage" + stages.size()));
            Files.createDirectories(image.root);
            @Nullable
            Image base = stages.get(stage.base());
            if (base != null) {
                image.folder = base.folder;
                execute(List.of("cp", "-a", base.root + "/.", image.root.toString()));
            }
            for (Instruction instruction : stage.instructions()) {
                image.carryOut(instruction, context, stages, given);
            }
            stages.put(stage.name(), image);
        }
        return image;
    }

    /**
     * A command in a container of this image, not started yet.
     *
     * @param mode {@code ro} where its files cannot be changed, else {@code rw}
     */
    ProcessBuilder contained(String mode, List<String> command) {
        List<String> all = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private",
                CONTAINED.toString(), root.toString(), temporary().toString(), mode, user, folder));
        all.addAll(command);
        ProcessBuilder process = new ProcessBuilder(all);
        process.environment().clear();
        process.environment().put("PATH", System.getProperty("java.home") + "/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        process.environment().putAll(environment);
        return process;
    }

    /** What a container of this image sees as /tmp. */
    Path temporary() {
        return root.resolveSibling(root.getFileName() + ".tmp");
    }

    private void carryOut(Instruction instruction, Path context, Map<String, Image> stages, Map<String, String> given)
            throws IOException, InterruptedException {
        switch (instruction.word()) {
            case "WORKDIR" -> {
                folder = instruction.rest();
                Files.createDirectories(inside(folder));
            }
            case "USER" -> user = instruction.rest();
            case "ENV" -> {
                String[] setting = instruction.rest().split("=", 2);
                environment.put(setting[0], setting[1]);
            }
            case "COPY" -> copy(instruction.words(), context, stages);
            case "RUN" -> run(instruction, given);
            case "ENTRYPOINT" -> entryPoint = instruction.list();
            case "HEALTHCHECK" -> healthCheck = instruction.list();
            case "EXPOSE", "VOLUME" -> {
                // for the engine
            }
            default -> throw new IllegalArgumentException(instruction.word() + " is not known here.");
        }
    }

    private void run(Instruction instruction, Map<String, String> given) throws IOException, InterruptedException {
        if (instruction.rest().startsWith("apt-get")) {
            return;
        }
        ProcessBuilder process = contained("rw",
                instruction.isList() ? instruction.list() : List.of("bash", "-c", instruction.rest()));
        process.environment().putAll(given);
        finish(process);
    }

    private void copy(List<String> words, Path context, Map<String, Image> stages)
            throws IOException, InterruptedException {
        Path target = inside(words.getLast());
        Files.createDirectories(words.getLast().endsWith("/") ? target : Objects.requireNonNull(target.getParent()));
        for (String source : words.subList(0, words.size() - 1)) {
            if (source.startsWith("--from=")) {
                continue;
            }
            Path from = from(words.getFirst(), source, context, stages);
            execute(Files.isDirectory(from)
                    ? List.of("cp", "-a", "--no-preserve=ownership", from + "/.", target.toString())
                    : List.of("cp", "-a", "--no-preserve=ownership", from.toString(), target.toString()));
        }
    }

    private static Path from(String option, String source, Path context, Map<String, Image> stages)
            throws IOException {
        if (option.startsWith("--from=")) {
            Image stage = Objects.requireNonNull(stages.get(option.substring("--from=".length())), option);
            return source.startsWith("/tmp/")
                    ? stage.temporary().resolve(source.substring("/tmp/".length()))
                    : stage.inside(source);
        }
        int slash = source.lastIndexOf('/');
        Path folder = slash < 0 ? context : context.resolve(source.substring(0, slash));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, source.substring(slash + 1))) {
            return found.iterator().next();
        }
    }

    private Path inside(String path) {
        return root.resolve(Path.of(folder).resolve(path).normalize().toString().substring(1));
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        finish(new ProcessBuilder(command));
    }

    private static void finish(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.command() + " failed:\n" + said);
        }
    }
}
