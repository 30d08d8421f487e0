package org.tonmeister.audio.analysis;

/**
 * Collects a {@link TrackAnalysis} from a track's blocks, in memory that does not grow with its length. The result does
 * not depend on how the track is cut into blocks, but for the last digits of sums.
 */
public final class TrackMeter {
    private final double sampleRate;
    private final LoudnessTracer loudness;
    private final TruePeakMeter truePeak;
    private final StereoMeter stereo = new StereoMeter();
    private final SpectrumMeter spectrum;

    /** @param sampleRate frames per second, at least 8000 */
    public TrackMeter(double sampleRate) {
        this.sampleRate = sampleRate;
        loudness = new LoudnessTracer(sampleRate);
        truePeak = new TruePeakMeter(sampleRate);
        spectrum = new SpectrumMeter(sampleRate);
    }

    /** Measures the first {@code frames} frames of {@code block}, {@code [2][frames]}. */
    public void add(float[][] block, int frames) {
        loudness.add(block, frames);
        truePeak.add(block, frames);
        stereo.add(block, frames);
        spectrum.add(block, frames);
    }

    /** The figures of all that was added. Nothing may be added afterwards. */
    public TrackAnalysis finish() {
        return new TrackAnalysis(
                stereo.frames(),
                sampleRate,
                new Measurement(loudness.finish(), truePeak.dbtp()),
                TrackAnalysis.dbfs(stereo.peak() * stereo.peak()),
                TrackAnalysis.dbfs(stereo.meanSquare()),
                TrackAnalysis.dbfs(stereo.midMeanSquare()),
                TrackAnalysis.dbfs(stereo.sideMeanSquare()),
                stereo.correlation(),
                stereo.leftMean(),
                stereo.rightMean(),
                spectrum.finish(),
                loudness.curve());
    }
}
