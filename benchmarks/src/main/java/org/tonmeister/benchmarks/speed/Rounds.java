package org.tonmeister.benchmarks.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The seconds of CPU of every contender in every round.
 *
 * @param seconds by the contender's name, in the order of the rounds
 */
record Rounds(Map<String, List<Double>> seconds) {
    /** Lets the contenders do each job one after the other, each second one in the opposite order. */
    static Rounds of(List<Contender> contenders, List<Job> jobs, Runnable afterEach) throws IOException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        contenders.forEach(contender -> seconds.put(contender.name(), new ArrayList<>()));
        for (int round = 0; round < jobs.size(); round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Contender contender = contenders.get(round % 2 == 0 ? i : contenders.size() - 1 - i);
                seconds.get(contender.name()).add(contender.run().cpuSeconds(jobs.get(round)));
                afterEach.run();
            }
        }
        return new Rounds(seconds);
    }

    double median(String name) {
        return median(seconds.get(name));
    }

    /** The median over the rounds of how many times as long {@code slow} takes as {@code fast} in the same round. */
    double ratio(String slow, String fast) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < seconds.get(slow).size(); round++) {
            ratios.add(seconds.get(slow).get(round) / seconds.get(fast).get(round));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
