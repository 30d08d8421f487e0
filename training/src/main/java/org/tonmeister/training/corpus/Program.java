package org.tonmeister.training.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tonmeister.training.command.TrainingException;

/** Another program, run to its end in a folder of its own; what it complains about becomes the reason of a failure. */
public final class Program {
    /** Takes what the program writes. */
    @FunctionalInterface
    public interface Reader {
        void read(InputStream output) throws IOException, TrainingException;
    }

    private final Path folder;
    private final String remedy;
    private final List<String> command;

    /**
     * @param folder to run in
     * @param remedy what to do where the program is missing; ends the sentence that says so
     * @param command the program and its arguments
     */
    public Program(Path folder, String remedy, List<String> command) {
        this.folder = folder;
        this.remedy = remedy;
        this.command = List.copyOf(command);
    }

    /** Runs the program to its end; what it writes is not wanted. */
    public void run() throws IOException, TrainingException, InterruptedException {
        run(output -> output.transferTo(OutputStream.nullOutputStream()));
    }

    /**
     * Runs the program and hands its output to the reader. Stops it if the reader fails.
     *
     * @throws TrainingException if the program is not there or fails
     */
    public void run(Reader reader) throws IOException, TrainingException, InterruptedException {
        Path complaints = Files.createTempFile("tonmeister-", ".log");
        try {
            Process process = start(complaints);
            try (InputStream output = process.getInputStream()) {
                process.getOutputStream().close();
                EOFException cutShort = read(reader, output);
                int code = process.waitFor();
                if (code != 0) {
                    throw new TrainingException(command.get(0) + " failed: " + reason(complaints, code));
                } else if (cutShort != null) {
                    throw cutShort;
                }
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(complaints);
        }
    }

    /** An output that ends too soon is remembered, not thrown: why the program stopped is the better reason. */
    private static EOFException read(Reader reader, InputStream output) throws IOException, TrainingException {
        try {
            reader.read(output);
            // A program whose output nobody takes would wait for ever.
            output.transferTo(OutputStream.nullOutputStream());
            return null;
        } catch (EOFException e) {
            return e;
        }
    }

    private Process start(Path complaints) throws TrainingException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TrainingException("the program " + command.get(0) + " is not here: " + remedy, e);
        }
    }

    /** The last error that APT and dpkg mark as one; else the last line. */
    private static String reason(Path complaints, int code) throws IOException {
        String[] lines = new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toArray(String[]::new);
        if (lines.length == 0) {
            return "exit code " + code;
        }
        return Arrays.stream(lines)
                .filter(line -> line.startsWith("E: ") || line.contains(" error: "))
                .reduce((first, second) -> second)
                .orElse(lines[lines.length - 1])
                .strip();
    }
}
