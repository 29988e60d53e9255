package com.sentori.console.cli;

import com.sentori.console.backends.Folders;
import com.sentori.console.runs.Records;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists scenarios, or checks them. */
@Command(name = "scenarios", mixinStandardHelpOptions = true, description = "Lists the scenarios that come with the program, or checks files.")
final class ScenariosCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Parameters(paramLabel = "FILE", arity = "0..*")
    private @Nullable List<String> files;
    @Option(names = "--json", description = "Prints JSON, by the schema scenarios-1.json.")
    private boolean json;

    @Override
    public Integer call() throws ScenarioException {
        List<Row> all = new ArrayList<>();
        Scenarios scenarios = new Records(Folders.data()).scenarios();
        for (String name : files == null ? Scenarios.SHIPPED : files) {
            all.add(Row.of(name, scenarios.named(name)));
        }
        if (json) {
            streams.json(Map.of("schema", "sentori.scenarios/1", "scenarios", all));
        } else {
            all.forEach(each -> streams.out().println(each.line()));
        }
        return Exit.PASSED;
    }

    private record Row(String name, int sensors, int groups, int phases, long seconds, String hash) {
        static Row of(String name, ScenarioText text) {
            Scenario scenario = text.scenario();
            return new Row(name, scenario.sensors(), scenario.groups().size(), scenario.phases().size(),
                    scenario.duration().toSeconds(), text.hash());
        }

        String line() {
            return String.format(Locale.ROOT, "%-10s %4d sensors %3d groups %3d phases  %5d s  %s", name, sensors,
                    groups, phases, seconds, hash);
        }
    }
}
