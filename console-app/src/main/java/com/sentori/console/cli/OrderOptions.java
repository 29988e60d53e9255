package com.sentori.console.cli;

import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.Threshold;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.info.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command says what a run shall be. */
final class OrderOptions {
    private static final Duration STANDARD_DURATION = Duration.ofSeconds(20);
    private static final int STANDARD_SENSORS = 20;
    private static final double STANDARD_RATE = 5;

    @Option(names = "--sensors", description = "How many (default 20).")
    private @Nullable Integer sensors;

    @Option(names = "--rate", converter = Rate.class, description = "Readings a second of each, or as 30/m or 1/h (default 5/s).")
    private @Nullable Double rate;

    @Option(names = "--duration", converter = Seconds.class, description = "How long, as 90s, 2m or 1h30m (default 20s, or what the scenario says).")
    private @Nullable Duration duration;

    @Option(names = "--waveform", description = "One of ${COMPLETION-CANDIDATES} (default SINE).")
    private @Nullable Waveform waveform;

    @Option(names = "--scenario", paramLabel = "FILE|NAME", description = "A scenario file, or one of those that 'run scenarios' lists; in place of --sensors, --rate and --waveform.")
    private @Nullable String scenario;

    @Option(names = "--threshold", paramLabel = "TEXT", description = "What the run must hold, like 'p(95)<200' (latency in ms) or 'temperature:max<=30'; repeatable.")
    private @Nullable List<String> thresholds;

    @Option(names = "--seed", description = "Same seed, same values.")
    private @Nullable Long seed;

    /**
     * What they say.
     *
     * @throws IllegalArgumentException with a sentence, if that can be no run
     * @throws ScenarioException if there is no such scenario, or it is wrong
     */
    Order order(Scenarios scenarios) throws ScenarioException {
        if (scenario != null && (sensors != null || rate != null || waveform != null)) {
            throw new IllegalArgumentException(
                    "A scenario says which sensors there are: leave out --sensors, --rate and --waveform.");
        }
        List<Threshold> wanted = thresholds == null ? List.of() : Threshold.list(String.join(",", thresholds));
        long sown = seed == null ? ThreadLocalRandom.current().nextLong(1L << 53) : seed;
        Order order;
        if (scenario == null) {
            Order.Form form = new Order.Form(sensors == null ? STANDARD_SENSORS : sensors,
                    rate == null ? STANDARD_RATE : rate, waveform == null ? Waveform.SINE : waveform);
            Duration length = duration == null ? STANDARD_DURATION : duration;
            require(PlanFault.of(form.sensors(), form.rate(), length, null));
            order = Order.of(form, length, sown, wanted);
        } else {
            ScenarioText text = scenarios.named(scenario);
            order = Order.of(text, duration == null ? text.scenario().duration() : duration, sown, wanted);
        }
        require(order, null);
        return order;
    }

    /** Demands that a backend with these limits, or any, takes it. */
    static void require(Order order, @Nullable Limits limits) {
        require(PlanFault.of(order.plan(), limits));
    }

    private static void require(List<PlanFault> faults) {
        for (PlanFault fault : faults) {
            throw new IllegalArgumentException(sentence(fault));
        }
    }

    private static String sentence(PlanFault fault) {
        return switch (fault.field()) {
            case SENSORS -> "--sensors must be 1 to " + fault.max() + ".";
            case RATE -> "--rate must be at most " + fault.max() + " and at least one reading an hour.";
            case DURATION -> "--duration must be 1s to " + fault.max() + "s.";
            case TOTAL ->
                "A run may make 1 to " + fault.max() + " readings: take fewer sensors, a lower rate or less time.";
        };
    }
}
