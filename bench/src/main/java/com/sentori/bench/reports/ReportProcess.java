package com.sentori.bench.reports;

import com.sentori.console.reports.Form;
import com.sentori.console.reports.Reports;
import com.sentori.console.stage.Texts;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A process that writes one report from a journal and says what it took; its heap is limited. */
public final class ReportProcess {
    static final int HEAP = 256;

    private ReportProcess() {}

    /** Takes the folder of the journal, the id of the run, the folder for the files, and the forms. */
    public static void main(String[] args) throws Exception {
        Set<Form> forms = Arrays.stream(args[3].split(",", -1))
                .map(Form::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Form.class)));
        Reports reports = new Reports(List.of(), Path.of(args[0]), new Texts(Locale.ENGLISH), ZoneOffset.UTC,
                Clock.systemUTC());
        long begun = System.nanoTime();
        Reports.Written written = reports.write(Reports.Wanted.of(args[1]), forms, Path.of(args[2]), _ -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans()
                .stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        var half = written.report().halves().getFirst();
        if (!Boolean.TRUE.equals(half.quality().passed())) {
            throw new IllegalStateException("The report does not find every reading: " + half.quality());
        }
        long html = 0;
        for (Path file : written.files()) {
            html += file.toString().endsWith(".html") ? Files.size(file) : 0;
        }
        System.out.println(Json.MAPPER.writeValueAsString(
                new Took(seconds, peak / (double) (1 << 20), html / 1e6, half.readings().count())));
    }

    /** Runs one. */
    static Took run(Path journal, LongRun run, Path out, String forms) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + HEAP + "m",
                        "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-cp",
                        System.getProperty("java.class.path"), ReportProcess.class.getName(), journal.toString(),
                        run.id(), out.toString(), forms));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The report of " + run.readings() + " readings was not written.");
        }
        return Json.read(said.getBytes(StandardCharsets.UTF_8), Took.class);
    }

    /**
     * What it took.
     *
     * @param heap the sum of the peaks of all parts of the heap, in MiB: no less than what was used at once
     * @param html megabytes
     * @param readings that are in it
     */
    record Took(double seconds, double heap, double html, long readings) {}
}
