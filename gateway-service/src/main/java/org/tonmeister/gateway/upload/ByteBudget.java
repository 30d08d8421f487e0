package org.tonmeister.gateway.upload;

import org.tonmeister.gateway.problem.Problem;

/** How many bytes a request may still bring. */
final class ByteBudget {
    private static final int MIB = 1 << 20;

    private final long limit;
    private long taken;

    ByteBudget(long limit) {
        this.limit = limit;
    }

    /** @throws org.tonmeister.gateway.problem.ProblemException if that is too many */
    void take(long bytes) {
        taken += bytes;
        if (taken > limit) {
            throw Problem.tooLarge("An upload may have " + limit / MIB + " MiB at most");
        }
    }
}
