package com.sentori.contract.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The walls of one module. A {@code WallsTest} reads like a plan of it:
 *
 * <pre>{@code
 * Walls.of("com.sentori.ecs").mayUseModules("com.sentori.contract")
 *     .room("runs").room("readings", "runs").root("runs", "readings")
 *     .check();
 * }</pre>
 *
 * <p>
 * Checked are: no other module of the product than those named, no package that the plan does not name, no
 * use of a package that the plan does not allow, no circle between packages, a {@code package-info} in each.
 */
public final class Walls {
    private static final List<String> MODULES = List.of("com.sentori.contract", "com.sentori.ecs", "com.sentori.lambda",
            "com.sentori.sandbox", "com.sentori.console", "com.sentori.bench", "com.sentori.grafana");

    private final String base;
    private final List<String> modules = new ArrayList<>();
    private final Map<String, Set<String>> rooms = new LinkedHashMap<>();

    private Walls(String base) {
        this.base = base;
    }

    /** The plan of the module with this base package. */
    public static Walls of(String base) {
        return new Walls(base);
    }

    /** Base packages of the other modules that it may use. */
    public Walls mayUseModules(String... bases) {
        modules.addAll(List.of(bases));
        return this;
    }

    /** A package below the base, and those which it may use. */
    public Walls room(String name, String... uses) {
        rooms.put(base + "." + name, packages(uses));
        return this;
    }

    /** The base package itself, and those which it may use. */
    public Walls root(String... uses) {
        rooms.put(base, packages(uses));
        return this;
    }

    /** Fails with the class and the line that goes through a wall. */
    public void check() {
        JavaClasses house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
        assertThat(rooms.keySet()).as("packages that the plan names")
                .containsAll(house.stream().map(type -> type.getPackageName()).toList());
        String[] foreign = MODULES.stream()
                .filter(module -> !module.equals(base) && !modules.contains(module))
                .map(module -> module + "..")
                .toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(foreign).check(house);
        rooms.forEach((room, uses) -> {
            String[] allowed = Stream.concat(Stream.of(room), uses.stream()).toArray(String[]::new);
            noClasses().that()
                    .resideInAPackage(room)
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "reside in another package of the module than " + uses,
                            type -> rooms.containsKey(type.getPackageName())
                                    && !List.of(allowed).contains(type.getPackageName())))
                    .allowEmptyShould(true)
                    .check(house);
        });
        slices().matching(base + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(house);
        Set<String> documented = new TreeSet<>();
        house.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .forEach(type -> documented.add(type.getPackageName()));
        assertThat(documented).as("packages with a package-info").containsAll(rooms.keySet());
        assertThat(house.stream().map(type -> type.getSimpleName()))
                .as("names say what a thing is, in the field's words")
                .noneMatch(
                        name -> name.matches(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)|Base[A-Z].*|Abstract[A-Z].*"));
    }

    private Set<String> packages(String... names) {
        Set<String> full = new TreeSet<>();
        Stream.of(names).forEach(name -> full.add(base + "." + name));
        return full;
    }
}
