package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Shown;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Words in the place of figures that are not there. */
final class WordsBody implements PanelPane.Body {
    private final Function<Content, String> words;
    private final Label line = new Label();
    private final VBox box;

    WordsBody(String icon, Function<Content, String> words) {
        this.words = words;
        line.setWrapText(true);
        line.getStyleClass().add("placeholder-text");
        box = new VBox(new FontIcon(icon), line);
        box.getStyleClass().addAll("empty", "board-words");
        line.setText(words.apply(new Content.Nothing()));
    }

    @Override
    public Node node() {
        return box;
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
