package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's side of the comparison: seconds of CPU for jobs. */
final class Ffmpeg {
    private static final int CHOICE_RUNS = 3;

    private final Core core;
    private final int sampleRate;

    Ffmpeg(Core core, int sampleRate) {
        this.core = core;
        this.sampleRate = sampleRate;
    }

    double mix(FfmpegProgram program, FfmpegChain chain, Job job) throws IOException {
        var commands = prepared(job, program);
        return program.cpuSeconds(core, commands.folder(), commands.mix(chain));
    }

    /** With the meters of a report over the song, in a pass of its own, and over the mix. */
    double meteredMix(FfmpegProgram program, FfmpegChain chain, Job job) throws IOException {
        var commands = prepared(job, program);
        return program.cpuSeconds(core, commands.folder(), commands.metering())
                + program.cpuSeconds(core, commands.folder(), commands.meteredMix(chain));
    }

    /** The ffmpeg inside our libraries, and the user's own; the seconds that each needs for the tuned chain. */
    Map<FfmpegProgram, Double> programs(Job job) throws IOException {
        Path folder = job.wav().getParent();
        List<FfmpegProgram> found = new ArrayList<>();
        found.add(FfmpegProgram.of("org.bytedeco", Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), folder));
        String own = Core.onPath("ffmpeg");
        if (own != null) {
            found.add(FfmpegProgram.of("on the PATH", own, folder));
        }
        Map<FfmpegProgram, Double> seconds = new LinkedHashMap<>();
        for (FfmpegProgram program : found) {
            var contender = new Contender(program.name(), one -> mix(program, FfmpegChain.TUNED, one));
            Rounds runs = Rounds.of(List.of(contender), Collections.nCopies(CHOICE_RUNS, job), () -> {});
            seconds.put(program, runs.median(program.name()));
        }
        return seconds;
    }

    private FfmpegJobs prepared(Job job, FfmpegProgram program) throws IOException {
        var commands = new FfmpegJobs(job, sampleRate, program);
        commands.prepare();
        return commands;
    }
}
