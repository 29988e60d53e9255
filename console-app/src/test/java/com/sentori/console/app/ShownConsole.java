package com.sentori.console.app;

import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.backends.Settings;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.LiveRun;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;

/** The console in a window of its usual size. */
final class ShownConsole {
    private ShownConsole() {}

    /** On the backends of this sandbox, in English; settings are kept in the folder, if there is one. */
    static Console on(RunningSandbox sandbox, @Nullable Path folder, Stagehand fx) throws Exception {
        return on(sandbox, folder, "en", fx);
    }

    /** On the backends of this sandbox in a language; settings are kept in the folder, if there is one. */
    static Console on(RunningSandbox sandbox, @Nullable Path folder, String language, Stagehand fx) throws Exception {
        return show(() -> new Console(new Settings(sandbox.profiles(), false, language), folder, "tester"), fx);
    }

    /** On the backends of this sandbox, in English; all that a console keeps is kept in the folder. */
    static Console keeping(RunningSandbox sandbox, Path folder, Stagehand fx) throws Exception {
        return show(() -> new Console(new Settings(sandbox.profiles(), false, "en"), folder, folder, "tester",
                Layouts.in(folder)), fx);
    }

    /** Whether its history lists all halves of a run. */
    static boolean lists(Console console, LiveRun run) {
        return console.history()
                .runs()
                .stream()
                .map(each -> each.run().id())
                .toList()
                .containsAll(run.halves().stream().map(half -> half.run().id()).toList());
    }

    private static Console show(Supplier<Console> made, Stagehand fx) throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        return fx.call(() -> {
            Console opened = made.get();
            fill(window, opened);
            window.show();
            return opened;
        });
    }

    /** In a window that is not shown yet; so that there can be several, one after the other. */
    static Stage window(Console console) {
        return fill(new Stage(), console);
    }

    private static Stage fill(Stage window, Console console) {
        window.setScene(console.scene());
        window.setWidth(Console.WIDTH);
        window.setHeight(Console.HEIGHT);
        return window;
    }
}
