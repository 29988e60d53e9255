package com.sentori.console.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Other programs that parts of Sentori make use of; none is needed by all.
 *
 * @param terraform its name or where it is
 */
record Tools(Programs programs, String terraform, String user) implements Check {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        found.add(tool("terraform", "Install Terraform to plan and apply the infrastructure.", terraform, "version"));
        found.add(tool("prometheus", "Install Prometheus (on Debian the package of that name) for a sandbox that is "
                + "observed.", "prometheus", "--version"));
        found.add(tool("maven", "Install Maven to build Sentori from source.", "mvn", "-version"));
        found.add(programs.find("chromium").isPresent() || programs.find("google-chrome").isPresent()
                || programs.find("chrome").isPresent()
                        ? Finding.ok("browser", "a Chromium is installed")
                        : Finding.hint("browser", "no Chromium is installed",
                                "Install one to have reports looked at by the tests; any browser shows them."));
        if (user.equals("root")) {
            found.add(programs.find("unshare").isPresent()
                    ? Finding.ok("postgresql", "you are root; the sandbox's PostgreSQL gives that up by unshare")
                    : Finding.hint("postgresql", "you are root, as which PostgreSQL refuses to start",
                            "Start the sandbox as another user, or install unshare (package util-linux)."));
        } else {
            found.add(Finding.ok("postgresql", "the sandbox's PostgreSQL can start as " + user));
        }
        return found;
    }

    /** The line that names it; it may be coloured, and stand below warnings. */
    private static String version(String text, String name) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(name) && line.matches(".*\\d.*"))
                .findFirst()
                .orElse("it is installed");
    }

    private Finding tool(String check, String advice, String... command) throws InterruptedException {
        String[] arguments = List.of(command).subList(1, command.length).toArray(String[]::new);
        if (programs.find(command[0]).isEmpty()) {
            return Finding.hint(check, command[0] + " is not installed", advice);
        }
        return programs.output(command[0], arguments)
                .map(text -> Finding.ok(check, version(text, check)))
                .orElseGet(() -> Finding.hint(check, command[0] + " does not answer", advice));
    }
}
