package org.tonmeister.benchmarks.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The process that does our side's work, on a core of its own. It takes a task by each line of standard input,
 * {@code chain} or {@code whole} with the seed of its parameters, the song's loudness and the make-up gain, and answers by
 * a line with the seconds of CPU of all its threads, and those since its start.
 */
final class Worker {
    private Worker() {}

    /** @param arguments song, mix */
    public static void main(String[] arguments) throws IOException {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String task = tasks.readLine(); task != null; task = tasks.readLine()) {
            String[] words = task.split(" ");
            var job = new Job(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Long.parseLong(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
            long before = process.getProcessCpuTime();
            switch (words[0]) {
                case "chain" -> Tonmeister.chain(job);
                case "whole" -> Tonmeister.whole(job);
                default -> throw new IllegalArgumentException("There is no task " + task);
            }
            long after = process.getProcessCpuTime();
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", (after - before) / 1e9, after / 1e9);
        }
    }
}
