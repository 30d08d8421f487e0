package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ffmpeg program.
 *
 * @param name for people
 * @param path how it is called
 * @param convolution its filter that convolves with a response as it is, without making it louder or softer
 */
record FfmpegProgram(String name, String path, String convolution) {
    private static final Pattern BENCH = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s");
    private static final Pattern VERSION = Pattern.compile("^ffmpeg version (\\S+)");

    /** The program of this path, named with its version. */
    static FfmpegProgram of(String origin, String path, Path folder) throws IOException {
        String said = output(List.of(path, "-version"), folder);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new IOException(path + " is not an ffmpeg program: "
                    + said.lines().findFirst().orElse(""));
        }
        // The option has changed its name on the way.
        boolean recent = output(List.of(path, "-hide_banner", "-h", "filter=afir"), folder)
                .contains(" irnorm ");
        return new FfmpegProgram(
                version.group(1) + " (" + origin + ")", path, recent ? "afir=irnorm=-1" : "afir=gtype=none");
    }

    /** Runs it in a folder, and gives the seconds of CPU that it needed, user and system, by its own account. */
    double cpuSeconds(Core core, Path folder, List<String> arguments) throws IOException {
        List<String> command = core.pinned(path);
        command.addAll(
                List.of("-nostdin", "-y", "-hide_banner", "-benchmark", "-threads", "1", "-filter_threads", "1"));
        command.addAll(arguments);
        String said = output(command, folder);
        Matcher bench = BENCH.matcher(said);
        if (!bench.find()) {
            throw new IOException("ffmpeg failed: " + reason(said));
        }
        return Double.parseDouble(bench.group(1)) + Double.parseDouble(bench.group(2));
    }

    /** What it said last, but for its account of CPU and memory. */
    private static String reason(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("bench:") && !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("it said nothing");
    }

    private static String output(List<String> command, Path folder) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg failed: " + reason(said));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was working", e);
        } finally {
            process.destroy();
        }
    }
}
