package com.sentori.console.boards;

import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Origin;
import com.sentori.console.dashboards.Panel;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.WrapBox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A panel: its title, what is to be known of its figures, and what it shows. What it shows stays until there is something newer; when there is none, it is grey
 * and says how old it is. FX thread.
 */
final class PanelPane extends BorderPane implements AutoCloseable {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Texts texts;
    private final Figures figures;
    private final Supplier<ChartLink> links;
    private final Consumer<ChartFile> saver;
    private final Label title = new Label();
    private final Label note = new Label();
    private @Nullable Shown shown;
    private @Nullable Body body;
    private @Nullable Instant failedAt;
    private String trouble = "";

    /** Something that shows contents of one kind, again and again. */
    interface Body {
        Node node();

        /** Whether it can show this too. */
        boolean takes(Content content);

        void show(Shown now, boolean old);

        /** Whether what it was given is on screen. */
        default boolean hasDrawn() {
            return true;
        }

        default void close() {}
    }

    /** Of a panel of which nothing is known yet; charts get links from {@code links}. */
    PanelPane(Panel panel, Texts texts, Figures figures, Supplier<ChartLink> links, Consumer<ChartFile> saver) {
        this.texts = texts;
        this.figures = figures;
        this.links = links;
        this.saver = saver;
        getStyleClass().add(panel.isRow() ? "board-row" : "board-panel");
        title.getStyleClass().add(panel.isRow() ? "section-title" : "board-title");
        note.getStyleClass().add("board-note");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        note.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        WrapBox head = new WrapBox(title, gap, note);
        head.getStyleClass().add("board-head");
        setTop(head);
        name(panel);
        if (!panel.isRow()) {
            setCenter(new WordsBody("fth-loader", _ -> texts.get("boards.waiting")).node());
        }
    }

    private void name(Panel panel) {
        title.setText(panel.title());
        title.setTooltip(panel.description().isBlank() ? null : new Tooltip(panel.description()));
        title.setAccessibleText(panel.description().isBlank()
                ? panel.title()
                : panel.title() + ". " + panel.description());
    }

    /** What it shows; null while it waits for its first answer. */
    @Nullable
    Shown shown() {
        return shown;
    }

    /** Whether it is answered, and that is on screen. */
    boolean hasDrawn() {
        Body now = body;
        return shown != null && (now == null || now.hasDrawn());
    }

    /** Takes over an answer. */
    void show(Shown now) {
        name(now.panel());
        boolean away = now.content() instanceof Content.Undrawn none
                && none.reason() == Content.Undrawn.Reason.UNREACHABLE;
        Shown before = shown;
        if (away && before != null && !(before.content() instanceof Content.Undrawn)) {
            failedAt = failedAt == null ? before.at() : failedAt;
            trouble = ((Content.Undrawn) now.content()).what();
            draw(before);
        } else {
            failedAt = null;
            trouble = "";
            shown = now;
            draw(now);
        }
    }

    private void draw(Shown now) {
        if (now.panel().isRow()) {
            return;
        }
        Body kept = body;
        if (kept == null || !kept.takes(now.content())) {
            if (kept != null) {
                kept.close();
            }
            kept = body(now.content());
            body = kept;
            setCenter(kept.node());
        }
        kept.show(now, failedAt != null);
        kept.node().pseudoClassStateChanged(OLD, failedAt != null);
    }

    private Body body(Content content) {
        return switch (content) {
            case Content.Curves _ -> new ChartBody(texts, figures, links.get(), saver);
            case Content.Figures _ -> new FigureBody(texts.locale());
            case Content.Table _ -> new TableBody(texts);
            case Content.Logs _ -> new LogsBody(texts);
            case Content.Prose _ -> new ProseBody();
            case Content.Nothing _ -> new WordsBody("fth-circle", _ -> texts.get("boards.nothing"));
            case Content.Undrawn _ -> new WordsBody("fth-slash", this::reason);
        };
    }

    private String reason(Content content) {
        return content instanceof Content.Undrawn none
                ? texts.get("boards.undrawn." + none.reason(), none.what())
                : "";
    }

    /** Says how old it is, where that is to be said. */
    void refresh(Instant now) {
        Shown last = shown;
        if (last == null || last.panel().isRow() || last.content() instanceof Content.Prose) {
            return;
        }
        List<String> parts = new ArrayList<>();
        Instant since = failedAt;
        if (since != null) {
            parts.add(texts.get("boards.old", figures.age(Duration.between(since, now))));
        }
        if (last.origin() == Origin.BACKEND) {
            parts.add(texts.get("boards.stored"));
        }
        if (!last.notes().isEmpty()) {
            parts.add(texts.get("boards.noted"));
        }
        String text = String.join(" · ", parts);
        if (!text.equals(note.getText())) {
            note.setText(text);
            List<String> told = new ArrayList<>(last.notes());
            if (!trouble.isEmpty()) {
                told.addFirst(trouble);
            }
            note.setTooltip(told.isEmpty() ? null : new Tooltip(String.join("\n", told)));
            note.pseudoClassStateChanged(OLD, since != null);
        }
    }

    @Override
    public void close() {
        if (body != null) {
            body.close();
        }
    }
}
