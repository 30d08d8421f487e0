package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.tonmeister.audio.analysis.LoudnessMeter;
import org.tonmeister.audio.codec.AudioWriter;
import org.tonmeister.audio.codec.OutputFormat;
import org.tonmeister.audio.dsp.ChainOptions;
import org.tonmeister.audio.dsp.MakeUpMeter;
import org.tonmeister.audio.dsp.MixChain;
import org.tonmeister.audio.dsp.MixRenderer;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.audio.mixdown.Mixdown;
import org.tonmeister.audio.mixdown.MixdownOptions;

/** Our side of the comparison. */
final class Tonmeister {
    private static final int FLUSH_FRAMES = 4096;

    private Tonmeister() {}

    /** Chain and encoder, on one thread: what FFmpeg's filters and encoder do. */
    static void chain(Job job) throws IOException {
        var track = FileTrack.open(job.wav());
        var options = ChainOptions.defaults().withMakeUpDb(job.makeUpDb()).withCeilingDbtp(Job.CEILING_DBTP);
        var renderer = new MixRenderer(new MixChain(track.sampleRate(), job.parameters(), options));
        try (AudioWriter writer = writer(job, track.sampleRate())) {
            track.read((block, frames) -> writer.write(block, renderer.process(block, frames, block)));
            float[][] rest = new float[2][FLUSH_FRAMES];
            for (int frames = renderer.flush(rest); frames > 0; frames = renderer.flush(rest)) {
                writer.write(rest, frames);
            }
            writer.finish();
        }
    }

    /** A mix as the service makes it: measured before, with its make-up gain measured, and measured after. */
    static void whole(Job job) throws IOException {
        var track = FileTrack.open(job.wav());
        Mixdown.render(
                track,
                job.parameters(),
                MixdownOptions.of(OutputFormat.FLAC).withCeilingDbtp(Job.CEILING_DBTP),
                job.out(),
                parameters -> writer(job, track.sampleRate()));
    }

    /** The make-up gain that a first pass finds. */
    static double makeUpDb(FileTrack track, Parameters parameters) throws IOException {
        var meter = new MakeUpMeter(track.sampleRate(), parameters);
        track.read(meter::add);
        return meter.makeUpDb();
    }

    static double lufs(FileTrack track) throws IOException {
        var meter = new LoudnessMeter(track.sampleRate());
        track.read(meter::add);
        return meter.result().integratedLufs();
    }

    private static AudioWriter writer(Job job, int sampleRate) throws IOException {
        return AudioWriter.create(job.out(), OutputFormat.FLAC, sampleRate, Job.BITS, Map.of(), Optional.empty());
    }
}
