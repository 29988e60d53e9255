package com.sentori.console.app;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.Keeping;
import com.sentori.console.connections.TokensModel;
import com.sentori.console.connections.TokensModel.Standing;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.stage.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the screen of settings. */
final class SettingsView implements AutoCloseable {
    private final MainModel model;
    private final TokensModel tokensModel;
    private final @Nullable Path folder;
    private final @Nullable Path data;
    private final Texts texts;
    private final Figures figures;

    @FXML
    private ComboBox<Appearance> appearance;
    @FXML
    private ComboBox<Integer> scale;
    @FXML
    private ComboBox<String> language;
    @FXML
    private CheckBox desktopTold;
    @FXML
    private TextField certificates;
    @FXML
    private ComboBox<Keeping> tokens;
    @FXML
    private Label tokensStanding;
    @FXML
    private Node sealing;
    @FXML
    private PasswordField passphrase;
    @FXML
    private TextField settingsFolder;
    @FXML
    private TextField dataFolder;
    private Subscription subscription = Subscription.EMPTY;

    /**
     * Of these models.
     *
     * @param folder of the settings; null for nowhere
     * @param data of runs and readings; null for nowhere
     */
    SettingsView(MainModel model, TokensModel tokensModel, @Nullable Path folder, @Nullable Path data, Texts texts,
            Figures figures) {
        this.folder = folder;
        this.data = data;
        this.model = model;
        this.tokensModel = tokensModel;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        appearance.getItems().setAll(Appearance.values());
        appearance.setConverter(new Words<>(each -> texts.of("appearance", each)));
        scale.getItems().setAll(MainModel.SCALES);
        scale.setConverter(new Words<>(each -> texts.get("settings.percent", figures.count(each))));
        language.getItems().setAll(MainModel.LANGUAGES);
        language.setConverter(new Words<>(each -> texts.get("settings.language." + each)));
        certificates.setText(model.certificatesProperty().get());
        certificates.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.trust(certificates.getText());
            }
        });
        desktopTold.selectedProperty().bindBidirectional(model.desktopToldProperty());
        tokens.getItems().setAll(Keeping.values());
        passphrase.textProperty().bindBidirectional(tokensModel.passphraseProperty());
        sealing.managedProperty().bind(sealing.visibleProperty());
        settingsFolder.setText(path(folder));
        dataFolder.setText(path(data));
        subscription = Subscription.combine(model.appearanceProperty().subscribe(appearance::setValue),
                model.scaleProperty().subscribe(now -> scale.setValue(now.intValue())),
                model.languageProperty().subscribe(language::setValue),
                model.certificatesProperty().subscribe(certificates::setText),
                tokensModel.keepingProperty().subscribe(tokens::setValue),
                tokensModel.standingProperty().subscribe(this::show), chosen(tokens, tokensModel::choose),
                chosen(appearance, model::choose), chosen(scale, model::scale), chosen(language, model::speak),
                desktopTold.selectedProperty().subscribe(model::keep));
    }

    private String path(@Nullable Path where) {
        return where == null ? texts.get("settings.folders.nowhere") : where.toString();
    }

    private void show(Standing standing) {
        boolean none = standing == Standing.NO_KEYCHAIN;
        tokens.setConverter(new Words<>(each -> none && each == Keeping.KEYCHAIN
                ? texts.get("settings.tokens.KEYCHAIN.none")
                : texts.of("settings.tokens", each)));
        tokensStanding.setText(texts.of("settings.tokens.standing", standing));
        sealing.setVisible(standing == Standing.FILE_CLOSED);
    }

    @FXML
    private void unlock() {
        tokensModel.unlock();
    }

    @FXML
    private void chooseCertificates() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("settings.certificates"));
        File file = chooser.showOpenDialog(certificates.getScene().getWindow());
        if (file != null) {
            model.trust(file.toString());
        }
    }

    private static <T> Subscription chosen(ComboBox<T> box, Consumer<T> act) {
        return box.valueProperty().subscribe((before, now) -> {
            if (now != null && !now.equals(before)) {
                act.accept(now);
            }
        });
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        desktopTold.selectedProperty().unbindBidirectional(model.desktopToldProperty());
    }
}
