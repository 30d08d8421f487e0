package org.tonmeister.benchmarks.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's {@code ebur128} and {@code astats} filters, run by the program that comes with its libraries.
 *
 * @param lufs integrated loudness
 * @param lraLu loudness range
 * @param truePeakDbtp of the louder channel
 * @param dcOffset the larger magnitude of the channels' means, full scale 1
 * @param notNumbers samples that are NaN or infinite
 * @param seconds length, rounded down to 0.1 s
 */
public record FfmpegJudge(
        double lufs, double lraLu, double truePeakDbtp, double dcOffset, long notNumbers, double seconds) {
    private static final String FILTERS = "astats=measure_overall=none"
            + ":measure_perchannel=DC_offset+Number_of_NaNs+Number_of_Infs,"
            + "ebur128=metadata=1:peak=true:framelog=quiet,ametadata=mode=print:file=-";

    private static final String FRAME = "frame";
    private static final Pattern DC_OFFSET = Pattern.compile("DC offset: (-?[\\d.]+)");
    private static final Pattern NOT_NUMBERS = Pattern.compile("Number of (?:NaNs|Infs): ([\\d.]+)");
    private static final Pattern SUMMARY_PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+) dBFS");

    /** Half of the summary's last decimal, and a little. */
    private static final double SUMMARY_ROUNDING_DB = 0.06;

    /** Listens to a file's first audio stream. */
    public static FfmpegJudge of(Path file) throws IOException, InterruptedException {
        Path said = Files.createTempFile("tonmeister-judge-", ".log");
        try {
            Process process = new ProcessBuilder(command(file))
                    .redirectError(said.toFile())
                    .start();
            process.getOutputStream().close();
            Map<String, String> last = lastValues(process);
            String log = Files.readString(said);
            if (process.waitFor() != 0) {
                throw new IOException("FFmpeg cannot judge " + file + ":\n" + log);
            }
            return parse(last, log);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static List<String> command(Path file) {
        return List.of(
                Loader.load(ffmpeg.class),
                "-hide_banner",
                "-nostdin",
                "-nostats",
                "-i",
                file.toString(),
                "-map",
                "0:a:0",
                "-af",
                FILTERS,
                "-f",
                "null",
                "-");
    }

    /** The meters' running values come in frames of 100 ms, as {@code key=value} lines; the last of each counts. */
    private static Map<String, String> lastValues(Process process) throws IOException {
        var last = new HashMap<String, String>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .map(line -> line.startsWith(FRAME) ? line.split("[:\\s]+", 3) : line.split("=", 2))
                    .filter(parts -> parts.length >= 2)
                    .forEach(parts -> last.put(parts[0], parts[1]));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return last;
    }

    static FfmpegJudge parse(Map<String, String> last, String log) throws IOException {
        // One line for each 100 ms: "frame:299  pts:1318590 pts_time:29.9".
        int frames = (int) number(last, FRAME) + 1;
        return new FfmpegJudge(
                number(last, "lavfi.r128.I"),
                number(last, "lavfi.r128.LRA"),
                truePeak(20 * Math.log10(number(last, "lavfi.r128.true_peak")), largest(SUMMARY_PEAK, log, -200)),
                largest(DC_OFFSET, log, 0),
                (long) largest(NOT_NUMBERS, log, 0),
                frames / 10.0);
    }

    /** The running value has more decimals, the summary alone has seen the last samples. */
    private static double truePeak(double running, double summary) {
        return summary > running + SUMMARY_ROUNDING_DB ? summary : running;
    }

    private static double number(Map<String, String> values, String key) throws IOException {
        String value = values.get(key);
        if (value == null) {
            throw new IOException("FFmpeg's meter did not say " + key + ": is the file shorter than 0.1 s?");
        }
        return Double.parseDouble(value.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    /** The largest magnitude of offsets and counts; of the one peak, itself. */
    private static double largest(Pattern pattern, String log, double none) {
        return pattern.matcher(log)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .map(value -> none < 0 ? value : Math.abs(value))
                .max()
                .orElse(none);
    }
}
