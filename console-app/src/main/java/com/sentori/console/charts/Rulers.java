package com.sentori.console.charts;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks for axes, in a language and a time zone. Needs no toolkit. */
final class Rulers {
    private static final double DECADES_WITH_STEPS = 2.5;

    private final Locale locale;
    private final ZoneId zone;
    /** Copied for each use: a form is not for two threads, and costs much to look up. */
    private final NumberFormat numbers;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter dates;

    Rulers(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        numbers = NumberFormat.getNumberInstance(locale);
        moments = form("HH:mm:ss.SSS");
        dates = form("yyyy-MM-dd HH:mm:ss.SSSxxx");
    }

    /** The same in another time zone. */
    Rulers in(ZoneId other) {
        return other.equals(zone) ? this : new Rulers(locale, other);
    }

    /** At most {@code most} values, or somewhat more on a logarithmic axis. */
    List<Tick> values(Scale scale, int most) {
        return scale.log() ? decades(scale, most) : steps(scale, most);
    }

    private List<Tick> steps(Scale scale, int most) {
        double step = Ticks.step(scale.top() - scale.bottom(), most);
        NumberFormat form = numbers();
        form.setMinimumFractionDigits(Ticks.digits(step));
        form.setMaximumFractionDigits(Ticks.digits(step));
        return Ticks.values(scale.bottom(), scale.top(), step)
                .stream()
                .map(value -> new Tick(scale.down(value), form.format(value)))
                .toList();
    }

    private List<Tick> decades(Scale scale, int most) {
        double decades = Math.log10(scale.top() / scale.bottom());
        int stride = (int) Math.max(1, Math.ceil(decades / Math.max(1, most)));
        int[] leads = decades <= DECADES_WITH_STEPS ? new int[]{1, 2, 5} : new int[]{1};
        NumberFormat form = numbers();
        form.setMaximumFractionDigits(9);
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(scale.bottom())); power <= Math.log10(scale.top())
                + 1e-9; power++) {
            for (int lead : leads) {
                double value = lead * Math.pow(10, power);
                double down = scale.down(value);
                if (power % stride == 0 && down >= -1e-9 && down <= 1 + 1e-9) {
                    ticks.add(new Tick(down, form.format(value)));
                }
            }
        }
        return ticks;
    }

    /** At most {@code most} times between two, in epoch milliseconds. */
    List<Tick> times(double from, double to, int most) {
        long step = Ticks.timeStep((long) (to - from), most);
        DateTimeFormatter form = form(step);
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli((long) from)).getTotalSeconds() * 1_000L;
        long first = (long) Math.ceil((from + offset) / step) * step - offset;
        List<Tick> ticks = new ArrayList<>();
        for (long time = first; time <= to; time += step) {
            ticks.add(new Tick((time - from) / (to - from), form.format(Instant.ofEpochMilli(time))));
        }
        return ticks;
    }

    private DateTimeFormatter form(long step) {
        String pattern = step < 1_000
                ? "HH:mm:ss.SSS"
                : step < 60_000 ? "HH:mm:ss" : step < 86_400_000 ? "HH:mm" : "d MMM";
        return form(pattern);
    }

    private DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }

    private NumberFormat numbers() {
        return (NumberFormat) numbers.clone();
    }

    /** A moment, to the millisecond. */
    String moment(long time) {
        return moments.format(Instant.ofEpochMilli(time));
    }

    /** A day and a time, with the offset from UTC. */
    String date(long time) {
        return dates.format(Instant.ofEpochMilli(time));
    }

    /** How many there are of something. */
    String count(long number) {
        return numbers().format(number);
    }

    /** A value, with at most three digits behind the point. */
    String value(double value) {
        NumberFormat form = numbers();
        double size = Math.abs(value);
        form.setMaximumFractionDigits(size != 0 && size < 0.1 ? 6 : 3);
        return form.format(value);
    }
}
