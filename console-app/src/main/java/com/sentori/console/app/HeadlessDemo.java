package com.sentori.console.app;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.live.LiveHalf;
import com.sentori.console.live.LiveRun;
import com.sentori.console.reports.Form;
import com.sentori.console.reports.Reports;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Workplace.Aim;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The demo without a display: plays a twin run through the very scenes of the window, takes their pictures, exports
 * the run, and says whether every reading that was sent was read back.
 */
final class HeadlessDemo {
    private static final int SENSORS = 20;
    private static final int RATE = 5;
    private static final int SECONDS = 20;
    /** Of the run's readings, how many must be on screen before the picture of the middle is taken. */
    private static final double MIDDLE = 0.3;
    private static final int SETTLED = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<BackendProfile> backends;
    private final Path folder;
    private final @Nullable Path environments;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Stagehand fx = new Stagehand();

    HeadlessDemo(List<BackendProfile> backends, Path folder, @Nullable Path environments, PrintWriter out,
            PrintWriter err) {
        this.environments = environments;
        this.backends = backends;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    /** Whether all was stored once, as sent. */
    boolean play() throws InterruptedException, IOException, BackendException {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Console console = fx.call(this::open);
        try {
            return play(console, new Pictures(console.scene(), folder));
        } finally {
            fx.run(console::close);
            Platform.exit();
        }
    }

    private Console open() {
        Console console = new Console(new Settings(backends, false, "en"), null, "demo");
        Stage window = new Stage();
        window.setScene(console.scene());
        window.setWidth(Console.WIDTH);
        window.setHeight(Console.HEIGHT);
        window.show();
        return console;
    }

    private boolean play(Console console, Pictures pictures)
            throws InterruptedException, IOException, BackendException {
        fx.run(() -> {
            console.start().sensorsProperty().set(Integer.toString(SENSORS));
            console.start().rateProperty().set(Integer.toString(RATE));
            console.start().durationProperty().set(SECONDS + " s");
        });
        say("Waiting for both backends …");
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.frames(SETTLED);
        take(pictures, "start");
        say("Twin run: " + SENSORS + " sensors, " + RATE + " readings a second each, " + SECONDS + " s …");
        fx.run(console.start()::start);
        fx.until("the run had started", PATIENCE, () -> console.live().shownProperty().get() != null);
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        long middle = Math.round(SENSORS * RATE * SECONDS * MIDDLE);
        fx.until("readings came back from both backends", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() >= middle) && chartsDrawn(console));
        middle(console, pictures);
        say("Waiting for the end, and for the check of what was stored …");
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        end(console, pictures);
        export(run);
        return report(run);
    }

    private void middle(Console console, Pictures pictures) throws InterruptedException {
        go(console, Place.RUNNING);
        fx.until("the runs were listed", PATIENCE, () -> console.overview().runs().size() >= backends.size());
        take(pictures, "running");
        go(console, Place.DASHBOARDS);
        fx.until("the dashboard was answered", PATIENCE, console.dashboards()::isAnswered);
        fx.run(() -> console.dashboards().rangeProperty().set("now-5m"));
        fx.until("its last minutes were answered", PATIENCE, console.dashboards()::isAnswered);
        take(pictures, "dashboard");
        go(console, Place.LIVE);
        take(pictures, "live");
        wear(console, Look.DARK);
        take(pictures, "live-dark");
        wear(console, Look.LIGHT);
    }

    private void end(Console console, Pictures pictures) throws InterruptedException {
        fx.until("the charts showed the whole run", PATIENCE, () -> chartsDrawn(console));
        fx.frames(SETTLED);
        take(pictures, "live-end");
        wear(console, Look.DARK);
        take(pictures, "live-end-dark");
        wear(console, Look.LIGHT);
        go(console, Place.HISTORY);
        fx.until("the history was read", PATIENCE, () -> console.history().runs().size() >= backends.size());
        fx.run(() -> console.history().selectedProperty().set(console.history().runs().getFirst()));
        fx.frames(SETTLED);
        take(pictures, "history");
        go(console, Place.BACKENDS);
        take(pictures, "backends");
        plan(console, pictures);
    }

    private void plan(Console console, Pictures pictures) throws InterruptedException {
        Path known = environments;
        if (known == null) {
            return;
        }
        fx.run(() -> console.environments().readFrom(known));
        go(console, Place.INFRA);
        fx.until("the environment was known", PATIENCE, () -> console.environments().chosenProperty().get() != null);
        say("Planning the demo's stack …");
        fx.run(() -> console.infra().plan(Aim.APPLY));
        fx.until("the plan was shown", PATIENCE, () -> !console.infra().standingProperty().get().isBusy());
        fx.frames(SETTLED);
        take(pictures, "infrastructure");
        wear(console, Look.DARK);
        take(pictures, "infrastructure-dark");
        wear(console, Look.LIGHT);
        fx.run(() -> console.infra().discard());
    }

    private void export(LiveRun run) throws IOException, BackendException {
        say("Writing the report …");
        Reports reports = new Reports(run.halves().stream().map(LiveHalf::backend).toList(), Folders.data(),
                new Texts(Locale.ENGLISH), ZoneId.systemDefault(), Clock.systemUTC());
        reports.write(Reports.Wanted.of(run.halves().getFirst().run().id()), EnumSet.allOf(Form.class), folder,
                _ -> {}).files().forEach(file -> say("  " + file));
    }

    private boolean report(LiveRun run) {
        boolean passed = true;
        for (LiveHalf half : run.halves()) {
            RunCheck check = half.state().check();
            if (check == null) {
                out.println(half.name() + ": could not be checked");
                passed = false;
            } else {
                out.println(check.line(half.name()));
                passed &= check.passed() && check.sent() == (long) SENSORS * RATE * SECONDS;
            }
        }
        out.flush();
        return passed;
    }

    private void go(Console console, Place place) throws InterruptedException {
        fx.run(() -> console.desk().go(place));
        fx.frames(SETTLED);
    }

    private void wear(Console console, Look look) throws InterruptedException {
        fx.run(() -> console.main().show(look));
        fx.frames(SETTLED);
    }

    private void take(Pictures pictures, String name) throws InterruptedException {
        say("  " + fx.call(() -> pictures.take(name)));
    }

    private static boolean chartsDrawn(Console console) {
        var charts = console.scene().getRoot().lookupAll(".live-chart");
        return !charts.isEmpty()
                && charts.stream().allMatch(node -> node instanceof LiveChart chart && chart.hasDrawn());
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
