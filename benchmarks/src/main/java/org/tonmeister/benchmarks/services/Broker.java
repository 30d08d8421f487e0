package org.tonmeister.benchmarks.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The process of {@link BrokerMain}. */
final class Broker implements AutoCloseable {
    private static final int HEAP_MIB = 512;

    private final MeasuredProcess process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String bootstrap;

    /** Starts it; returns when clients can use it. */
    Broker(Path folder) throws IOException {
        process = MeasuredProcess.start(
                BrokerMain.class,
                HEAP_MIB,
                List.of(folder.resolve("broker").toString()),
                Map.of(),
                folder.resolve("broker.log"),
                Redirect.PIPE);
        answers = process.process().inputReader(StandardCharsets.UTF_8);
        questions = process.process().outputWriter(StandardCharsets.UTF_8);
        bootstrap = line();
    }

    String bootstrap() {
        return bootstrap;
    }

    MeasuredProcess process() {
        return process;
    }

    /** What it has done since its start. */
    BrokerCounts counts() throws IOException {
        questions.write("\n");
        questions.flush();
        long transactions = Long.parseLong(line());
        var traffic = new TreeMap<String, Traffic>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] words = line.split(" ", -1);
            traffic.put(words[0], new Traffic(Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
        return new BrokerCounts(transactions, traffic);
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the broker has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.close();
        answers.close();
    }
}
