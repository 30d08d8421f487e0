package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tonmeister.audio.mixdown.FileTrack;
import org.tonmeister.benchmarks.results.ResultFiles;
import org.tonmeister.training.corpus.CacheOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench speed}. */
@Command(
        name = "speed",
        description = "Mixes a song by Tonmeister and by FFmpeg's filters, in turn, and compares the seconds of CPU.",
        mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {
    private static final int WARM_UP_RUNS = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Option(names = "--song", paramLabel = "FILE", description = "Song to mix; one of the corpus if left out.")
    private Path file;

    @Option(names = "--rounds", defaultValue = "9", description = "How often each has its turn; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seed",
            defaultValue = "3",
            description = "Of the random parameters of the first round; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--core", description = "Core that everything is bound to; the last if left out.")
    private Integer coreNumber;

    @Mixin
    private ResultFiles results;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("bench-speed");
        try {
            measure(folder);
            return 0;
        } finally {
            delete(folder);
        }
    }

    private void measure(Path folder) throws IOException {
        Path wav = folder.resolve("song.wav");
        Song song = file == null ? Song.ofCorpus(cacheOption.cache(), wav) : Song.ofFile(file, wav);
        Core core = coreNumber == null ? Core.last() : new Core(coreNumber);
        List<Job> jobs = jobs(wav, folder.resolve("tonmeister.flac"));
        var ffmpeg = new Ffmpeg(core, song.sampleRate());
        Map<FfmpegProgram, Double> programs = ffmpeg.programs(jobs.get(0));
        FfmpegProgram fastest = programs.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Rounds measured;
        try (var worker = new WorkerProcess(core, wav, jobs.get(0).out())) {
            for (int run = 0; run < WARM_UP_RUNS; run++) {
                worker.run("whole", jobs.get(0));
                worker.run("chain", jobs.get(0));
            }
            measured = Rounds.of(contenders(ffmpeg, fastest, core, worker), jobs, this::tick);
        }
        spec.commandLine().getErr().println();
        var report = new SpeedReport(song, jobs, core, programs, fastest, measured);
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().flush();
        results.write("speed", report.figures(), report.table());
    }

    /** A job for each round, all with parameters of their own. */
    private List<Job> jobs(Path wav, Path mix) throws IOException {
        FileTrack track = FileTrack.open(wav);
        double lufs = Tonmeister.lufs(track);
        List<Job> jobs = new ArrayList<>();
        for (long number = seed; number < seed + rounds; number++) {
            double makeUpDb = Tonmeister.makeUpDb(track, Job.parameters(number, lufs));
            jobs.add(new Job(wav, mix, number, lufs, makeUpDb));
        }
        return jobs;
    }

    private static List<Contender> contenders(Ffmpeg ffmpeg, FfmpegProgram program, Core core, WorkerProcess worker) {
        return List.of(
                new Contender(SpeedReport.OURS, job -> worker.run("chain", job).task()),
                new Contender(SpeedReport.TUNED, job -> ffmpeg.mix(program, FfmpegChain.TUNED, job)),
                new Contender(SpeedReport.USUAL, job -> ffmpeg.mix(program, FfmpegChain.USUAL, job)),
                new Contender(
                        SpeedReport.LESS, job -> ffmpeg.mix(program, FfmpegChain.WITHOUT_ROOM_AND_TRUE_PEAK, job)),
                new Contender(SpeedReport.OURS_COLD, job -> {
                    try (var fresh = new WorkerProcess(core, job.wav(), job.out())) {
                        return fresh.run("chain", job).sinceStart();
                    }
                }),
                new Contender(
                        SpeedReport.OURS_WHOLE, job -> worker.run("whole", job).task()),
                new Contender(SpeedReport.METERED, job -> ffmpeg.meteredMix(program, FfmpegChain.TUNED, job)));
    }

    private void tick() {
        spec.commandLine().getErr().print('.');
        spec.commandLine().getErr().flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
