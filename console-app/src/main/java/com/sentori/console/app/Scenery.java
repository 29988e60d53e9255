package com.sentori.console.app;

import com.sentori.console.stage.Place;
import com.sentori.console.stage.Screens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Parent;

/** The screens, each loaded when it is wanted for the first time: all at once would keep an operator waiting. FX thread. */
final class Scenery implements AutoCloseable {
    private final Screens screens;
    private final Function<Place, AutoCloseable> views;
    private final Map<Place, Parent> loaded = new EnumMap<>(Place.class);
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Of these views, which are made with their screens. */
    Scenery(Screens screens, Function<Place, AutoCloseable> views) {
        this.screens = screens;
        this.views = views;
    }

    Parent of(Place place) {
        return loaded.computeIfAbsent(place, wanted -> {
            AutoCloseable view = views.apply(wanted);
            open.add(view);
            return screens.load(view);
        });
    }

    /** What loads each of those that nobody wanted yet. */
    List<Runnable> pieces() {
        return Arrays.stream(Place.values()).<Runnable>map(place -> () -> of(place)).toList();
    }

    @Override
    public void close() {
        open.forEach(Scenery::close);
    }

    private static void close(AutoCloseable view) {
        try {
            view.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
