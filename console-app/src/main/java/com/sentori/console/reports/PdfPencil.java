package com.sentori.console.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Draws on a page of PDF, whose origin is at the lower left.
 *
 * @param content of the page
 * @param left of the origin
 * @param top of the origin
 * @param scale of all lengths
 */
record PdfPencil(PDPageContentStream content, PdfFont font, double left, double top, double scale) implements Pencil {
    static final PDRectangle PAPER = PDRectangle.A4;
    static final double HEIGHT = PAPER.getHeight();
    static final double LEFT = 42;
    static final double WIDTH = PAPER.getWidth() - 2 * LEFT;
    static final double TOP = 42;
    static final double BOTTOM = HEIGHT - 48;
    private static final double LABEL = 10;
    private static final float HAIR = 0.5f;
    private static final float STROKE = 1.1f;
    private static final float BOLD = 0.03f;
    private static final float SHADE = 0.22f;
    private static final float[] DASHES = {4, 3};

    PdfPencil scaled(double by) {
        return new PdfPencil(content, font, left, top, by);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        polyline(new double[]{x1, x2}, new double[]{y1, y2}, ink);
    }

    @Override
    public void polyline(double[] xs, double[] ys, Ink ink) {
        drawing(() -> {
            stroke(Tone.of(ink), ink == Ink.FIRST || ink == Ink.SECOND ? STROKE : HAIR);
            content.setLineDashPattern(ink == Ink.LIMIT || ink == Ink.MARK ? DASHES : new float[0], 0);
            path(xs, ys, false);
            content.stroke();
        });
    }

    @Override
    public void area(double[] xs, double[] tops, double[] bottoms, Ink ink) {
        drawing(() -> {
            content.saveGraphicsState();
            PDExtendedGraphicsState shade = new PDExtendedGraphicsState();
            shade.setNonStrokingAlphaConstant(SHADE);
            content.setGraphicsStateParameters(shade);
            fill(Tone.of(ink));
            path(xs, tops, false);
            path(xs, bottoms, true);
            content.closePath();
            content.fill();
            content.restoreGraphicsState();
        });
    }

    private void path(double[] xs, double[] ys, boolean back) throws IOException {
        for (int i = 0; i < xs.length; i++) {
            int at = back ? xs.length - 1 - i : i;
            if (i == 0 && !back) {
                content.moveTo(x(xs[at]), y(ys[at]));
            } else {
                content.lineTo(x(xs[at]), y(ys[at]));
            }
        }
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, Ink ink) {
        double shift = switch (anchor) {
            case START -> 0;
            case MIDDLE -> width(text) / 2;
            case END -> width(text);
        };
        write(x - shift, y, text, LABEL, Tone.of(ink), false);
    }

    /** Text whose base line begins at a place. */
    void write(double x, double y, String text, double size, Tone tone, boolean bold) {
        drawing(() -> {
            content.beginText();
            content.setFont(font.font(), (float) (size * scale));
            fill(tone);
            // The font has one weight; a rim makes it bold.
            content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            if (bold) {
                stroke(tone, (float) (size * scale * BOLD));
                content.setLineDashPattern(new float[0], 0);
            }
            content.newLineAtOffset(x(x), y(y));
            content.showText(font.writable(text));
            content.endText();
        });
    }

    /** A filled rectangle. */
    void bar(double x, double y, double width, double height, Tone tone) {
        drawing(() -> {
            fill(tone);
            content.addRect(x(x), y(y + height), (float) (width * scale), (float) (height * scale));
            content.fill();
        });
    }

    @Override
    public double width(String text) {
        try {
            return font.width(text, LABEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float x(double x) {
        return (float) (left + x * scale);
    }

    private float y(double y) {
        return (float) (top - y * scale);
    }

    private void stroke(Tone tone, float width) throws IOException {
        content.setStrokingColor(tone.red, tone.green, tone.blue);
        content.setLineWidth(width);
    }

    private void fill(Tone tone) throws IOException {
        content.setNonStrokingColor(tone.red, tone.green, tone.blue);
    }

    private static void drawing(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    /** The colours of paper. */
    enum Tone {
        TEXT(0.07f, 0.08f, 0.1f), MUTED(0.35f, 0.39f, 0.43f), RULE(0.8f, 0.83f, 0.86f), FIRST(0.03f, 0.41f,
                0.85f), SECOND(0.74f, 0.3f, 0), BAD(0.75f, 0.1f, 0.15f), GOOD(0.1f, 0.45f, 0.2f), OPEN(0.5f, 0.33f,
                        0), MARK(0.5f, 0.3f, 0.85f);

        private final float red;
        private final float green;
        private final float blue;

        Tone(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        static Tone of(Ink ink) {
            return switch (ink) {
                case AXIS, LABEL -> MUTED;
                case GRID -> RULE;
                case FIRST -> FIRST;
                case SECOND -> SECOND;
                case LIMIT -> BAD;
                case MARK -> MARK;
            };
        }

        static Tone of(Verdict.Outcome outcome) {
            return switch (outcome) {
                case FAILED -> BAD;
                case NO_VERDICT -> OPEN;
                case PASSED -> GOOD;
            };
        }
    }
}
