package org.tonmeister.audio.analysis;

/** The meters of a report, over any stereo signal: {@link LoudnessMeter} and {@link TruePeakMeter}. */
public final class Meters {
    private final LoudnessMeter loudness;
    private final TruePeakMeter truePeak;

    /** @param sampleRate frames per second, at least 8000 */
    public Meters(double sampleRate) {
        loudness = new LoudnessMeter(sampleRate);
        truePeak = new TruePeakMeter(sampleRate);
    }

    /** Measures the first {@code frames} frames of {@code block}, {@code [2][frames]}. */
    public void add(float[][] block, int frames) {
        loudness.add(block, frames);
        truePeak.add(block, frames);
    }

    /** Everything so far. May be asked at any time. */
    public Measurement result() {
        return new Measurement(loudness.result(), truePeak.dbtp());
    }
}
