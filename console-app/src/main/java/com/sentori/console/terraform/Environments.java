package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.sentori.console.backends.Folders;
import com.sentori.console.documents.Member;
import com.sentori.console.documents.Yaml;
import com.sentori.console.terraform.EnvironmentException.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The environments that are known, and the file {@value #FILE} that they are kept in, by the schema {@code environments-1.json}; never a secret. */
public final class Environments {
    /** The name of the file. */
    public static final String FILE = "environments.yaml";
    static final String SCHEMA = "sentori.environments/1";
    static final int MOST = 100;
    private static final long LONGEST = 1 << 20;

    private Environments() {}

    /**
     * Those in a folder; none without a file. Paths of stacks may be given as seen from the folder.
     *
     * @throws EnvironmentException if the file is wrong; nothing of it is used then
     * @throws IOException if it cannot be read
     */
    public static List<Environment> in(Path folder) throws EnvironmentException, IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > LONGEST) {
            throw new EnvironmentException(Why.DAMAGED, "it is larger than 1 MiB.");
        }
        return read(Files.readString(file), folder.toAbsolutePath());
    }

    /**
     * The one of a name.
     *
     * @throws EnvironmentException if there is none, or the file is wrong
     * @throws IOException if the file cannot be read
     */
    public static Environment named(String name, Path folder) throws EnvironmentException, IOException {
        return in(folder).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EnvironmentException(Why.UNKNOWN, name));
    }

    static List<Environment> read(String text, Path folder) throws EnvironmentException {
        List<Environment> all = new ArrayList<>();
        try {
            @Nullable
            Document document = text.isBlank() ? null : Yaml.MAPPER.readValue(text, Document.class);
            if (document == null || !SCHEMA.equals(document.schema)) {
                throw new EnvironmentException(Why.SCHEMA, "");
            }
            List<Draft> drafts = Objects.requireNonNullElse(document.environments, List.of());
            for (Draft draft : drafts) {
                all.add(draft.environment(folder).checked());
            }
        } catch (JacksonException e) {
            String member = Member.of(e);
            throw new EnvironmentException(Why.DAMAGED,
                    (member.isEmpty() ? "" : member + ": ") + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (NullPointerException | InvalidPathException e) {
            throw new EnvironmentException(Why.DAMAGED, "each environment needs a name and the folder of its stack.");
        }
        return distinct(all);
    }

    private static List<Environment> distinct(List<Environment> all) throws EnvironmentException {
        Set<String> names = new HashSet<>();
        for (Environment each : all) {
            if (!names.add(each.name())) {
                throw new EnvironmentException(Why.TWICE, each.name());
            }
        }
        if (all.size() > MOST) {
            throw new EnvironmentException(Why.MANY, "");
        }
        return List.copyOf(all);
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws EnvironmentException if they cannot be kept together
     * @throws IOException if the folder cannot be written
     */
    public static void keep(List<Environment> all, Path folder) throws EnvironmentException, IOException {
        Folders.replace(folder.resolve(FILE), write(distinct(all)).getBytes(StandardCharsets.UTF_8));
    }

    static String write(List<Environment> all) {
        return Yaml.MAPPER.writeValueAsString(new Document(SCHEMA, all.stream().map(Draft::of).toList()));
    }

    /** The text as it is written. */
    @JsonIgnoreProperties("description")
    private record Document(@Nullable String schema, @Nullable List<Draft> environments) {}

    /** One as it is written: what is as at first is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Draft(String name, @Nullable String label, @Nullable Tint colour, String stack,
            @Nullable List<String> variables, @Nullable String backendConfig, @Nullable String awsProfile,
            @Nullable String backend, @Nullable Boolean production, @Nullable Boolean readOnly) {
        static Draft of(Environment known) {
            return new Draft(known.name(), known.label().equals(known.name()) ? null : known.label(),
                    known.colour() == Tint.GREY ? null : known.colour(), known.stack().toString(),
                    known.variables().isEmpty() ? null : known.variables(), known.backendConfig(), known.awsProfile(),
                    known.backend(), known.production() ? Boolean.TRUE : null,
                    known.readOnly() ? Boolean.TRUE : null);
        }

        Environment environment(Path folder) {
            return new Environment(Objects.requireNonNull(name), Objects.requireNonNullElse(label, ""),
                    Objects.requireNonNullElse(colour, Tint.GREY), folder.resolve(Objects.requireNonNull(stack)),
                    Objects.requireNonNullElse(variables, List.of()), backendConfig, awsProfile, backend,
                    Boolean.TRUE.equals(production), Boolean.TRUE.equals(readOnly));
        }
    }
}
