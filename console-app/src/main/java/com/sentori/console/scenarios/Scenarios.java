package com.sentori.console.scenarios;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.sentori.console.simulator.Group;
import com.sentori.console.simulator.Phase;
import com.sentori.console.simulator.Recording;
import com.sentori.console.simulator.Scenario;
import com.sentori.console.simulator.TypedDuration;
import com.sentori.console.simulator.Wave;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads scenario files, YAML or JSON, whose form is the schema {@value ScenarioText#SCHEMA}. Thread-safe.
 */
public final class Scenarios {
    /** The names of those that come with the program. */
    public static final List<String> SHIPPED = List.of("calm", "daily", "faulty", "rush");

    private static final long MAX_BYTES = 1 << 20;

    private final Recordings recordings;

    /** With these recordings. */
    public Scenarios(Recordings recordings) {
        this.recordings = recordings;
    }

    /** One that comes with the program, or a file. */
    public ScenarioText named(String nameOrFile) throws ScenarioException {
        return SHIPPED.contains(nameOrFile) ? shipped(nameOrFile) : file(Path.of(nameOrFile));
    }

    /** One that comes with the program. */
    public ScenarioText shipped(String name) throws ScenarioException {
        try (InputStream in = Objects.requireNonNull(Scenarios.class.getResourceAsStream(name + ".yaml"), name)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, Path.of(""));
        } catch (IOException e) {
            throw new ScenarioException(new ScenarioFault.Unreadable(name, String.valueOf(e.getMessage())));
        }
    }

    /** One in a file; what it replays is looked for beside it. */
    public ScenarioText file(Path file) throws ScenarioException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ScenarioException(new ScenarioFault.Missing(file.toString()));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ScenarioException(new ScenarioFault.TooLarge(file.toString()));
            }
            Path beside = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
            return parse(Files.readString(file), file.toString(), beside);
        } catch (IOException e) {
            throw new ScenarioException(
                    new ScenarioFault.Unreadable(file.toString(), String.valueOf(e.getMessage())));
        }
    }

    /** One that was kept with a run, with the recordings of that time. */
    public ScenarioText kept(String text, Map<String, String> hashes) throws ScenarioException {
        return read(text, "The scenario that was kept with the run", (file, column) -> {
            String hash = hashes.getOrDefault(file + "#" + column, "-".repeat(12));
            return new Found(hash, recordings.kept(hash));
        });
    }

    /** One that was kept with a run and replays nothing. */
    public static ScenarioText withoutRecordings(String text) throws ScenarioException {
        return read(text, "The scenario that was kept with the run", (file, column) -> {
            throw new ScenarioException(new ScenarioFault.Elsewhere(file));
        });
    }

    private ScenarioText parse(String text, String source, Path folder) throws ScenarioException {
        return read(text, source, (file, column) -> {
            Column found = recordings.read(folder.resolve(file), column);
            return new Found(found.hash(), found);
        });
    }

    private static ScenarioText read(String text, String source, Library library) throws ScenarioException {
        Map<String, String> used = new HashMap<>();
        try {
            SimpleModule module = new SimpleModule("scenario").addDeserializer(Duration.class, new Length())
                    .addDeserializer(Wave.Replay.class, new ReplayReader(library, used));
            @Nullable
            Document document = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .addMixIn(Wave.class, Shapes.class)
                    .addModule(module)
                    .build()
                    .readValue(text, Document.class);
            if (document == null) {
                throw new ScenarioException(new ScenarioFault.Empty(source));
            }
            return new ScenarioText(document.scenario(), text, used);
        } catch (JacksonException e) {
            throw new ScenarioException(Complaint.about(source, e));
        } catch (IllegalArgumentException e) {
            throw new ScenarioException(new ScenarioFault.Wrong(source, 0, "", Complaint.why(e)));
        }
    }

    /** The file as it is written. */
    @JsonIgnoreProperties("description")
    private record Document(String schema, String name, @Nullable Duration duration, List<Group> groups,
            @Nullable List<Phase> phases) {
        Scenario scenario() {
            if (!ScenarioText.SCHEMA.equals(schema)) {
                throw new Complaint.Unfit(new ScenarioFault.OtherSchema());
            }
            return Scenario.of(name, groups, phases, duration);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({@JsonSubTypes.Type(value = Wave.Sine.class, name = "sine"),
            @JsonSubTypes.Type(value = Wave.Square.class, name = "square"),
            @JsonSubTypes.Type(value = Wave.Ramp.class, name = "ramp"),
            @JsonSubTypes.Type(value = Wave.Triangle.class, name = "triangle"),
            @JsonSubTypes.Type(value = Wave.Steps.class, name = "steps"),
            @JsonSubTypes.Type(value = Wave.Walk.class, name = "walk"),
            @JsonSubTypes.Type(value = Wave.Even.class, name = "noise"),
            @JsonSubTypes.Type(value = Wave.Constant.class, name = "constant"),
            @JsonSubTypes.Type(value = Wave.Replay.class, name = "replay")})
    private interface Shapes {}

    private static final class Length extends StdDeserializer<Duration> {
        Length() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            String typed = Objects.requireNonNullElse(parser.getValueAsString(), "");
            return TypedDuration.read(typed)
                    .orElseThrow(() -> new Complaint.Unfit(new ScenarioFault.NoTime(typed)));
        }
    }

    /** Gives a column of a CSV file. */
    private interface Library {
        Found find(String file, String column) throws ScenarioException;
    }

    private record Found(String hash, Recording recording) {}

    private record Written(String file, String column, @Nullable Boolean loop) {}

    private static final class ReplayReader extends StdDeserializer<Wave.Replay> {
        private final Library library;
        private final Map<String, String> used;

        ReplayReader(Library library, Map<String, String> used) {
            super(Wave.Replay.class);
            this.library = library;
            this.used = used;
        }

        @Override
        public Wave.Replay deserialize(JsonParser parser, DeserializationContext context) {
            Written written = context.readValue(parser, Written.class);
            if (written.file() == null || written.column() == null) {
                throw new Complaint.Unfit(new ScenarioFault.HalfReplay());
            }
            try {
                Found found = library.find(written.file(), written.column());
                used.put(written.file() + "#" + written.column(), found.hash());
                return new Wave.Replay(found.recording(), written.loop() == null || written.loop());
            } catch (ScenarioException e) {
                throw new Complaint.Unfit(new ScenarioFault.Replay(e.fault()));
            }
        }
    }
}
