package com.sentori.sandbox.logs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what is written into lines, those of each thread by itself: a line stays whole whatever others write meanwhile. One that is too long
 * is cut, as CloudWatch Logs does with an event. Thread-safe.
 */
final class Lines extends OutputStream {
    private static final int LONGEST = 256 * 1024;

    private final ThreadLocal<ByteArrayOutputStream> begun = ThreadLocal.withInitial(ByteArrayOutputStream::new);
    private final Consumer<String> lines;

    Lines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int one) {
        ByteArrayOutputStream line = begun.get();
        if (one == '\n') {
            end(line);
        } else {
            line.write(one);
            if (line.size() >= LONGEST) {
                end(line);
            }
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void end(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        begun.remove();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
