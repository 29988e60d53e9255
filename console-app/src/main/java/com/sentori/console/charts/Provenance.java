package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a chart's samples come from, as its owner knows it; the chart adds its span, zone and decimation.
 *
 * @param facts in their order
 */
public record Provenance(List<Fact> facts) {
    /** A name, such as "backend", and what it is. */
    public record Fact(String name, String value) {}

    /** Takes a copy. */
    public Provenance {
        facts = List.copyOf(facts);
    }

    static Provenance none() {
        return new Provenance(List.of());
    }

    /** These facts, and what the chart shows of the samples. */
    Provenance of(LiveChart chart) {
        ChartTexts texts = chart.texts();
        Rulers rulers = chart.rulers();
        TimeWindow.Fixed span = chart.link().span();
        List<Fact> all = new ArrayList<>();
        if (!chart.title().isEmpty()) {
            all.add(new Fact(texts.get("origin.chart"), chart.title()));
        }
        all.addAll(facts);
        all.add(new Fact(texts.get("origin.window"), rulers.date(span.from()) + " – " + rulers.date(span.to())));
        all.add(new Fact(texts.get("origin.zone"), chart.link().zoneProperty().get().getId()));
        all.add(new Fact(texts.get("origin.decimation"), chart.decimation()));
        return new Provenance(all);
    }

    /** On one line. */
    String line() {
        return String.join("   ", facts.stream().map(fact -> fact.name() + ": " + fact.value()).toList());
    }
}
