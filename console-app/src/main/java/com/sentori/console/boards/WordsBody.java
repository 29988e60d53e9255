package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Shown;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Words in the place of figures that are not there: they scroll where a panel has no room for all of them. */
final class WordsBody implements PanelPane.Body {
    private final Function<Content, String> words;
    private final Label line = new Label();
    private final ScrollPane around;

    WordsBody(String icon, Function<Content, String> words) {
        this.words = words;
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("placeholder-text");
        VBox box = new VBox(new FontIcon(icon), line);
        box.getStyleClass().addAll("empty", "board-words");
        around = new ScrollPane(box);
        around.getStyleClass().add("plain-scroll");
        around.setFitToWidth(true);
        around.setFitToHeight(true);
        around.setFocusTraversable(false);
        line.setText(words.apply(new Content.Nothing()));
    }

    @Override
    public Node node() {
        return around;
    }

    @Override
    public boolean takes(Content content) {
        return false;
    }

    @Override
    public void show(Shown now, boolean old) {
        line.setText(words.apply(now.content()));
    }
}
