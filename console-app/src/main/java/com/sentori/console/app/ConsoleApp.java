package com.sentori.console.app;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.crashes.Crashes;
import com.sentori.console.credentials.Keychain;
import com.sentori.console.layouts.KeptWindow;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Steps;
import com.sentori.console.stage.Texts;
import com.sentori.console.watchdog.FxWatchdog;
import com.sentori.contract.json.Json;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The window. Started by {@link WindowCommand} and {@link DemoCommand}, because the process must begin in a class that is no
 * {@link Application}. Parameters: {@code --user}, and {@code --ecs} and {@code --serverless} in place of the saved profiles;
 * {@code --prometheus} and {@code --cloudwatch} with them, for their figures; {@code --environments} for the folder of those;
 * {@code --folder} for all that is kept, in place of the system's; {@code --demo} begins with a twin run, {@code --safe} without the layout
 * that was kept, {@code --rehearse} with a {@link Rehearsal}.
 */
public final class ConsoleApp extends Application {
    private @Nullable Console console;
    private @Nullable FxWatchdog watchdog;
    private @Nullable Crashes crashes;

    /** Made by the launcher, when there is a toolkit. */
    public ConsoleApp() {
        // The first text takes as long as all others: its font is read, and the fonts of the system. No window has it, so any thread may lay it out.
        Thread.ofPlatform().daemon().name("first text").start(() -> {
            new FontIcon("fth-info").getLayoutBounds();
            new Text("A sentence as long as those of the first screen, and some more of the same.").getLayoutBounds();
        });
    }

    @Override
    public void start(Stage window) {
        Map<String, String> named = getParameters().getNamed();
        String other = named.get("folder");
        Path folder = other == null ? Folders.settings() : Path.of(other);
        Settings kept = Settings.load(folder);
        List<BackendProfile> given = new ArrayList<>();
        for (String name : List.of("ecs", "serverless")) {
            String url = named.get(name);
            if (url != null) {
                given.add(BackendProfile.of(name, url)
                        .with(name.equals("ecs")
                                ? Telemetry.ofSandbox(named.getOrDefault("prometheus", ""), "")
                                : Telemetry.ofSandbox("", named.getOrDefault("cloudwatch", ""))));
            }
        }
        boolean safe = getParameters().getUnnamed().contains("--safe");
        // What a demo is pointed at is gone tomorrow: it does not replace what the operator has saved.
        Console opened = given.isEmpty()
                ? new Console(kept, folder, other == null ? Folders.data() : folder,
                        named.getOrDefault("user", "operator"), safe ? Layouts.none() : Layouts.in(folder),
                        Keychain::open)
                : new Console(kept.with(given), null,
                        named.getOrDefault("user", "operator"));
        console = opened;
        opened.signIn().opensWith(getHostServices()::showDocument);
        opened.dashboards().opensWith(getHostServices()::showDocument);
        crashes = Crashes.watch((other == null ? Folders.data() : folder).resolve("crashes"),
                () -> new String(Json.bytes(opened.main().settings()), StandardCharsets.UTF_8), opened::hide,
                file -> Platform.runLater(
                        () -> opened.desk().complain(() -> opened.texts().get("main.crashed", file))),
                Clock.systemUTC());
        String environments = named.get("environments");
        if (environments != null) {
            opened.environments().readFrom(Path.of(environments));
        }
        opened.environments()
                .chosenProperty()
                .subscribe(chosen -> window.setTitle(chosen == null
                        ? opened.texts().get("main.title")
                        : opened.texts().get("main.title.environment", chosen.label())));
        window.setMinWidth(Console.MIN_WIDTH);
        window.setMinHeight(Console.MIN_HEIGHT);
        window.setScene(opened.scene());
        window.setWidth(Console.WIDTH);
        window.setHeight(Console.HEIGHT);
        KeptWindow.follow(window, opened.layout());
        if (safe) {
            opened.desk().say(() -> opened.texts().get("layout.safe"));
        }
        window.show();
        watchdog = FxWatchdog
                .start(hold -> System.getLogger(ConsoleApp.class.getName()).log(Level.WARNING, hold.toString()));
        if (getParameters().getUnnamed().contains("--demo")) {
            opened.startWhenPossible();
        }
        String rehearsed = named.get("rehearse");
        if (rehearsed != null) {
            new Rehearsal(opened, Rehearsal.Part.valueOf(rehearsed)).begin();
        }
        // Reading it and making it as large as the system wants it takes half a frame.
        new Steps(List.of(() -> Thread.ofPlatform().daemon().name("next use").start(() -> useNext(opened.texts())),
                () -> window.getIcons()
                        .add(new Image(Objects.requireNonNull(ConsoleApp.class.getResourceAsStream("icon.png"),
                                "icon.png")))))
                .begin();
    }

    /** The rules of the zone, and who keeps a log, are looked for in every library: the first frame wants neither, the next ones do. */
    private static void useNext(Texts texts) {
        new Figures(texts, ZoneId.systemDefault()).time(Instant.EPOCH);
        System.getLogger(ConsoleApp.class.getName());
    }

    @Override
    public void stop() {
        if (watchdog != null) {
            watchdog.close();
        }
        if (console != null) {
            console.close();
        }
        if (crashes != null) {
            crashes.close();
        }
    }
}
