package org.tonmeister.mix;

import java.io.IOException;
import java.nio.file.Path;
import org.tonmeister.audio.codec.AudioFormatException;
import org.tonmeister.audio.codec.AudioReader;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.dsp.GainReduction;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.schemas.record.LoudnessFigures;

/**
 * One rendering of a track, and what came out.
 *
 * @param after loudness and true peak of the sound that was given to the encoder
 * @param gainReduction what compressor and limiter did
 * @param sampleRate of the file, Hz: some encoders need another one than the track's
 */
record Take(LoudnessFigures after, GainReduction gainReduction, int sampleRate) {
    /** Opens the file that a take is written to. */
    @FunctionalInterface
    interface WriterFactory {
        AudioWriter open(Settings settings) throws IOException;
    }

    /** Renders the track into a file. */
    static Take toFile(Track track, Settings settings, WriterFactory file) throws IOException {
        try (AudioWriter writer = file.open(settings)) {
            var take = render(track, settings, writer::write, writer.sampleRate());
            writer.finish();
            return take;
        }
    }

    /** Renders the track for its figures only. */
    static Take measured(Track track, Settings settings) throws IOException {
        return render(track, settings, (block, frames) -> {}, track.sampleRate());
    }

    private static Take render(Track track, Settings settings, Track.BlockSink out, int fileRate) throws IOException {
        var renderer = new MixRenderer(settings.newChain(track.sampleRate()));
        var figures = new Survey.Figures(track.sampleRate());
        try (var relay = new Relay((block, frames) -> {
            figures.add(block, frames);
            out.accept(block, frames);
        })) {
            track.read((block, frames) -> relay.accept(block, renderer.process(block, frames, block)));
            float[][] rest = new float[2][4096];
            for (int frames = renderer.flush(rest); frames > 0; frames = renderer.flush(rest)) {
                relay.accept(rest, frames);
            }
            relay.finish();
        }
        return new Take(figures.result(), renderer.gainReduction(), fileRate);
    }

    /** The same with the true peak that a decoder of the file will give: a lossy codec does not keep peaks. */
    Take withPeakOf(Path file) throws IOException {
        try (var reader = AudioReader.open(file)) {
            var decoded = new Survey.Figures(reader.info().sampleRate());
            float[][] block = new float[2][8192];
            for (int frames = reader.read(block, 8192); frames >= 0; frames = reader.read(block, 8192)) {
                decoded.add(block, frames);
            }
            var figures = LoudnessFigures.newBuilder(after)
                    .setTruePeakDbtp(decoded.result().getTruePeakDbtp())
                    .build();
            return new Take(figures, gainReduction, sampleRate);
        } catch (AudioFormatException e) {
            throw new IOException("The mix that was just written cannot be read back: " + e.getMessage(), e);
        }
    }
}
