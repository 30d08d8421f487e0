package org.tonmeister.training.evaluate;

import java.io.PrintWriter;

/** Says from time to time how far a step has come. Several threads may use it. */
final class Progress {
    private static final int A_LINE_EVERY = 10;

    private final PrintWriter out;
    private final String step;
    private final int all;
    private int done;

    /** @param step what is done, such as {@code sound} */
    Progress(PrintWriter out, String step, int all) {
        this.out = out;
        this.step = step;
        this.all = all;
    }

    synchronized void oneMore() {
        done++;
        if (done % A_LINE_EVERY == 0 || done == all) {
            out.println(step + ": " + done + " of " + all + " tracks");
            out.flush();
        }
    }
}
