package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonmeister.audio.dsp.Parameter;

/** A job as FFmpeg's command lines, run in the folder where the song lies. */
final class FfmpegJobs {
    static final String METER = "ebur128=peak=true:framelog=quiet";

    private static final String DRY_AND_ROOM = "dry-and-room.wav";
    private static final String ROOM = "room.wav";
    private static final String MIX = "ffmpeg.flac";

    private final Job job;
    private final int sampleRate;
    private final String convolution;
    private final Path folder;

    FfmpegJobs(Job job, int sampleRate, FfmpegProgram program) {
        this.job = job;
        this.sampleRate = sampleRate;
        convolution = program.convolution();
        folder = job.wav().getParent();
    }

    /** Writes the room's responses, which the song is convolved with. */
    void prepare() throws IOException {
        double send = job.parameters().get(Parameter.REVERB);
        RoomResponse.write(folder.resolve(DRY_AND_ROOM), sampleRate, send, true);
        RoomResponse.write(folder.resolve(ROOM), sampleRate, send, false);
    }

    /** Song to mix. */
    List<String> mix(FfmpegChain chain) {
        return mix(chain, "");
    }

    /** The same with the meters of a report after it. */
    List<String> meteredMix(FfmpegChain chain) {
        return mix(chain, "," + METER);
    }

    /** The meters of a report over the song. */
    List<String> metering() {
        return List.of("-i", song(), "-af", METER, "-f", "null", "-");
    }

    Path folder() {
        return folder;
    }

    private List<String> mix(FfmpegChain chain, String after) {
        List<String> arguments = new ArrayList<>(List.of("-i", song()));
        if (chain.convolves()) {
            arguments.addAll(List.of("-i", chain.responseHoldsDrySound() ? DRY_AND_ROOM : ROOM));
        }
        String filters = chain.filters(job.parameters(), job.makeUpDb(), Job.CEILING_DBTP, sampleRate, convolution);
        arguments.addAll(List.of("-filter_complex", filters + after));
        arguments.addAll(List.of("-c:a", "flac", "-compression_level", "5", "-sample_fmt", "s16", MIX));
        return arguments;
    }

    private String song() {
        return job.wav().getFileName().toString();
    }
}
