package com.sentori.console.live;

import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.stage.KeyNames;
import com.sentori.console.stage.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons for what is done with charts most; all else is in their menu. */
final class ChartTools {
    private static final Map<ChartAction, String> ICONS = new EnumMap<>(Map.of(ChartAction.PAUSE, "fth-pause",
            ChartAction.FIT, "fth-maximize-2", ChartAction.RESET, "fth-home", ChartAction.UNDO, "fth-corner-up-left",
            ChartAction.REDO, "fth-corner-up-right", ChartAction.LIMITS, "fth-sliders", ChartAction.UTC, "fth-globe",
            ChartAction.TABLE, "fth-list",
            ChartAction.PICTURE, "fth-image", ChartAction.CSV, "fth-file-text"));
    private static final List<ChartAction> SHOWN = List.of(ChartAction.PAUSE, ChartAction.FIT, ChartAction.RESET,
            ChartAction.UNDO, ChartAction.REDO, ChartAction.LIMITS, ChartAction.UTC, ChartAction.CURSOR_A,
            ChartAction.CURSOR_B,
            ChartAction.TABLE, ChartAction.PICTURE, ChartAction.CSV);

    /** Of a tool whose work is in force. */
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");

    private final Map<ChartAction, Button> buttons = new EnumMap<>(ChartAction.class);

    /** What they do is done by {@code acts}. */
    ChartTools(Texts texts, Consumer<ChartAction> acts) {
        ChartTexts names = new ChartTexts(texts.bundle(), texts.locale());
        for (ChartAction action : SHOWN) {
            String icon = ICONS.get(action);
            Button button = icon == null
                    ? new Button(action.shortcut().getDisplayText())
                    : new Button("", new FontIcon(icon));
            button.getStyleClass().addAll("flat", "chart-tool");
            button.setAccessibleText(action.text(names));
            button.setTooltip(new Tooltip(action.text(names) + "   " + KeyNames.of(action.shortcut(), texts)));
            button.setOnAction(_ -> acts.accept(action));
            buttons.put(action, button);
        }
    }

    /** In the order in which they stand. */
    List<Button> all() {
        return SHOWN.stream().map(this::of).toList();
    }

    /** Shows what of it is in force: a pause, the cursors. */
    void refresh(ChartLink link) {
        boolean paused = link.isPaused();
        ((FontIcon) of(ChartAction.PAUSE).getGraphic()).setIconLiteral(paused ? "fth-play" : "fth-pause");
        of(ChartAction.PAUSE).setDisable(!paused && !link.isFollowing());
        set(ChartAction.PAUSE, paused);
        set(ChartAction.CURSOR_A, link.cursorAProperty().get() != null);
        set(ChartAction.CURSOR_B, link.cursorBProperty().get() != null);
        set(ChartAction.UTC, link.isUtc());
    }

    private void set(ChartAction action, boolean now) {
        of(action).pseudoClassStateChanged(SET, now);
    }

    private Button of(ChartAction action) {
        return Objects.requireNonNull(buttons.get(action));
    }
}
