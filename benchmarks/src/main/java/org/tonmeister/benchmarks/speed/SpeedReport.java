package org.tonmeister.benchmarks.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for programs and for people. */
record SpeedReport(
        Song song,
        List<Job> jobs,
        Core core,
        Map<FfmpegProgram, Double> programs,
        FfmpegProgram program,
        Rounds rounds) {
    static final String OURS = "Tonmeister: chain and FLAC, warm";
    static final String OURS_COLD = "the same in a new process, with the Java machine's start and compilation";
    static final String OURS_WHOLE = "Tonmeister: whole mix (make-up pass, meters before and after), warm";
    static final String TUNED = "FFmpeg: equivalent chain, tuned, and FLAC";
    static final String USUAL = "FFmpeg: equivalent chain as usually written, and FLAC";
    static final String METERED = "FFmpeg: tuned chain, with ebur128 before and after";
    static final String LESS = "FFmpeg: without room and true peak (not equivalent)";

    private static final Map<String, String> OPPONENTS =
            Map.of(TUNED, OURS, USUAL, OURS, LESS, OURS, METERED, OURS_WHOLE);

    String table() {
        var text = new StringBuilder("# Speed\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%s, %.0f s at %d Hz; medians of %d rounds with other parameters each, one core; FFmpeg %s.%n%n",
                song.label(),
                song.seconds(),
                song.sampleRate(),
                rounds.seconds().get(OURS).size(),
                program.name()));
        text.append("| | s of CPU | times ours |\n|---|---|---|\n");
        for (String name : List.of(OURS, TUNED, USUAL, LESS, OURS_COLD, OURS_WHOLE, METERED)) {
            String opponent = OPPONENTS.get(name);
            String ratio = opponent == null ? "" : String.format(Locale.ROOT, "%.2f", rounds.ratio(name, opponent));
            text.append(String.format(Locale.ROOT, "| %s | %.2f | %s |%n", name, rounds.median(name), ratio));
        }
        text.append("\nMade by `benchmarks/bench speed`. Both sides read the same WAV file and write FLAC of 16 bits at"
                + " level 5 with triangular dither, and all their stages are active; the filters are in speed.json.\n");
        return text.toString();
    }

    /** Everything, single runs and FFmpeg's command lines included. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (var entry : rounds.seconds().entrySet()) {
            figures.put(
                    entry.getKey(),
                    Map.of("medianCpuSeconds", rounded(rounds.median(entry.getKey())), "cpuSeconds", entry.getValue()));
        }
        Map<String, Object> ratios = new LinkedHashMap<>();
        for (String name : List.of(TUNED, USUAL, LESS, METERED)) {
            ratios.put(name, rounded(rounds.ratio(name, OPPONENTS.get(name))));
        }
        var ffmpeg = new FfmpegJobs(jobs.get(0), song.sampleRate(), program);
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put(TUNED, ffmpeg.mix(FfmpegChain.TUNED));
        commands.put(USUAL, ffmpeg.mix(FfmpegChain.USUAL));
        commands.put(LESS, ffmpeg.mix(FfmpegChain.WITHOUT_ROOM_AND_TRUE_PEAK));
        Map<String, Object> choice = new LinkedHashMap<>();
        programs.forEach((candidate, seconds) -> choice.put(candidate.name(), rounded(seconds)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("song", song.label());
        report.put("seconds", rounded(song.seconds()));
        report.put("sampleRate", song.sampleRate());
        report.put(
                "parameters",
                jobs.stream().map(job -> job.parameters().toList()).toList());
        report.put("makeUpDb", jobs.stream().map(job -> rounded(job.makeUpDb())).toList());
        report.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        report.put("architecture", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        report.put("pinnedToOneCore", core.number() >= 0);
        report.put("ffmpegProgramsTunedChainCpuSeconds", choice);
        report.put("ffmpeg", program.name());
        report.put("ffmpegCommandsOfFirstRound", commands);
        report.put("figures", figures);
        report.put("timesOurs", ratios);
        return report;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
