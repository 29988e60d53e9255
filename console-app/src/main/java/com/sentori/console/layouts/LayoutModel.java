package com.sentori.console.layouts;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.charts.ChartLayout;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveLayout;
import com.sentori.console.live.LiveModel;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Sets the screens up as they were left, and keeps how they are: a change is written as soon as it has stood for a beat, so that a console which is killed
 * loses nothing that an operator would miss. FX thread.
 */
public final class LayoutModel {
    private final Layouts files;
    private final LiveModel live;
    private final Desk desk;
    private final Actions actions;
    private final Texts texts;
    private final Backends backends;
    private Layout.@Nullable Size window;
    private Layout written = Layout.standard();
    private Layout seen = written;
    private boolean complained;
    private final ReadOnlyObjectWrapper<NamedLayouts> named = new ReadOnlyObjectWrapper<>(NamedLayouts.NONE);

    /** Of these screens. */
    public LayoutModel(Layouts files, Backends backends, LiveModel live, Desk desk, Actions actions, Texts texts) {
        this.files = files;
        this.live = live;
        this.desk = desk;
        this.actions = actions;
        this.texts = texts;
        this.backends = backends;
    }

    /** Sets the screens up as they were left; as they are at first if that cannot be read, and says so. */
    public void restore() {
        Optional<Layout> kept = Optional.empty();
        try {
            kept = files.read();
            kept.ifPresent(layout -> {
                window = layout.window();
                desk.go(layout.place());
                live.use(layout.live());
                if (layout.place() == Place.LIVE && !layout.live().runs().isEmpty()) {
                    reopen(layout.live().runs());
                }
            });
        } catch (IOException e) {
            desk.complain(() -> texts.get("layout.damaged"));
        }
        actions.run(files::named, named::set, _ -> desk.complain(() -> texts.get("layout.named.damaged")));
        seen = now();
        // Limits of an older layout are rules from now on: they go from the file, lest they come back when their rule is gone.
        written = kept.filter(LayoutModel::hasLimits).orElse(seen);
    }

    private static boolean hasLimits(Layout kept) {
        ChartLayout charts = kept.live().charts();
        return charts != null && !charts.thresholds().isEmpty();
    }

    /** Shows the runs again that were shown, each as its backend has it, else as it was seen here, unless something else is shown by then. */
    private void reopen(List<LiveLayout.RunOn> runs) {
        actions.run(() -> {
            List<BackendRun> rows = new ArrayList<>();
            for (LiveLayout.RunOn each : runs) {
                Optional<Connection> known = backends.byName(each.backend());
                if (known.isPresent()) {
                    find(known.get().client(), each.run()).ifPresent(rows::add);
                }
            }
            return rows;
        }, rows -> {
            if (!rows.isEmpty() && live.shownProperty().get() == null) {
                live.open(rows);
            }
        }, _ -> {
            // The screen says that no run is shown, and where to choose one.
        });
    }

    private Optional<BackendRun> find(BackendClient backend, String runId) throws InterruptedException {
        try {
            return Optional.of(BackendRun.asked(backend, runId));
        } catch (BackendException e) {
            return live.seen(backend, runId);
        }
    }

    /** The size of the window; null for the usual one. */
    Layout.@Nullable Size window() {
        return window;
    }

    void window(Layout.Size size) {
        window = size;
    }

    private Layout now() {
        return new Layout(Layout.VERSION, window, desk.placeProperty().get(), live.layout());
    }

    /** Writes what has changed and stands. */
    public void refresh() {
        Layout now = now();
        boolean stands = now.equals(seen);
        seen = now;
        if (stands && !now.equals(written)) {
            written = now;
            actions.run(() -> {
                files.write(now);
                return now;
            }, _ -> complained = false, _ -> complain());
        }
    }

    /** Those that were saved under a name. */
    public ReadOnlyObjectProperty<NamedLayouts> namedProperty() {
        return named.getReadOnlyProperty();
    }

    /** Saves how the live screen is set up now under a name, in the place of what had that name: no run, no notes. */
    public void save(String name) {
        String kept = name.strip().substring(0, Math.min(NamedLayouts.LONGEST_NAME, name.strip().length()));
        LiveLayout wanted = live.layout().withoutRuns();
        change(all -> all.with(kept, wanted), "layout.saved", kept);
    }

    /** Sets the live screen up as it was saved, and shows it; whether there is such a layout. */
    public boolean recall(String name) {
        LiveLayout wanted = named.get().layouts().get(name);
        if (wanted != null) {
            live.recall(wanted);
            desk.go(Place.LIVE);
        }
        return wanted != null;
    }

    /** Removes what was saved under a name. */
    public void remove(String name) {
        change(all -> all.without(name), "layout.removed", name);
    }

    private void change(UnaryOperator<NamedLayouts> change, String done, String name) {
        actions.run(() -> files.change(change), all -> {
            named.set(all);
            desk.praise(() -> texts.get(done, name));
        }, _ -> desk.complain(() -> texts.get("layout.unkept")));
    }

    private void complain() {
        if (!complained) {
            complained = true;
            desk.complain(() -> texts.get("layout.unkept"));
        }
    }

    /** Writes what has changed. */
    public void close() {
        Layout now = now();
        if (!now.equals(written)) {
            try {
                files.write(now);
            } catch (IOException e) {
                // Nobody is there any more to be told; the layout before stays.
            }
        }
    }
}
