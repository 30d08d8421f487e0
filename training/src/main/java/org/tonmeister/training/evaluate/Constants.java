package org.tonmeister.training.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.training.targets.Example;
import org.tonmeister.training.targets.ExampleSet;

/** The best that can be said without listening: of each parameter the median of its targets in training. */
final class Constants {
    private Constants() {}

    /** The examples of a set, without their windows. */
    static List<Example> examples(ExampleSet set) throws IOException {
        var examples = new ArrayList<Example>();
        for (Path track : set.tracks()) {
            examples.addAll(ExampleSet.examples(track));
        }
        return examples;
    }

    /** The medians over those examples that {@code which} takes, of what is known of them; neutral where nothing is. */
    static Parameters medians(List<Example> examples, Predicate<Example> which) {
        Map<Parameter, List<Double>> targets = new EnumMap<>(Parameter.class);
        for (Example example : examples) {
            if (which.test(example)) {
                example.known().forEach(parameter -> targets.computeIfAbsent(parameter, p -> new ArrayList<>())
                        .add(example.parameters().get(parameter)));
            }
        }
        Parameters medians = Parameters.neutral();
        for (var entry : targets.entrySet()) {
            medians = medians.with(entry.getKey(), median(entry.getValue()));
        }
        return medians;
    }

    /** Of an even number of values, the mean of the two in the middle. */
    static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }
}
