package org.tonmeister.audio.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * By how much a sound differs from the one that it should be like; none is negative.
 *
 * @param loudnessLu integrated loudness
 * @param bandDb mean over the third-octave bands from 31.5 Hz to 16 kHz of the difference in level, after both are
 *     brought to the same mean level over these bands; a band counts where the reference's is not below
 *     {@value #LOWEST_BAND_DB} dB relative to its whole: lossy coders leave nothing above 15 or 16 kHz
 * @param sideToMidDb side over mid; 0 where both are mono
 * @param crestDb crest factor
 */
public record SoundDifference(double loudnessLu, double bandDb, double sideToMidDb, double crestDb) {
    private static final double LOWEST_BAND_DB = -70;
    private static final double LOWEST_HZ = 28;
    private static final double HIGHEST_HZ = 18_000;

    /** The difference of two sounds of the same sample rate. */
    public static SoundDifference between(TrackAnalysis sound, TrackAnalysis reference) {
        return new SoundDifference(
                Math.abs(lufs(sound) - lufs(reference)),
                bandDb(sound.spectrum(), reference.spectrum()),
                Math.abs(sound.sideToMidDb() - reference.sideToMidDb()),
                Math.abs(sound.crestDb() - reference.crestDb()));
    }

    private static double lufs(TrackAnalysis analysis) {
        return analysis.measurement().loudness().integratedLufs();
    }

    private static double bandDb(AverageSpectrum sound, AverageSpectrum reference) {
        List<FrequencyBand> bands = FrequencyBand.thirdOctaves(reference.nyquistHz()).stream()
                .filter(band -> band.lowHz() >= LOWEST_HZ && band.highHz() <= HIGHEST_HZ)
                .filter(band -> reference.relativeDb(band) >= LOWEST_BAND_DB)
                .toList();
        double[] differences = bands.stream()
                .mapToDouble(band -> sound.relativeDb(band) - reference.relativeDb(band))
                .toArray();
        double mean = Arrays.stream(differences).average().orElse(0);
        return Arrays.stream(differences)
                .map(difference -> Math.abs(difference - mean))
                .average()
                .orElse(0);
    }
}
