package com.sentori.console.charts;

import com.sentori.contract.reports.ReadingsCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The samples that a chart shows, as CSV by RFC 4180 behind a header of comments: as they are when the chart shows them so, else of each column of pixels the
 * last, lowest and highest value. Times are ISO 8601 with their offset, and epoch milliseconds.
 */
final class ChartCsv {
    private final Writer out;
    private final DateTimeFormatter times;

    private ChartCsv(Writer out, ZoneId zone) {
        this.out = out;
        this.times = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
    }

    /** Of what is on screen now. FX thread; its body is not for it. */
    static ChartFile of(LiveChart chart, Provenance provenance) {
        List<ChartSeries> lines = chart.visible();
        List<String> units = lines.stream().map(chart::unitOf).toList();
        TimeWindow.Fixed span = chart.link().span();
        ZoneId zone = chart.link().zoneProperty().get();
        Provenance origin = provenance.of(chart);
        Drawn shown = chart.shown();
        int columns = shown == null ? 1 : shown.frame().width();
        return new ChartFile(ChartFile.name(chart, "csv"), stream -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            ChartCsv csv = new ChartCsv(out, zone);
            for (Provenance.Fact fact : origin.facts()) {
                out.write("# " + ReadingsCsv.cell(fact.name()) + "," + ReadingsCsv.cell(fact.value()) + "\r\n");
            }
            out.write("series,unit,time,epoch_ms,value,min,max\r\n");
            for (int i = 0; i < lines.size(); i++) {
                csv.write(lines.get(i), units.get(i), span, columns);
            }
            out.flush();
        });
    }

    private void write(ChartSeries line, String unit, TimeWindow.Fixed span, int columns) throws IOException {
        String begin = ReadingsCsv.cell(line.label()) + "," + ReadingsCsv.cell(unit) + ",";
        double millisPerColumn = (double) (span.to() - span.from()) / columns;
        if (millisPerColumn < 2 * line.samples().cadenceMillis() || Double.isNaN(line.samples().cadenceMillis())) {
            try {
                line.samples().raw(span.from(), span.to() + 1, (time, value) -> row(begin, time, value, value, value));
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
            return;
        }
        PixelColumns folded = new PixelColumns(millisPerColumn, columns + 1);
        line.samples().fold(span.from(), span.to() + 1, folded);
        long first = folded.columnOf(span.from());
        for (long column = first; column <= first + columns; column++) {
            int slot = folded.slot(column);
            if (folded.has(column, slot)) {
                row(begin, folded.lastTime(slot), folded.last(slot), folded.low(slot), folded.high(slot));
            }
        }
    }

    private void row(String begin, long time, double value, double low, double high) {
        try {
            out.write(
                    begin + times.format(Instant.ofEpochMilli(time)) + "," + time + "," + value + "," + low + "," + high
                            + "\r\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
