package com.sentori.console.start;

import com.sentori.console.connections.Wording;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.PlanFault.Field;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.Tips;
import com.sentori.console.stage.Words;
import com.sentori.contract.runs.StartRequest;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the start form. */
public final class StartView implements AutoCloseable {
    private static final int SHORT_HASH = 12;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final StartModel model;
    private final Texts texts;
    private final Figures figures;
    private final Wording wording;
    private final ListChangeListener<Target> followTargets = _ -> showTargets();

    @FXML
    private VBox targets;
    @FXML
    private Label twin;
    @FXML
    private TextField sensors;
    @FXML
    private TextField rate;
    @FXML
    private TextField duration;
    @FXML
    private TextField seed;
    @FXML
    private ChoiceBox<Waveform> waveform;
    @FXML
    private ChoiceBox<Choice> scenario;
    @FXML
    private Button openScenario;
    @FXML
    private Button newSeed;
    @FXML
    private Label scenarioAbout;
    @FXML
    private Label scenarioFault;
    @FXML
    private TextField thresholds;
    @FXML
    private Label thresholdsFault;
    @FXML
    private Label sensorsFault;
    @FXML
    private Label rateFault;
    @FXML
    private Label durationFault;
    @FXML
    private Label seedFault;
    @FXML
    private Button start;
    @FXML
    private Label blocked;
    @FXML
    private Label total;
    @FXML
    private Label perSecond;
    @FXML
    private Label halves;
    @FXML
    private Label maxSensors;
    @FXML
    private Label maxRate;
    @FXML
    private Label maxDuration;
    @FXML
    private Label maxTotal;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public StartView(StartModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
    }

    @FXML
    private void initialize() {
        sensors.textProperty().bindBidirectional(model.sensorsProperty());
        rate.textProperty().bindBidirectional(model.rateProperty());
        duration.textProperty().bindBidirectional(model.durationProperty());
        seed.textProperty().bindBidirectional(model.seedProperty());
        waveform.getItems().setAll(Waveform.values());
        waveform.setConverter(new Words<>(each -> texts.of("waveform", each)));
        waveform.valueProperty().bindBidirectional(model.waveformProperty());
        scenario.setItems(model.choices());
        scenario.setConverter(new Words<>(this::name));
        scenario.valueProperty().bindBidirectional(model.choiceProperty());
        thresholds.textProperty().bindBidirectional(model.thresholdsProperty());
        List.of(sensors, rate, waveform)
                .forEach(field -> field.disableProperty().bind(model.choiceProperty().isNotEqualTo(Choice.WAVEFORM)));
        List.of(openScenario, newSeed).forEach(Tips::over);
        blocked.textProperty().bind(model.blockedProperty());
        start.disableProperty().bind(model.blockedProperty().isNotEmpty());
        maxRate.setText(figures.count(PlanFault.MAX_RATE));
        maxDuration.setText(figures.clock(Duration.ofSeconds(StartRequest.MAX_DURATION)));
        maxTotal.setText(figures.count(PlanFault.MAX_TOTAL));
        model.targets().addListener(followTargets);
        showTargets();
        subscription = Subscription.combine(model.formProperty().subscribe(this::show),
                model.scenarioProperty().subscribe(this::describe),
                model.scenarioFaultProperty().subscribe(sentence -> fault(scenario, scenarioFault, sentence)),
                model.halvesProperty().subscribe(count -> showHalves(count.intValue())),
                model.limitsProperty().subscribe(limits -> maxSensors.setText(figures.count(limits.maxSensors()))));
    }

    @FXML
    private void newSeed() {
        model.reseed();
    }

    @FXML
    private void openScenario() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("start.scenario.open"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("start.scenario.files"), "*.yaml", "*.yml", "*.json"));
        File file = chooser.showOpenDialog(start.getScene().getWindow());
        if (file != null) {
            model.chooseFile(file.toPath());
        }
    }

    @FXML
    private void start() {
        model.start();
    }

    private void show(PlanForm form) {
        fault(sensors, sensorsFault, model.fault(Field.SENSORS));
        fault(rate, rateFault, model.fault(Field.RATE));
        fault(duration, durationFault, model.fault(Field.DURATION));
        fault(seed, seedFault, form.seedReadable() ? "" : texts.get("plan.fault.SEED"));
        fault(thresholds, thresholdsFault, form.thresholdFault().isEmpty()
                ? ""
                : texts.get("start.thresholds.fault", form.thresholdFault()));
        total.setText(figure(form, plan -> figures.count(plan.count())));
        perSecond.setText(figure(form, plan -> figures.count(Math.round(plan.perSecond()))));
    }

    private void describe(@Nullable ScenarioText text) {
        scenarioAbout.setText(text == null
                ? texts.get("start.scenario.hint")
                : texts.get("start.scenario.about", text.scenario().sensors(), text.scenario().groups().size(),
                        text.scenario().phases().size(), text.hash().substring(0, SHORT_HASH)));
    }

    private void showHalves(int count) {
        halves.setText(figures.count(count));
        twin.setText(texts.get(count > 1 ? "start.twin" : "start.single"));
    }

    private static String figure(PlanForm form, Function<SensorPlan, String> figure) {
        return form.order().map(Order::plan).map(figure).orElse("–");
    }

    private static void fault(Node field, Label label, String sentence) {
        field.pseudoClassStateChanged(DANGER, !sentence.isEmpty());
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }

    private void showTargets() {
        release();
        targets.getChildren().setAll(model.targets().stream().map(target -> new TargetRow(target, wording)).toList());
    }

    private void release() {
        targets.getChildren().forEach(row -> {
            if (row instanceof TargetRow old) {
                old.release();
            }
        });
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.targets().removeListener(followTargets);
        release();
    }

    private String name(Choice choice) {
        String name = choice.name();
        if (name == null) {
            return texts.get("start.scenario.none");
        }
        return Scenarios.SHIPPED.contains(name)
                ? texts.get("scenario." + name)
                : String.valueOf(Path.of(name).getFileName());
    }
}
