package com.sentori.console.terraform;

import com.sentori.console.terraform.EnvironmentException.Why;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack, and with which values and whose state: as {@code environments-1.json} has it. It is a record that the file's mapper writes and reads.
 *
 * @param name short, unique; also the name of a folder, and what is typed before production is changed
 * @param label as windows show it; the name where nothing was given
 * @param colour of the label
 * @param stack the folder of the configuration
 * @param variables files of values ({@code .tfvars}), in the order in which they count, as seen from the stack
 * @param backendConfig a file that says where the state is kept, as seen from the stack; null where the stack itself says so
 * @param awsProfile the profile of the AWS settings; null for the one of the process
 * @param backend the name of the saved backend that the stack provides; null for none
 * @param production whether its name has to be typed before anything is changed
 * @param readOnly whether nothing may be changed from here
 */
public record Environment(String name, String label, Tint colour, Path stack, List<String> variables,
        @Nullable String backendConfig, @Nullable String awsProfile, @Nullable String backend, boolean production,
        boolean readOnly) {
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LONGEST_LABEL = 24;

    /** Keeps its own copy; a blank text is none. */
    public Environment {
        label = label.isBlank() ? name : label.strip();
        variables = List.copyOf(variables);
        backendConfig = given(backendConfig);
        awsProfile = given(awsProfile);
        backend = given(backend);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * One in a folder, and all else as it is at first.
     *
     * @param name short and unique
     */
    public static Environment of(String name, Path stack) {
        return new Environment(name, "", Tint.GREY, stack, List.of(), null, null, null, false, false);
    }

    /** The files of values and of the state's place, as paths. */
    List<Path> files() {
        List<Path> all = new ArrayList<>(variables.stream().map(stack::resolve).toList());
        if (backendConfig != null) {
            all.add(stack.resolve(backendConfig));
        }
        return all;
    }

    /**
     * The same, if it can be used.
     *
     * @throws EnvironmentException if it cannot
     */
    public Environment checked() throws EnvironmentException {
        if (!NAMES.matcher(name).matches()) {
            throw new EnvironmentException(Why.NAME, name);
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw new EnvironmentException(Why.LABEL, name);
        }
        if (!stack.isAbsolute()) {
            throw new EnvironmentException(Why.STACK, name);
        }
        Objects.requireNonNull(colour, "colour");
        return this;
    }
}
