package org.tonmeister.gateway.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.tonmeister.gateway.problem.Problem;

/** How many of something may go on at once. Thread-safe. */
public final class Permits {
    private final int most;
    private final String what;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param what they are, for the refusal: {@code "uploads"} */
    public Permits(int most, String what) {
        this.most = most;
        this.what = what;
    }

    /** One of them; given back by {@link #release}. */
    public void acquire() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw Problem.unavailable("There are " + most + " " + what + " at once already; try again", 1);
        }
    }

    /** Gives one back. */
    public void release() {
        taken.decrementAndGet();
    }

    /** How many are taken. */
    public int taken() {
        return taken.get();
    }
}
