package org.tonmeister.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A {@link Worker} in a Java machine of its own, serial collector and compilers on the same core. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer tasks;

    /**
     * @param task seconds of CPU of the task
     * @param sinceStart seconds of CPU since the process began, start and compilation included
     */
    record Answer(double task, double sinceStart) {}

    WorkerProcess(Core core, Path wav, Path out) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = core.pinned(java);
        command.addAll(List.of(
                "-Xms256m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                wav.toString(),
                out.toString()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        tasks = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Has a task done. */
    Answer run(String task, Job job) throws IOException {
        tasks.write(String.format(Locale.ROOT, "%s %d %s %s%n", task, job.seed(), job.lufs(), job.makeUpDb()));
        tasks.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the worker ended while it did '" + task + "'; what it said is above");
        }
        String[] seconds = answer.split(" ");
        return new Answer(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
    }

    @Override
    public void close() throws IOException {
        tasks.close();
        process.destroy();
        answers.close();
    }
}
