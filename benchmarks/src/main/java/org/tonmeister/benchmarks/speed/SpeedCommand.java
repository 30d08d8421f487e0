package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.tonmeister.audio.mixdown.FileTrack;
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
    private static final int WARM_UP_RUNS = 4;
    private static final int CHOICE_RUNS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CacheOption cacheOption;

    @Option(names = "--song", paramLabel = "FILE", description = "Song to mix; one of the corpus if left out.")
    private Path file;

    @Option(names = "--rounds", defaultValue = "9", description = "How often each has its turn; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--seed", defaultValue = "3", description = "Of the random parameters; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--core", description = "Core that everything is bound to; the last if left out.")
    private Integer coreNumber;

    @Option(names = "--out", paramLabel = "FILE", description = "JSON file for the figures; none if left out.")
    private Path out;

    @Option(names = "--table", paramLabel = "FILE", description = "Markdown file whose table is to be renewed.")
    private Path table;

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
        double makeUpDb = Tonmeister.makeUpDb(FileTrack.open(wav), Job.parameters(seed));
        Job job = new Job(wav, folder.resolve("tonmeister.flac"), seed, makeUpDb);
        var ffmpeg = new FfmpegJobs(job, song.sampleRate());
        Map<FfmpegProgram, Double> programs = programs(ffmpeg, core, folder);
        FfmpegProgram fastest = programs.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Rounds measured;
        try (var worker = new WorkerProcess(core, job)) {
            for (int run = 0; run < WARM_UP_RUNS; run++) {
                worker.run("whole");
                worker.run("chain");
            }
            measured = Rounds.of(contenders(ffmpeg, fastest, core, job, worker), rounds, this::tick);
        }
        spec.commandLine().getErr().println();
        var report = new SpeedReport(song, job, core, programs, fastest, ffmpeg, measured);
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().flush();
        if (out != null) {
            report.writeJson(out);
        }
        if (table != null) {
            report.renewTable(table);
        }
    }

    private static List<Contender> contenders(
            FfmpegJobs ffmpeg, FfmpegProgram program, Core core, Job job, WorkerProcess worker) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender(SpeedReport.OURS, () -> worker.run("chain").task()));
        contenders.add(new Contender(
                SpeedReport.TUNED, () -> ffmpeg.cpuSeconds(program, core, ffmpeg.mix(FfmpegChain.TUNED))));
        contenders.add(new Contender(
                SpeedReport.USUAL, () -> ffmpeg.cpuSeconds(program, core, ffmpeg.mix(FfmpegChain.USUAL))));
        contenders.add(new Contender(
                SpeedReport.LESS,
                () -> ffmpeg.cpuSeconds(program, core, ffmpeg.mix(FfmpegChain.WITHOUT_ROOM_AND_TRUE_PEAK))));
        contenders.add(new Contender(SpeedReport.OURS_COLD, () -> {
            try (var fresh = new WorkerProcess(core, job)) {
                return fresh.run("chain").sinceStart();
            }
        }));
        contenders.add(
                new Contender(SpeedReport.OURS_WHOLE, () -> worker.run("whole").task()));
        contenders.add(new Contender(
                SpeedReport.METERED,
                () -> ffmpeg.cpuSeconds(program, core, ffmpeg.metering())
                        + ffmpeg.cpuSeconds(program, core, ffmpeg.meteredMix(FfmpegChain.TUNED))));
        return contenders;
    }

    /** The ffmpeg inside our libraries, and the user's own; the seconds that each needs for the tuned chain. */
    private static Map<FfmpegProgram, Double> programs(FfmpegJobs ffmpeg, Core core, Path folder) throws IOException {
        List<FfmpegProgram> found = new ArrayList<>();
        found.add(FfmpegProgram.of("org.bytedeco", Loader.load(org.bytedeco.ffmpeg.ffmpeg.class), folder));
        String own = Core.onPath("ffmpeg");
        if (own != null) {
            found.add(FfmpegProgram.of("on the PATH", own, folder));
        }
        Map<FfmpegProgram, Double> seconds = new LinkedHashMap<>();
        for (FfmpegProgram program : found) {
            var runs = new ArrayList<Contender>();
            runs.add(new Contender(
                    program.name(), () -> ffmpeg.cpuSeconds(program, core, ffmpeg.mix(FfmpegChain.TUNED))));
            seconds.put(program, Rounds.of(runs, CHOICE_RUNS, () -> {}).median(program.name()));
        }
        return seconds;
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
