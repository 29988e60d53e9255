package com.sentori.console.live;

import com.sentori.console.reports.Form;
import com.sentori.console.stage.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;

/** Offers the forms of a report, and asks for the folder. */
public final class ReportMenu {
    private ReportMenu() {}

    /** Fills a button's menu; what is chosen is handed on. */
    public static void fill(MenuButton button, Texts texts, BiConsumer<Set<Form>, Path> chosen) {
        button.getItems()
                .setAll(item(button, texts, texts.get("report.form.all"), EnumSet.allOf(Form.class), chosen),
                        new SeparatorMenuItem());
        for (Form form : Form.values()) {
            button.getItems().add(item(button, texts, texts.of("report.form", form), EnumSet.of(form), chosen));
        }
    }

    private static MenuItem item(MenuButton button, Texts texts, String text, Set<Form> forms,
            BiConsumer<Set<Form>, Path> chosen) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("report.folder"));
            File folder = chooser.showDialog(button.getScene().getWindow());
            if (folder != null) {
                chosen.accept(forms, folder.toPath());
            }
        });
        return item;
    }
}
