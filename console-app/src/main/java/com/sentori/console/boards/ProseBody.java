package com.sentori.console.boards;

import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Content.Block;
import com.sentori.console.dashboards.Content.Words;
import com.sentori.console.dashboards.Shown;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text, with its links written out: nothing in a dashboard's file is run or opened. */
final class ProseBody implements PanelPane.Body {
    private static final double INDENT = 16;

    private final VBox page = new VBox();
    private final ScrollPane around = new ScrollPane(page);

    ProseBody() {
        page.getStyleClass().add("prose");
        around.getStyleClass().add("plain-scroll");
        around.setFitToWidth(true);
        around.setFocusTraversable(false);
    }

    @Override
    public Node node() {
        return around;
    }

    @Override
    public boolean takes(Content content) {
        return content instanceof Content.Prose;
    }

    @Override
    public void show(Shown now, boolean old) {
        if (now.content() instanceof Content.Prose prose) {
            page.getChildren().setAll(prose.blocks().stream().map(ProseBody::block).toList());
        }
    }

    private static TextFlow block(Block block) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(switch (block.kind()) {
            case HEADING -> block.level() < 3 ? "prose-heading" : "prose-subheading";
            case PARAGRAPH -> "prose-paragraph";
            case ITEM -> "prose-item";
            case CODE -> "prose-code";
        });
        if (block.kind() == Block.Kind.ITEM) {
            flow.setTranslateX((block.level() - 1) * INDENT);
        }
        for (Words each : block.words()) {
            String text = each.look() == Words.Look.LINK && !each.text().equals(each.target())
                    ? each.text() + " (" + each.target() + ")"
                    : each.text();
            Text words = new Text(text);
            words.getStyleClass().addAll("prose-text", switch (each.look()) {
                case PLAIN -> "plain";
                case STRONG -> "strong";
                case EMPHASIS -> "emphasis";
                case CODE -> "code";
                case LINK -> "link";
            });
            flow.getChildren().add(words);
        }
        return flow;
    }
}
