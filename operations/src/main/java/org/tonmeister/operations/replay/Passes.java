package org.tonmeister.operations.replay;

import java.util.Comparator;
import org.tonmeister.pipeline.worker.Epoch;

/** Passes as they stand in records: epochs of the stages with dots between. */
final class Passes {
    /** The newer pass is the greater one. */
    static final Comparator<String> ORDER = Passes::compare;

    private Passes() {}

    /**
     * The pass that comes right behind: newer than this, and older than any that a stage will begin by itself.
     *
     * @throws ReplayRefusedException if it is none
     */
    static String behind(String pass) throws ReplayRefusedException {
        int dot = pass.lastIndexOf('.');
        var epoch = Epoch.parse(pass.substring(dot + 1));
        if (epoch.isEmpty()) {
            throw new ReplayRefusedException("its records carry the pass '" + pass + "', which is none of ours");
        }
        return pass.substring(0, dot + 1) + epoch.get().next();
    }

    private static int compare(String one, String other) {
        String[] mine = one.split("\\.", -1);
        String[] theirs = other.split("\\.", -1);
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            int byEpoch = Long.compare(number(mine[i]), number(theirs[i]));
            if (byEpoch != 0) {
                return byEpoch;
            }
        }
        return Integer.compare(mine.length, theirs.length);
    }

    private static long number(String epoch) {
        return Epoch.parse(epoch).map(Epoch::number).orElse(-1L);
    }
}
