package org.tonmeister.predict.ensemble;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The pass an account belongs to: the pass id of its predictions, and how often the ensemble has read that same pass
 * again from its beginning. Set back the ensemble's own offsets and every prediction comes a second time under its old
 * pass id; the round tells them from the first ones, so that this replay too gives one order.
 *
 * <p>The newer pass is the greater one: pass ids are base-36 milliseconds of the stages' epochs with dots between.
 *
 * @param pass pass id
 * @param round 0 at first
 */
record PassRound(String pass, int round) implements Comparable<PassRound> {
    private static final Pattern WITH_ROUND = Pattern.compile("(.*)#(\\d{1,9})", Pattern.DOTALL);

    /** Reads what {@link #toString} gives. */
    static PassRound parse(String text) {
        var matcher = WITH_ROUND.matcher(text);
        return matcher.matches()
                ? new PassRound(matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new PassRound(text, 0);
    }

    PassRound next() {
        return new PassRound(pass, round + 1);
    }

    @Override
    public int compareTo(PassRound other) {
        String[] mine = pass.split("\\.", -1);
        String[] theirs = other.pass.split("\\.", -1);
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            int byEpoch = Comparator.comparingInt(String::length)
                    .thenComparing(Comparator.naturalOrder())
                    .compare(mine[i], theirs[i]);
            if (byEpoch != 0) {
                return byEpoch;
            }
        }
        int byDepth = Integer.compare(mine.length, theirs.length);
        return byDepth != 0 ? byDepth : Integer.compare(round, other.round);
    }

    @Override
    public String toString() {
        return round == 0 ? pass : pass + "#" + round;
    }
}
