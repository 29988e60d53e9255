package com.sentori.ecs.image;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/**
 * A Dockerfile, as far as this product's go.
 *
 * @param before instructions before the first stage
 * @param stages in their order; the last one is the image
 */
record Dockerfile(List<Instruction> before, List<Stage> stages) {
    /**
     * A stage.
     *
     * @param name of it; empty without
     * @param base the name of a stage or an image
     * @param instructions after FROM
     */
    record Stage(String name, String base, List<Instruction> instructions) {}

    /**
     * An instruction.
     *
     * @param word FROM, RUN, …
     * @param rest of the line, on one line
     */
    record Instruction(String word, String rest) {
        static Instruction of(String line) {
            String[] parts = line.split("\\s+", 2);
            return new Instruction(parts[0], parts[1].strip());
        }

        /** Whether it is written as a list, which no shell reads. */
        boolean isList() {
            return rest.endsWith("\"]");
        }

        /** Its list; options before it are left out. */
        List<String> list() {
            return Json.MAPPER.readValue(rest.substring(rest.indexOf("[\"")), new TypeReference<>() {
            });
        }

        List<String> words() {
            return List.of(rest.split("\\s+"));
        }
    }

    static Dockerfile read(Path file) throws IOException {
        String text = Files.readAllLines(file)
                .stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .replaceAll("\\\\\n\\s*", "");
        List<Instruction> before = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        for (Instruction instruction : text.lines().filter(line -> !line.isBlank()).map(Instruction::of).toList()) {
            if (instruction.word().equals("FROM")) {
                List<String> words = instruction.words();
                stages.add(new Stage(words.size() > 2 ? words.get(2) : "", words.getFirst(), new ArrayList<>()));
            } else if (stages.isEmpty()) {
                before.add(instruction);
            } else {
                stages.getLast().instructions().add(instruction);
            }
        }
        return new Dockerfile(before, stages);
    }
}
