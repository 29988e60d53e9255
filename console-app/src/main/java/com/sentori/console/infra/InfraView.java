package com.sentori.console.infra;

import com.sentori.console.infra.InfraModel.Done;
import com.sentori.console.stage.Columns;
import com.sentori.console.stage.Columns.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Texts;
import com.sentori.console.terraform.Attribute;
import com.sentori.console.terraform.Bill;
import com.sentori.console.terraform.Change;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Offer;
import com.sentori.console.terraform.Output;
import com.sentori.console.terraform.Plan;
import com.sentori.console.terraform.ShownPlan;
import com.sentori.console.terraform.Workplace.Aim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the screen of the infrastructure. */
public final class InfraView implements AutoCloseable {
    private static final double NARROWEST = 272;

    private final InfraModel model;
    private final Texts texts;
    private final Figures figures;
    private final PlanWording wording;
    private final EnvironmentsView environmentsView;
    private Map<String, Double> costs = Map.of();

    @FXML
    private ComboBox<Environment> environment;
    @FXML
    private Label readOnly;
    @FXML
    private Button plan;
    @FXML
    private Button planDestroy;
    @FXML
    private Button drift;
    @FXML
    private Button readOutputs;
    @FXML
    private HBox working;
    @FXML
    private ProgressIndicator spinner;
    @FXML
    private Label workingText;
    @FXML
    private Button interrupt;
    @FXML
    private HBox forcing;
    @FXML
    private VBox trouble;
    @FXML
    private Label troubleText;
    @FXML
    private TextArea troubleDetails;
    @FXML
    private HBox offer;
    @FXML
    private Label offerText;
    @FXML
    private TreeTableView<@Nullable PlanRow> tree;
    @FXML
    private Label applied;
    @FXML
    private Label summary;
    @FXML
    private Label bill;
    @FXML
    private Label selected;
    @FXML
    private Label reason;
    @FXML
    private TableView<Attribute> attributes;
    @FXML
    private VBox consent;
    @FXML
    private HBox reasonField;
    @FXML
    private Label runs;
    @FXML
    private TextField why;
    @FXML
    private HBox nameField;
    @FXML
    private Label nameWanted;
    @FXML
    private TextField typed;
    @FXML
    private Label blocked;
    @FXML
    private Button apply;
    @FXML
    private Button discard;
    @FXML
    private TableView<Output> outputs;
    @FXML
    private Tab environmentsTab;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public InfraView(InfraModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.wording = new PlanWording(texts, figures);
        this.environmentsView = new EnvironmentsView(model.environments(), texts);
    }

    @FXML
    private void initialize() {
        environmentsTab.setContent(new Screens(texts).load(environmentsView));
        environment.setItems(model.environments().all());
        environment.setConverter(new Labels());
        environment.valueProperty().bindBidirectional(model.environments().chosenProperty());
        makeTree();
        makeTables();
        why.textProperty().bindBidirectional(model.reasonProperty());
        typed.textProperty().bindBidirectional(model.typedProperty());
        blocked.textProperty().bind(model.blockedProperty());
        apply.disableProperty().bind(model.blockedProperty().isNotEmpty());
        show(forcing, false);
        subscription = Subscription.combine(model.standingProperty().subscribe(this::stand),
                model.ticksProperty().subscribe(() -> {
                    // The rows that can be seen alone are drawn.
                    tree.refresh();
                    stand(model.standingProperty().get());
                }),
                model.interruptingProperty().subscribe(() -> stand(model.standingProperty().get())),
                model.forcingProperty().subscribe(asked -> show(forcing, asked)),
                model.troubleProperty().subscribe(this::tell),
                model.offerProperty().subscribe(this::tell),
                model.appliedProperty().subscribe(this::tell),
                model.shownProperty().subscribe(this::show),
                model.runsTouchedProperty().subscribe(this::fit),
                model.environments().chosenProperty().subscribe(this::turnTo),
                tree.getSelectionModel().selectedItemProperty().subscribe(this::select));
    }

    private void makeTree() {
        tree.setShowRoot(false);
        tree.getColumns()
                .setAll(List.of(column("infra.column.resource", 360, row -> new Shown(switch (row) {
                    case PlanRow.Module module -> texts.get("infra.module", module.name(), module.changes());
                    case PlanRow.Resource resource -> resource.change().name();
                    case PlanRow.Drifted drifted -> drifted.change().name();
                }, row instanceof PlanRow.Module ? new FontIcon("fth-folder") : null)),
                        column("infra.column.action", 112, row -> new Shown("", switch (row) {
                            case PlanRow.Module _ -> null;
                            case PlanRow.Resource resource -> wording.badge(resource.change().action());
                            case PlanRow.Drifted _ -> driftBadge();
                        })),
                        column("infra.column.progress", 104,
                                row -> new Shown(row instanceof PlanRow.Resource resource
                                        ? wording.progress(model.progressOf(resource.change().address()))
                                        : "", null)),
                        column("infra.column.month", 130, row -> new Shown(cost(row), null))));
        double least = tree.getColumns().stream().mapToDouble(TreeTableColumn::getMinWidth).sum();
        tree.setColumnResizePolicy(features -> (least <= features.getContentWidth()
                ? TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN
                : TreeTableView.UNCONSTRAINED_RESIZE_POLICY).call(features));
    }

    private String cost(PlanRow row) {
        Double cost = row instanceof PlanRow.Resource resource ? costs.get(resource.change().address()) : null;
        return cost == null ? "" : wording.amount(cost);
    }

    private Label driftBadge() {
        Label badge = new Label(texts.get("infra.drifted"), new FontIcon("fth-shuffle"));
        badge.getStyleClass().addAll("standing", "warn");
        return badge;
    }

    private TreeTableColumn<@Nullable PlanRow, PlanRow> column(String key, double width,
            Function<PlanRow, Shown> shown) {
        TreeTableColumn<@Nullable PlanRow, PlanRow> column = new TreeTableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        // The names of resources give way for a while, what stands beside them does not.
        column.setMinWidth(Math.min(width, NARROWEST));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(_ -> new Cell(shown));
        return column;
    }

    private void makeTables() {
        Columns columns = new Columns(texts);
        Columns.fill(attributes, List.of(columns.shown("infra.column.attribute", 116, this::path),
                columns.text("infra.column.before", 72, each -> wording.value(each.before())),
                columns.text("infra.column.after", 144, each -> wording.value(each.after()))));
        Columns.fill(outputs, List.of(columns.text("infra.column.output", 200, Output::name),
                columns.text("infra.column.value", 480, each -> wording.value(each.value()))));
        outputs.setItems(model.outputs());
    }

    private Shown path(Attribute each) {
        if (!each.replaces()) {
            return new Shown(each.path(), null);
        }
        Label marked = new Label(each.path(), new FontIcon("fth-refresh-cw"));
        marked.getStyleClass().addAll("standing", "warn");
        marked.setAccessibleText(texts.get("infra.forces", each.path()));
        return new Shown("", marked);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void turnTo(@Nullable Environment now) {
        boolean may = now != null && !now.readOnly();
        show(readOnly, now != null && now.readOnly());
        show(planDestroy, may);
        show(apply, may);
        fit();
        stand(model.standingProperty().get());
    }

    /** Asks for what this environment and its runs make necessary. */
    private void fit() {
        Environment now = model.environments().chosenProperty().get();
        boolean mayApply = now != null && !now.readOnly() && model.aimProperty().get() != Aim.DRIFT;
        int running = model.runsTouchedProperty().get();
        show(reasonField, mayApply && running > 0);
        runs.setText(now == null ? "" : texts.get("infra.runs", running, String.valueOf(now.backend())));
        show(nameField, mayApply && now != null && now.production());
        nameWanted.setText(now == null ? "" : texts.get("infra.name.wanted", now.name()));
    }

    private void stand(Standing now) {
        boolean none = model.environments().chosenProperty().get() == null;
        List.of(plan, planDestroy, drift, readOutputs).forEach(each -> each.setDisable(now.isBusy() || none));
        List.of(environment, discard).forEach(each -> each.setDisable(now.isBusy()));
        show(working, now.isBusy());
        spinner.setProgress(now.isBusy() ? ProgressIndicator.INDETERMINATE_PROGRESS : 0);
        interrupt.setDisable(!now.isBusy());
        workingText.setText(model.interruptingProperty().get()
                ? texts.get("infra.interrupting")
                : texts.get("infra.standing." + now, figures.count(model.doneProperty().get())));
    }

    private void tell(@Nullable Trouble now) {
        show(trouble, now != null);
        troubleText.setText(now == null ? "" : wording.trouble(now));
        String details = now == null
                ? ""
                : now.diagnostics().stream().map(each -> each.sentence()).collect(Collectors.joining("\n\n"));
        troubleDetails.setText(details);
        show(troubleDetails, !details.isEmpty());
    }

    private void tell(@Nullable Offer now) {
        show(offer, now != null);
        offerText.setText(now == null ? "" : texts.get("infra.offer", now.profile().name(), now.profile().url()));
    }

    private void tell(@Nullable Done now) {
        show(applied, now != null);
        applied.setText(now == null
                ? ""
                : texts.get("infra.applied.at", figures.time(now.at()), now.what().added(), now.what().changed(),
                        now.what().destroyed()));
    }

    private void show(@Nullable ShownPlan shown) {
        Plan now = shown == null ? null : shown.plan();
        costs = now == null
                ? Map.of()
                : now.bill()
                        .lines()
                        .stream()
                        .collect(Collectors.toMap(Bill.Line::address, Bill.Line::difference, (one, _) -> one,
                                HashMap::new));
        tree.setRoot(now == null ? null : PlanTree.of(now));
        summary.setText(now == null ? "" : wording.summary(now));
        bill.setText(now == null ? "" : wording.bill(now.bill()));
        show(summary, now != null);
        show(bill, !bill.getText().isEmpty());
        show(consent, now != null);
        fit();
        if (now != null && !tree.getRoot().getChildren().isEmpty()) {
            tree.getSelectionModel().select(0);
        }
    }

    private void select(@Nullable TreeItem<@Nullable PlanRow> item) {
        PlanRow row = item == null ? null : item.getValue();
        Change change = switch (row) {
            case PlanRow.Resource resource -> resource.change();
            case PlanRow.Drifted drifted -> drifted.change();
            case PlanRow.Module _ -> null;
            case null -> null;
        };
        selected.setText(change == null
                ? row instanceof PlanRow.Module module ? module.name() : ""
                : change.address());
        show(selected, !selected.getText().isEmpty());
        reason.setText(change == null ? "" : wording.reason(change));
        show(reason, !reason.getText().isEmpty());
        attributes.getItems().setAll(change == null ? List.of() : change.attributes());
    }

    @FXML
    private void plan() {
        model.plan(Aim.APPLY);
    }

    @FXML
    private void planDestroy() {
        model.plan(Aim.DESTROY);
    }

    @FXML
    private void drift() {
        model.plan(Aim.DRIFT);
    }

    @FXML
    private void readOutputs() {
        model.readOutputs();
    }

    @FXML
    private void apply() {
        model.apply();
    }

    @FXML
    private void discard() {
        model.discard();
    }

    @FXML
    private void interrupt() {
        model.interrupt();
    }

    @FXML
    private void confirm() {
        model.force();
    }

    @FXML
    private void decline() {
        model.forcingProperty().set(false);
    }

    @FXML
    private void keepOffer() {
        model.keepOffer();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        environment.valueProperty().unbindBidirectional(model.environments().chosenProperty());
        environmentsView.close();
    }

    private static final class Labels extends StringConverter<Environment> {
        @Override
        public String toString(@Nullable Environment one) {
            return one == null ? "" : one.label();
        }

        @Override
        public Environment fromString(String typedText) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }

    private static final class Cell extends TreeTableCell<@Nullable PlanRow, PlanRow> {
        private final Function<PlanRow, Shown> shown;

        Cell(Function<PlanRow, Shown> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(@Nullable PlanRow row, boolean empty) {
            super.updateItem(row, empty);
            Shown now = empty || row == null ? new Shown("", null) : shown.apply(row);
            setText(now.text());
            setGraphic(now.node());
        }
    }
}
