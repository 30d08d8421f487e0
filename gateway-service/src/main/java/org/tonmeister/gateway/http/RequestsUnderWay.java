package org.tonmeister.gateway.http;

import java.time.Duration;

/** How many requests are under way, so that the end lets no new one begin and waits for the rest. Thread-safe. */
final class RequestsUnderWay {
    private int count;
    private boolean ending;

    /** One more; false: none may begin any more. */
    synchronized boolean begin() {
        if (!ending) {
            count++;
        }
        return !ending;
    }

    /** One that had begun is over, however it ended. */
    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Whether no new one may begin. */
    synchronized boolean ending() {
        return ending;
    }

    /** Lets no new one begin. */
    synchronized void refuse() {
        ending = true;
    }

    /**
     * Waits until none is left, but not longer than that.
     *
     * @return how many are left
     */
    synchronized int await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); count > 0 && left > 0; left = millisUntil(deadline)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count;
    }

    private static long millisUntil(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }
}
