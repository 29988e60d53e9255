package com.sentori.console.reports;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One page, complete in itself: no script, nothing is fetched, and the browser is told so. */
final class HtmlForm {
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'";

    private final Texts texts;
    private final Figures figures;
    private final ZoneId zone;

    HtmlForm(Texts texts, Figures figures, ZoneId zone) {
        this.texts = texts;
        this.figures = figures;
        this.zone = zone;
    }

    void write(List<Block> blocks, String title, Writer out) throws IOException {
        Markup page = new Markup();
        page.open("html", "lang", texts.locale().getLanguage(), "dir", "ltr").open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", ALONE);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.leaf("title", title).styles(styles()).close().line();
        page.open("body").open("main").line();
        for (Block block : blocks) {
            block(page, block);
            page.line();
        }
        page.close().close().close();
        out.write("<!DOCTYPE html>\n");
        out.write(page.toString());
        out.write('\n');
    }

    private void block(Markup page, Block block) {
        switch (block) {
            case Block.Title(String text, List<String> under) -> {
                page.open("header").leaf("h1", text);
                under.forEach(line -> page.leaf("p", line));
                page.close();
            }
            case Block.Banner(Verdict.Outcome outcome, String text, String under) -> page
                    .open("section", "class", "banner " + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .leaf("strong", text)
                    .leaf("p", under)
                    .close();
            case Block.Heading(String text) -> page.leaf("h2", text);
            case Block.Paragraph(String text) -> page.leaf("p", text, "class", "note");
            case Block.Table table -> table(page, table);
            case Block.Chart(Plot plot) -> chart(page, plot);
        }
    }

    private static void table(Markup page, Block.Table table) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        cells(page, "th", table.heads(), table.numbersFrom());
        page.close().close().open("tbody");
        for (List<String> row : table.rows()) {
            page.open("tr");
            cells(page, "td", row, table.numbersFrom());
            page.close();
        }
        page.close().close().close();
    }

    private static void cells(Markup page, String element, List<String> cells, int numbersFrom) {
        for (int i = 0; i < cells.size(); i++) {
            if (i >= numbersFrom) {
                page.leaf(element, cells.get(i), "class", "number");
            } else {
                page.leaf(element, cells.get(i));
            }
        }
    }

    private void chart(Markup page, Plot plot) {
        page.open("figure").leaf("figcaption", plot.title());
        page.open("svg", "viewBox", "0 0 %.0f %.0f".formatted(PlotDrawing.WIDTH, PlotDrawing.HEIGHT), "role", "img",
                "aria-label", plot.summary());
        new PlotDrawing(plot, figures, zone).draw(new SvgPencil(page));
        page.close().close();
    }

    private static String styles() {
        try (InputStream in = Objects.requireNonNull(HtmlForm.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the styles come with the program", e);
        }
    }
}
