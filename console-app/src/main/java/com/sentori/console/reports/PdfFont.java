package com.sentori.console.reports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of a document: Liberation Sans, which comes with PDFBox under the SIL Open Font License; of it, what is used is embedded. */
final class PdfFont {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double UNITS = 1000;

    private final PDFont font;
    private final CmapLookup glyphs;

    private PdfFont(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static PdfFont in(PDDocument document) throws IOException {
        try (InputStream in = Objects.requireNonNull(PDFont.class.getResourceAsStream(FILE), FILE)) {
            TrueTypeFont file = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            return new PdfFont(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** What can be written: characters that the font lacks are shown by their codes. */
    String writable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (glyphs.getGlyphId(point) != 0) {
                out.appendCodePoint(point);
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                // Blanks of figures, of which fonts have few.
                out.append(' ');
            } else {
                out.append(switch (point) {
                    case '✗' -> "×";
                    case '✓' -> "√";
                    default -> Visible.code(point);
                });
            }
        });
        return out.toString();
    }

    double width(String text, double size) throws IOException {
        return font.getStringWidth(writable(text)) / UNITS * size;
    }

    /** A text in lines that are no wider; a word that is wider is broken. */
    List<String> wrapped(String text, double size, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : writable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width && line.length() > 1) {
                int fits = 1;
                while (fits + 1 < line.length() && width(line.substring(0, fits + 1), size) <= width) {
                    fits++;
                }
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    /** Columns as wide as their widest cell, and narrower in proportion where they do not fit, but no narrower than a word needs if that can be. */
    double[] widths(Block.Table table, double size, double pad, double all) throws IOException {
        int columns = table.heads().size();
        double[] widths = new double[columns];
        double[] least = new double[columns];
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.add(table.heads());
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i), size) + 2 * pad);
                for (String word : row.get(i).split(" ", -1)) {
                    least[i] = Math.max(least[i], Math.min(all / columns, width(word, size) + 2 * pad));
                }
            }
        }
        double sum = 0;
        double floor = 0;
        for (int i = 0; i < columns; i++) {
            sum += widths[i];
            floor += least[i];
        }
        for (int i = 0; i < columns; i++) {
            widths[i] = sum <= all
                    ? widths[i] + (all - sum) / columns
                    : least[i] + (widths[i] - least[i]) * (all - floor) / (sum - floor);
        }
        return widths;
    }
}
