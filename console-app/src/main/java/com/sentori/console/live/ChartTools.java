package com.sentori.console.live;

import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.ChartTexts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    private ChartTools() {}

    static List<Button> of(ChartTexts texts, Consumer<ChartAction> acts) {
        return SHOWN.stream().map(action -> button(action, texts, acts)).toList();
    }

    private static Button button(ChartAction action, ChartTexts texts, Consumer<ChartAction> acts) {
        String icon = ICONS.get(action);
        Button button = icon == null
                ? new Button(action.shortcut().getDisplayText())
                : new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "chart-tool");
        button.setAccessibleText(action.text(texts));
        button.setTooltip(new Tooltip(action.text(texts) + "   " + action.shortcut().getDisplayText()));
        button.setOnAction(_ -> acts.accept(action));
        return button;
    }
}
