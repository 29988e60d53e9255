package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schemas of {@code docs/schemas}. */
public final class PublishedSchemas {
    private static final String ADDRESS = "https://sentori-studio.com/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(PublishedSchemas::text));

    private PublishedSchemas() {}

    /** Demands one line of JSON that keeps to the schema of this name. */
    public static void check(String name, String line) {
        assertThat(line).hasLineCount(1);
        assertThat(REGISTRY.getSchema(SchemaLocation.of(ADDRESS + name + ".json")).validate(line, InputFormat.JSON))
                .isEmpty();
    }

    private static @Nullable String text(String id) {
        if (!id.startsWith(ADDRESS)) {
            return null; // the dialect's own
        }
        try {
            return Files.readString(Path.of("..", "docs", "schemas", id.substring(ADDRESS.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
