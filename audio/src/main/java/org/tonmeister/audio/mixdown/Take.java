package org.tonmeister.audio.mixdown;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.analysis.Measurement;
import org.tonmeister.audio.analysis.Meters;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.dsp.GainReduction;
import org.tonmeister.audio.dsp.GainReductionTrace;
import org.tonmeister.audio.dsp.MixRenderer;

/**
 * One rendering of a track, and what came out.
 *
 * @param after loudness and true peak of the sound that was given to the encoder
 * @param gainReduction what compressor and limiter did
 * @param trace the same over time
 * @param sampleRate of the file, Hz: some encoders need another one than the track's
 */
record Take(Measurement after, GainReduction gainReduction, GainReductionTrace trace, int sampleRate) {
    private static final int FLUSH_FRAMES = 4096;

    /** Renders the track into a file. */
    static Take toFile(Track track, TakeSettings settings, WriterFactory file) throws IOException {
        try (AudioWriter writer = file.open(settings.parameters())) {
            var take = render(track, settings, writer::write, writer.sampleRate());
            writer.finish();
            return take;
        }
    }

    /** Renders the track for its figures only. */
    static Take measured(Track track, TakeSettings settings) throws IOException {
        return render(track, settings, (block, frames) -> {}, track.sampleRate());
    }

    private static Take render(Track track, TakeSettings settings, Track.BlockSink out, int fileRate)
            throws IOException {
        var renderer = new MixRenderer(settings.newChain(track.sampleRate()));
        var meters = new Meters(track.sampleRate());
        try (var relay = new Relay((block, frames) -> {
            meters.add(block, frames);
            out.accept(block, frames);
        })) {
            track.read((block, frames) -> relay.accept(block, renderer.process(block, frames, block)));
            float[][] rest = new float[2][FLUSH_FRAMES];
            for (int frames = renderer.flush(rest); frames > 0; frames = renderer.flush(rest)) {
                relay.accept(rest, frames);
            }
            relay.finish();
        }
        return new Take(meters.result(), renderer.gainReduction(), renderer.gainReductionTrace(), fileRate);
    }

    /** The same with the true peak that a decoder of the file will give: a lossy codec does not keep peaks. */
    Take withPeakOf(Path file) throws IOException {
        try {
            var track = FileTrack.open(file);
            var decoded = new Meters(track.sampleRate());
            track.read(decoded::add);
            return new Take(after.withTruePeakDbtp(decoded.result().truePeakDbtp()), gainReduction, trace, sampleRate);
        } catch (AudioFormatException e) {
            throw new IOException("The mix that was just written cannot be read back: " + e.getMessage(), e);
        }
    }
}
