package org.tonmeister.training.evaluate;

import org.tonmeister.audio.analysis.MultiResolutionStft;
import org.tonmeister.audio.analysis.SoundDifference;
import org.tonmeister.audio.analysis.SpectralCentroid;
import org.tonmeister.audio.analysis.TrackAnalysis;
import org.tonmeister.audio.analysis.TrackMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;

/** Measures what mixes make of one example. */
final class SoundMeter {
    private static final double SILENT_LUFS = -60;

    private final MultiResolutionStft stft = new MultiResolutionStft();
    private final SpectralCentroid centroid = new SpectralCentroid();
    private final ExampleSound sound;
    private final Clean plain;
    private final Clean compressed;

    SoundMeter(ExampleSound sound) {
        this.sound = sound;
        plain = clean(sound.clean());
        compressed = clean(sound.cleanAsCompressed());
    }

    /** Whether the stretch is long enough, and sounds. */
    boolean hasSound() {
        return plain.samples()[0].length >= MultiResolutionStft.LEAST_FRAMES
                && plain.analysis().measurement().loudness().integratedLufs() > SILENT_LUFS;
    }

    /** The figures of the mix with these parameters. */
    SoundFigures of(Parameters parameters) {
        Clean clean = parameters.isNeutral(Parameter.COMPRESSION) ? plain : compressed;
        double makeUpDb = sound.makeUpDb(parameters);
        float[][] restored = sound.restored(parameters, makeUpDb);
        var distance = stft.distance(restored, clean.samples());
        var difference = SoundDifference.between(analysis(restored), clean.analysis());
        float[][] delivered = sound.delivered(parameters, makeUpDb);
        var peak = new TruePeakMeter(sound.sampleRate());
        peak.add(delivered, delivered[0].length);
        return new SoundFigures(
                distance.total(),
                distance.withoutConvergence(),
                difference.loudnessLu(),
                Math.abs(centroid.hz(restored, sound.sampleRate()) - clean.centroidHz()),
                difference.bandDb(),
                difference.sideToMidDb(),
                difference.crestDb(),
                peak.dbtp());
    }

    @SuppressWarnings("ArrayRecordComponent") // read as a signal, never compared
    private record Clean(float[][] samples, TrackAnalysis analysis, double centroidHz) {}

    private Clean clean(float[][] samples) {
        return new Clean(samples, analysis(samples), centroid.hz(samples, sound.sampleRate()));
    }

    private TrackAnalysis analysis(float[][] stereo) {
        var meter = new TrackMeter(sound.sampleRate());
        meter.add(stereo, stereo[0].length);
        return meter.finish();
    }
}
