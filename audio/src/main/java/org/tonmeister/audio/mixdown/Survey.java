package org.tonmeister.audio.mixdown;

import java.io.IOException;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.analysis.Meters;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.Parameters;

/**
 * The first pass over a track: what must be known of the whole before its first frame can be rendered.
 *
 * @param before the source's loudness and true peak
 * @param makeUpDb what the compressor's make-up gain must give back
 * @param offset the source's DC offset
 */
record Survey(Measurement before, double makeUpDb, DcOffset offset) {
    /** Reads the track once. */
    static Survey of(Track track, Parameters parameters) throws IOException {
        var meters = new Meters(track.sampleRate());
        var makeUp = new MakeUpMeter(track.sampleRate(), parameters);
        var offset = new DcOffset.Meter(track.sampleRate());
        try (var relay = new Relay(meters::add)) {
            track.read((block, frames) -> {
                relay.accept(block, frames);
                makeUp.add(block, frames);
                offset.add(block, frames);
            });
            relay.finish();
        }
        return new Survey(meters.result(), makeUp.makeUpDb(), offset.result());
    }
}
