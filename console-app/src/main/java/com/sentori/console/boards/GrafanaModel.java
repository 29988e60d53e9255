package com.sentori.console.boards;

import com.sentori.console.backends.Backends;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.dashboards.GrafanaWatch;
import com.sentori.console.dashboards.GrafanaWatch.Health;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Texts;
import com.sentori.contract.info.Info;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How the Grafana of a backend stands. When it goes away the line of notices says so and names this program's own view; when it comes back that is said too.
 * FX thread.
 */
public final class GrafanaModel implements AutoCloseable {
    private final Backends backends;
    private final Texts texts;
    private final Desk desk;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(
            new Standing(null, Health.UNKNOWN, null));
    private @Nullable GrafanaWatch watch;
    private @Nullable BackendItem followed;

    /**
     * How it stands.
     *
     * @param address its root; empty where the backend names none, null as long as the backend has not said
     * @param since when it began to stand so; null while that is not known
     */
    public record Standing(@Nullable String address, Health health, @Nullable Instant since) {
        /** Whether there is one. */
        public boolean isKnown() {
            return address != null && !address.isEmpty();
        }
    }

    /** Asked in the way in which these backends are. */
    public GrafanaModel(Backends backends, Texts texts, Desk desk, Clock clock) {
        this.backends = backends;
        this.texts = texts;
        this.desk = desk;
        this.clock = clock;
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    void refresh(@Nullable BackendItem item) {
        Info info = item == null ? null : item.state().info();
        String address = info == null ? null : Objects.requireNonNullElse(info.grafanaUrl(), "");
        Standing before = standing.get();
        // What a backend has said holds while it is away.
        boolean away = info == null && item != null && item == followed && before.isKnown();
        if (!away && !Objects.equals(address, before.address())) {
            follow(address);
        }
        followed = item;
        GrafanaWatch now = watch;
        if (now != null) {
            GrafanaWatch.State state = now.state();
            say(standing.get().health(), state.health());
            standing.set(new Standing(standing.get().address(), state.health(), state.since()));
        }
    }

    private void follow(@Nullable String address) {
        close();
        standing.set(new Standing(address, Health.UNKNOWN, null));
        try {
            watch = address == null || address.isEmpty() ? null : new GrafanaWatch(address, backends::http, clock);
        } catch (IllegalArgumentException e) {
            standing.set(new Standing("", Health.UNKNOWN, null));
        }
    }

    private void say(Health before, Health now) {
        if (before == Health.UP && now == Health.DOWN) {
            desk.complain(() -> texts.get("boards.grafana.gone"));
        } else if (before == Health.DOWN && now == Health.UP) {
            desk.praise(() -> texts.get("boards.grafana.back"));
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
