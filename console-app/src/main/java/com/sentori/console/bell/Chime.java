package com.sentori.console.bell;

import com.sentori.console.thresholds.Severity;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The sound of alarms: two tones for a warning, three for what is critical. One at a time, on a thread of its own. Any thread. */
final class Chime {
    private static final float RATE = 22_050;
    private static final int TONE_MILLIS = 160;
    private static final int FADE_MILLIS = 20;
    private static final double LOUDNESS = 0.4;
    private static final double[] WARNING = {660, 880};
    private static final double[] CRITICAL = {880, 660, 880};

    private final Runnable silent;
    private final AtomicBoolean sounds = new AtomicBoolean();

    /**
     * Through the system's own loudspeaker.
     *
     * @param silent called, on another thread, if there is none
     */
    Chime(Runnable silent) {
        this.silent = silent;
    }

    void sound(Severity severity) {
        if (sounds.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("chime").start(() -> {
                try {
                    play(samples(severity == Severity.CRITICAL ? CRITICAL : WARNING));
                } catch (LineUnavailableException | IllegalArgumentException e) {
                    silent.run();
                } finally {
                    sounds.set(false);
                }
            });
        }
    }

    private static void play(byte[] samples) throws LineUnavailableException {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        }
    }

    /** 16 bits, little end first. */
    static byte[] samples(double[] tones) {
        int length = (int) (RATE * TONE_MILLIS / 1_000);
        int fade = (int) (RATE * FADE_MILLIS / 1_000);
        byte[] bytes = new byte[tones.length * length * 2];
        for (int i = 0; i < tones.length * length; i++) {
            int within = i % length;
            double swell = Math.min(1.0, Math.min(within, length - within) / (double) fade);
            double wave = Math.sin(2 * Math.PI * tones[i / length] * within / RATE);
            int sample = (int) (wave * swell * LOUDNESS * Short.MAX_VALUE);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> Byte.SIZE);
        }
        return bytes;
    }
}
