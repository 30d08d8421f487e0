package org.tonmeister.standalone.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonmeister.standalone.report.AnalysisJson;
import org.tonmeister.standalone.sound.FileAnalysis;

/** Where analyses go, in the order of the files. */
interface AnalysisResults extends AutoCloseable {
    void add(FileAnalysis analysis) throws IOException;

    @Override
    void close() throws IOException;

    /** A JSON array on a stream, which stays open. */
    static AnalysisResults json(OutputStream out) throws IOException {
        return new Json(new AnalysisJson(out), OutputStream.nullOutputStream());
    }

    /**
     * A JSON array in a file.
     *
     * @throws UserException if it cannot be written
     */
    static AnalysisResults json(Path file) throws IOException {
        OutputStream out;
        try {
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw UserException.usage("cannot write to " + file + ": " + Reasons.of(e));
        }
        return new Json(new AnalysisJson(out), out);
    }

    /** Several at once. */
    static AnalysisResults all(List<AnalysisResults> targets) {
        return new All(targets);
    }

    /**
     * Into an array.
     *
     * @param file closed at the end
     */
    record Json(AnalysisJson array, OutputStream file) implements AnalysisResults {
        @Override
        public void add(FileAnalysis analysis) throws IOException {
            array.add(analysis);
        }

        @Override
        public void close() throws IOException {
            try (file) {
                array.close();
            }
        }
    }

    /** Hands on. */
    record All(List<AnalysisResults> targets) implements AnalysisResults {
        @Override
        public void add(FileAnalysis analysis) throws IOException {
            for (AnalysisResults target : targets) {
                target.add(analysis);
            }
        }

        @Override
        public void close() throws IOException {
            for (AnalysisResults target : targets) {
                target.close();
            }
        }
    }
}
