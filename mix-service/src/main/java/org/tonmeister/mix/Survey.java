package org.tonmeister.mix;

import java.io.IOException;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.analysis.TruePeakMeter;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.LoudnessFigures;

/**
 * The first pass over a track: what must be known of the whole before its first frame can be rendered.
 *
 * @param before the source's loudness and true peak
 * @param makeUpDb what the compressor's make-up gain must give back
 */
record Survey(LoudnessFigures before, double makeUpDb) {
    /** Reads the track once. */
    static Survey of(Track track, Parameters parameters) throws IOException {
        var figures = new Figures(track.sampleRate());
        var makeUp = new MakeUpMeter(track.sampleRate(), parameters);
        try (var relay = new Relay(figures::add)) {
            track.read((block, frames) -> {
                relay.accept(block, frames);
                makeUp.add(block, frames);
            });
            relay.finish();
        }
        return new Survey(figures.result(), makeUp.makeUpDb());
    }

    /** The meters of a report, over any signal. */
    static final class Figures {
        private final LoudnessMeter loudness;
        private final TruePeakMeter truePeak;

        Figures(int sampleRate) {
            loudness = new LoudnessMeter(sampleRate);
            truePeak = new TruePeakMeter(sampleRate);
        }

        void add(float[][] block, int frames) {
            loudness.add(block, frames);
            truePeak.add(block, frames);
        }

        LoudnessFigures result() {
            var measured = loudness.result();
            return LoudnessFigures.newBuilder()
                    .setLufs(measured.integratedLufs())
                    .setLra(measured.rangeLu())
                    .setTruePeakDbtp(truePeak.dbtp())
                    .setMaxMomentaryLufs(measured.maxMomentaryLufs())
                    .setMaxShortTermLufs(measured.maxShortTermLufs())
                    .build();
        }
    }
}
