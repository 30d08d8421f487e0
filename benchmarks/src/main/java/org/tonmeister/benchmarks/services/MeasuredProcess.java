package org.tonmeister.benchmarks.services;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Java machine of its own, with the options that the images give it. */
final class MeasuredProcess implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Process process;
    private final Path log;

    private MeasuredProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it on the class path of this one.
     *
     * @param log where its standard error goes
     * @param output what becomes of its standard output
     */
    static MeasuredProcess start(
            Class<?> main,
            int heapMiB,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            Redirect output)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(log.toFile()).redirectOutput(output);
        builder.environment().putAll(environment);
        return new MeasuredProcess(builder.start(), log);
    }

    Process process() {
        return process;
    }

    /**
     * Seconds of CPU since its start, user and system, of all threads.
     *
     * @throws IOException if it has ended
     */
    double cpuSeconds() throws IOException {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / 1000.0)
                .orElseThrow(() -> new IOException("a process has ended, or its time cannot be read; see " + log));
    }

    /** The most memory it has had resident so far; needs Linux. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        var found = RESIDENT.matcher(Files.readString(status));
        if (!found.find()) {
            throw new IOException("no VmHWM in " + status);
        }
        return Long.parseLong(found.group(1)) << 10;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
