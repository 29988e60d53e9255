package com.sentori.console.app;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.ChartAction;
import com.sentori.console.layouts.LayoutModel;
import com.sentori.console.live.LiveModel;
import com.sentori.console.palette.Command;
import com.sentori.console.palette.Commands;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.palette.Scope;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** The one list of what the window can do. A new button of a screen is entered here; a new screen or action of charts is in it by itself. FX thread. */
final class Repertoire {
    private static final Scope CHARTS = Scope.part(Place.LIVE, "shortcuts.charts");
    private static final Scope LISTS = Scope.part(Place.LIVE, "shortcuts.lists");

    private final Texts texts;
    private final Desk desk;
    private final MainModel main;
    private final LiveModel live;
    private final Supplier<Scenery> scenery;
    private final Consumer<Sheet> sheets;
    private final LayoutModel layouts;
    private final BiConsumer<String, Consumer<String>> asks;

    Repertoire(Texts texts, Desk desk, MainModel main, LiveModel live, Supplier<Scenery> scenery,
            Consumer<Sheet> sheets, LayoutModel layouts, BiConsumer<String, Consumer<String>> asks) {
        this.texts = texts;
        this.desk = desk;
        this.main = main;
        this.live = live;
        this.scenery = scenery;
        this.sheets = sheets;
        this.layouts = layouts;
        this.asks = asks;
    }

    Commands commands() {
        List<Command> all = new ArrayList<>();
        window(all);
        screens(all);
        charts(all);
        layouts(all);
        return new Commands(all);
    }

    private void window(List<Command> all) {
        all.add(everywhere("palette.open", () -> sheets.accept(Sheet.PALETTE), keys("Shortcut+K")));
        all.add(everywhere("palette.open.shortcuts", () -> sheets.accept(Sheet.SHORTCUTS),
                List.of(Commands.character("?"), KeyCombination.valueOf("F1"))));
        int number = 1;
        for (Place place : Place.values()) {
            String key = place == Place.SETTINGS ? "Comma" : Integer.toString(number++);
            all.add(everywhere("place." + place.name(), () -> desk.go(place),
                    List.of(underlined("place." + place.name()), KeyCombination.valueOf("Shortcut+" + key))));
        }
        all.add(everywhere("main.theme", main::switchLook, keys("Shortcut+Shift+L")));
        for (Appearance each : Appearance.values()) {
            all.add(everywhere("appearance.to." + each.name(), () -> main.choose(each), List.of()));
        }
        all.add(everywhere("settings.larger", main::larger,
                keys("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add")));
        all.add(everywhere("settings.smaller", main::smaller, keys("Shortcut+Minus", "Shortcut+Subtract")));
        all.add(everywhere("settings.normal", () -> main.scale(Settings.SMALLEST), keys("Shortcut+0")));
        all.add(everywhere("main.language", main::switchLanguage, List.of()));
        all.add(everywhere("main.dismiss", () -> desk.noticeProperty().set(null), keys("Shortcut+D")));
    }

    private void screens(List<Command> all) {
        all.add(press(Place.START, "start", "start.start", "Shortcut+Enter"));
        all.add(press(Place.START, "openScenario", "start.scenario.open", "Shortcut+O"));
        all.add(press(Place.START, "newSeed", "start.seed.new", "Shortcut+R"));
        all.add(press(Place.RUNNING, "open", "overview.open", "Shortcut+Enter"));
        all.add(press(Place.RUNNING, "copy", "overview.copy", "Shortcut+Shift+C"));
        all.add(press(Place.RUNNING, "finish", "overview.finish", "Shortcut+Shift+F"));
        all.add(press(Place.RUNNING, "interrupt", "overview.interrupt", "Shortcut+Shift+I"));
        all.add(press(Place.LIVE, "finish", "live.finish", "Shortcut+Shift+F"));
        all.add(new Command("live.compare", Scope.of(Place.LIVE), List.of(underlined("live.compare")),
                new Press(scenery, desk, Place.LIVE, "compare")));
        all.add(press(Place.LIVE, "report", "report.button", "Shortcut+E"));
        all.add(press(Place.LIVE, "showAll", "live.all"));
        all.add(press(Place.LIVE, "showHidden", "live.sensors.show"));
        all.add(press(Place.HISTORY, "open", "history.open", "Shortcut+Enter"));
        all.add(press(Place.HISTORY, "report", "report.button", "Shortcut+E"));
        all.add(press(Place.HISTORY, "again", "history.again", "Shortcut+Shift+R"));
        all.add(press(Place.HISTORY, "keepNote", "history.note.keep"));
        all.add(press(Place.HISTORY, "refresh", "history.refresh", "F5"));
        all.add(press(Place.HISTORY, "cancel", "history.cancel"));
        all.add(press(Place.HISTORY, "more", "history.more", "Shortcut+M"));
        all.add(press(Place.ALARMS, "acknowledge", "alarms.acknowledge", "Shortcut+Enter"));
        all.add(press(Place.ALARMS, "shelve", "alarms.shelve"));
        all.add(press(Place.ALARMS, "open", "alarms.open", "Shortcut+O"));
        all.add(press(Place.ALARMS, "mute", "alarms.mute"));
        all.add(press(Place.ALARMS, "newRule", "rules.new", "Shortcut+N"));
        all.add(press(Place.ALARMS, "keep", "rules.keep", "Shortcut+S"));
        all.add(press(Place.ALARMS, "remove", "rules.remove"));
        all.add(press(Place.DASHBOARDS, "again", "boards.again", "F5"));
        all.add(press(Place.DASHBOARDS, "openFile", "boards.open", "Shortcut+O"));
        all.add(press(Place.DASHBOARDS, "openGrafana", "boards.grafana.open", "Shortcut+G"));
        all.add(press(Place.CLOUD, "ask", "cloud.ask", "Shortcut+R"));
        all.add(press(Place.ALARMS, "export", "rules.export"));
        all.add(press(Place.INFRA, "plan", "infra.plan", "Shortcut+P"));
        all.add(press(Place.INFRA, "planDestroy", "infra.destroy"));
        all.add(press(Place.INFRA, "drift", "infra.drift"));
        all.add(press(Place.INFRA, "readOutputs", "infra.outputs"));
        all.add(press(Place.INFRA, "interrupt", "infra.interrupt"));
        all.add(press(Place.INFRA, "apply", "infra.apply", "Shortcut+Enter"));
        all.add(press(Place.INFRA, "discard", "infra.discard"));
        all.add(press(Place.INFRA, "keepOffer", "infra.offer.keep"));
        all.add(press(Place.INFRA, "newEnvironment", "environments.new", "Shortcut+N"));
        all.add(press(Place.INFRA, "keep", "environments.keep", "Shortcut+S"));
        all.add(press(Place.INFRA, "remove", "environments.remove"));
        all.add(press(Place.BACKENDS, "newOne", "backends.new", "Shortcut+N"));
        all.add(press(Place.BACKENDS, "keep", "backends.keep", "Shortcut+S"));
        all.add(press(Place.BACKENDS, "remove", "backends.remove"));
        all.add(press(Place.BACKENDS, "inBrowser", "backends.signin.browser"));
        all.add(press(Place.BACKENDS, "withCode", "backends.signin.code"));
        all.add(press(Place.BACKENDS, "cancelSignIn", "backends.signin.cancel"));
        all.add(press(Place.BACKENDS, "useToken", "backends.token.use"));
        all.add(press(Place.SETTINGS, "unlock", "settings.tokens.unlock"));
        all.add(press(Place.SETTINGS, "chooseCertificates", "settings.certificates.choose"));
    }

    private void charts(List<Command> all) {
        for (ChartAction action : ChartAction.values()) {
            all.add(new Command(action.key(), CHARTS, action.keys(), onLive(() -> live.act(action))));
        }
        all.add(new Command("live.sensors.hide", LISTS, keys("Space"), onLive(() -> live.actOnSensor(live::toggle))));
        all.add(new Command("live.sensors.solo", LISTS, keys("S"), onLive(() -> live.actOnSensor(live::solo))));
    }

    private void layouts(List<Command> all) {
        all.add(everywhere("layout.save", () -> asks.accept("layout.save.name", layouts::save), List.of()));
        for (String name : layouts.namedProperty().get().layouts().keySet()) {
            all.add(new Command("layout.recall", name, Scope.EVERYWHERE, List.of(), () -> layouts.recall(name)));
            all.add(new Command("layout.remove", name, Scope.EVERYWHERE, List.of(), () -> {
                layouts.remove(name);
                return true;
            }));
        }
    }

    private Command.Act onLive(Command.Act act) {
        return () -> {
            desk.go(Place.LIVE);
            return act.now();
        };
    }

    private static Command everywhere(String text, Runnable act, List<KeyCombination> keys) {
        return new Command(text, Scope.EVERYWHERE, keys, () -> {
            act.run();
            return true;
        });
    }

    private Command press(Place place, String id, String text, String... keys) {
        return new Command(text, Scope.of(place), keys(keys), new Press(scenery, desk, place, id));
    }

    private KeyCombination underlined(String text) {
        return Commands.underlined(() -> texts.get(text));
    }

    private static List<KeyCombination> keys(String... texts) {
        return Stream.of(texts).map(KeyCombination::valueOf).toList();
    }
}
