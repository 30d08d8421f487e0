package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.predict.model.Estimate;

/**
 * Keeps what predictors said, a file for each predictor, set and track: {@code <folder>/<predictor>-<version>/<set>/}. The
 * first line names the examples that were judged, so that others in their place are judged anew; then a line for each
 * window: example, use, weight, ten values.
 *
 * @param folder need not exist
 */
record EstimateStore(Path folder) {
    private static final String TAB = "\t";

    /** What is kept; nothing if the examples were others. */
    Optional<TrackEstimates> find(PredictorSource predictor, String set, String track, String fingerprint)
            throws IOException {
        Path file = file(predictor, set, track);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(fingerprint)) {
            return Optional.empty();
        }
        Map<TrackEstimates.Key, List<Estimate>> estimates = new LinkedHashMap<>();
        try {
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(TAB, -1);
                double[] values = new double[Parameters.COUNT];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Double.parseDouble(fields[3 + i]);
                }
                estimates
                        .computeIfAbsent(
                                new TrackEstimates.Key(fields[0], Use.valueOf(fields[1])), key -> new ArrayList<>())
                        .add(new Estimate(Parameters.of(values), Double.parseDouble(fields[2])));
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " is damaged: delete it, and it is made again", e);
        }
        return Optional.of(new TrackEstimates(estimates));
    }

    void keep(PredictorSource predictor, String set, String track, String fingerprint, TrackEstimates estimates)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add(fingerprint);
        estimates
                .estimates()
                .forEach((key, list) -> list.forEach(estimate -> lines.add(String.join(
                        TAB,
                        key.example(),
                        key.use().name(),
                        Double.toString(estimate.weight()),
                        estimate.parameters().toList().stream()
                                .map(value -> Double.toString(value))
                                .collect(Collectors.joining(TAB))))));
        write(file(predictor, set, track), lines);
    }

    static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(PredictorSource predictor, String set, String track) {
        return folder.resolve(predictor.folder()).resolve(set).resolve(track + ".tsv");
    }
}
