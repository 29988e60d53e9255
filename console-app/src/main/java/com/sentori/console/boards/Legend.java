package com.sentori.console.boards;

import com.sentori.console.charts.LiveChart;
import com.sentori.console.dashboards.Content.Curve;
import com.sentori.console.dashboards.Content.Curves;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Rectangle;

/** The names of the lines in their colours, with what the dashboard wants to be told of each. Clicking one shows it alone, and again all. */
final class Legend extends ScrollPane {
    private static final double SWATCH = 10;
    /** Names beyond these are left to the table. */
    private static final int MOST = 40;

    private final LiveChart chart;
    private final FlowPane names = new FlowPane();
    private Curves listed = new Curves(List.of(), List.of(), false, List.of());

    Legend(LiveChart chart) {
        this.chart = chart;
        names.getStyleClass().add("legend");
        getStyleClass().addAll("plain-scroll", "legend-scroll");
        setContent(names);
        setFitToWidth(true);
        setFocusTraversable(false);
    }

    void show(Curves content) {
        boolean shown = content.legend() && !content.curves().isEmpty();
        setVisible(shown);
        setManaged(shown);
        if (!shown || words(content).equals(words(listed))) {
            return;
        }
        listed = content;
        List<Curve> curves = content.curves();
        names.getChildren()
                .setAll(IntStream.range(0, Math.min(MOST, curves.size()))
                        .mapToObj(i -> name(curves.get(i), Integer.toString(i), content.calculations()))
                        .toList());
        if (curves.size() > MOST) {
            names.getChildren().add(new Label("… +" + (curves.size() - MOST)));
        }
    }

    private static List<String> words(Curves content) {
        return content.curves().stream().map(each -> each.label() + each.figures() + each.colour()).toList();
    }

    private Label name(Curve curve, String id, List<String> calculations) {
        Rectangle swatch = new Rectangle(SWATCH, SWATCH);
        swatch.fillProperty().bind(chart.colour(curve.colour()));
        String figures = IntStream.range(0, calculations.size())
                .mapToObj(i -> calculations.get(i) + " " + curve.figures().get(i))
                .collect(Collectors.joining("  "));
        Label name = new Label(figures.isEmpty() ? curve.label() : curve.label() + "  " + figures, swatch);
        name.getStyleClass().add("legend-name");
        name.setOnMouseClicked(_ -> solo(id));
        return name;
    }

    private void solo(String id) {
        var hidden = chart.link().hidden();
        boolean alone = !hidden.contains(id) && hidden.size() == listed.curves().size() - 1;
        hidden.clear();
        for (int i = 0; !alone && i < listed.curves().size(); i++) {
            if (!Integer.toString(i).equals(id)) {
                hidden.add(Integer.toString(i));
            }
        }
    }
}
