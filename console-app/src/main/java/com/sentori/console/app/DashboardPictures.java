package com.sentori.console.app;

import com.sentori.console.boards.BoardPane;
import com.sentori.console.dashboards.Panel;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Pictures of a dashboard without a window that anybody sees: one of all of it, and one of each panel. Waits; not for the FX thread. Once in a process. */
public final class DashboardPictures {
    private static final int SETTLED = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final boolean dark;
    private final double width;
    private final Texts texts;
    private final Stagehand fx = new Stagehand();

    /**
     * Goes into a folder, which is made.
     *
     * @param width of the whole dashboard, in pixels
     * @param locale of words and numbers
     */
    public DashboardPictures(Path folder, boolean dark, double width, Locale locale) {
        this.folder = folder;
        this.dark = dark;
        this.width = width;
        this.texts = new Texts(locale);
    }

    /**
     * Writes them.
     *
     * @return names of the pictures of the panels, in their order; empty for headings, which have none
     */
    public List<String> write(List<Shown> panels) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            return take(panels);
        } finally {
            Platform.exit();
        }
    }

    private List<String> take(List<Shown> panels) throws IOException, InterruptedException {
        List<Panel> laid = panels.stream().map(Shown::panel).toList();
        BoardPane board = fx.call(() -> show(laid));
        fx.run(() -> {
            for (int i = 0; i < panels.size(); i++) {
                board.show(i, panels.get(i));
            }
            board.refresh(Instant.now());
        });
        fx.until("all charts were drawn", PATIENCE, board::hasDrawn);
        fx.frames(SETTLED);
        write(fx.call(() -> SwingFXUtils.fromFXImage(board.snapshot(ground(board), null), null)), "dashboard.png");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < laid.size(); i++) {
            int place = i;
            Panel panel = laid.get(i);
            String name = panel.isRow() ? "" : "%02d-%s.png".formatted(i + 1, plain(panel.title()));
            if (!name.isEmpty()) {
                write(fx.call(() -> SwingFXUtils.fromFXImage(board.panel(place).snapshot(ground(board), null), null)),
                        name);
            }
            names.add(name);
        }
        fx.run(board::close);
        return names;
    }

    private static String plain(String title) {
        String name = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "panel" : name;
    }

    private static SnapshotParameters ground(BoardPane board) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(board.getScene().getFill() instanceof Color colour ? colour : Color.TRANSPARENT);
        return parameters;
    }

    private BoardPane show(List<Panel> laid) {
        BoardPane board = new BoardPane(texts, new Figures(texts, ZoneId.systemDefault()), ZoneId.systemDefault(),
                _ -> {});
        board.getStyleClass().add("main");
        board.lay(laid);
        board.setPrefSize(width, board.prefHeight(width));
        // The window may be no larger than a screen that is not there; what stands out of it is drawn all the same.
        Scene scene = new Scene(new Pane(board), Console.MIN_WIDTH, Console.MIN_HEIGHT);
        scene.getStylesheets()
                .add(Objects.requireNonNull(Console.class.getResource("console.css"), "console.css").toExternalForm());
        (dark ? Look.DARK : Look.LIGHT).apply(scene);
        Stage window = new Stage();
        window.setScene(scene);
        window.show();
        return board;
    }

    private void write(BufferedImage picture, String name) throws IOException {
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }
}
