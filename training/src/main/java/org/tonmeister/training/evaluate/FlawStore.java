package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameters;

/**
 * Keeps what predictors say of flawed masters, a file for each predictor and track. One made by other flaws counts for
 * nothing.
 *
 * @param folder need not exist
 */
record FlawStore(Path folder) {
    private static final String TAB = "\t";
    private static final String UNTOUCHED = "untouched";

    Optional<FlawAnswers> find(PredictorSource predictor, String md5) throws IOException {
        Path file = file(predictor, md5);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).equals(flaws())) {
            return Optional.empty();
        }
        try {
            Map<Flaw, Parameters> flawed = new EnumMap<>(Flaw.class);
            for (String line : lines.subList(2, lines.size())) {
                flawed.put(Flaw.valueOf(line.substring(0, line.indexOf(TAB))), parameters(line));
            }
            return Optional.of(new FlawAnswers(parameters(lines.get(1)), flawed));
        } catch (RuntimeException e) {
            throw new IOException(file + " is damaged: delete it, and it is made again", e);
        }
    }

    void keep(PredictorSource predictor, String md5, FlawAnswers answers) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(flaws());
        lines.add(line(UNTOUCHED, answers.untouched()));
        answers.flawed().forEach((flaw, parameters) -> lines.add(line(flaw.name(), parameters)));
        EstimateStore.write(file(predictor, md5), lines);
    }

    private static String line(String name, Parameters parameters) {
        return name
                + TAB
                + parameters.toList().stream()
                        .map(value -> Double.toString(value))
                        .collect(Collectors.joining(TAB));
    }

    private static Parameters parameters(String line) {
        return Parameters.of(Arrays.stream(line.split(TAB, -1))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    /** Names all that the flawed windows depend on, besides the track. */
    private static String flaws() {
        return Fingerprint.of("1 " + FlawedMaster.WINDOWS + " "
                + Arrays.stream(Flaw.values())
                        .map(flaw -> flaw + " " + flaw.filter() + " " + flaw.keepsLoudness())
                        .collect(Collectors.joining(";")));
    }

    private Path file(PredictorSource predictor, String md5) {
        return folder.resolve(predictor.folder()).resolve(md5 + ".tsv");
    }
}
