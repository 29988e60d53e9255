package com.sentori.console.bell;

import com.sentori.console.thresholds.Severity;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells the desktop of alarms, by the program that it has for that: {@code notify-send} on Linux, {@code osascript} on macOS. Where there is none, nothing is
 * told. One process at a time, on a thread of its own, and then none for {@link #PAUSE}: what comes meanwhile is told by the window alone. Any thread.
 */
final class DesktopNotice {
    /** Between two notices. */
    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 500;
    private static final String SECRETS = "SENTORI_";

    private final @Nullable Speech speech;
    private final Duration pause;
    private final AtomicBoolean busy = new AtomicBoolean();

    private DesktopNotice(@Nullable Speech speech, Duration pause) {
        this.speech = speech;
        this.pause = pause;
    }

    /** The desktop's of this machine. */
    static DesktopNotice ofSystem() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("linux")
                ? linux("notify-send", PAUSE)
                : new DesktopNotice(os.contains("mac") ? DesktopNotice::mac : null, PAUSE);
    }

    /** By a program that takes what {@code notify-send} takes. */
    static DesktopNotice linux(String program, Duration pause) {
        return new DesktopNotice((severity, title, text) -> linux(program, severity, title, text), pause);
    }

    /** Tells this, unless something is being told, or was a moment ago. */
    void tell(Severity severity, String title, String text) {
        Speech how = speech;
        if (how != null && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("notice").start(() -> {
                try {
                    if (run(how.command(severity, title, plain(text)))) {
                        Thread.sleep(pause);
                        busy.set(false);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** Whether there is such a program: of one that is not there, nobody asks again. */
    private static boolean run(List<String> command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith(SECRETS));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The text may be marked up there, and backslashes are read once more. */
    private static List<String> linux(String program, Severity severity, String title, String text) {
        String verbatim = text.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return List.of(program, "--app-name=Sentori",
                "--urgency=" + (severity == Severity.CRITICAL ? "critical" : "normal"), "--", title, verbatim);
    }

    /** What is told is an argument of the script, and never a part of it. */
    private static List<String> mac(Severity severity, String title, String text) {
        return List.of("osascript", "-e", "on run argv", "-e",
                "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text);
    }

    /** Lines, but nothing else that steers or hides. */
    private static String plain(String text) {
        String shown = text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", " ");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    /** How a desktop is told. */
    private interface Speech {
        List<String> command(Severity severity, String title, String text);
    }
}
