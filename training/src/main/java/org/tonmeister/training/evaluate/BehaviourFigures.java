package org.tonmeister.training.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a row behaves with real masters and plain flaws.
 *
 * @param right share of (track, flaw) pairs in which what should rise rises
 * @param rightByFlaw the same by flaw, in small letters
 * @param pairs how many pairs there are
 * @param distanceFromNeutral mean over the untouched masters and seven parameters
 */
record BehaviourFigures(double right, Map<String, Double> rightByFlaw, int pairs, double distanceFromNeutral) {
    /** @param tracks not empty */
    static BehaviourFigures of(List<FlawAnswers> tracks) {
        var right = new EnumMap<Flaw, Integer>(Flaw.class);
        var pairs = new EnumMap<Flaw, Integer>(Flaw.class);
        for (FlawAnswers track : tracks) {
            for (Flaw flaw : track.flawed().keySet()) {
                pairs.merge(flaw, 1, Integer::sum);
                right.merge(flaw, track.isRight(flaw) ? 1 : 0, Integer::sum);
            }
        }
        var shares = new TreeMap<String, Double>();
        for (Flaw flaw : pairs.keySet()) {
            shares.put(label(flaw), (double) right.get(flaw) / pairs.get(flaw));
        }
        int all = sum(pairs);
        double distance =
                tracks.stream().mapToDouble(FlawAnswers::distanceFromNeutral).sum() / tracks.size();
        return new BehaviourFigures(all == 0 ? 0 : (double) sum(right) / all, shares, all, distance);
    }

    static List<String> flaws() {
        return Arrays.stream(Flaw.values()).map(BehaviourFigures::label).toList();
    }

    static String label(Flaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int sum(Map<Flaw, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
