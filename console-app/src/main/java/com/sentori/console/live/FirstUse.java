package com.sentori.console.live;

import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.SeriesTable;
import com.sentori.console.stage.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Uses what the live screen is made of before there is a run to show: with the first use classes are loaded and style sheets read, and all of it at once would
 * hold the window for longer than an operator may wait. FX thread.
 */
public final class FirstUse {
    private final ChartTexts texts;
    private @Nullable LiveChart chart;
    private @Nullable SeriesTable table;

    private FirstUse(Texts texts) {
        this.texts = new ChartTexts(texts.bundle(), texts.locale());
    }

    /** In pieces, to be done in this order, with frames between them. */
    public static List<Runnable> of(Texts texts) {
        FirstUse use = new FirstUse(texts);
        return List.of(use::makeChart, use::styleChart, use::makeTable, use::styleTable, use::letGo);
    }

    private void makeChart() {
        chart = new LiveChart(texts, new ChartLink(ZoneId.systemDefault()));
    }

    private void styleChart() {
        style(chart);
    }

    private void makeTable() {
        if (chart != null) {
            table = new SeriesTable(chart);
        }
    }

    private void styleTable() {
        style(table);
    }

    private static void style(@Nullable Parent made) {
        if (made != null) {
            Parent root = new Scene(made).getRoot();
            root.applyCss();
            root.layout();
        }
    }

    private void letGo() {
        if (chart != null && table != null) {
            chart.close();
            table.close();
        }
    }
}
