package org.tonmeister.training.fit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a training went, as {@code fit.json} beside the network.
 *
 * @param plan how it was trained
 * @param trainingExamples how many there were
 * @param trainingWindows how many they had
 * @param epochs one after another
 */
record FitLog(FitPlan plan, int trainingExamples, int trainingWindows, List<Epoch> epochs) {
    /**
     * One pass over the examples.
     *
     * @param epoch from 1
     * @param loss mean over its steps
     * @param validation of the moving average after it
     * @param kept whether it was the best until then
     */
    record Epoch(int epoch, double loss, TrackErrors validation, boolean kept) {}

    FitLog(FitPlan plan, int trainingExamples, int trainingWindows) {
        this(plan, trainingExamples, trainingWindows, new ArrayList<>());
    }

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("fit.json").toFile(), this);
    }
}
