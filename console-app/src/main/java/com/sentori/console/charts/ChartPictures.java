package com.sentori.console.charts;

import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** The picture of a chart as PNG, below a header that says where it comes from. */
final class ChartPictures {
    private ChartPictures() {}

    /** Of what is on screen now, as sharp as there. FX thread; its body is not for it. */
    static ChartFile of(LiveChart chart, Provenance provenance) {
        double pixels = chart.geometry().pixels();
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(pixels, pixels));
        ImageView below = new ImageView(chart.snapshot(sharp, null));
        below.setFitWidth(chart.getWidth());
        below.setFitHeight(chart.getHeight());
        Label header = new Label(provenance.of(chart).line());
        header.setWrapText(true);
        header.setMaxWidth(chart.getWidth());
        header.getStyleClass().add("chart-origin");
        VBox sheet = new VBox(header, below);
        sheet.getStyleClass().addAll("root", "live-chart", "chart-sheet");
        Scene scene = new Scene(sheet);
        scene.getStylesheets().setAll(chart.getScene().getStylesheets());
        scene.getStylesheets().add(chart.getUserAgentStylesheet());
        sheet.setStyle("-fx-font-size: " + chart.geometry().em() + "px;");
        WritableImage image = sheet.snapshot(sharp, null);
        return new ChartFile(ChartFile.name(chart, "png"), out -> {
            if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
                throw new IOException("This Java has no writer for PNG.");
            }
        });
    }
}
