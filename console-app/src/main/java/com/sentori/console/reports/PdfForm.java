package com.sentori.console.reports;

import com.sentori.console.reports.Pencil.Ink;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.jspecify.annotations.Nullable;

/** Pages of A4: text and charts are vectors, the font is embedded as far as it is used. One thread. */
final class PdfForm {
    private static final double HEADING = 13;
    private static final double BODY = 8.5;
    private static final double GAP = 8;
    private static final double PAD = 3;
    private static final double LEADING = 1.35;

    private final Texts texts;
    private final Figures figures;
    private final ZoneId zone;

    PdfForm(Texts texts, Figures figures, ZoneId zone) {
        this.texts = texts;
        this.figures = figures;
        this.zone = zone;
    }

    void write(List<Block> blocks, String title, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfFont font = PdfFont.in(document);
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(title);
            document.setDocumentInformation(about);
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            catalog.setLanguage(texts.locale().getLanguage());
            try (Sheet sheet = new Sheet(document, font)) {
                for (Block block : blocks) {
                    sheet.add(block);
                }
            }
            number(document, font, title);
            document.save(out);
        }
    }

    /** How many pages there are is known at the end. */
    private void number(PDDocument document, PdfFont font, String title) throws IOException {
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            PDPage page = document.getPage(i);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                PdfPencil pencil = new PdfPencil(content, font, PdfPencil.LEFT, PdfPencil.HEIGHT, 1);
                pencil.text(0, PdfPencil.HEIGHT - 24, title, Pencil.Anchor.START, Ink.LABEL);
                pencil.text(PdfPencil.WIDTH, PdfPencil.HEIGHT - 24,
                        texts.get("report.page", Integer.toString(i + 1), Integer.toString(count)),
                        Pencil.Anchor.END, Ink.LABEL);
            }
        }
    }

    /** Where the next block goes: from top to bottom, page after page. */
    private final class Sheet implements AutoCloseable {
        private final PDDocument document;
        private final PdfFont font;
        private @Nullable PDPageContentStream content;
        private double y = PdfPencil.BOTTOM;

        Sheet(PDDocument document, PdfFont font) {
            this.document = document;
            this.font = font;
        }

        /** What draws from the place that was reached; on a new page if so much does not fit. */
        private PdfPencil room(double height) throws IOException {
            PDPageContentStream now = content;
            if (now == null || y + height > PdfPencil.BOTTOM) {
                close();
                PDPage page = new PDPage(PdfPencil.PAPER);
                document.addPage(page);
                now = new PDPageContentStream(document, page);
                content = now;
                y = PdfPencil.TOP;
            }
            return new PdfPencil(now, font, PdfPencil.LEFT, PdfPencil.HEIGHT - y, 1);
        }

        void add(Block block) throws IOException {
            switch (block) {
                case Block.Title(String text, List<String> under) -> {
                    lines(text, 18, PdfPencil.Tone.TEXT, true);
                    for (String line : under) {
                        lines(line, BODY, PdfPencil.Tone.MUTED, false);
                    }
                    y += GAP;
                }
                case Block.Banner(Verdict.Outcome outcome, String text, String under) -> banner(outcome, text, under);
                case Block.Heading(String text) -> {
                    y += GAP;
                    // A heading does not stay behind alone.
                    room(60);
                    lines(text, HEADING, PdfPencil.Tone.TEXT, true);
                    y += PAD;
                }
                case Block.Paragraph(String text) -> {
                    lines(text, BODY, PdfPencil.Tone.MUTED, false);
                    y += PAD;
                }
                case Block.Table table -> table(table);
                case Block.Chart(Plot plot) -> chart(plot);
            }
        }

        private void lines(String text, double size, PdfPencil.Tone tone, boolean bold) throws IOException {
            for (String line : font.wrapped(text, size, PdfPencil.WIDTH)) {
                room(size * LEADING).write(0, size, line, size, tone, bold);
                y += size * LEADING;
            }
        }

        private void banner(Verdict.Outcome outcome, String text, String under) throws IOException {
            PdfPencil.Tone tone = PdfPencil.Tone.of(outcome);
            List<String> lines = font.wrapped(under, BODY + 1, PdfPencil.WIDTH - 28);
            double height = 34 + lines.size() * (BODY + 1) * LEADING;
            PdfPencil pencil = room(height);
            pencil.bar(0, 0, 5, height, tone);
            pencil.write(16, 20, text, 15, tone, true);
            double at = 34;
            for (String line : lines) {
                pencil.write(16, at, line, BODY + 1, PdfPencil.Tone.TEXT, false);
                at += (BODY + 1) * LEADING;
            }
            y += height + GAP;
        }

        private void table(Block.Table table) throws IOException {
            double[] widths = font.widths(table, BODY, PAD, PdfPencil.WIDTH);
            row(table.heads(), widths, table.numbersFrom(), PdfPencil.Tone.MUTED);
            for (List<String> cells : table.rows()) {
                double height = height(cells, widths);
                if (y + height > PdfPencil.BOTTOM) {
                    y = PdfPencil.BOTTOM;
                    row(table.heads(), widths, table.numbersFrom(), PdfPencil.Tone.MUTED);
                }
                row(cells, widths, table.numbersFrom(), PdfPencil.Tone.TEXT);
            }
            y += GAP;
        }

        private double height(List<String> cells, double[] widths) throws IOException {
            int most = 1;
            for (int i = 0; i < cells.size(); i++) {
                most = Math.max(most, font.wrapped(cells.get(i), BODY, widths[i] - 2 * PAD).size());
            }
            return most * BODY * LEADING + 2 * PAD;
        }

        private void row(List<String> cells, double[] widths, int numbersFrom, PdfPencil.Tone tone)
                throws IOException {
            double height = height(cells, widths);
            PdfPencil pencil = room(height);
            double x = 0;
            for (int i = 0; i < cells.size(); i++) {
                double at = PAD + BODY;
                for (String line : font.wrapped(cells.get(i), BODY, widths[i] - 2 * PAD)) {
                    double place = i >= numbersFrom ? x + widths[i] - PAD - font.width(line, BODY) : x;
                    pencil.write(place, at, line, BODY, tone, false);
                    at += BODY * LEADING;
                }
                x += widths[i];
            }
            pencil.line(0, height, PdfPencil.WIDTH, height, Ink.GRID);
            y += height;
        }

        private void chart(Plot plot) throws IOException {
            double scale = PdfPencil.WIDTH / PlotDrawing.WIDTH;
            double height = PlotDrawing.HEIGHT * scale;
            double head = (BODY + 1) * LEADING;
            room(head + height + GAP);
            lines(plot.title(), BODY + 1, PdfPencil.Tone.TEXT, true);
            new PlotDrawing(plot, figures, zone).draw(room(height).scaled(scale));
            y += height + GAP;
        }

        @Override
        public void close() throws IOException {
            if (content != null) {
                content.close();
                content = null;
            }
        }
    }
}
