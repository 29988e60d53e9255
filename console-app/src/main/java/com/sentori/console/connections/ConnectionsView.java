package com.sentori.console.connections;

import com.sentori.console.backends.Connection;
import com.sentori.console.backends.SignIn;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.info.Info;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the backends screen. */
public final class ConnectionsView implements AutoCloseable {
    private final ConnectionsModel model;
    private final SignInModel signInModel;
    private final Texts texts;
    private final Figures figures;
    private final Wording wording;

    @FXML
    private ListView<BackendItem> list;
    @FXML
    private Label formTitle;
    @FXML
    private TextField name;
    @FXML
    private TextField url;
    @FXML
    private Label nameFault;
    @FXML
    private Label urlFault;
    @FXML
    private TextField prometheus;
    @FXML
    private TextField cloudRegion;
    @FXML
    private TextField cloudProfile;
    @FXML
    private TextField cloudEndpoint;
    @FXML
    private TextField cloudStack;
    @FXML
    private Label telemetryFault;
    @FXML
    private Node signIn;
    @FXML
    private Node issuer;
    @FXML
    private Button inBrowser;
    @FXML
    private Button withCode;
    @FXML
    private Button cancelSignIn;
    @FXML
    private Node page;
    @FXML
    private TextField pageAddress;
    @FXML
    private Label code;
    @FXML
    private PasswordField token;
    @FXML
    private Label tokenFault;
    @FXML
    private Label standing;
    @FXML
    private Button remove;
    @FXML
    private Node facts;
    @FXML
    private Label fault;
    @FXML
    private Label kind;
    @FXML
    private Label version;
    @FXML
    private Label region;
    @FXML
    private Label instance;
    @FXML
    private Label auth;
    @FXML
    private Label features;
    @FXML
    private Label maxRunning;
    @FXML
    private Label maxSensors;
    @FXML
    private Label maxBatch;
    @FXML
    private Label maxBody;
    @FXML
    private Label grace;
    @FXML
    private Label latency;
    @FXML
    private Label failed;
    @FXML
    private Label offset;
    private Subscription subscription = Subscription.EMPTY;

    /** Of these models. */
    public ConnectionsView(ConnectionsModel model, SignInModel signInModel, Texts texts, Figures figures) {
        this.model = model;
        this.signInModel = signInModel;
        this.texts = texts;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new BackendCell(wording));
        list.setItems(model.items());
        name.textProperty().bindBidirectional(model.nameProperty());
        url.textProperty().bindBidirectional(model.urlProperty());
        TelemetryForm telemetry = model.telemetry();
        prometheus.textProperty().bindBidirectional(telemetry.prometheusProperty());
        cloudRegion.textProperty().bindBidirectional(telemetry.regionProperty());
        cloudProfile.textProperty().bindBidirectional(telemetry.profileProperty());
        cloudEndpoint.textProperty().bindBidirectional(telemetry.endpointProperty());
        cloudStack.textProperty().bindBidirectional(telemetry.stackProperty());
        show(telemetryFault, telemetry.faultProperty());
        show(nameFault, model.nameFaultProperty());
        show(urlFault, model.urlFaultProperty());
        token.textProperty().bindBidirectional(model.tokenProperty());
        show(tokenFault, model.tokenFaultProperty());
        remove.disableProperty().bind(model.selectedProperty().isNull());
        formTitle.textProperty()
                .bind(Bindings.createStringBinding(this::title, model.selectedProperty(), texts.localeProperty()));
        ObservableValue<Connection.State> state = model.selectedProperty()
                .flatMap(item -> item == null ? null : item.stateProperty());
        facts.visibleProperty().bind(state.map(now -> now.info() != null).orElse(false));
        facts.managedProperty().bind(facts.visibleProperty());
        signIn.visibleProperty().bind(state.map(now -> now.signIn() != SignIn.NOT_DUE).orElse(false));
        signIn.managedProperty().bind(signIn.visibleProperty());
        issuer.visibleProperty().bind(state.map(ConnectionsView::namesIssuer).orElse(false));
        issuer.managedProperty().bind(issuer.visibleProperty());
        inBrowser.disableProperty().bind(signInModel.waitingProperty());
        withCode.disableProperty().bind(signInModel.waitingProperty());
        cancelSignIn.visibleProperty().bind(signInModel.waitingProperty());
        cancelSignIn.managedProperty().bind(cancelSignIn.visibleProperty());
        page.visibleProperty().bind(signInModel.pageProperty().isNotEmpty());
        page.managedProperty().bind(page.visibleProperty());
        pageAddress.textProperty().bind(signInModel.pageProperty());
        code.textProperty()
                .bind(signInModel.codeProperty()
                        .map(typed -> typed.isEmpty()
                                ? texts.get("backends.signin.browser.waits")
                                : texts.get("backends.signin.code.waits", typed)));
        subscription = Subscription.combine(model.selectedProperty().subscribe(this::select),
                list.getSelectionModel().selectedItemProperty().subscribe(item -> {
                    if (item != null) {
                        model.selectedProperty().set(item);
                    }
                }), state.subscribe(now -> show(now)));
    }

    @FXML
    private void newOne() {
        list.getSelectionModel().clearSelection();
        model.select(null);
        name.requestFocus();
    }

    @FXML
    private void keep() {
        model.keep();
    }

    @FXML
    private void remove() {
        model.remove();
    }

    private static boolean namesIssuer(Connection.State state) {
        return state.info() != null && state.info().auth().issuer() != null && state.info().auth().clientId() != null;
    }

    @FXML
    private void inBrowser() {
        signInModel.inBrowser();
    }

    @FXML
    private void withCode() {
        signInModel.withCode();
    }

    @FXML
    private void cancelSignIn() {
        signInModel.cancel();
    }

    @FXML
    private void useToken() {
        model.useToken();
    }

    private String title() {
        BackendItem item = model.selectedProperty().get();
        return item == null ? texts.get("backends.form.new") : item.name();
    }

    private void select(@Nullable BackendItem item) {
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(item);
        }
    }

    private static void show(Label label, ObservableValue<String> sentence) {
        label.textProperty().bind(sentence);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void show(Connection.@Nullable State state) {
        BackendItem item = model.selectedProperty().get();
        standing.setText(
                state == null || item == null ? "" : wording.signIn(state, item.connection().client().token()));
        fault.setText(state == null || state.fault() == null || state.signIn().isMissing()
                ? ""
                : wording.fault(state.fault()));
        fault.setVisible(!fault.getText().isEmpty());
        fault.setManaged(fault.isVisible());
        if (state != null && state.info() != null) {
            show(state, state.info());
        }
    }

    private void show(Connection.State state, Info info) {
        kind.setText(info.backend());
        version.setText(info.version());
        region.setText(info.region());
        instance.setText(info.instanceId());
        auth.setText(signInOf(info.auth().mode()));
        features.setText(info.features().isEmpty()
                ? texts.get("backends.features.none")
                : String.join(", ", info.features()));
        maxRunning.setText(figures.count(info.limits().maxRunning()));
        maxSensors.setText(figures.count(info.limits().maxSensors()));
        maxBatch.setText(figures.count(info.limits().maxBatch()));
        maxBody.setText(figures.bytes(info.limits().maxBody()));
        grace.setText(texts.get("figure.seconds", figures.count(info.limits().graceSeconds())));
        latency.setText(figures.millis(state.latency()));
        offset.setText(wording.offset(state.clockOffset()));
        failed.setText(figures.count(state.failed()));
    }

    private String signInOf(String mode) {
        String key = "backends.auth." + mode;
        return texts.has(key) ? texts.get(key) : mode;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
