package com.sentori.console.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Java that runs the console, and what its window needs. */
record Machine(Programs programs) implements Check {
    private static final int JAVA = 25;
    private static final long LEAST_MEMORY = 256L << 20;

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        String java = "Java " + Runtime.version() + " of " + System.getProperty("java.vendor", "an unknown vendor");
        found.add(Runtime.version().feature() >= JAVA
                ? Finding.ok("java", java)
                : Finding.problem("java", java + " is too old", "Install a JDK " + JAVA + "."));
        long memory = Runtime.getRuntime().maxMemory();
        String has = (memory >> 20) + " MiB of memory at most";
        found.add(memory >= LEAST_MEMORY
                ? Finding.ok("memory", has)
                : Finding.problem("memory", has, "Give the virtual machine at least " + (LEAST_MEMORY >> 20)
                        + " MiB: -Xmx512m."));
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            found.add(window());
        }
        return found;
    }

    private Finding window() throws InterruptedException {
        boolean gtk = programs.output("ldconfig", "-p").map(text -> text.contains("libgtk-3.so")).orElse(false);
        boolean display = List.of("DISPLAY", "WAYLAND_DISPLAY").stream().anyMatch(name -> {
            String value = System.getenv(name);
            return value != null && !value.isBlank();
        });
        if (!gtk) {
            return Finding.hint("window", "GTK 3 is not installed: no window can be opened",
                    "Install libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora, Arch); the command line does without.");
        }
        return display
                ? Finding.ok("window", "there is a display, and GTK 3")
                : Finding.hint("window", "there is no display: no window can be opened",
                        "Start the window where there is one; the command line does without.");
    }
}
