package com.sentori.console.dashboards;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of one of Grafana's units are written. A unit has steps, such as ms, s and min; a value is written in the largest one that is not above it.
 *
 * @param steps from the smallest to the largest, at least one
 * @param prefix what stands before the number; mostly empty
 */
record Unit(List<Step> steps, String prefix) {
    /** Grafana's names and what they mean, from {@code getValueFormats} of {@code @grafana/data}. */
    private static final Map<String, Unit> KNOWN = known();
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 12;

    /**
     * A way of writing it.
     *
     * @param size how much one of it is, in the unit's own values
     * @param suffix behind the number, with its blank; may be empty
     */
    record Step(double size, String suffix) {
        /** Without the blank. */
        String name() {
            return suffix.strip();
        }
    }

    /** By Grafana's name; one that is not known stands behind the number as it is, as in Grafana. */
    static Unit of(String id) {
        Unit known = KNOWN.get(id);
        if (known != null) {
            return known;
        }
        if (id.startsWith("prefix:") || id.startsWith("currency:")) {
            return new Unit(List.of(new Step(1, "")), id.substring(id.indexOf(':') + 1));
        }
        return id.startsWith("si:") ? decimal(id.substring(3)) : plain(id.replaceFirst("^suffix:", ""));
    }

    /** The step in which a value of this size is written; NaN for the unit's own. */
    Step step(double value) {
        double size = Math.abs(value);
        Step found = steps.getFirst();
        for (Step each : steps) {
            boolean own = each.size() == 1;
            if (each.size() <= size || (own && !(size > 0))) {
                found = each;
            }
        }
        return found;
    }

    /** A value as people read it, in the step of its own size. */
    String text(double value, @Nullable Integer decimals, Locale locale) {
        return text(value, step(value), decimals, locale);
    }

    /** A value in this step. */
    String text(double value, Step step, @Nullable Integer decimals, Locale locale) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return (value > 0 ? "∞" : "-∞") + step.suffix();
        }
        double shown = value / step.size();
        NumberFormat form = NumberFormat.getNumberInstance(locale);
        int digits = decimals == null ? decimals(shown) : decimals;
        form.setMinimumFractionDigits(decimals == null ? 0 : digits);
        form.setMaximumFractionDigits(digits);
        return prefix + form.format(shown) + step.suffix();
    }

    /** So many that three digits count. */
    private static int decimals(double value) {
        if (value == Math.rint(value)) {
            return 0;
        }
        int lead = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return Math.clamp(DIGITS - lead, 0, MOST_DECIMALS);
    }

    /** Whether values are moments, in epoch milliseconds. */
    static boolean isMoment(String id) {
        return id.startsWith("dateTime") || id.startsWith("time:");
    }

    private static Unit plain(String suffix) {
        return new Unit(List.of(new Step(1, suffix.isEmpty() ? "" : " " + suffix)), "");
    }

    private static Unit tight(String suffix) {
        return new Unit(List.of(new Step(1, suffix)), "");
    }

    private static Unit counted(String suffix) {
        String behind = suffix.isEmpty() ? "" : " " + suffix;
        String[] names = {"", " K", " Mil", " Bil", " Tri", " Quadr"};
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String scale = suffix.isEmpty() || i == 0 ? names[i] : names[i].substring(1, 2);
            steps.add(new Step(Math.pow(1_000, i), scale + behind));
        }
        return new Unit(steps, "");
    }

    private static Unit decimal(String suffix) {
        String[] names = {"n", "µ", "m", "", "k", "M", "G", "T", "P", "E"};
        return prefixed(suffix, names, 1_000, -3);
    }

    private static Unit whole(String suffix, int power) {
        return prefixed(suffix, new String[]{"", "k", "M", "G", "T", "P", "E"}, 1_000, -power);
    }

    private static Unit binary(String suffix, int power) {
        return prefixed(suffix, new String[]{"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"}, 1_024, -power);
    }

    /** The first name is for {@code base} to the power of {@code first}. */
    private static Unit prefixed(String suffix, String[] names, double base, int first) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            steps.add(new Step(Math.pow(base, i + first), " " + names[i] + suffix));
        }
        return new Unit(steps, "");
    }

    /** Lengths of time, of which one is so many seconds. */
    private static Unit time(double own) {
        String[] names = {"ns", "µs", "ms", "s", "min", "h", "d", "wk", "yr"};
        double[] seconds = {1e-9, 1e-6, 1e-3, 1, 60, 3_600, 86_400, 604_800, 31_536_000};
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            steps.add(new Step(seconds[i] / own, " " + names[i]));
        }
        return new Unit(steps, "");
    }

    private static Map<String, Unit> known() {
        Map<String, Unit> all = new HashMap<>();
        all.put("", plain(""));
        all.put("none", plain(""));
        all.put("string", plain(""));
        all.put("locale", plain(""));
        all.put("short", counted(""));
        all.put("percent", tight("%"));
        all.put("percentunit", new Unit(List.of(new Step(0.01, "%")), ""));
        all.put("humidity", tight(" %H"));
        all.put("celsius", tight(" °C"));
        all.put("fahrenheit", tight(" °F"));
        all.put("kelvin", tight(" K"));
        all.put("degree", tight("°"));
        all.put("bool", plain(""));
        Map.of("reqps", "req/s", "ops", "ops/s", "rps", "rd/s", "wps", "wr/s", "iops", "io/s", "cps", "c/s", "rowsps",
                "rows/s", "mps", "msg/s", "reqpm", "req/min", "opm", "ops/min")
                .forEach((id, name) -> all.put(id, counted(name)));
        Map.of("cpm", "c/min", "rpm", "rd/min", "wpm", "wr/min", "eps", "evt/s", "recps", "rec/s")
                .forEach((id, name) -> all.put(id, counted(name)));
        all.put("bytes", binary("B", 0));
        all.put("kbytes", binary("B", 1));
        all.put("mbytes", binary("B", 2));
        all.put("gbytes", binary("B", 3));
        all.put("bits", binary("b", 0));
        all.put("decbytes", whole("B", 0));
        all.put("deckbytes", whole("B", 1));
        all.put("decmbytes", whole("B", 2));
        all.put("decgbytes", whole("B", 3));
        all.put("decbits", whole("b", 0));
        all.put("binBps", binary("B/s", 0));
        all.put("Bps", whole("B/s", 0));
        all.put("binbps", binary("b/s", 0));
        all.put("bps", whole("b/s", 0));
        all.put("KBs", whole("B/s", 1));
        all.put("MBs", whole("B/s", 2));
        all.put("ns", time(1e-9));
        all.put("µs", time(1e-6));
        all.put("ms", time(1e-3));
        all.put("s", time(1));
        all.put("m", time(60));
        all.put("h", time(3_600));
        all.put("d", time(86_400));
        all.put("dtdurations", time(1));
        all.put("dtdurationms", time(1e-3));
        all.put("clocks", time(1));
        all.put("clockms", time(1e-3));
        all.put("hertz", decimal("Hz"));
        all.put("watt", decimal("W"));
        all.put("volt", decimal("V"));
        all.put("amp", decimal("A"));
        all.put("pressurehpa", tight(" hPa"));
        all.put("pressurembar", decimal("bar").shifted(1e-3));
        all.put("pressurebar", decimal("bar"));
        all.put("currencyUSD", new Unit(List.of(new Step(1, "")), "$"));
        all.put("currencyEUR", new Unit(List.of(new Step(1, "")), "€"));
        all.put("currencyGBP", new Unit(List.of(new Step(1, "")), "£"));
        return all;
    }

    /** The same of values of which one is so much. */
    private Unit shifted(double own) {
        return new Unit(steps.stream().map(each -> new Step(each.size() / own, each.suffix())).toList(), prefix);
    }
}
