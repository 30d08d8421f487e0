package org.tonmeister.training.targets;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.analysis.Loudness;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.predict.model.WindowWeight;
import org.tonmeister.training.command.TrainingException;
import org.tonmeister.training.corpus.Master;

/**
 * A finished master in memory, at the work level of −20 LUFS: what a chain with the true parameters should restore. Not
 * for use by several threads.
 */
public final class MasterTrack {
    private static final int BLOCK_FRAMES = 8192;

    /** −60 dB: a side signal below that is nothing that a width could change. */
    private static final double MONO_POWER = 1e-6;

    private final float[][] samples;
    private final int sampleRate;
    private final boolean mono;
    /** Not a number until it is asked for: finding it costs more than decoding the track. */
    private double outputLevel = Double.NaN;

    private MasterTrack(float[][] samples, int sampleRate) {
        this.samples = samples;
        this.sampleRate = sampleRate;
        mono = isMono(samples);
    }

    /**
     * Decodes a file, twice: to measure it and to keep it, so that no more than its samples is held.
     *
     * @throws AudioFormatException if it cannot be decoded, or is silent; the message is the reason
     */
    public static MasterTrack read(Path file) throws AudioFormatException, IOException {
        int frames = 0;
        LoudnessMeter meter;
        float[][] block = new float[2][BLOCK_FRAMES];
        try (var reader = AudioReader.open(file)) {
            meter = new LoudnessMeter(reader.info().sampleRate());
            for (int count = reader.read(block, BLOCK_FRAMES); count > 0; count = reader.read(block, BLOCK_FRAMES)) {
                meter.add(block, count);
                frames = Math.addExact(frames, count);
            }
        }
        double lufs = meter.result().integratedLufs();
        if (lufs <= Loudness.SILENCE_LUFS) {
            throw new AudioFormatException("the track is silent: its loudness is below " + lufs + " LUFS");
        }
        float gain = (float) StrictMath.pow(10, (WindowWeight.WORK_LEVEL_LUFS - lufs) / 20);
        float[][] samples = new float[2][frames];
        try (var reader = AudioReader.open(file)) {
            int at = 0;
            for (int count = reader.read(block, BLOCK_FRAMES); count > 0; count = reader.read(block, BLOCK_FRAMES)) {
                for (int i = 0; i < count; i++) {
                    samples[0][at + i] = block[0][i] * gain;
                    samples[1][at + i] = block[1][i] * gain;
                }
                at += count;
            }
            return new MasterTrack(samples, reader.info().sampleRate());
        }
    }

    /**
     * As {@link #read(Path)}.
     *
     * @throws TrainingException if it cannot be had or decoded; the message names it
     */
    public static MasterTrack read(Master master) throws TrainingException, IOException, InterruptedException {
        try {
            return read(master.sound().file());
        } catch (AudioFormatException e) {
            throw new TrainingException(master.label() + ": " + e.getMessage());
        }
    }

    /** All samples, {@code [2][frames]}: the track's own, not to be written to. */
    public float[][] samples() {
        return samples;
    }

    /** Frames per second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Number of frames. */
    public int frames() {
        return samples[0].length;
    }

    /** Where its windows lie. */
    public WindowGrid windows() {
        return new WindowGrid(frames(), sampleRate);
    }

    /** Whether its side signal is more than 60 dB below the mid signal. */
    public boolean isMono() {
        return mono;
    }

    /** The output level in [0, 1] that brings the track from the work level to −14 LUFS at −1 dBTP. */
    public double outputLevel() {
        if (Double.isNaN(outputLevel)) {
            outputLevel = OutputTarget.of(samples, sampleRate, WindowWeight.WORK_LEVEL_LUFS);
        }
        return outputLevel;
    }

    private static boolean isMono(float[][] samples) {
        double mid = 0;
        double side = 0;
        for (int i = 0; i < samples[0].length; i++) {
            double m = samples[0][i] + (double) samples[1][i];
            double s = samples[0][i] - (double) samples[1][i];
            mid += m * m;
            side += s * s;
        }
        return side < MONO_POWER * mid;
    }
}
