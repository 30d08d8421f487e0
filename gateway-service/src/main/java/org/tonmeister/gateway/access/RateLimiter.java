package org.tonmeister.gateway.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.gateway.problem.ProblemException;

/** Counts each client's requests: a bucket that fills at a steady rate and holds four seconds' worth. Thread-safe. */
public final class RateLimiter {
    private static final int BURST_SECONDS = 4;
    private static final double NANOS = 1e9;
    /** Beyond it, those that have been still for long are forgotten. */
    private static final int MANY_CLIENTS = 10_000;

    private final double perSecond;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param requestsPerSecond of each client */
    public RateLimiter(int requestsPerSecond) {
        this(requestsPerSecond, System::nanoTime);
    }

    RateLimiter(int requestsPerSecond, LongSupplier nanos) {
        this.perSecond = requestsPerSecond;
        this.nanos = nanos;
    }

    private record Bucket(double tokens, long at, boolean admitted) {}

    /** @throws ProblemException if the client has asked too often */
    public void count(String client) {
        long now = nanos.getAsLong();
        Bucket after = buckets.compute(client, (name, before) -> {
            double full = before == null ? capacity() : refilled(before, now);
            return full < 1 ? new Bucket(full, now, false) : new Bucket(full - 1, now, true);
        });
        if (buckets.size() > MANY_CLIENTS) {
            buckets.values().removeIf(bucket -> refilled(bucket, now) >= capacity());
        }
        if (!after.admitted()) {
            throw Problem.tooManyRequests(1);
        }
    }

    private double refilled(Bucket bucket, long now) {
        return Math.min(capacity(), bucket.tokens() + (now - bucket.at()) / NANOS * perSecond);
    }

    private double capacity() {
        return perSecond * BURST_SECONDS;
    }
}
