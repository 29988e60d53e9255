package com.sentori.console.app;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Settings;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A start of the window that closes it again: it says {@value #SHOWN} when the first frame was presented, and shows more screens, if
 * it is to. By it the virtual machine learns what a start needs, and it is measured how long one takes. FX thread.
 */
final class Rehearsal {
    /** Printed once there is a window to work with. */
    static final String SHOWN = "SHOWN";

    private final List<Runnable> steps = new ArrayList<>();

    /** How much is shown: the first screen, where operators go next too, or every screen in both looks. */
    enum Part {
        FIRST, LIVE, ALL
    }

    Rehearsal(Console console, Part part) {
        steps.add(() -> System.out.println(SHOWN));
        List<Place> places = switch (part) {
            case FIRST -> List.of();
            case LIVE -> List.of(Place.LIVE);
            case ALL -> List.of(Place.values());
        };
        places.forEach(place -> steps.add(() -> console.desk().go(place)));
        if (part == Part.ALL) {
            steps.add(() -> console.main().show(Look.DARK));
            steps.add(() -> console.main().show(Look.LIGHT));
        }
        // As a first start begins.
        steps.add(() -> console.desk().go(Place.START));
        steps.add(Platform::exit);
    }

    /** Puts an address into an empty folder at which nobody is, so that there is something to show. Reads nothing: that belongs to the start. */
    static void furnish(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IllegalArgumentException("A rehearsal changes nobody's settings: give it a --folder.");
        }
        if (!Settings.areKept(folder)) {
            new Settings(List.of(BackendProfile.of("ecs", "http://127.0.0.1:9")), false, "en").save(folder);
        }
    }

    /** Once the window is shown. */
    void begin() {
        new Steps(steps).begin();
    }
}
