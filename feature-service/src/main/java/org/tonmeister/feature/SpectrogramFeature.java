package org.tonmeister.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.tonmeister.audio.analysis.MelSpectrogram;
import org.tonmeister.schemas.Topic;
import org.tonmeister.schemas.record.SpectrogramWindow;

/**
 * Log-mel spectra of mid and side: {@value #MEL_BINS} Slaney bands from {@value #LOWEST_HZ} Hz to {@value #HIGHEST_HZ} Hz
 * every 46 ms. Time and frequency resolution are those of a 4096-point transform at 44.1 kHz, or of the power of two
 * that comes nearest to its length at other rates, so a model sees about the same picture whatever the rate. Bands above
 * Nyquist read the floor. Not for use by several threads.
 */
public final class SpectrogramFeature implements WindowFeature<SpectrogramWindow> {
    /** Number of bands. */
    public static final int MEL_BINS = 128;
    /** Lower end of the first band. */
    public static final int LOWEST_HZ = 30;
    /** Upper end of the last band. */
    public static final int HIGHEST_HZ = 20_000;

    private static final double FFT_SECONDS = 4096 / 44_100.0;
    private static final double HOP_SECONDS = 2048 / 44_100.0;
    private static final float STEPS_PER_DB = 100;

    private final Map<Integer, MelSpectrogram> spectrograms = new HashMap<>();

    @Override
    public Topic topic() {
        return Topic.SPECTROGRAMS;
    }

    @Override
    public SpectrogramWindow of(Window window) {
        return window.spectrogram(this::made);
    }

    private SpectrogramWindow made(Window window) {
        int rate = window.sampleRate();
        float[][][] levels = spectrograms
                .computeIfAbsent(rate, SpectrogramFeature::spectrogram)
                .levelsDb(window.samples(), window.frames());
        var chunk = window.chunk();
        return SpectrogramWindow.newBuilder()
                .setTrackId(chunk.getTrackId())
                .setUploadId(chunk.getUploadId())
                .setPass(window.pass())
                .setWindow(chunk.getWindow())
                .setAudio(window.audio())
                .setSeconds(window.seconds())
                .setMelBins(MEL_BINS)
                .setFrames(levels[0][0].length)
                .setHopSeconds((double) hopFrames(rate) / rate)
                .setMid(hundredthsOfDb(levels[0]))
                .setSide(hundredthsOfDb(levels[1]))
                .setStatistics(StatisticsRecords.of(window.statistics()))
                .setClosing(chunk.getClosing())
                .build();
    }

    private static MelSpectrogram spectrogram(int rate) {
        int fftFrames = Integer.highestOneBit((int) Math.round(FFT_SECONDS * rate * StrictMath.sqrt(2)));
        return new MelSpectrogram(rate, fftFrames, hopFrames(rate), MEL_BINS, LOWEST_HZ, HIGHEST_HZ);
    }

    private static int hopFrames(int rate) {
        return (int) Math.round(HOP_SECONDS * rate);
    }

    /** {@code [bins][frames]} as 16-bit little-endian integers, row by row. */
    private static ByteBuffer hundredthsOfDb(float[][] levelsDb) {
        var bytes = ByteBuffer.allocate(levelsDb.length * levelsDb[0].length * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] band : levelsDb) {
            for (float level : band) {
                bytes.putShort((short) Math.round(level * STEPS_PER_DB));
            }
        }
        return bytes.flip();
    }
}
