package com.sentori.console.start;

import com.sentori.console.connections.Wording;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.PlanFault.Field;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.stage.Built;
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
import javafx.scene.Parent;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the start form. */
public final class StartView implements Built, AutoCloseable {
    private static final int SHORT_HASH = 12;

    private final StartModel model;
    private final Texts texts;
    private final Figures figures;
    private final Wording wording;
    private final StartLayout nodes;
    private final ListChangeListener<Target> followTargets = _ -> showTargets();
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public StartView(StartModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
        this.nodes = new StartLayout(texts.bundle());
    }

    @Override
    public Parent build() {
        nodes.newSeed.setOnAction(_ -> model.reseed());
        nodes.openScenario.setOnAction(_ -> openScenario());
        nodes.start.setOnAction(_ -> model.start());
        nodes.sensors.textProperty().bindBidirectional(model.sensorsProperty());
        nodes.rate.textProperty().bindBidirectional(model.rateProperty());
        nodes.duration.textProperty().bindBidirectional(model.durationProperty());
        nodes.seed.textProperty().bindBidirectional(model.seedProperty());
        nodes.waveform.getItems().setAll(Waveform.values());
        nodes.waveform.setConverter(new Words<>(each -> texts.of("waveform", each)));
        nodes.waveform.valueProperty().bindBidirectional(model.waveformProperty());
        nodes.scenario.setItems(model.choices());
        nodes.scenario.setConverter(new Words<>(this::name));
        nodes.scenario.valueProperty().bindBidirectional(model.choiceProperty());
        nodes.thresholds.textProperty().bindBidirectional(model.thresholdsProperty());
        List.of(nodes.sensors, nodes.rate, nodes.waveform)
                .forEach(field -> field.disableProperty().bind(model.choiceProperty().isNotEqualTo(Choice.WAVEFORM)));
        List.of(nodes.openScenario, nodes.newSeed).forEach(Tips::over);
        nodes.blocked.textProperty().bind(model.blockedProperty());
        nodes.start.disableProperty().bind(model.blockedProperty().isNotEmpty());
        nodes.atMost(nodes.rate, figures.count(PlanFault.MAX_RATE));
        nodes.atMost(nodes.duration, figures.clock(Duration.ofSeconds(StartRequest.MAX_DURATION)));
        nodes.maxTotal.setText(figures.count(PlanFault.MAX_TOTAL));
        model.targets().addListener(followTargets);
        showTargets();
        subscription = Subscription.combine(model.formProperty().subscribe(this::show),
                model.scenarioProperty().subscribe(this::describe),
                model.scenarioFaultProperty()
                        .subscribe(sentence -> nodes.fault(nodes.scenario, sentence)),
                model.halvesProperty().subscribe(count -> showHalves(count.intValue())),
                model.limitsProperty()
                        .subscribe(limits -> nodes.atMost(nodes.sensors, figures.count(limits.maxSensors()))));
        return nodes.root;
    }

    private void openScenario() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("start.scenario.open"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("start.scenario.files"), "*.yaml", "*.yml", "*.json"));
        File file = chooser.showOpenDialog(nodes.start.getScene().getWindow());
        if (file != null) {
            model.chooseFile(file.toPath());
        }
    }

    private void show(PlanForm form) {
        nodes.fault(nodes.sensors, model.fault(Field.SENSORS));
        nodes.fault(nodes.rate, model.fault(Field.RATE));
        nodes.fault(nodes.duration, model.fault(Field.DURATION));
        nodes.fault(nodes.seed, form.seedReadable() ? "" : texts.get("plan.fault.SEED"));
        nodes.fault(nodes.thresholds, form.thresholdFault().isEmpty()
                ? ""
                : texts.get("start.thresholds.fault", form.thresholdFault()));
        nodes.total.setText(figure(form, plan -> figures.count(plan.count())));
        nodes.perSecond.setText(figure(form, plan -> figures.count(Math.round(plan.perSecond()))));
    }

    private void describe(@Nullable ScenarioText text) {
        nodes.scenarioAbout.setText(text == null
                ? texts.get("start.scenario.hint")
                : texts.get("start.scenario.about", text.scenario().sensors(), text.scenario().groups().size(),
                        text.scenario().phases().size(), text.hash().substring(0, SHORT_HASH)));
    }

    private void showHalves(int count) {
        nodes.halves.setText(figures.count(count));
        nodes.twin.setText(texts.get(count > 1 ? "start.twin" : "start.single"));
    }

    private static String figure(PlanForm form, Function<SensorPlan, String> figure) {
        return form.order().map(Order::plan).map(figure).orElse("–");
    }

    private void showTargets() {
        release();
        nodes.targets.getChildren()
                .setAll(model.targets().stream().map(target -> new TargetRow(target, wording)).toList());
    }

    private void release() {
        nodes.targets.getChildren().forEach(row -> {
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
