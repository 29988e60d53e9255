package com.sentori.console.start;

import com.sentori.console.simulator.Waveform;
import com.sentori.console.stage.Built;
import com.sentori.console.stage.WrapBox;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The nodes of the start form. FX thread. */
final class StartLayout {
    /** In percent: the second has the longest name. */
    private static final int[] COLUMNS = {31, 38, 31};
    private static final double FACT_NAME = 176;
    private static final double FACT = 112;
    private static final double CHOICE = 100;
    private static final double SCENARIO = 200;
    private static final double WAVEFORM = 160;

    final VBox targets = Built.named("targets", new VBox());
    final Label twin = Built.sentence("twin", "hint");
    final ChoiceBox<Choice> scenario = Built.named("scenario", new ChoiceBox<>());
    final Button openScenario = Built.named("openScenario", new Button());
    final Label scenarioAbout = Built.sentence("scenarioAbout", "hint");
    final TextField sensors = Built.named("sensors", new TextField());
    final TextField rate = Built.named("rate", new TextField());
    final ChoiceBox<Waveform> waveform = Built.named("waveform", new ChoiceBox<>());
    final TextField duration = Built.named("duration", new TextField());
    final TextField seed = Built.named("seed", new TextField());
    final Button newSeed = Built.named("newSeed", new Button());
    final TextField thresholds = Built.named("thresholds", new TextField());
    final Button start = Built.named("start", new Button());
    final Label blocked = Built.sentence("blocked", "blocked");
    final Label total = figure("total");
    final Label perSecond = figure("perSecond");
    final Label halves = figure("halves");
    final Label maxTotal = figure("maxTotal");
    final VBox root;

    private final ResourceBundle words;
    private final Map<Control, FormField> fields = new HashMap<>();

    /** In these words. */
    StartLayout(ResourceBundle words) {
        this.words = words;
        WrapBox columns = Built.styled(new WrapBox(form(), summary()), "columns", "wide-gap");
        Label title = Built.label(word("start.title"), "screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        root = Built.styled(new VBox(Built.styled(new HBox(title), "screen-head"), columns), "screen", "start-screen");
    }

    /** Says what is wrong with what a control has; nothing is, if it is empty. */
    void fault(Control control, String sentence) {
        field(control).fault(sentence);
    }

    /** Says the largest value that a control may have. */
    void atMost(Control control, String figure) {
        field(control).atMost(figure);
    }

    private FormField field(Control control) {
        return Objects.requireNonNull(fields.get(control), "no field");
    }

    private VBox form() {
        Built.styled(targets, "targets");
        return Built.styled(new VBox(
                section("start.where"), targets, twin,
                section("start.what"), fields(), buttons()), "form");
    }

    private GridPane fields() {
        Built.icon(openScenario, "fth-folder", word("start.scenario.open"), "button-icon");
        Built.icon(newSeed, "fth-shuffle", word("start.seed.new"), "button-icon");
        scenario.setPrefWidth(SCENARIO);
        waveform.setPrefWidth(WAVEFORM);
        for (ChoiceBox<?> choice : new ChoiceBox<?>[]{scenario, waveform}) {
            choice.setMinWidth(CHOICE);
            choice.setMaxWidth(Double.MAX_VALUE);
        }
        for (TextField number : new TextField[]{sensors, rate, duration, seed}) {
            Built.styled(number, "number-field");
        }
        thresholds.setPromptText("p(95)<200, temperature:max<=30");

        GridPane grid = Built.styled(new GridPane(), "field-grid");
        for (int percent : COLUMNS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        grid.add(field("start.scenario", scenario, joined(scenario, openScenario), scenarioAbout),
                0, 0, COLUMNS.length, 1);
        grid.add(field("start.sensors", sensors, sensors), 0, 1);
        grid.add(field("start.rate", rate, rate), 1, 1);
        grid.add(field("start.waveform", waveform, waveform), 2, 1);
        grid.add(field("start.duration", duration, duration), 0, 2);
        grid.add(field("start.seed", seed, joined(seed, newSeed)), 1, 2, 2, 1);
        Label hint = Built.sentence(null, "hint");
        hint.setText(word("start.thresholds.hint"));
        grid.add(field("start.thresholds", thresholds, thresholds, hint), 0, 3, COLUMNS.length, 1);
        return grid;
    }

    private HBox buttons() {
        start.setText(word("start.start"));
        start.setGraphic(new FontIcon("fth-play"));
        start.setDefaultButton(true);
        start.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(blocked, Priority.ALWAYS);
        return Built.styled(new HBox(Built.styled(start, "accent"), blocked), "buttons");
    }

    private VBox summary() {
        GridPane plan = facts();
        plan.addRow(0, name("start.total"), total);
        plan.addRow(1, name("start.maxTotal"), maxTotal);
        plan.addRow(2, name("start.perSecond"), perSecond);
        plan.addRow(3, name("start.halves"), halves);
        VBox summary = new VBox(section("start.plan"), plan);
        HBox.setHgrow(summary, Priority.ALWAYS);
        return Built.styled(summary, "summary");
    }

    private FormField field(String key, Control control, Node shown, Node... below) {
        FormField field = new FormField(word(key), control, shown, below);
        fields.put(control, field);
        return field;
    }

    private static HBox joined(Control control, Button button) {
        HBox.setHgrow(control, Priority.ALWAYS);
        return Built.styled(new HBox(control, button), "joined");
    }

    private static GridPane facts() {
        ColumnConstraints names = new ColumnConstraints(FACT_NAME);
        names.setMinWidth(FACT_NAME);
        ColumnConstraints figures = new ColumnConstraints(FACT);
        figures.setMinWidth(FACT);
        figures.setHalignment(HPos.RIGHT);
        GridPane facts = Built.styled(new GridPane(), "facts");
        facts.getColumnConstraints().setAll(names, figures);
        return facts;
    }

    private Label section(String key) {
        return Built.label(word(key), "section-title");
    }

    private Label name(String key) {
        return Built.label(word(key), "fact-name");
    }

    private static Label figure(String id) {
        return Built.styled(Built.named(id, new Label()), "number");
    }

    private String word(String key) {
        return words.getString(key);
    }
}
