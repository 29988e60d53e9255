package com.sentori.console.app;

import atlantafx.base.controls.ModalPane;
import com.sentori.console.bell.AlarmBadge;
import com.sentori.console.bell.AlarmsModel;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.infra.EnvironmentBadge;
import com.sentori.console.infra.EnvironmentsModel;
import com.sentori.console.stage.Built;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Notice;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.palette.PaletteModel;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.palette.PaletteView;
import com.sentori.console.palette.ShortcutsView;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Tips;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the main window around the screens. */
final class MainView implements Built, AutoCloseable {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NAMED_FROM = 960;
    private static final double BESIDE_FROM = 900;
    /** The frame's height that shows every place. */
    private static final double STANDING_FROM = 500;

    private final MainModel model;
    private final ConnectionsModel connections;
    private final AlarmBadge badge;
    private final EnvironmentBadge environment;
    private final Desk desk;
    private final RoomModel room;
    private final Texts texts;
    private final Wording wording;
    private final Scenery scenery;
    private final PaletteModel paletteModel;
    private final Screens screens;
    private final MainLayout nodes;
    private final ListChangeListener<BackendItem> followBackends = _ -> showChips();
    private Subscription subscription = Subscription.EMPTY;
    private Runnable closeSheet = () -> {};
    private @Nullable Node focused;
    private @Nullable ModalPane over;

    MainView(MainModel model, ConnectionsModel connections, AlarmsModel alarmsModel, EnvironmentsModel environments,
            Desk desk, RoomModel room, Texts texts, Figures figures, Scenery scenery, PaletteModel palette,
            Screens screens) {
        this.model = model;
        this.connections = connections;
        this.badge = new AlarmBadge(alarmsModel, texts);
        this.environment = new EnvironmentBadge(environments, texts);
        this.nodes = new MainLayout(texts.bundle(), environment, badge);
        this.desk = desk;
        this.room = room;
        this.texts = texts;
        this.wording = new Wording(texts, figures);
        this.scenery = scenery;
        this.paletteModel = palette;
        this.screens = screens;
    }

    @Override
    public Parent build() {
        // An action is what a click and the underlined letter have in common: the letter alone selects nothing.
        nodes.buttons.forEach((place, button) -> {
            button.setOnAction(_ -> desk.go(place));
            Tips.over(button);
        });
        nodes.palette.setOnAction(_ -> paletteModel.toggle(Sheet.PALETTE));
        nodes.language.setOnAction(_ -> model.switchLanguage());
        nodes.theme.setOnAction(_ -> model.switchLook());
        nodes.dismiss.setOnAction(_ -> desk.noticeProperty().set(null));
        List.of(nodes.palette, nodes.language, nodes.theme).forEach(Tips::over);
        nodes.frame.widthProperty().subscribe(width -> showNames(width.doubleValue() >= NAMED_FROM));
        // Where a screen has less room than in the smallest window, what stands beside stands below.
        nodes.stage.widthProperty()
                .subscribe(width -> nodes.stage.pseudoClassStateChanged(NARROW, width.doubleValue() > 0
                        && width.doubleValue() < BESIDE_FROM));
        nodes.frame.heightProperty().subscribe(height -> {
            if (height.doubleValue() > 0) {
                nodes.scrollPlaces(height.doubleValue() < STANDING_FROM);
            }
        });
        nodes.language.setText(texts.get("main.language.other"));
        connections.items().addListener(followBackends);
        nodes.roomUsed.textProperty().bind(room.usedProperty());
        showChips();
        subscription = Subscription.combine(environment.textProperty().subscribe(nodes::showTop),
                desk.placeProperty().subscribe(this::show),
                desk.noticeProperty().subscribe(this::say),
                paletteModel.sheetProperty().subscribe(this::lay),
                model.lookProperty()
                        .subscribe(look -> ((FontIcon) nodes.theme.getGraphic()).setIconLiteral(
                                look.isDark() ? "fth-sun" : "fth-moon")),
                nodes.places.selectedToggleProperty().subscribe((before, now) -> {
                    if (now == null) {
                        nodes.places.selectToggle(before);
                    }
                }));
        return nodes.root;
    }

    /** What lies over the screen has the keyboard to itself; then it goes back to where it was. */
    private void lay(Sheet sheet) {
        closeSheet.run();
        closeSheet = () -> {};
        if (over == null) {
            if (sheet == Sheet.NONE) {
                return;
            }
            // Dressing it takes as long as a form: it comes with the first that lies over a screen.
            over = over();
        }
        if (sheet != Sheet.NONE && nodes.frame.getScene() != null && !over.isDisplay()) {
            focused = nodes.frame.getScene().getFocusOwner();
        }
        switch (sheet) {
            case NONE -> {
                over.hide(true);
                if (focused != null) {
                    focused.requestFocus();
                    focused = null;
                }
            }
            case PALETTE -> {
                PaletteView view = new PaletteView(paletteModel, texts);
                closeSheet = view::close;
                over.setAlignment(Pos.TOP_CENTER);
                Region shown = (Region) screens.load(view);
                // It stands below the top of the window, and as high as there is room.
                shown.maxHeightProperty()
                        .bind(Bindings.min(shown.prefHeightProperty(),
                                over.heightProperty().subtract(shown.translateYProperty().multiply(2))));
                over.show(shown);
            }
            case SHORTCUTS -> {
                over.setAlignment(Pos.CENTER);
                over.show(screens.load(new ShortcutsView(paletteModel, texts)));
            }
        }
    }

    private ModalPane over() {
        ModalPane pane = Built.named("over", new ModalPane());
        pane.setFocusTraversable(false);
        // What it scrolls with has nothing to say by itself.
        pane.skinProperty()
                .subscribe(() -> pane.lookupAll(".scroll-pane").forEach(part -> part.setFocusTraversable(false)));
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().subscribe((_, shown) -> {
            if (!shown) {
                paletteModel.close();
            }
        });
        nodes.root.getChildren().add(pane);
        pane.applyCss();
        return pane;
    }

    /** Where there is little room, because everything is large, the pictures alone lead from screen to screen. */
    private void showNames(boolean named) {
        nodes.navigation.pseudoClassStateChanged(NARROW, !named);
        nodes.brand.setVisible(named);
        nodes.brand.setManaged(named);
        nodes.language.setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        nodes.buttons.values()
                .forEach(button -> button
                        .setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private void show(Place place) {
        nodes.stage.setContent(scenery.of(place));
        nodes.places.selectToggle(nodes.buttons.get(place));
    }

    private void say(@Nullable Notice now) {
        nodes.notice.setText(now == null ? texts.get("main.quiet") : now.sentence());
        nodes.noticeIcon.setIconLiteral(icon(now));
        nodes.statusLine.getStyleClass().setAll("status-line", style(now));
        nodes.showDismiss(now != null);
    }

    private static String icon(@Nullable Notice notice) {
        return switch (notice == null ? Notice.Severity.INFO : notice.severity()) {
            case INFO -> "fth-info";
            case SUCCESS -> "fth-check-circle";
            case ERROR -> "fth-alert-circle";
        };
    }

    private static String style(@Nullable Notice notice) {
        return switch (notice == null ? Notice.Severity.INFO : notice.severity()) {
            case INFO -> "neutral";
            case SUCCESS -> "good";
            case ERROR -> "bad";
        };
    }

    private void showChips() {
        release();
        if (connections.items().isEmpty()) {
            nodes.chips.getChildren().setAll(Built.label(texts.get("main.nobackend"), "muted"));
        } else {
            nodes.chips.getChildren()
                    .setAll(connections.items().stream().map(item -> new Chip(item, wording)).toList());
        }
    }

    private void release() {
        nodes.chips.getChildren().forEach(chip -> {
            if (chip instanceof Chip old) {
                old.release();
            }
        });
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        closeSheet.run();
        connections.items().removeListener(followBackends);
        badge.release();
        environment.release();
        release();
    }
}
