package org.tonmeister.training.evaluate;

import org.tonmeister.audio.analysis.MultiResolutionStft;
import org.tonmeister.audio.analysis.SoundDifference;
import org.tonmeister.audio.analysis.SpectralCentroid;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;
import org.tonmeister.audio.dsp.Parameters;

/** Measures what mixes make of one example. */
final class SoundMeter {
    private final MultiResolutionStft stft = new MultiResolutionStft();
    private final SpectralCentroid centroid = new SpectralCentroid();
    private final ExampleSound sound;
    private final float[][] clean;
    private final TrackAnalysis cleanAnalysis;
    private final double cleanCentroidHz;

    SoundMeter(ExampleSound sound) {
        this.sound = sound;
        clean = sound.clean();
        cleanAnalysis = analysis(clean);
        cleanCentroidHz = centroid.hz(clean, sound.sampleRate());
    }

    /** Whether the stretch is long enough, and sounds. */
    boolean hasSound() {
        return clean[0].length >= MultiResolutionStft.LEAST_FRAMES
                && cleanAnalysis.measurement().loudness().integratedLufs() > -60;
    }

    /** The figures of the mix with these parameters. */
    SoundFigures of(Parameters parameters) {
        double makeUpDb = sound.makeUpDb(parameters);
        float[][] restored = sound.restored(parameters, makeUpDb);
        var distance = stft.distance(restored, clean);
        var difference = SoundDifference.between(analysis(restored), cleanAnalysis);
        float[][] delivered = sound.delivered(parameters, makeUpDb);
        var peak = new TruePeakMeter(sound.sampleRate());
        peak.add(delivered, delivered[0].length);
        return new SoundFigures(
                distance.total(),
                distance.withoutConvergence(),
                difference.loudnessLu(),
                Math.abs(centroid.hz(restored, sound.sampleRate()) - cleanCentroidHz),
                difference.bandDb(),
                difference.sideToMidDb(),
                difference.crestDb(),
                peak.dbtp());
    }

    private TrackAnalysis analysis(float[][] stereo) {
        var meter = new TrackMeter(sound.sampleRate());
        meter.add(stereo, stereo[0].length);
        return meter.finish();
    }
}
