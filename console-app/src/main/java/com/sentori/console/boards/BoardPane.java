package com.sentori.console.boards;

import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.TimeWindow;
import com.sentori.console.dashboards.Panel;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * All panels of a dashboard. Their charts share crosshair, time zone and zoom; each has thresholds and hidden lines of its own. FX thread.
 */
public final class BoardPane extends StackPane implements AutoCloseable {
    private final Texts texts;
    private final Figures figures;
    private final ZoneId local;
    private final Consumer<ChartFile> saver;
    private final Board board = new Board();
    private final List<PanelPane> panes = new ArrayList<>();
    private final List<ChartLink> links = new ArrayList<>();
    private final ObjectProperty<@Nullable Long> crosshair = new SimpleObjectProperty<>();
    private final ObjectProperty<ZoneId> zone;
    private boolean leading;

    /** An empty one; what charts save goes to {@code saver}. */
    public BoardPane(Texts texts, Figures figures, ZoneId local, Consumer<ChartFile> saver) {
        this.texts = texts;
        this.figures = figures;
        this.local = local;
        this.saver = saver;
        this.zone = new SimpleObjectProperty<>(local);
        getChildren().setAll(board);
    }

    /** Other panels, of which nothing is known yet. */
    public void lay(List<Panel> panels) {
        close();
        for (Panel panel : panels) {
            PanelPane pane = new PanelPane(panel, texts, figures, this::link, saver);
            panes.add(pane);
            board.add(pane, panel.grid());
        }
    }

    private ChartLink link() {
        ChartLink made = new ChartLink(local);
        made.crosshairProperty().bindBidirectional(crosshair);
        made.zoneProperty().bindBidirectional(zone);
        made.views().nowProperty().subscribe((before, now) -> {
            if (!before.window().equals(now.window()) && now.window() instanceof TimeWindow.Fixed span) {
                lead(made, span);
            }
        });
        links.add(made);
        return made;
    }

    /** Where one chart looks all others look. */
    private void lead(ChartLink leader, TimeWindow.Fixed span) {
        if (leading) {
            return;
        }
        leading = true;
        for (ChartLink each : links) {
            if (each != leader && !each.span().equals(span)) {
                each.lookAt(span.from(), span.to());
            }
        }
        leading = false;
    }

    /** What a panel was answered, by its place. */
    public void show(int place, Shown shown) {
        if (place < panes.size()) {
            // New answers move all charts on; that is nobody's zoom.
            leading = true;
            panes.get(place).show(shown);
            leading = false;
        }
    }

    /** Says how old what is shown is. */
    public void refresh(Instant now) {
        panes.forEach(each -> each.refresh(now));
    }

    /** A panel, by its place. */
    public Node panel(int place) {
        return panes.get(place);
    }

    /** Whether all charts have drawn. */
    public boolean hasDrawn() {
        return panes.stream().allMatch(PanelPane::hasDrawn);
    }

    @Override
    public void close() {
        panes.forEach(PanelPane::close);
        panes.clear();
        links.clear();
        board.clear();
    }
}
