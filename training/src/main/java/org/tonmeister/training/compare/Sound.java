package org.tonmeister.training.compare;

import java.io.IOException;
import java.util.List;
import org.tonmeister.audio.analysis.SpectralCentroid;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.mixdown.Track;
import org.tonmeister.training.compare.result.Comparison;

/**
 * A version of the song as it sounds.
 *
 * @param analysis of the whole
 * @param excerpts to compare with those of another, brought to {@link Comparison#LEVEL_LUFS}
 * @param centroidHz mean over the excerpts that sound; 0 if none does
 */
record Sound(TrackAnalysis analysis, List<float[][]> excerpts, double centroidHz) {
    private static final double SILENT_LUFS = -60;

    /** Measures a whole track. */
    static TrackAnalysis analysis(Track track) throws IOException {
        var meter = new TrackMeter(track.sampleRate());
        track.read(meter::add);
        return meter.finish();
    }

    /**
     * The sound of a track.
     *
     * @param analysis of the track
     * @param places of the excerpts
     */
    static Sound of(Track track, TrackAnalysis analysis, Excerpts places) throws IOException {
        List<float[][]> excerpts = places.cut(track);
        double centroidHz = centroid(excerpts, track.sampleRate());
        float gain = (float) StrictMath.pow(10, gainDb(analysis) / 20);
        excerpts.forEach(excerpt -> scale(excerpt, gain));
        return new Sound(analysis, excerpts, centroidHz);
    }

    boolean isSilent() {
        return isSilent(analysis);
    }

    /** What brings a track to {@link Comparison#LEVEL_LUFS}; 0 for silence. */
    static double gainDb(TrackAnalysis analysis) {
        return isSilent(analysis) ? 0 : Comparison.LEVEL_LUFS - lufs(analysis);
    }

    private static boolean isSilent(TrackAnalysis analysis) {
        return lufs(analysis) <= SILENT_LUFS;
    }

    private static double lufs(TrackAnalysis analysis) {
        return analysis.measurement().loudness().integratedLufs();
    }

    private static double centroid(List<float[][]> excerpts, int sampleRate) {
        var meter = new SpectralCentroid();
        return excerpts.stream()
                .mapToDouble(excerpt -> meter.hz(excerpt, sampleRate))
                .filter(hz -> hz > 0)
                .average()
                .orElse(0);
    }

    private static void scale(float[][] stereo, float gain) {
        for (float[] channel : stereo) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= gain;
            }
        }
    }
}
