package com.sentori.console.crashes;

import com.sentori.console.secrets.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle for a fault that nobody caught, on whichever thread it came. One that comes again and again, as with every frame, leaves but a few.
 * Thread-safe; closed, it gives the place back to who was there before.
 */
public final class Crashes implements UncaughtExceptionHandler, AutoCloseable {
    private static final int MOST = 5;

    private final Bundle bundle;
    private final Supplier<String> settings;
    private final Consumer<Path> written;
    private final Clock clock;
    private final LastLines log = LastLines.listen();
    private final AtomicInteger count = new AtomicInteger();
    private final @Nullable UncaughtExceptionHandler before;

    private Crashes(Path folder, Supplier<String> settings, UnaryOperator<String> hide, Consumer<Path> written,
            Clock clock) {
        // The forms of secrets take some milliseconds to be read: they are wanted when there is a fault, not at each start.
        this.bundle = new Bundle(folder, text -> Redaction.ofThisProcess().of(hide.apply(text)));
        this.settings = settings;
        this.written = written;
        this.clock = clock;
        this.before = Thread.getDefaultUncaughtExceptionHandler();
    }

    /**
     * From now on, until it is closed.
     *
     * @param folder where bundles go
     * @param settings the settings as they are when it is asked, from any thread
     * @param hide takes out secrets that only the caller knows
     * @param written is told where a bundle is, on a thread of its own
     */
    public static Crashes watch(Path folder, Supplier<String> settings, UnaryOperator<String> hide,
            Consumer<Path> written, Clock clock) {
        Crashes crashes = new Crashes(folder, settings, hide, written, clock);
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        return crashes;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        System.getLogger(Crashes.class.getName())
                .log(Level.ERROR, "A fault that nobody caught, in " + thread.getName(), fault);
        if (count.incrementAndGet() <= MOST) {
            String threads = threads();
            // The thread of the window does not wait for a disk.
            Thread.ofPlatform().daemon().name("crash").start(() -> write(thread.getName(), fault, threads));
        }
    }

    private void write(String thread, Throwable fault, String threads) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("fault.txt", "In " + thread + " at " + clock.instant() + "\n" + stack(fault));
        texts.put("versions.txt", versions());
        texts.put("settings.json", settings.get());
        texts.put("log.txt", String.join("", log.all()));
        texts.put("threads.txt", threads);
        try {
            written.accept(bundle.write(texts, clock.instant()));
        } catch (IOException e) {
            System.getLogger(Crashes.class.getName())
                    .log(Level.WARNING, "The bundle of a fault could not be written: " + e.getMessage());
        }
    }

    private static String stack(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** Of the environment, nothing but these. */
    private static String versions() {
        StringBuilder text = new StringBuilder();
        text.append("sentori ").append(Crashes.class.getPackage().getImplementationVersion()).append('\n');
        for (String name : new String[]{"java.version", "java.vendor", "java.vm.name", "os.name", "os.version",
                "os.arch", "javafx.version", "user.language", "file.encoding"}) {
            text.append(name).append(' ').append(System.getProperty(name)).append('\n');
        }
        Runtime runtime = Runtime.getRuntime();
        text.append("memory ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append(" of ")
                .append(runtime.maxMemory())
                .append(" bytes\nprocessors ")
                .append(runtime.availableProcessors());
        return text.append('\n').toString();
    }

    private static String threads() {
        StringBuilder text = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            text.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
            if (thread.getLockName() != null) {
                text.append(" on ").append(thread.getLockName());
            }
            text.append('\n');
            for (StackTraceElement call : thread.getStackTrace()) {
                text.append("\tat ").append(call).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        log.close();
    }
}
